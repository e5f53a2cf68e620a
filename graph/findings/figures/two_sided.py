"""Shares of candidates in an area, as stated or as they follow from a margin between two candidates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from graph.findings.interval import Interval, plain, point, strict
from graph.findings.statements import Figure, Statements, path_of
from sources.claim import Claim

HALF = Decimal("0.5")
NOTHING, EVEN, ALL = (point(Decimal(percent)) for percent in (0, 50, 100))
LEAD, DEFICIT = "margin", "margin-of-loss"


@dataclass(frozen=True, slots=True)
class Standing:
    """The share of a candidate in an area.

    Attributes:
        area: Path of the place whose votes are meant.
        share: Percent of the votes; if it follows from a margin, for two candidates.
        shown: A number to calculate with for people.
        text: How the number is known, for example "50 - 20/2 = 40".
        claim: The claim it rests on.
        is_stated: Whether the claim gives it as a share.
    """

    who: str
    contest: str
    area: str
    share: Interval
    shown: Decimal
    text: str
    claim: Claim
    is_stated: bool


Areas = Mapping[tuple[str, str], Mapping[str, Standing]]


def standings(known: Statements) -> Areas:
    """Shares by contest and area, then by candidate; a stated share goes before one that follows."""
    found: dict[tuple[str, str], dict[str, Standing]] = {}
    for standing in sorted(_all(known), key=lambda one: not one.is_stated):
        found.setdefault((standing.contest, standing.area), {}).setdefault(standing.who, standing)
    return found


def area(figure: Figure, known: Statements) -> str:
    """Path of the place whose votes a figure counts."""
    return figure.place or known.linked(figure.contest, "jurisdiction")


def _all(known: Statements) -> Iterator[Standing]:
    for figure in known.measured("share", LEAD, DEFICIT):
        value = figure.quantity.value
        if figure.survey or not figure.contest or value is None:
            continue
        if figure.measure == "share":
            where = (figure.who, figure.contest, area(figure, known))
            yield Standing(*where, strict(figure.quantity), value, plain(value), figure.claim, is_stated=True)
        else:
            yield from _of_two(figure, value, known)


def _of_two(figure: Figure, margin: Decimal, known: Statements) -> Iterator[Standing]:
    """The shares of both candidates, if there are no others."""
    half = strict(figure.quantity).scaled(HALF)
    opponent = path_of(figure.claim.qualifier("opponent"))
    first, second = (figure.who, opponent) if figure.measure == LEAD else (opponent, figure.who)
    signs = ((first, EVEN + half, "+", margin / 2), (second, EVEN - half, "-", -margin / 2))
    for who, share, sign, change in signs:
        if who:
            text = f"50 {sign} {plain(margin)}/2 = {plain(50 + change)}"
            where = (who, figure.contest, area(figure, known))
            yield Standing(*where, share, 50 + change, text, figure.claim, is_stated=False)


def by_person(told: Areas) -> Mapping[str, list[Standing]]:
    """Every share of each candidate."""
    found: dict[str, list[Standing]] = {}
    for shares in told.values():
        for who, standing in shares.items():
            found.setdefault(who, []).append(standing)
    return found
