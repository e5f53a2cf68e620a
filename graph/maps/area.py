"""What the map of a picture shows besides its marks."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Area:
    """A place on the map.

    Attributes:
        place: IRI of the place.
        counties: FIPS codes of its counties, in order.
        state: Name of the state of the first of them.
        path: Outline as an SVG path, in units of paths.
        box: Left, top, right and bottom, in units of paths.
        anchor: Where its symbol stands, in units of paths.
    """

    place: str
    counties: tuple[str, ...]
    state: str
    path: str
    box: tuple[int, int, int, int]
    anchor: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Margin:
    """How far the first two of a contest are apart, in percent of the votes.

    Attributes:
        contest: IRI of the contest.
        low: At least so far, None when nothing says so.
        high: At most so far, None when nothing says so.
        low_open: True when it is above `low`.
        text: For people, for example "more than 24 points".
        why: Where it comes from: a figure of a source, or a computation with it.
        claims: Keys of the claims it rests on; empty for votes in rows of a dataset.
        dataset: Key of the dataset, "" for claims.
    """

    contest: str
    low: Decimal | None
    high: Decimal | None
    low_open: bool
    text: str
    why: str
    claims: tuple[str, ...] = ()
    dataset: str = ""


@dataclass(frozen=True, slots=True)
class Map:
    """A map of the contests of a picture.

    Attributes:
        width: Of the sheet, in units of paths.
        height: Of the sheet, in units of paths.
        land: Outlines of all states, coarsely, as one path.
        states: Outlines of the states that have an area, finely, by their names.
        areas: The places that can be drawn, the larger ones first.
        unplaced: IRIs of places whose counties are not known, or have no boundary.
        margins: Of contests, as far as they are told.
    """

    width: int
    height: int
    land: str
    states: dict[str, str]
    areas: tuple[Area, ...]
    unplaced: tuple[str, ...]
    margins: tuple[Margin, ...]
