"""R09: a stated number of victories or contests agrees with those that sources tell one by one."""

from collections.abc import Callable, Iterator

from graph.findings.claims.firmness import clash
from graph.findings.figures.results import LOSING, WINNING, Results
from graph.findings.finding import Finding
from graph.findings.groups.enumerated import Enumeration, enumerate_members
from graph.findings.interval import Interval, between, strict
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from ontology import PREDICATES
from sources.claim import Claim, Thing

ID = "R09"
Members = Callable[[str], tuple[str, ...]]
HELP = frozenset({"aboutSupport", "aboutMoneyFlow"})
"""Families of predicates whose objects are those an agent helps."""


def _find(known: Statements) -> Iterator[Finding]:
    results = Results(known)
    for claim in known.said("numberOfVictories"):
        if claim.positive and claim.quantity is not None:
            yield from _victories(claim, strict(claim.quantity), results, known)
    for claim in known.said("numberOfContests"):
        if claim.positive and claim.quantity is not None:
            yield from _contests(claim, strict(claim.quantity), known)


def _victories(claim: Claim, stated: Interval, results: Results, known: Statements) -> Iterator[Finding]:
    """Victories that are counted, against the candidates of the same agent who won or did not."""
    who, named = known.label(claim.subject), _named(claim, known.members, results, known)
    told, won = (claim, *named.claims), len(named.having)
    if between(won, won).fits(stated):
        says = f"As many candidates of {who} are told to have won as victories are counted."
        yield finding(ID, "confirmed", told, says, computation=_text(named, stated))
    elif Interval(between(won, won).low, stated.high).is_empty:
        says = f"More candidates of {who} are told to have won than victories are counted."
        yield finding(ID, clash(told), told, says, computation=_text(named, stated))
    elif named.lacking and not named.unknown:
        says = (
            f"Fewer candidates of {who} are told to have won than victories are counted, and all are told of."
        )
        further = _further(claim, named, results, known)
        claims = (claim, *_nearest(named), *further)
        yield finding(ID, "tension", claims, says, computation=_text(named, stated, further))


def _named(claim: Claim, members: Members, results: Results, known: Statements) -> Enumeration:
    """Candidates an agent helps, by whether they won in what a claim counts the victories of."""
    whole = claim.object.path if isinstance(claim.object, Thing) else ""
    helped = [
        one.object.path
        for one in known.by_subject[claim.subject]
        if one.positive and isinstance(one.object, Thing) and PREDICATES[one.predicate].family in HELP
    ]
    candidates = dict.fromkeys(each for path in helped for each in (path, *members(path)))
    people = [path for path in candidates if known.is_a(path, "Person")]
    return enumerate_members(people, WINNING, results, lambda contest: results.is_in(contest, whole))


def _nearest(named: Enumeration) -> Iterator[Claim]:
    """Why those who came nearest to a victory had none: denials first, defeats if all were defeated."""
    endings = list(named.lacking.values())
    undecided = [many for many in endings if all(one.denied or one.code not in LOSING for one in many)]
    for many in undecided or endings:
        denied = [one for one in many if one.denied]
        yield from (one.claim for one in denied or many)


def _further(claim: Claim, named: Enumeration, results: Results, known: Statements) -> tuple[Claim, ...]:
    """Claims about winners who may be meant: that they won, and that a source suggests where they belong."""
    possible = _named(claim, known.possible_members, results, known)
    winners = [who for who in possible.having if who not in named.having]
    won = [one.claim for who in winners for one in possible.having[who]]
    suggested = [
        one
        for who in winners
        for one in known.by_subject[who]
        if one.implicature and one.predicate == "memberOf"
    ]
    return (*won, *suggested)


def _contests(claim: Claim, stated: Interval, known: Statements) -> Iterator[Finding]:
    """More contests in a set than are said to be in it."""
    listed = len(known.members(claim.subject))
    if Interval(between(listed, listed).low, stated.high).is_empty:
        says = f"More contests belong to {known.label(claim.subject)} than are counted."
        text = f"{listed} listed, {stated} stated"
        yield finding(ID, clash((claim,)), (claim,), says, computation=text)


def _text(named: Enumeration, stated: Interval, further: tuple[Claim, ...] = ()) -> str:
    counted = f"{len(named.having)} of {len(named.having) + len(named.lacking)} won, {stated} stated"
    others = len({claim.subject for claim in further})
    return f"{counted}; {others} more who may be meant won" if others else counted


RULE = Rule(
    ID,
    "Stated number against those told one by one",
    "A number of victories or contests is not below the number told one by one; if it is above though it is "
    "told of every candidate how the contest ended, that is in tension.",
    "The number and the single results stand; nobody is taken for a donor's candidate to make up the number.",
    _find,
)
