"""R13: members of a set are of the kind the set is counted as."""

from collections import defaultdict
from collections.abc import Iterator

from graph.findings.finding import Finding
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from ontology import CLASSES
from sources.check import is_kind
from sources.claim import Claim, Thing

ID = "R13"
CHALLENGER = "challenger"


def _find(known: Statements) -> Iterator[Finding]:
    counts = [claim for claim in known.claims if claim.qualifier("countedAs")]
    by_set = defaultdict(list)
    for claim in counts:
        by_set[_set_of(claim)].append(claim)
    for path, told in by_set.items():
        holders = [claim for claim in told if is_kind(_kind(claim), "Office")]
        if holders:
            yield from _without_office(path, holders, told, known)


def _set_of(claim: Claim) -> str:
    """The set a claim counts: its object, else its subject."""
    return claim.object.path if isinstance(claim.object, Thing) else claim.subject


def _kind(claim: Claim) -> str:
    kind = str(claim.qualifier("countedAs")[0])
    return kind if kind in CLASSES else "Entity"


def _without_office(
    path: str, holders: list[Claim], told: list[Claim], known: Statements
) -> Iterator[Finding]:
    outside = {
        member: roles
        for member in known.possible_members(path)
        if (roles := _as_challenger(member, known)) and not _held(member, _kind(holders[0]), known)
    }
    if not outside:
        return
    roles = [claim for claims in outside.values() for claim in claims]
    kinds = sorted({CLASSES[_kind(claim)].label for claim in told})
    yield finding(
        ID,
        "tension",
        (*told, *roles),
        f"{known.label(path)} are counted as holders of an office, yet some of those it may hold stood as "
        "challengers.",
        computation=f"{len(outside)} stood as challengers; counted as: {', '.join(kinds)}",
        confidence="medium",
        about=(path, *outside),
    )


def _as_challenger(member: str, known: Statements) -> list[Claim]:
    """The claims in which somebody is a challenger."""
    as_object = (
        claim for claim in known.by_object.get(member, ()) if CHALLENGER in claim.qualifier("roleOfObject")
    )
    as_subject = (
        claim for claim in known.by_subject.get(member, ()) if CHALLENGER in claim.qualifier("role")
    )
    return [*as_subject, *as_object]


def _held(member: str, office: str, known: Statements) -> bool:
    """Whether somebody is said to hold or to have held an office of a class, or to stand as its holder."""
    return any(
        claim.predicate == "incumbentIn" or known.is_a(claim.object.path, office)
        for claim in known.by_subject.get(member, ())
        if claim.positive
        and claim.predicate in ("holdsOffice", "formerlyHeldOffice", "incumbentIn")
        and isinstance(claim.object, Thing)
    )


RULE = Rule(
    ID,
    "Set typing",
    "Where a source counts the members of a set as holders of an office, each member holds or has held "
    "such an office; a member who stood as a challenger makes it unclear what was counted.",
    "The set is typed as contests; the number is not counted as office-holders.",
    _find,
)
