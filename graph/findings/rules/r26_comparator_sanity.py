"""R26: far more, well ahead and the like are of the order of the figures they are said of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from graph.derive.world import hedges
from graph.findings.claims.firmness import clash, is_told
from graph.findings.finding import Finding
from graph.findings.interval import Interval, above, point, strict, usual
from graph.findings.rule import Rule, finding
from graph.findings.statements import Figure, Statements
from sources.claim import Claim, Thing
from sources.quantity import Quantity

ID = "R26"
COMPARED = {
    "raisedMoreThan": ("raisedFunds", "receivedFunds"),
    "fundsMatchedOrSurpassed": ("raisedFunds", "receivedFunds"),
}
"""Predicates that give the ratio of two amounts, and those that give the amounts of subject and object."""
SIZES = {"margin-large": above(10), "margin-small": -above(-5)}
"""Leads in percentage points that readers take for large, and for small."""
ALL = point(Decimal(100))
TWO = Decimal(2)
Votes = tuple[str, str, str]


def _find(known: Statements) -> Iterator[Finding]:
    for predicate, names in COMPARED.items():
        amounts = _amounts(names, known)
        for claim in known.said(predicate):
            if claim.positive and claim.quantity is not None and isinstance(claim.object, Thing):
                for more, less in _pairs(amounts, claim.subject, claim.object.path):
                    yield from _ratio(claim, more, less, known)
    sized = _sized(known)
    for figure in known.measured("share", "margin", "margin-of-loss"):
        for size, claims in sized.get((figure.who, figure.contest, figure.place), {}).items():
            if not figure.survey:
                yield from _size(size, claims, figure, known)


def _amounts(names: tuple[str, ...], known: Statements) -> Mapping[str, dict[str, Claim]]:
    """The first amount of each agent for each purpose."""
    found: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in known.said(*names):
        if claim.positive and claim.quantity is not None and isinstance(claim.object, Thing):
            found[claim.subject].setdefault(claim.object.path, claim)
    return found


def _pairs(amounts: Mapping[str, dict[str, Claim]], more: str, less: str) -> Iterator[tuple[Claim, Claim]]:
    """Amounts of two agents for the same purpose."""
    other = amounts.get(less, {})
    for purpose, claim in amounts.get(more, {}).items():
        if purpose in other:
            yield claim, other[purpose]


def _ratio(claim: Claim, more: Claim, less: Claim, known: Statements) -> Iterator[Finding]:
    """A stated ratio against that of the amounts."""
    stated, first, second = claim.quantity, more.quantity, less.quantity
    if stated is None or first is None or second is None:
        return
    claims, text = (claim, more, less), _division(first, second, stated)
    told = strict(stated)
    if not strict(first).over(strict(second)).fits(told):
        says = f"The amounts of {_who(claim, known)} are not in the ratio that is said."
        yield finding(ID, clash(claims), claims, says, computation=text)
    elif not usual(first).over(usual(second)).fits(told):
        says = f"The amounts of {_who(claim, known)} are in the ratio that is said only if read loosely."
        yield finding(ID, "tension", claims, says, computation=text, confidence="medium")
    elif told.holds(usual(first).over(usual(second))):
        says = f"The amounts of {_who(claim, known)} are in the ratio that is said."
        yield finding(ID, "confirmed", claims, says, computation=text)


def _division(first: Quantity, second: Quantity, stated: Quantity) -> str:
    ratio = usual(first).over(usual(second))
    return f"{first.as_written} over {second.as_written} is {ratio} : 1; said is {stated.as_written}"


def _who(claim: Claim, known: Statements) -> str:
    other = claim.object.path if isinstance(claim.object, Thing) else ""
    return f"{known.label(claim.subject)} and {known.label(other)}"


def _sized(known: Statements) -> Mapping[Votes, Mapping[str, list[Claim]]]:
    """Claims that say how large a lead or a deficit is, by whose it is and of which votes."""
    found: defaultdict[Votes, defaultdict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in known.claims:
        for size in claim.qualifier("marginSize"):
            if claim.positive and is_told(claim):
                spoken = claim.object.path if isinstance(claim.object, Thing) else ""
                place = spoken if spoken and known.is_a(spoken, "Place") else ""
                found[claim.subject, known.contest(claim), place][str(size)].append(claim)
    return found


def _size(size: str, claims: list[Claim], figure: Figure, known: Statements) -> Iterator[Finding]:
    """A size in words against a lead in points."""
    told, lead = (*claims, figure.claim), _lead(figure)
    where = f"{known.label(figure.who)} in {known.label(figure.contest)}"
    text = f"{figure.quantity.as_written}: apart by {lead} points"
    if SIZES[size].holds(lead):
        kind = "compatible" if any(hedges(claim) for claim in told) else "confirmed"
        says = f"The figure and the words for the lead or deficit of {where} fit each other."
        if any(claim.key != figure.claim.key for claim in claims):
            yield finding(ID, kind, told, says, computation=text)
    elif not SIZES[size].fits(lead):
        says = f"The figure and the words for the lead or deficit of {where} do not fit each other."
        yield finding(ID, "tension", told, says, computation=text, confidence="medium")


def _lead(figure: Figure) -> Interval:
    """How many points a figure puts between a candidate and the next, whoever else stood."""
    share = strict(figure.quantity)
    return Interval((share.scaled(TWO) - ALL).low, share.high) if figure.measure == "share" else share


RULE = Rule(
    ID,
    "Comparators against figures",
    "Words that compare (far more, well ahead, by a wide margin) are of the order of the figures given for "
    "the same amounts or the same votes.",
    "Words and figures stand; a word never becomes a figure, and a hedged figure never a firm one.",
    _find,
)
