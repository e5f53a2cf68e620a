"""R23: wording that fits two antecedents has two readings."""

from collections.abc import Iterator

from graph.findings.finding import Finding
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements, path_of
from ontology import PREDICATES
from sources.claim import Claim

ID = "R23"


def _find(known: Statements) -> Iterator[Finding]:
    for claim in known.claims:
        other = path_of(claim.qualifier("alternativeSubject"))
        if other:
            yield _readings(claim, other, known)


def _readings(claim: Claim, other: str, known: Statements) -> Finding:
    first, second = known.label(claim.subject), known.label(other)
    return finding(
        ID,
        "ambiguity",
        (claim, *_naming_both(claim, other, known), *_on_topic(claim, known)),
        f"The wording fits {first} and {second}; {first} is the preferred reading.",
        computation=f"subject: {first} (preferred) or {second}",
        confidence="medium",
        about=(claim.subject, other),
    )


def _naming_both(claim: Claim, other: str, known: Statements) -> list[Claim]:
    """Claims of the paragraph that name both, so that both can be meant."""
    pairs = ((claim.subject, other), (other, claim.subject))
    return [
        one
        for subject, thing in pairs
        for one in _beside(claim, subject, known)
        if path_of((one.object,)) == thing
    ]


def _on_topic(claim: Claim, known: Statements) -> list[Claim]:
    """Claims of the paragraph on the same topic whose subject is the preferred one: why it is preferred."""
    family = PREDICATES[claim.predicate].family
    return [one for one in _beside(claim, claim.subject, known) if PREDICATES[one.predicate].family == family]


def _beside(claim: Claim, subject: str, known: Statements) -> list[Claim]:
    paragraph = claim.evidence.paragraph
    told = known.told_by(subject, claim.document)
    return [one for one in told if one.evidence.paragraph == paragraph and one is not claim]


RULE = Rule(
    ID,
    "Attachment ambiguity",
    "A relative clause or a pronoun has two antecedents that grammar allows; a reader of the sheet noted "
    "the other.",
    "The preferred reading stands in the graph; the other is kept beside it.",
    _find,
)
