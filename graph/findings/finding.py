"""A finding: what a rule makes of some claims, with the computation and what it rests on."""

from dataclasses import dataclass

from graph.nodes import digest
from sources.claim import Claim

ALARMS = frozenset({"contradiction", "contradiction-by-rule", "type-error", "conflict-with-record"})
"""Kinds that say that something stated cannot be so."""
DOUBTS = frozenset(
    {
        "tension",
        "ambiguity",
        "possible-double-count",
        "dependence",
        "opinion-conflict",
        "uncertain",
        "overtaken",
    }
)
"""Kinds that ask for care: nothing is said to be wrong."""
AGREEMENTS = frozenset({"confirmed", "corroborated", "compatible"})
"""Kinds that say that claims fit, where a reader might think they do not, or want to know."""
SHORT = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule makes of some claims. No claim is changed by it.

    Attributes:
        rule: Id of the rule, for example "R04".
        kind: Notation of the code list `mt:FindingKind`.
        claims: The claims it is about, in reading order, document by document.
        says: What was found, in one neutral sentence.
        computation: The arithmetic or the comparison as text, "" where there is none.
        confidence: "high", "medium" or "low".
        handling: What the graph does about it, in one sentence.
        about: Paths of the entities it concerns.
        premises: Paths of what else it rests on: laws, official tallies, entries of the registry.
        verdict: Notation of the code list `mt:RecordVerdict`, "" where no record is compared.
    """

    rule: str
    kind: str
    claims: tuple[Claim, ...]
    says: str
    computation: str = ""
    confidence: str = "high"
    handling: str = ""
    about: tuple[str, ...] = ()
    premises: tuple[str, ...] = ()
    verdict: str = ""

    @property
    def identity(self) -> str:
        """Sixteen hexadecimal digits from the rule, the kind, the claims and the other premises."""
        return digest(self.rule, self.kind, *(claim.digest for claim in self.claims), *self.premises)

    @property
    def key(self) -> str:
        """Its name for people, for example "R04-3f9a1c"."""
        return f"{self.rule}-{self.identity[:SHORT]}"

    @property
    def path(self) -> str:
        """Path of its IRI."""
        return f"finding/{self.identity}"


def reading_order(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Claims once each, document by document, as they stand in the text."""
    unique = {(claim.document, claim.key, claim.digest): claim for claim in claims}
    return tuple(
        sorted(
            unique.values(),
            key=lambda claim: (claim.document, claim.evidence.span.start, claim.evidence.span.end, claim.key),
        )
    )
