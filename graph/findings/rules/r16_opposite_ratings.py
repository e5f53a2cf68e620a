"""R16: one means is rated in opposite ways, for one jurisdiction and period."""

from collections.abc import Iterator

from graph.findings.claims.ratings import Rating, ratings
from graph.findings.finding import Finding
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from graph.findings.times.periods import days, overlap
from ontology import CLASSES

ID = "R16"


def _find(known: Statements) -> Iterator[Finding]:
    seen: dict[tuple[str, str, str], list[Rating]] = {}
    for rating in _first_of_a_kind(known):
        places = [*known.around(rating.place), ""] if rating.place else [""]
        for place in places:
            for other in seen.get((rating.means, rating.scale, place), ()):
                yield from _compare(other, rating, known)
        seen.setdefault((rating.means, rating.scale, rating.place), []).append(rating)


def _first_of_a_kind(known: Statements) -> Iterator[Rating]:
    """One rating for each means, aim, verdict, place and period; from the largest place to the smallest."""
    found: dict[tuple[object, ...], Rating] = {}
    for one in ratings(known):
        kind = (one.means, one.scale, one.way, one.served, one.place, one.days)
        found.setdefault(kind, one)
    return iter(sorted(found.values(), key=lambda one: len(known.around(one.place)) if one.place else 0))


def _compare(one: Rating, other: Rating, known: Statements) -> Iterator[Finding]:
    at_once = overlap(one.days, other.days)
    if one.way == other.way and one.served != other.served and at_once:
        says = f"{_means(one)} are said to have served an aim, and to have hardly served the same aim."
        yield _finding("tension", one, other, says, known)
    elif one.way != other.way and one.served and other.served:
        says = f"{_means(one)} are said or expected to serve opposite aims"
        if at_once:
            yield _finding("tension", one, other, f"{says}, with no difference in time told.", known)
        else:
            yield _finding(
                "compatible", one, other, f"{says} at different times: a change, no contradiction.", known
            )


def _finding(kind: str, one: Rating, other: Rating, says: str, known: Statements) -> Finding:
    doubt = "low" if one.is_hedged or other.is_hedged else "medium"
    told = "; ".join(_words(rating, known) for rating in (one, other))
    return finding(
        ID,
        kind,
        (*one.claims, *other.claims),
        says,
        computation=told,
        confidence="high" if kind == "compatible" else doubt,
    )


def _words(rating: Rating, known: Statements) -> str:
    place = known.label(rating.place) if rating.place else "place not said"
    served = "served" if rating.served else "hardly served"
    return f"{rating.scale}: {rating.way} {served}, {place}, {days(rating.days)}"


def _means(rating: Rating) -> str:
    return f"{CLASSES[rating.means].label.capitalize()}s"


RULE = Rule(
    ID,
    "Opposite ratings",
    "Two claims rate the success of one kind of means, such as ballot measures, in opposite ways for "
    "places and periods that are not apart. Success of opposite aims at different times is a change.",
    "Both ratings stand with their time and place.",
    _find,
)
