"""Who is ahead of whom by how many points: in a poll, and in a result."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from graph.findings.groups.sides import opponents
from graph.findings.interval import plain
from graph.findings.statements import Figure, Statements
from sources.claim import Claim


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead over the next candidate.

    Attributes:
        who: Path of the candidate in front.
        others: Paths of the candidates behind.
        points: Lead in percentage points.
        undecided: Percent of respondents without a choice, None where it is not said.
    """

    who: str
    others: tuple[str, ...]
    contest: str
    points: Decimal
    computation: str
    claims: tuple[Claim, ...]
    undecided: Decimal | None = None


def poll_leads(known: Statements) -> Iterator[Lead]:
    """The lead in each poll that gives exact shares of two candidates or more."""
    undecided = {figure.count: figure for figure in known.measured("undecided")}
    for count, shares in _exact(known.measured("poll-share")).items():
        open_part = undecided.get(count)
        lead = _first_over_second(shares)
        if lead is None:
            continue
        if open_part is None:
            yield lead
            continue
        claims = (*lead.claims, open_part.claim)
        yield Lead(
            *(lead.who, lead.others, lead.contest, lead.points, lead.computation, claims),
            undecided=open_part.quantity.value,
        )


def result_leads(known: Statements) -> Mapping[str, list[Lead]]:
    """Leads in results by contest: stated margins, else the difference of exact shares."""
    found: defaultdict[str, list[Lead]] = defaultdict(list)
    for figure in known.measured("margin", "margin-of-loss"):
        lead = _stated(figure)
        if lead is not None and figure.contest and not figure.place:
            found[figure.contest].append(lead)
    for (contest, place, survey), shares in _exact(known.measured("share")).items():
        lead = _first_over_second(shares)
        if lead is not None and not (place or survey or contest in found):
            found[contest].append(lead)
    return found


def _exact(figures: list[Figure]) -> dict[tuple[str, str, str], list[Figure]]:
    """Figures without a hedge by contest, place and poll."""
    found: defaultdict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.quantity.precision == "exact" and figure.contest:
            found[figure.count].append(figure)
    return found


def _first_over_second(shares: list[Figure]) -> Lead | None:
    """The lead of the largest share over the second; None for one candidate, or a tie."""
    best: dict[str, Figure] = {}
    for share in shares:
        best.setdefault(share.who, share)
    order = sorted(best.values(), key=lambda share: (-_value(share), share.who))
    if len(order) < 2 or _value(order[0]) == _value(order[1]):  # noqa: PLR2004 - a lead is over a second
        return None
    first, second = order[0], order[1]
    points = _value(first) - _value(second)
    text = f"{plain(_value(first))} - {plain(_value(second))} = {plain(points)}"
    behind = tuple(share.who for share in order[1:])
    return Lead(first.who, behind, first.contest, points, text, (first.claim, second.claim))


def _stated(figure: Figure) -> Lead | None:
    """The lead a margin states; None when it does not say who was ahead, or by how much."""
    value, other = figure.quantity.value, opponents(figure.claim)
    if value is None:
        return None
    text = f"{figure.quantity.as_written}, {plain(value)} points"
    if figure.measure == "margin":
        return Lead(figure.who, other, figure.contest, value, text, (figure.claim,))
    if not other:
        return None
    return Lead(other[0], (figure.who,), figure.contest, value, text, (figure.claim,))


def _value(figure: Figure) -> Decimal:
    assert figure.quantity.value is not None  # noqa: S101 - an exact figure has a value
    return figure.quantity.value
