"""R06: margins, shares and differences between shares reproduce each other, in some reading of the unit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from graph.findings.claims.firmness import clash
from graph.findings.figures.margins import RELATIVE, fitting, readings
from graph.findings.figures.two_sided import ALL, DEFICIT, LEAD, NOTHING, Areas, Standing, standings
from graph.findings.finding import Finding
from graph.findings.interval import Interval, plain, strict
from graph.findings.rule import Rule, finding
from graph.findings.statements import Figure, Statements, path_of
from sources.claim import Claim, Thing

ID = "R06"
DIFFERENCES = {"ranBehind": (1, 0), "outperformed": (0, 1)}
"""Predicates that set the share of a subject against that of an object, and which of both is the higher."""
Shares = Mapping[str, Figure]


def _find(known: Statements) -> Iterator[Finding]:
    shares: defaultdict[tuple[str, ...], dict[str, Figure]] = defaultdict(dict)
    for share in known.measured("share"):
        shares[*share.count, share.claim.document][share.who] = share
    for margin in known.measured(LEAD, DEFICIT):
        beside = shares.get((*margin.count, margin.claim.document), {})
        if margin.who in beside:
            yield from _margin(margin, beside, known)
    told = standings(known)
    compared = [found for claim in known.said(*DIFFERENCES) for found in _difference(claim, told, known)]
    yield from compared
    yield from _side_by_side(told, {claim.key for one in compared for claim in one.claims}, known)


def _margin(margin: Figure, shares: Shares, known: Statements) -> Iterator[Finding]:
    """A margin beside the shares of both candidates, or of one."""
    own, opponent = shares[margin.who], path_of(margin.claim.qualifier("opponent"))
    others = [share for who, share in shares.items() if who != margin.who]
    rival = shares.get(opponent) or max(others, key=lambda one: one.quantity.value or 0, default=None)
    if rival is None:
        yield from _margin_of_one(margin, own, known)
        return
    higher, lower = (own, rival) if margin.measure == LEAD else (rival, own)
    claims = (margin.claim, own.claim, rival.claim)
    units = fitting(margin.quantity, strict(higher.quantity), strict(lower.quantity))
    text = f"{higher.as_written} and {lower.as_written}, {margin.as_written} apart"
    if units:
        says = f"The margin and the shares stated for {_where(margin, known)} fit each other."
        yield finding(ID, "confirmed", claims, says, computation=f"{text}: read as {units[0]}")
    elif rival.who == opponent or len(others) == 1:
        says = f"The margin and the shares stated for {_where(margin, known)} cannot both hold."
        kind = clash(claims) if rival.who == opponent else "tension"
        yield finding(ID, kind, claims, says, computation=f"{text}: fits in no unit", confidence="medium")


def _margin_of_one(margin: Figure, own: Figure, known: Statements) -> Iterator[Finding]:
    """A margin beside the share of one candidate: what it leaves for the other is at most the rest."""
    share, rest = strict(own.quantity), ALL - strict(own.quantity)
    higher, lower = (share, rest) if margin.measure == LEAD else (rest, share)
    possible = [one.lower for one in readings(margin.quantity, higher)]
    claims, text = (margin.claim, own.claim), f"{own.as_written}, {margin.as_written} apart from the other"
    if margin.measure == LEAD:
        is_possible = any(one.fits(Interval(NOTHING.low, rest.high)) for one in possible)
    else:
        is_possible = any(not Interval(share.low, one.high).is_empty for one in possible)
    if not is_possible:
        says = f"The margin and the share stated for {known.label(own.who)} would need more than all votes."
        yield finding(ID, clash(claims), claims, says, computation=text)
    elif any(one.fits(lower) for one in possible):
        says = (
            f"The margin and the share stated for {known.label(own.who)} fit each other for two candidates."
        )
        yield finding(ID, "confirmed", claims, says, computation=text, confidence="medium")


def _difference(claim: Claim, told: Areas, known: Statements) -> Iterator[Finding]:
    """A stated difference between two candidates of different contests, against their shares in one area."""
    contest, other = (path_of(claim.qualifier(name)) for name in ("contest", "comparedContest"))
    quantity, spoken = claim.quantity, claim.object
    place = known.linked(contest, "jurisdiction") if contest else ""
    own = told.get((contest, place), {}).get(claim.subject)
    against = told.get((other, place), {}).get(spoken.path) if isinstance(spoken, Thing) else None
    if quantity is None or quantity.precision != "exact" or own is None or against is None:
        return
    order = DIFFERENCES[claim.predicate]
    higher, lower = ((own, against)[index] for index in order)
    units = fitting(quantity, higher.share, lower.share)
    claims, labels = (claim, own.claim, against.claim), (known.label(one.who) for one in (own, against))
    where = f"the shares of {' and '.join(labels)} in {known.label(place)}"
    text = _subtraction(higher, lower, claim)
    if units:
        says = f"The stated difference between {where} fits the other figures, read in {units[0]}."
        yield finding(ID, "confirmed", claims, says, computation=text)
    else:
        says = f"The stated difference between {where} does not fit the other figures."
        kind = clash(claims) if own.is_stated and against.is_stated else "tension"
        yield finding(ID, kind, claims, says, computation=text, confidence="medium")


def _side_by_side(told: Areas, compared: set[str], known: Statements) -> Iterator[Finding]:
    """Margins of different contests that one document gives for the same voters on the same day."""
    beside: defaultdict[tuple[str, str, str], list[Standing]] = defaultdict(list)
    for (contest, place), shares in sorted(told.items()):
        following = [one for one in shares.values() if not one.is_stated and one.claim.subject == one.who]
        for one in following:
            if one.claim.key not in compared:
                beside[place, known.text_of(contest, "date"), one.claim.document].append(one)
    for (place, _, _), group in beside.items():
        for one, other in pairwise(sorted(group, key=lambda each: each.claim.evidence.span.start)):
            if one.contest != other.contest:
                yield _compatible(one, other, known.label(place))


def _compatible(one: Standing, other: Standing, place: str) -> Finding:
    says = f"The margins stated for two contests in {place} are of different contests and exclude nothing."
    gap = f"{plain(abs(one.shown - other.shown))} points between the shares"
    return finding(
        ID, "compatible", (one.claim, other.claim), says, computation=f"{one.text}; {other.text}; {gap}"
    )


def _subtraction(higher: Standing, lower: Standing, claim: Claim) -> str:
    """Both ways to read a difference, with the shares as they are known."""
    quantity = claim.quantity
    if quantity is None or quantity.value is None:
        return ""
    follow = "; ".join(one.text for one in (higher, lower) if not one.is_stated)
    start = f"{follow}; " if follow else ""
    gap = plain(higher.shown - lower.shown)
    points = f"{plain(higher.shown)} - {plain(lower.shown)} = {gap}, stated {quantity.as_written}"
    if len(readings(quantity, higher.share)) == 1:
        return f"{start}{points}"
    left = plain(higher.shown * (100 - quantity.value) / 100)
    factor = plain((100 - quantity.value) / 100)
    relative = f"as {RELATIVE} {plain(higher.shown)} x {factor} = {left} against {plain(lower.shown)}"
    return f"{start}{points}; {relative}"


def _where(figure: Figure, known: Statements) -> str:
    return known.label(figure.contest)


RULE = Rule(
    ID,
    "Margin against share",
    "A margin agrees with the shares it lies between, and a stated difference with the shares it is taken "
    "of; figures with a percent sign are read as percentage points and as a percentage of the other share.",
    "The unit that fits is kept beside the figure as written; shares that follow are never stored as stated.",
    _find,
)
