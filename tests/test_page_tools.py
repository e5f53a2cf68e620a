"""What a reader does with the page: filter, step back, trace, take away; and that nobody is kept out."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import asdict, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hostile import HOSTILE
from page_screen import BASE, EDGES, NODES, SAMPLE, Screen, afresh, edge, new_screen, node, saved
from playwright.sync_api import Browser, expect

from graph.page import to_html
from graph.page_options import Arrangement, PageOptions
from graph.picture import Column, DatasetCard, Interval, Picture, RowsCard

SVG = "{http://www.w3.org/2000/svg}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def gift(number: int, dollars: int) -> Any:
    """One of several gifts of Wharf Holdings to the League."""
    amount = Interval(Decimal(dollars), Decimal(dollars), text=f"${dollars:,}")
    more = {"amount": amount, "claims": ("c2",), "date": f"203{number % 5}-03-01"}
    return edge(number, "wharf", "league", "gaveTo", "gave to", "money", **more)


GIFTS = gift(20, 900), gift(21, 500), gift(22, 100)
FILED = edge(30, "bridge", "league", "gaveTo", "gave to", "money", claims=(), origins=0)
RICH = replace(
    SAMPLE,
    nodes=tuple(
        replace(one, states=("Erewhon",) if "Alder" in one.label else ("Utopia",))
        if one.column in (Column.COUNTIES, Column.OUTCOMES)
        else one
        for one in (*NODES, node("league", "League of Piers", Column.COMMITTEES, kind="Committee"))
    ),
    edges=(*EDGES, *GIFTS, FILED, replace(EDGES[4], iri=BASE + "e31", denied=True)),
    documents={
        key: replace(card, address="https://gazette.example/alder") for key, card in SAMPLE.documents.items()
    },
    datasets=(DatasetCard("d", BASE + "d", "Filings", "Board", "public domain", "https://board.example/d"),),
    rows=(RowsCard(FILED.iri, "d", "filed", "$700 in 2 rows.", 2, ("a.csv",), ("a.csv:2", "a.csv:3"), ""),),
)  # fmt: skip
"""The sample with several gifts between the same two, filings, states, days, and addresses of sources."""


@pytest.fixture(scope="module")
def window(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """One window for all tests."""
    place = tmp_path_factory.mktemp("tools") / "page.html"
    place.write_text(to_html(RICH), encoding="utf-8")
    opened = new_screen(browser, place)
    yield opened
    opened.page.context.close()


@pytest.fixture
def screen(window: Screen) -> Iterator[Screen]:
    """The page, opened afresh."""
    yield from afresh(window)


COPY = "Object.defineProperty(navigator, 'clipboard', {value: {writeText: (text) => { window.kept = text }}})"
"""Keeps what is copied."""


def lit(screen: Screen) -> set[str]:
    """Names of the marks that stand out."""
    return {iri.removeprefix(BASE) for iri in screen.page.evaluate("moneytrail.standingOut()")}


# ---- filters and steps ---------------------------------------------------------------------------------


def test_only_what_official_filings_say(screen: Screen) -> None:
    """One line comes from a filing; the box brings all others back."""
    box = screen.page.get_by_label("Only what official filings say")
    box.check()
    expect(screen.counts).to_contain_text("2 of 10 marks, 1 of 18 relationships")
    box.uncheck()
    expect(screen.counts).to_contain_text("18 of 18 relationships")


def test_states_years_and_wording_are_filters(screen: Screen) -> None:
    """Each folds out, and hides what is in no other group."""
    for part, name, left in (
        ("States", "Utopia", 15),
        ("Years", "2031", 17),
        ("How it is put", "reported", 18),
    ):
        fold = screen.page.locator("#legend details", has=screen.page.get_by_text(part, exact=True))
        fold.locator("summary").click()
        fold.get_by_label(name).uncheck()
        expect(screen.counts).to_contain_text(f"{left} of 18 relationships")
        screen.page.click("#reset")


def test_time_is_set_by_keyboard_and_stands_in_the_address(screen: Screen) -> None:
    """The first day moves on by arrow keys; what is earlier goes, what has no date stays."""
    screen.page.focus("#from")
    for _ in range(2):
        screen.page.keyboard.press("ArrowRight")
    expect(screen.page.locator("#time-text")).to_have_text("2032-03-01 to 2032-03-01")
    expect(screen.counts).to_contain_text("16 of 18 relationships")
    assert "from=2032-03-01" in screen.page.url
    screen.page.reload()
    expect(screen.counts).to_contain_text("16 of 18 relationships")


def test_steps_are_undone_and_done_again(screen: Screen) -> None:
    """Filter, selection and view are one step each, by button and by keys."""
    undo, redo = screen.page.locator("#undo"), screen.page.locator("#redo")
    expect(undo).to_be_disabled()
    screen.page.get_by_label("Opposition").uncheck()
    screen.click_mark("quill")
    screen.page.click("#show-table")
    undo.click()
    expect(screen.page.locator("#table")).to_be_hidden()
    screen.page.keyboard.press("Control+z")
    expect(screen.panel.locator("h2")).to_have_text("Overview")
    expect(screen.counts).to_contain_text("16 of 18 relationships")
    undo.click()
    expect(screen.counts).to_contain_text("18 of 18 relationships")
    expect(undo).to_be_disabled()
    redo.click()
    screen.page.keyboard.press("Control+y")
    expect(screen.panel.locator("h2")).to_have_text("Ada Quill")
    expect(screen.counts).to_contain_text("16 of 18 relationships")


# ---- the network ---------------------------------------------------------------------------------------


def test_money_is_traced_over_committees(screen: Screen) -> None:
    """Whoever is spent against by a fund sees who gave to the fund; ties of givers stay out."""
    place = screen.page.evaluate("iri => moneytrail.placeOf(iri)", BASE + "osei")
    screen.page.mouse.move(place["x"], place["y"])
    expect(screen.page.locator("#tip")).to_contain_text("Kwame Osei")
    assert {"e5", "e1", "e13", "quill", "wharf"} <= lit(screen)
    assert "e4" not in lit(screen)


def test_several_gifts_are_one_line_until_one_is_selected(screen: Screen) -> None:
    """They share one place; once one is selected each has its own, and can be clicked."""
    names = ("e20", "e21", "e22")

    def places() -> set[tuple[int, int]]:
        found = (screen.page.evaluate("iri => moneytrail.placeOf(iri)", BASE + name) for name in names)
        return {(round(one["x"]), round(one["y"])) for one in found}

    assert len(places()) == 1
    screen.click_mark("e21")
    expect(screen.panel.locator(".sum strong")).to_have_text("$900")
    assert len(places()) == 3
    screen.click_mark("e22")
    expect(screen.panel.locator(".sum strong")).to_have_text("$100")


def sixty(labels: list[str]) -> Picture:
    """Sixty marks in five columns with three lines each."""
    nodes = tuple(
        node(f"n{n}", labels[n % len(labels)], Column(n % 5), subtitle="a note below") for n in range(60)
    )
    edges = tuple(
        edge(100 + n, f"n{n // 3}", f"n{(7 * n + 11) % 60}", "gaveTo", "gave to", "money")
        for n in range(180)
        if n // 3 != (7 * n + 11) % 60
    )
    return replace(SAMPLE, nodes=nodes, edges=edges)


@pytest.mark.parametrize("layout", list(Arrangement))
def test_no_labels_overlap_at_sixty_marks(browser: Browser, tmp_path: Path, layout: Arrangement) -> None:
    """As they are measured in the browser, with long names and wide letters."""
    names = ["Ada Quill", "The Committee for Safer Harbours and Bridges of Alder", "王小明的委員會", "W" * 24]
    place = tmp_path / "sixty.html"
    place.write_text(to_html(sixty(names), PageOptions(arrangement=layout)), encoding="utf-8")
    screen = new_screen(browser, place).open()
    with screen.page.expect_download() as download:
        screen.page.click("#save-svg")
    drawing = ET.parse(download.value.path())  # noqa: S314  our own file
    assert len(drawing.findall(f".//{SVG}text")) > 120
    boxes = screen.page.evaluate(TEXT_BOXES, Path(download.value.path()).read_text("utf-8"))
    assert overlaps(boxes) == []
    screen.page.context.close()


TEXT_BOXES = """(file) => {
    const box = new DOMParser().parseFromString(file, "image/svg+xml").documentElement;
    document.body.append(box);
    const texts = [...box.querySelectorAll("text")].filter((text) => text.textContent.length > 2);
    const found = texts.map((text) => {
        const {x, y, width, height} = text.getBBox();
        return [text.textContent, x, y + height * 0.2, x + width, y + height * 0.8];
    });
    box.remove();
    return found;
}"""


def overlaps(boxes: list[list[Any]]) -> list[tuple[str, str]]:
    """Texts that share some room."""
    return [
        (one[0], other[0])
        for n, one in enumerate(boxes)
        for other in boxes[:n]
        if one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]
    ]


# ---- the table -----------------------------------------------------------------------------------------


def test_the_table_is_filtered_copied_and_saved(screen: Screen) -> None:
    """Every word must be in the row, without regard to accents; what is copied and saved is what is shown."""
    screen.page.click("#show-table")
    screen.page.fill("#table-filter", "tamar BACKED")
    rows = screen.page.locator("#table tbody tr")
    expect(rows).to_have_count(1)
    with screen.page.expect_download() as download:
        screen.page.get_by_role("button", name="CSV of these rows").click()
    kept = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert [(one["from"], one["relation"]) for one in kept] == [("Ada Quill", "backed")]
    screen.page.evaluate(COPY)
    screen.page.get_by_role("button", name="Copy the rows shown").click()
    expect(screen.page.get_by_text("Copied")).to_be_visible()
    assert screen.page.evaluate("window.kept").split("\n")[1].startswith("Ada Quill\tbacked\tTamár Voss")


# ---- evidence and files --------------------------------------------------------------------------------


def test_sources_are_linked_where_they_state_an_address(screen: Screen) -> None:
    """A claim links to its article; rows to where they were got; both can be cited."""
    screen.select("e1")
    link = screen.panel.locator(".card .where a").first
    expect(link).to_have_attribute("href", "https://gazette.example/alder")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    screen.page.evaluate(COPY)
    screen.select("e30")
    screen.panel.get_by_role("button", name="Copy citation of these rows").click()
    expect(screen.panel.get_by_text("Copied")).to_be_visible()
    assert screen.page.evaluate("window.kept") == (
        "$700 in 2 rows. Filings, Board, https://board.example/d: a.csv:2; a.csv:3. Files: a.csv."
        f" ({BASE}e30)"
    )


def test_the_picture_is_saved_as_svg_with_ends_and_fonts(screen: Screen) -> None:
    """It is XML that stands alone: every name, a line and an end for each relationship, and a font family."""
    drawing = ET.fromstring(saved(screen, "#save-svg").decode())  # noqa: S314  our own file
    texts = {text.text for text in drawing.iter(f"{SVG}text")}
    assert {"Ada Quill", "Bridge Fund", "×3", "≠", "?"} <= texts
    assert all(text.get("font-family") for text in drawing.iter(f"{SVG}text"))
    paths = list(drawing.iter(f"{SVG}path"))
    assert len([path for path in paths if "C" in path.get("d", "") and path.get("fill") == "none"]) >= 15
    assert (
        len([path for path in paths if path.get("d", "").endswith("Z") and path.get("fill") != "none"]) >= 15
    )
    assert drawing.find(f"{SVG}title") is not None


def test_the_network_is_saved_as_graphml(screen: Screen) -> None:
    """Every shown mark with its ends and what is told of it."""
    screen.page.get_by_label("Opposition").uncheck()
    graph = ET.fromstring(saved(screen, "#save-graphml").decode())  # noqa: S314  our own file
    assert len(list(graph.iter(f"{GRAPHML}node"))) == 10
    edges = list(graph.iter(f"{GRAPHML}edge"))
    assert len(edges) == 16
    told = {data.get("key"): data.text for data in edges[0].iter(f"{GRAPHML}data")}
    assert (told["edge-sentence"], told["edge-low"]) == ("Ada Quill gave to Bridge Fund", "1500000")
    assert (told["edge-claims"], told["edge-standing"]) == ("c1; c2", "asserted")


def test_hostile_names_are_in_the_graphml_letter_by_letter(browser: Browser, tmp_path: Path) -> None:
    """But for signs that XML cannot hold."""
    nodes = tuple(node(f"h{n}", text, Column(n % 5)) for n, text in enumerate(HOSTILE))
    place = tmp_path / "hostile.html"
    place.write_text(to_html(replace(SAMPLE, nodes=nodes, edges=())), encoding="utf-8", newline="")
    screen = new_screen(browser, place).open()
    graph = ET.fromstring(saved(screen, "#save-graphml").decode())  # noqa: S314  our own file
    found = [data.text for data in graph.iter(f"{GRAPHML}data") if data.get("key") == "node-label"]
    unwritable = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), "�")
    assert found == [text.translate(unwritable) for text in HOSTILE]
    assert json.loads(saved(screen, "#save-json"))["nodes"][0]["label"] == asdict(nodes[0])["label"]
    screen.page.context.close()
    assert screen.unwanted == []


# ---- nobody is kept out --------------------------------------------------------------------------------


VIOLATIONS = """axe.run({
    resultTypes: ["violations"],
}).then((done) => done.violations.map((one) =>
    `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`))"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_any_view(browser: Browser, window: Screen, axe: str, theme: Any) -> None:
    """With everything of the legend open, and a mark of each kind in the panel."""
    screen = new_screen(browser, Path(window.address.removeprefix("file://")), color_scheme=theme).open()
    screen.page.evaluate(axe)
    screen.page.evaluate("document.querySelectorAll('#legend details').forEach((one) => { one.open = true })")
    found: list[str] = []
    for button in screen.page.locator("#switch button").all():
        button.click()
        for mark in (None, "quill", "e1"):
            if mark is not None:
                screen.select(mark)
            broken = screen.page.evaluate(VIOLATIONS)
            found += [f"{button.text_content()}, {mark}: {one}" for one in broken]
    screen.page.context.close()
    assert found == []
    assert screen.unwanted == []
