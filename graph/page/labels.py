"""Labels on the canvas: broken into lines, and how much room they take in the widest of the usual fonts."""

from textwrap import shorten, wrap
from unicodedata import east_asian_width

LINES_AT_MOST = 3
WIDTHS = ((frozenset("MWmw@%—…"), 1.0), (frozenset("ABCDEFGHIJKLNOPQRSTUVXYZ&+=<>~"), 0.8))
WIDTH_OF_A_CHARACTER = 0.6
"""Of the font size, as `WIDTHS`; measured on DejaVu Sans, the widest of the fonts the page asks for."""


def lines(text: str, characters: int) -> list[str]:
    """Break a label into at most three lines; the last ends in "…" where the label is longer than that.

    Args:
        text: The label; every run of white space counts as one blank.
        characters: Room on a line.
    """
    broken = wrap(text, characters)
    if len(broken) <= LINES_AT_MOST:
        return broken
    rest = " ".join(broken[LINES_AT_MOST - 1 :])
    kept = shorten(rest, characters, placeholder="…")
    last = kept if kept != "…" else rest[: characters - 1] + "…"
    return [*broken[: LINES_AT_MOST - 1], last]


def width(text: str, size: float) -> float:
    """Estimate the room of a line of text in pixels.

    Args:
        text: The line.
        size: Of the font, in pixels.
    """
    return size * sum(_width(character) for character in text)


def _width(character: str) -> float:
    if east_asian_width(character) in "WF":
        return 1.0
    return next((width for some, width in WIDTHS if character in some), WIDTH_OF_A_CHARACTER)
