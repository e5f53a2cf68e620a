"""Shares of one count: one for each candidate, what they add up to, and whether they are everybody's."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from graph.findings.interval import Interval, between, plain, point, strict
from graph.findings.statements import Figure, Statements

MEASURES = ("share", "poll-share", "undecided")
NOTHING, ALL = point(Decimal(0)), point(Decimal(100))
TWO = 2


def share(figure: Figure) -> Interval:
    """What the wording of a share leaves open, between none and all."""
    return strict(figure.quantity).meet(between(0, 100))


def added_up(shares: Iterable[Figure]) -> Interval:
    """What shares come to together."""
    total = NOTHING
    for one in shares:
        total += share(one)
    return total


def is_too_much(shares: Iterable[Figure]) -> bool:
    """Whether shares come to more than everybody, however they are rounded."""
    return Interval(added_up(shares).low, ALL.high).is_empty


def is_exact(figure: Figure) -> bool:
    """Whether a share is a plain number."""
    return figure.quantity.precision == "exact"


def counts(known: Statements) -> Iterator[list[Figure]]:
    """The shares of each count as one document gives them, if it gives two."""
    grouped: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in known.measured(*MEASURES):
        if figure.contest and not known.is_a(figure.who, "Contest"):
            grouped[*figure.count, figure.claim.document].append(figure)
    for figures in grouped.values():
        if len(lowest := lowest_of_each(figures)) >= TWO:
            yield lowest


def joint_counts(known: Statements) -> Iterator[list[Figure]]:
    """The shares of each count as several documents give them together, the lowest of each candidate."""
    grouped: defaultdict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in known.measured(*MEASURES):
        if figure.contest and not known.is_a(figure.who, "Contest"):
            grouped[figure.count].append(figure)
    for figures in grouped.values():
        lowest = lowest_of_each(figures)
        if len({figure.claim.document for figure in lowest}) >= TWO:
            yield lowest


def lowest_of_each(figures: Sequence[Figure]) -> list[Figure]:
    """One share of each candidate, the lowest, in reading order."""
    lowest: dict[str, Figure] = {}
    for figure in sorted(figures, key=_low):
        lowest.setdefault(figure.who, figure)
    return sorted(
        lowest.values(), key=lambda one: (one.claim.document, one.claim.evidence.span.start, one.claim.key)
    )


def are_everybody(shares: Sequence[Figure], known: Statements) -> bool:
    """Whether nobody else can have a share: both of a run-off, and in a poll those without a choice too."""
    is_runoff = known.is_a(shares[0].contest, "RunoffContest")
    asked = [one for one in shares if one.measure != "undecided"]
    is_poll = shares[0].survey != ""
    return is_runoff and len(asked) == TWO and is_poll == (len(shares) > TWO)


def term(figure: Figure) -> str:
    """A share as a term of a sum."""
    value = figure.quantity.value
    return plain(value) if value is not None and is_exact(figure) else f"({strict(figure.quantity)})"


def sum_text(shares: Iterable[Figure]) -> str:
    """Shares as a sum, and what it comes to if all are plain numbers."""
    told = list(shares)
    terms = " + ".join(term(one) for one in told)
    values = [one.quantity.value for one in told if one.quantity.value is not None and is_exact(one)]
    return f"{terms} = {plain(sum(values, Decimal(0)))}" if len(values) == len(told) else terms


def _low(figure: Figure) -> tuple[Decimal, str]:
    low = share(figure).low
    return low.value if low is not None else Decimal(0), figure.claim.key
