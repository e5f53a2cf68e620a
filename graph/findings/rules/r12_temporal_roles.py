"""R12: one person holds one chief prosecutor's office at a time, and takes office before losing it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, combinations, product

from graph.findings.finding import Finding
from graph.findings.groups.sides import is_firm
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from graph.findings.times.periods import days, overlap
from graph.findings.times.removal_order import ID, orders
from graph.findings.times.tenures import Tenure, tenures
from sources.claim import Claim, Thing

SEQUENCE = ("predecessorOf",)
"""Predicates that put two tenures of one office in order."""


def _find(known: Statements) -> Iterator[Finding]:
    by_person = _by_person(tenures(known))
    for who, offices in by_person.items():
        pairs = [pair for pair in combinations(sorted(offices), 2) if _apart(*pair, known)]
        clashes = [clash for one, other in pairs if (clash := _at_once(offices[one], offices[other]))]
        yield from (_two_at_once(who, clash, known) for clash in clashes)
        if pairs and not clashes:
            yield _in_turn(who, offices, known)
    yield from orders(by_person, known)


def _by_person(told: Iterable[Tenure]) -> Mapping[str, Mapping[str, list[Tenure]]]:
    """Tenures by person and office."""
    found: defaultdict[str, defaultdict[str, list[Tenure]]] = defaultdict(lambda: defaultdict(list))
    for tenure in told:
        found[tenure.who][tenure.office].append(tenure)
    return found


def _apart(one: str, other: str, known: Statements) -> bool:
    """Whether two offices are of different places, none of which is a part of the other."""
    here, there = known.linked(one, "jurisdiction"), known.linked(other, "jurisdiction")
    return not here or not there or not (_around(here, known) & {there} or _around(there, known) & {here})


def _around(place: str, known: Statements) -> set[str]:
    """A place with the places it lies in and those it is made of."""
    return {*known.around(place), *known.world.linked(place, "member")}


def _at_once(one: list[Tenure], other: list[Tenure]) -> tuple[str, Tenure, Tenure] | None:
    """The kind of the clash and the two tenures that make it, None where they can be in turn."""
    mine, theirs = _firmest(one), _firmest(other)
    said = {_moment(tenure): tenure for tenure in reversed(mine) if tenure.moment is not None}
    for tenure in theirs:
        if tenure.moment is not None and _moment(tenure) in said:
            return _kind(said[_moment(tenure)], tenure), said[_moment(tenure)], tenure
    for pair in product(_certain(mine), _certain(theirs)):
        if _overlap(*pair):
            return _kind(*pair), *pair
    return None


def _firmest(told: list[Tenure]) -> list[Tenure]:
    """Tenures, those that are told firmly first."""
    return sorted(told, key=lambda tenure: not is_firm(tenure.claim))


def _certain(told: list[Tenure]) -> list[Tenure]:
    """The first tenure for each time that was certainly in it."""
    firsts = {tenure.held: tenure for tenure in reversed(told) if tenure.held is not None}
    return list(reversed(firsts.values()))


def _overlap(one: Tenure, other: Tenure) -> bool:
    return one.held is not None and other.held is not None and overlap(one.held, other.held)


def _moment(tenure: Tenure) -> tuple[str, str]:
    """Document and time for which an office is said to be held."""
    return tenure.claim.document, "" if tenure.moment is None else days(tenure.moment)


def _kind(one: Tenure, other: Tenure) -> str:
    return "contradiction" if is_firm(one.claim) and is_firm(other.claim) else "tension"


def _two_at_once(who: str, clash: tuple[str, Tenure, Tenure], known: Statements) -> Finding:
    kind, one, other = clash
    says = (
        f"{known.label(who)} is said to hold two offices at one time: {known.label(one.office)}, "
        f"and {known.label(other.office)}."
    )
    about = (who, one.office, other.office)
    confidence = "high" if kind == "contradiction" else "low"
    computation = f"{_when(one)}; {_when(other)}"
    return finding(
        ID, kind, (one.claim, other.claim), says, computation=computation, confidence=confidence, about=about
    )


def _when(tenure: Tenure) -> str:
    told = tenure.held or tenure.moment
    return f"{tenure.claim.key}: {'undated' if told is None else days(told)}"


def _in_turn(who: str, offices: Mapping[str, list[Tenure]], known: Statements) -> Finding:
    """Several offices with nothing that says that they were held at once."""
    told = [tenure.claim for tenure in chain.from_iterable(offices.values())]
    says = f"{known.label(who)} held {len(offices)} chief prosecutor's offices, one after the other."
    return finding(ID, "compatible", (*told, *_sequences(who, offices, known)), says, about=(who, *offices))


def _sequences(who: str, offices: Iterable[str], known: Statements) -> Iterator[Claim]:
    for claim in known.by_subject.get(who, ()):
        if claim.predicate in SEQUENCE and claim.positive:
            of = {value.path for value in claim.qualifier("office") if isinstance(value, Thing)}
            if of & set(offices):
                yield claim


RULE = Rule(
    ID,
    "Temporal roles",
    "One person holds at most one chief prosecutor's office at a time; undated tenures and those in turn are "
    "no conflict. Nobody loses an office before taking it, and losing it bars no later candidacy.",
    "Tenures stay apart, each with its own time.",
    _find,
)
