"""What sources say is text in every view, in stories and in saved pictures, and does nothing there."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hostile import HOSTILE
from page_screen import BASE, Screen, new_screen, saved
from playwright.sync_api import Browser

from graph.maps.area import Area, Map, Margin
from graph.page import to_html
from graph.picture import Column, Edge, Happening, Interval, Node, Picture, StepCard, StoryCard

STEPS = [HOSTILE[start : start + 30] for start in range(0, len(HOSTILE), 30)]
"""Texts of each step of the story."""
SVG = "{http://www.w3.org/2000/svg}"
EACH = list(enumerate(HOSTILE))


def hostile_picture() -> Picture:
    """The n-th text names a donor, a place, its contest and what happened in it; all are in a story."""
    places = [Node(f"{BASE}place{n}", text, "County", Column.COUNTIES, states=(text,)) for n, text in EACH]
    contests = [Node(f"{BASE}contest{n}", text, "Contest", Column.OUTCOMES, text) for n, text in EACH]
    donors = [Node(f"{BASE}donor{n}", text, "Person", Column.DONORS) for n, text in EACH]
    held = [
        Edge(f"{BASE}held{n}", places[n].iri, contests[n].iri, "heldIn", text, "outcome", result="won")
        for n, text in EACH
    ]
    spent = [
        Edge(
            f"{BASE}spent{n}", donors[n].iri, contests[n].iri, "spentOn", text, "money", detail=text,
            amount=Interval(Decimal(n + 1), text=text),
        )
        for n, text in EACH
    ]  # fmt: skip
    areas = tuple(
        Area(
            places[n].iri,
            (f"{n:05}",),
            text,
            f"M{20 * n} 0h9v9h-9Z",
            (20 * n, 0, 20 * n + 9, 9),
            (20 * n + 4, 4),
        )
        for n, text in EACH
    )
    margins = tuple(
        Margin(contests[n].iri, Decimal(n), None, low_open=True, text=text, why=text, dataset=text)
        for n, text in EACH
    )
    happenings = tuple(
        Happening(
            f"{text} h{n}", ("event", "ad", "gift")[n % 3], text, told="2018-06-05", basis=text,
            marks=(contests[n].iri,), figure=Interval(Decimal(n % 90), text=text), series=text, status=text,
        )
        for n, text in EACH
    )  # fmt: skip
    steps = tuple(
        StepCard(" ".join(some), "\n\n".join(some), "table", donors[0].iri, (spent[0].iri,)) for some in STEPS
    )
    contest_edges = (Edge(**{**_fields(edge), "contest": edge.target}) for edge in held)
    return Picture(
        "Hostile", "", (*donors, *places, *contests), (*spent, *contest_edges), {}, {},
        map=Map(2400, 1500, "", dict.fromkeys(HOSTILE, ""), areas, (), margins),
        happenings=happenings, story=StoryCard(HOSTILE[0], steps),
    )  # fmt: skip


def _fields(edge: Edge) -> dict[str, object]:
    return {name: getattr(edge, name) for name in Edge.__dataclass_fields__}


@pytest.fixture(scope="module")
def screen(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """The page, which is not in its story."""
    place = tmp_path_factory.mktemp("hostile") / "page.html"
    place.write_text(to_html(hostile_picture()), encoding="utf-8", newline="")
    opened = new_screen(browser, place).open("#step=0")
    yield opened
    opened.page.context.close()
    assert opened.unwanted == []


def in_words(text: str) -> str:
    """The text with one space for any, as JavaScript has it: captions have paragraphs."""
    return " ".join(text.replace("\ufeff", " ").split())


def nothing_ran(screen: Screen) -> bool:
    """Whether no text became markup."""
    found = "document.querySelectorAll('iframe, object, embed, base, form, image, a[href^=java]').length"
    return screen.page.evaluate(f"window.ran === undefined && document.scripts.length === 3 && {found} === 0")


@pytest.mark.parametrize("view", ["flow", "map", "timeline", "table"])
def test_texts_stand_in_every_view(screen: Screen, view: str) -> None:
    """As text, and as names for who hears the page; each at least once."""
    screen.page.evaluate("hash => { location.hash = hash }", f"step=0&view={view}")
    screen.page.wait_for_selector(f"#view-{view}:not([hidden])")
    screen.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    heard = "[...host.querySelectorAll('[aria-label]')].map((one) => one.ariaLabel).join(' ')"
    told = screen.page.evaluate(
        f"name => {{ const host = document.getElementById(name); return host.textContent + {heard} }}",
        f"view-{view}",
    )
    assert [text for text in HOSTILE if text not in told] == []
    assert nothing_ran(screen)


@pytest.mark.parametrize("view", ["network", "flow", "map", "timeline"])
def test_pictures_are_saved_whatever_is_in_them(screen: Screen, view: str) -> None:
    """As XML that can be read, in which nothing runs; and as PNG."""
    screen.page.evaluate("hash => { location.hash = hash }", f"step=0&view={view}")
    screen.page.wait_for_selector(f"#view-{view}:not([hidden])")
    drawing = ET.fromstring(saved(screen, "#save-svg"))  # noqa: S314  our own file
    names = {element.tag.removeprefix(SVG) for element in drawing.iter()}
    assert names.isdisjoint({"script", "foreignObject", "image", "a", "iframe", "animate", "set"})
    assert not any(name.startswith("on") for element in drawing.iter() for name in element.attrib)
    assert saved(screen, "#save-png").startswith(b"\x89PNG")


def test_texts_stand_in_a_story(screen: Screen) -> None:
    """Title and caption of each step."""
    for number, some in enumerate(STEPS, 1):
        screen.page.evaluate("hash => { location.hash = hash }", f"step={number}")
        screen.page.locator("#story").get_by_text(f"{number} of {len(STEPS)}").wait_for()
        told = in_words(str(screen.page.locator("#story").evaluate("story => story.textContent")))
        assert [text for text in some if told.count(in_words(text)) < 2] == []
    assert nothing_ran(screen)
