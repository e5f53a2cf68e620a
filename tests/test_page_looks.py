"""Every view looks as it was when somebody last looked at it: coarse pictures are compared with kept ones.

Each screenshot becomes a grid of mean colours. Letters are not drawn, since fonts differ from machine to
machine. With MONEYTRAIL_WRITE_LOOKS=1 the grids are written anew; look at the views first.
"""

import base64
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_screen import Screen, new_screen
from playwright.sync_api import Browser, Page

from graph.page import to_html
from graph.rendering import make_picture

KEPT = Path(__file__).parent / "data" / "looks.json"
VIEWS = ("network", "flow", "map", "timeline", "table")
ACROSS, DOWN = 40, 25
FAR = 24
"""Of 255, in one colour of one cell: more than what edges of shapes differ by."""
FAR_CELLS = 0.04
"""The share of cells that may be far off."""
NO_LETTERS = """
CanvasRenderingContext2D.prototype.fillText = () => undefined;
CanvasRenderingContext2D.prototype.strokeText = () => undefined;
document.addEventListener("DOMContentLoaded", () => {
    const style = new CSSStyleSheet();
    style.replaceSync(`* { color: transparent !important } svg text { opacity: 0 }
        .top { height: 56px; overflow: hidden } .bottom { height: 34px; overflow: hidden }`);
    document.adoptedStyleSheets = [style];
});"""
GRID = """async ([png, across, down]) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const pen = new OffscreenCanvas(across, down).getContext("2d");
    pen.imageSmoothingQuality = "high";
    pen.drawImage(image, 0, 0, across, down);
    return [...pen.getImageData(0, 0, across, down).data].filter((_, place) => place % 4 < 3);
}"""


@pytest.fixture(scope="module")
def screen(browser: Browser, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """The page of the five articles, without letters."""
    place = tmp_path_factory.mktemp("looks") / "page.html"
    place.write_text(to_html(make_picture(built)), encoding="utf-8")
    opened = new_screen(browser, place, viewport={"width": 1280, "height": 800})
    opened.page.add_init_script(NO_LETTERS)
    yield opened.open()
    opened.page.context.close()


@pytest.fixture(scope="module")
def other(browser: Browser) -> Iterator[Page]:
    """A page that may fetch, to make grids in."""
    opened = browser.new_page()
    yield opened
    opened.close()


def look(screen: Screen, other: Page, hash_: str) -> list[int]:
    """Red, green and blue of each cell of what is drawn, row by row."""
    screen.page.evaluate("hash => { location.hash = hash }", hash_)
    screen.page.wait_for_timeout(150)
    shot = screen.page.locator("#main").screenshot(animations="disabled")
    cells: list[int] = other.evaluate(GRID, [base64.b64encode(shot).decode(), ACROSS, DOWN])
    return cells


def unlike(one: list[int], other: list[int]) -> float:
    """The share of cells that are far off."""
    far = {place // 3 for place, (a, b) in enumerate(zip(one, other, strict=True)) if abs(a - b) > FAR}
    return len(far) / (ACROSS * DOWN)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_views_look_as_they_were_kept(screen: Screen, other: Page, theme: str) -> None:
    """Each of the five, in both themes."""
    looks = {view: look(screen, other, f"view={view}&theme={theme}") for view in VIEWS}
    if os.environ.get("MONEYTRAIL_WRITE_LOOKS"):
        packed = {view: base64.b64encode(bytes(cells)).decode() for view, cells in looks.items()}
        known = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
        KEPT.write_text(json.dumps({**known, theme: packed}, indent=1, sort_keys=True) + "\n", "utf-8")
    kept = json.loads(KEPT.read_text("utf-8"))[theme]
    changed = {view: unlike(cells, list(base64.b64decode(kept[view]))) for view, cells in looks.items()}
    assert {view: share for view, share in changed.items() if share > FAR_CELLS} == {}


@pytest.mark.parametrize("view", ["network", "flow", "map"])
def test_what_looks_otherwise_is_seen(screen: Screen, other: Page, view: str) -> None:
    """A view of one article of the five is far from the kept one."""
    hidden = "&".join(f"hide=source%2F00{number}" for number in (0, 1, 2))
    cells = look(screen, other, f"view={view}&theme=light&{hidden}")
    kept = json.loads(KEPT.read_text("utf-8"))["light"][view]
    assert unlike(cells, list(base64.b64decode(kept))) > FAR_CELLS
