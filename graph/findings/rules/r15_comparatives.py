"""R15: comparatives and superlatives are held against the numbers there are for those compared."""

from collections.abc import Iterator, Mapping

from graph.findings.claims.firmness import clash
from graph.findings.figures.superlatives import Ranked, Superlative, superlatives
from graph.findings.figures.two_sided import Areas, Standing, by_person, standings
from graph.findings.finding import Finding
from graph.findings.interval import Interval, plain
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements, path_of
from sources.claim import Claim, Thing

ID = "R15"
ABOVE = ("outperformed",)
"""Predicates that say that the share of the subject exceeds that of somebody else in another contest."""
Pair = tuple[Standing, Standing]


def _find(known: Statements) -> Iterator[Finding]:
    told = standings(known)
    results = by_person(told)
    for claim in known.said(*ABOVE):
        pairs = list(_pairs(claim, told, results, known)) if claim.positive else []
        below = [pair for pair in pairs if _is_below(*pair)]
        if below:
            yield _refuted(claim, below, known)
        elif pairs and all(_is_below(other, own) for own, other in pairs):
            yield _borne_out(claim, pairs)
    for one in superlatives(known):
        if one.stronger:
            yield _not_first(one, known)


def _pairs(
    claim: Claim, told: Areas, results: Mapping[str, list[Standing]], known: Statements
) -> Iterator[Pair]:
    """The shares of whoever is compared, beside those they are compared with, in the same place."""
    contest, other = (path_of(claim.qualifier(name)) for name in ("contest", "comparedContest"))
    compared = [value.path for value in claim.qualifier("comparedWith") if isinstance(value, Thing)]
    if isinstance(claim.object, Thing):
        compared = [claim.object.path]
    members = known.possible_members(claim.subject) or (claim.subject,)
    for own in (standing for member in members for standing in results.get(member, ())):
        is_meant = (
            own.contest == contest if contest else own.contest != other and _same_day(own, other, known)
        )
        for who in compared if is_meant else ():
            beside = told.get((other, own.area), {}).get(who)
            if beside is not None:
                yield own, beside


def _same_day(own: Standing, contest: str, known: Statements) -> bool:
    return known.text_of(own.contest, "date") == known.text_of(contest, "date")


def _is_below(own: Standing, other: Standing) -> bool:
    """Whether one share is below another, however both are rounded."""
    return Interval(other.share.low, own.share.high).is_empty


def _refuted(claim: Claim, below: list[Pair], known: Statements) -> Finding:
    claims = _claims(claim, below)
    who, places = known.label(claim.subject), dict.fromkeys(known.label(own.area) for own, _ in below)
    says = (
        f"{who}: said to have done better than others, which the numbers for {', '.join(places)} do not show."
    )
    is_single = len(known.possible_members(claim.subject)) == 0
    is_stated = all(one.is_stated for pair in below for one in pair)
    kind = clash(claims) if is_single and is_stated else "tension"
    return finding(ID, kind, claims, says, computation=_text(below, known), confidence="medium")


def _borne_out(claim: Claim, pairs: list[Pair]) -> Finding:
    says = "Whoever is said to have done better did, by the numbers that are known."
    text = "; ".join(f"{own.text} > {other.text}" for own, other in pairs)
    return finding(ID, "confirmed", _claims(claim, pairs), says, computation=text, confidence="medium")


def _claims(claim: Claim, pairs: list[Pair]) -> tuple[Claim, ...]:
    return (claim, *(one.claim for pair in pairs for one in pair))


def _text(pairs: list[Pair], known: Statements) -> str:
    return "; ".join(
        f"{known.label(own.who)} {own.text}, {known.label(other.who)} {other.text}: "
        f"{plain(own.shown)} < {plain(other.shown)}"
        for own, other in pairs
    )


def _not_first(one: Superlative, known: Statements) -> Finding:
    claims = (one.claim, *(ranked.figure.claim for ranked in (*one.stronger, *one.inside)))
    places = known.label(known.place(one.claim))
    says = f"The numbers do not show that {places} come first; not all places need be listed."
    text = f"elsewhere {_list(one.stronger, known)}; there {_list(one.inside, known)}"
    return finding(ID, "tension", claims, says, computation=text, confidence="low")


def _list(ranked: tuple[Ranked, ...], known: Statements) -> str:
    return ", ".join(
        f"{known.label(one.figure.who)} {one.figure.measure_label} {one.figure.quantity.as_written}"
        for one in ranked
    )


RULE = Rule(
    ID,
    "Comparatives",
    "Who is said to have had more votes than somebody had more in the places for which numbers are known, "
    "and the places said to come first are not exceeded by others.",
    "The comparison is kept with its holder and looked at place by place.",
    _find,
)
