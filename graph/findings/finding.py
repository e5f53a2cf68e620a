"""A finding: what a rule makes of some claims, with the computation and what it rests on."""

from dataclasses import dataclass

from graph.nodes import digest
from sources.claim import Claim

GRAVITY = {
    "alarm": ("contradiction", "contradiction-by-rule", "type-error", "conflict-with-record"),
    "doubt": (
        "possible-double-count",
        "dependence",
        "tension",
        "opinion-conflict",
        "ambiguity",
        "uncertain",
        "overtaken",
    ),
    "agreement": ("confirmed", "corroborated", "compatible"),
}
"""Kinds that say that something stated cannot be so; that ask for care; that say that claims fit."""
KINDS = tuple(kind for kinds in GRAVITY.values() for kind in kinds)
"""Every kind, the gravest first."""
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
        handling: What the graph does about it, in one sentence; "" for what its rule says.
        about: Paths of the entities it concerns.
        premises: Paths of what else it rests on: laws, official tallies, entries of the registry.
        verdict: Notation of the code list `mt:RecordVerdict`, "" where no record is compared.
        between: The two claims that stand against or beside each other; none where they are not two.
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
    between: tuple[Claim, ...] = ()

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

    @property
    def rule_path(self) -> str:
        """Path of the IRI of its rule."""
        return f"finding-rule/{self.rule}"


def reading_order(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Claims once each, document by document, as they stand in the text."""
    unique = {(claim.document, claim.key, claim.digest): claim for claim in claims}
    return tuple(
        sorted(
            unique.values(),
            key=lambda claim: (claim.document, claim.evidence.span.start, claim.evidence.span.end, claim.key),
        )
    )
