"""What somebody asks a picture to show, as typed."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Selection:
    """The part of a graph that a picture shows; an empty part leaves it open.

    Entities may be named by path, IRI, name or a regulator's id. Of several values of one part any will do;
    the parts narrow each other.

    Attributes:
        focus: Entities around which the picture is drawn.
        hops: How many relationships away from them it ends.
        contests: Contests or sets of contests.
        counties: Counties by name or FIPS code.
        states: States by name or postal code.
        years: Years, or times in EDTF such as `2016/2018`.
        min_amount: Dollars that an amount must come to.
        query: File of a SPARQL query whose answer names what is drawn.
    """

    focus: tuple[str, ...] = ()
    hops: int = 1
    contests: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    min_amount: Decimal | None = None
    query: Path | None = None


EVERYTHING = Selection()
