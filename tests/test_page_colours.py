"""The colours of the page: everyone can tell lines apart, and marks stand out from the paper, in both themes.

Colour is never the only difference; strokes and ends differ too. Colour vision is simulated as Machado,
Oliveira and Fernandes have it (2009), in linear RGB; differences are CIE 1976.
"""

import re
from itertools import combinations
from math import dist
from pathlib import Path

import pytest

STYLE = (Path(__file__).parents[1] / "graph/page/web/src/style.css").read_text("utf-8")
LINES = ("money", "support", "opposition", "tie", "candidacy", "outcome")
MARKS = (*LINES, "donor", "committee", "county", "edge-of-box", "hedge")
TEXTS = ("ink", "quiet", "accent", "hedge", "opposition")
VISION = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TOLD_APART = 11.0
"""Colours nearer than this look alike beside each other (one just noticeable difference is about 2.3)."""
Colour = tuple[float, float, float]


def palette(theme: str) -> dict[str, Colour]:
    """The colours of a theme in linear RGB."""
    start = ':root[data-theme="dark"] {' if theme == "dark" else ":root {"
    block = STYLE[STYLE.index(start) :].partition("}")[0]
    return {name: linear(code) for name, code in re.findall(r"--([\w-]+): #([0-9a-f]{6})", block)}


def linear(code: str) -> Colour:
    """A colour as light, of its six digits."""
    parts = (int(code[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def luminance(colour: Colour) -> float:
    """How bright a colour is, from 0 to 1."""
    red, green, blue = colour
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """As WCAG 2.2 counts it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(colour: Colour, vision: str) -> Colour:
    """A colour as somebody with a kind of colour vision sees it."""
    red, green, blue = (
        min(1.0, max(0.0, sum(share * part for share, part in zip(row, colour, strict=True))))
        for row in VISION[vision]
    )
    return red, green, blue


def lab(colour: Colour) -> Colour:
    """A colour in CIELAB, under daylight (D65)."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    xyz = (sum(share * part for share, part in zip(row, colour, strict=True)) for row in rows)
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (one / by for one, by in zip(xyz, white, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("vision", list(VISION))
def test_lines_are_told_apart(theme: str, vision: str) -> None:
    """No two kinds of line look alike to anybody."""
    colours = {name: lab(seen(palette(theme)[name], vision)) for name in LINES}
    alike = {
        pair: round(dist(colours[pair[0]], colours[pair[1]]), 1)
        for pair in combinations(LINES, 2)
        if dist(colours[pair[0]], colours[pair[1]]) < TOLD_APART
    }
    assert alike == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marks_and_texts_stand_out_from_the_paper(theme: str) -> None:
    """3 to 1 for what is drawn, 4.5 to 1 for what is read (WCAG 2.2, 1.4.11 and 1.4.3)."""
    colours = palette(theme)
    for names, least in ((MARKS, 3.0), (TEXTS, 4.5)):
        for paper in ("paper", "side", "box"):
            faint = {
                name: round(contrast(colours[name], colours[paper]), 2)
                for name in names
                if contrast(colours[name], colours[paper]) < least
            }
            assert faint == {}, paper
