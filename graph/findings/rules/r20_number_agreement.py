"""R20: a reference to one thing whose antecedent has several stays open."""

from collections.abc import Iterator

from graph.findings.finding import Finding
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from ontology import CLASSES
from sources.claim import Claim, Thing

ID = "R20"


def _find(known: Statements) -> Iterator[Finding]:
    for claim in known.claims:
        kind = next((str(value) for value in claim.qualifier("oneOf")), "")
        if kind in CLASSES and isinstance(claim.object, Thing):
            yield from _open(claim, claim.object.path, kind, known)


def _open(claim: Claim, several: str, kind: str, known: Statements) -> Iterator[Finding]:
    meant = [member for member in known.members(several) if known.is_a(member, kind)]
    if len(meant) < 2:  # noqa: PLR2004 - one member is what the reference means
        return
    names = " or ".join(known.label(member) for member in meant)
    yield finding(
        ID,
        "ambiguity",
        (claim, *_antecedents(claim, several, known)),
        f"One {CLASSES[kind].label} is meant, but {known.label(several)} has {len(meant)}; the text leaves "
        "open which.",
        computation=f"1 {CLASSES[kind].label} of {len(meant)}: {names}",
        about=(claim.subject, several),
    )


def _antecedents(claim: Claim, several: str, known: Statements) -> list[Claim]:
    """The last claim before it in the document that names the whole, or the office over it."""
    offices = [path for path in known.by_jurisdiction.get(several, ()) if known.is_a(path, "Office")]
    said = (one for path in (several, *offices) for one in known.told_of(path, claim.document))
    start = claim.evidence.span.start
    before = [one for one in said if one.evidence.span.start < start]
    return sorted(before, key=lambda one: one.evidence.span.start)[-1:]


RULE = Rule(
    ID,
    "Number agreement of references",
    "A source speaks of one thing of a kind where what it refers to consists of several of that kind.",
    "The claim stays with the whole; no member is chosen.",
    _find,
)
