"""The page of a large picture: it opens on a summary; search and everything are in the same frame."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from made_up_large import HOSTILE, ID, large_picture
from page_screen import Screen, new_screen, saved
from playwright.sync_api import Browser, Page, expect

from graph.page import to_html
from graph.page.document import schema

LARGEST_FILE = 1_400_000


@pytest.fixture(scope="module")
def html() -> str:
    """The page of 2 801 lines."""
    return to_html(large_picture())


@pytest.fixture(scope="module")
def file(html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That page as a file."""
    place = tmp_path_factory.mktemp("large") / "page.html"
    place.write_text(html, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def window(browser: Browser, file: Path) -> Iterator[tuple[Page, list[str]]]:
    """One window for all tests, with everything that must not happen in it."""
    page = browser.new_page(viewport={"width": 1500, "height": 900})
    page.set_default_timeout(15_000)
    unwanted: list[str] = []
    page.on("pageerror", lambda error: unwanted.append(f"error: {error}"))
    page.on("dialog", lambda dialog: unwanted.append(f"dialog: {dialog.message}"))
    page.on("console", lambda line: unwanted.append(f"console: {line.text}"))
    page.on("request", lambda request: _note_request(request.url, file, unwanted))
    yield page, unwanted
    page.close()


def _note_request(url: str, file: Path, unwanted: list[str]) -> None:
    if url.split("#", maxsplit=1)[0] != file.as_uri() and not url.startswith(("data:", "blob:")):
        unwanted.append(f"request: {url}")


@pytest.fixture
def page(window: tuple[Page, list[str]], file: Path) -> Iterator[Page]:
    """The page, opened afresh and unpacked."""
    page, unwanted = window
    page.goto("about:blank")
    unwanted.clear()
    open_at(page, file, "")
    yield page
    assert unwanted == []


def open_at(page: Page, file: Path, hash_part: str) -> None:
    """Open the page at an address, and wait until all of it is unpacked."""
    page.goto("about:blank")
    page.goto(file.as_uri() + hash_part)
    page.wait_for_selector("body[data-unpacked]", state="attached")


def to_everything(page: Page) -> None:
    """Show everything, and wait until it is painted."""
    page.get_by_role("button", name="Everything").click()
    page.wait_for_selector(".everything[data-painted=all]", state="attached")


def test_the_file_is_small_and_its_document_is_as_the_schema_says(html: str) -> None:
    """The summary is the document; the whole stands packed beside it."""
    assert len(html.encode()) < LARGEST_FILE
    text = html.partition('id="picture">')[2].partition("</script>")[0]
    document: dict[str, Any] = json.loads(text)
    jsonschema.validate(document, schema())
    assert document["large"]["lines"] == 2801
    assert len(document["edges"]) < 120


def test_a_page_of_many_lines_that_is_not_folded_has_its_document_packed(
    browser: Browser, tmp_path: Path
) -> None:
    """It is small, and opens as others do."""
    place = tmp_path / "packed.html"
    place.write_text(to_html(large_picture(150)), encoding="utf-8")
    assert place.stat().st_size < 750_000
    screen = new_screen(browser, place).open()
    expect(screen.counts).to_contain_text("601 of 601 relationships")
    assert screen.unwanted == []
    screen.page.context.close()


def test_it_opens_on_the_summary_and_says_what_is_folded(page: Page) -> None:
    """The panel of a folded line leads to the lines it stands for."""
    expect(page.locator("#subtitle")).to_contain_text("2,801 lines folded to")
    expect(page.get_by_role("button", name="Summary")).to_have_attribute("aria-pressed", "true")
    page.locator("#show-table").click()
    folded = page.locator("#table tbody tr").filter(has_text="other donors").first
    folded.get_by_role("button").click()
    expect(page.locator("#panel")).to_contain_text("folded into one")
    page.get_by_role("button", name="Show the lines it stands for").click()
    expect(page.locator("#subtitle")).to_contain_text("the largest 40 of")
    page.locator("#show-table").click()
    row = page.locator("#table tbody tr").filter(has_text="DONOR, NUMBER").first
    row.get_by_role("button").click()
    expect(page.locator("#panel ul.rows li").first).to_contain_text(".txt:")
    page.get_by_role("button", name="Summary").click()
    expect(page.locator("#subtitle")).to_contain_text("lines folded to")


def test_search_finds_who_is_folded_and_opens_the_surroundings(page: Page) -> None:
    """Accents and a slip are forgiven; the surroundings are in the address, and Back leads out of them."""
    page.fill("#search", "ordog")
    page.locator("#hits li").filter(has_text="Ördög, Zoë").wait_for()
    page.keyboard.press("Enter")
    expect(page.locator("#subtitle")).to_contain_text("Around Ördög, Zoë: 4 lines")
    assert "part=" in page.url
    page.fill("#search", "nubmer 0600")
    expect(page.locator("#hits li").first).to_contain_text("DONOR, NUMBER")
    page.fill("#search", "")
    page.go_back()
    expect(page.locator("#subtitle")).to_contain_text("lines folded to")


def test_everything_has_the_same_panel_filters_and_search(page: Page, file: Path) -> None:
    """Each line opens its rows, the filters hold, and a link opens the same."""
    to_everything(page)
    expect(page.locator("#counts")).to_contain_text("741 of 741 marks, 2,801 of 2,801 relationships")
    place = page.evaluate("iri => moneytrail.placeOf(iri)", f"{ID}committee/07")
    page.mouse.click(place["x"], place["y"])
    expect(page.locator("#panel h2")).to_have_text("Fund 07")
    page.locator("#panel details.edge summary").first.click()
    expect(page.locator("#panel details.edge .card").first).to_contain_text(".txt:")
    page.locator("#legend label").filter(has_text="Rows b").locator("input").uncheck()
    expect(page.locator("#counts")).to_contain_text("1,401 of 2,801 relationships")
    address = page.url
    open_at(page, file, "#" + address.partition("#")[2])
    page.wait_for_selector(".everything[data-painted=all]", state="attached")
    expect(page.locator("#panel h2")).to_have_text("Fund 07")
    expect(page.locator("#counts")).to_contain_text("1,401 of 2,801 relationships")


def test_a_name_that_wants_to_be_markup_stays_a_name(page: Page) -> None:
    """It is found, shown and kept, and nothing of it runs."""
    page.fill("#search", "onerror")
    page.locator("#hits li").filter(has_text="onerror").wait_for()
    page.keyboard.press("Enter")
    expect(page.locator("#subtitle")).to_contain_text(HOSTILE)


def test_everything_moves_by_mouse_and_keyboard_and_is_there_as_a_table(page: Page) -> None:
    """Wheel, drag and keys move it; 0 shows all again; the table says how many rows it does not list."""
    to_everything(page)
    before = page.evaluate("iri => moneytrail.placeOf(iri)", f"{ID}committee/07")
    page.mouse.move(700, 500)
    page.mouse.wheel(0, -600)
    page.mouse.down()
    page.mouse.move(760, 520, steps=4)
    page.mouse.up()
    page.locator(".everything").focus()
    for key in ("ArrowLeft", "ArrowUp", "+", "-"):
        page.keyboard.press(key)
    page.wait_for_function(
        "([iri, x]) => Math.abs(moneytrail.placeOf(iri).x - x) > 20", arg=[f"{ID}committee/07", before["x"]]
    )
    page.keyboard.press("0")
    assert page.evaluate("iri => moneytrail.placeOf(iri)", f"{ID}committee/07") == before
    page.locator("#show-table").click()
    expect(page.locator("#table caption")).to_contain_text("The first 2,000 relationships of 2,801")


def count_of(page: Page, text: str) -> None:
    """Expect so many lines of the whole to be shown."""
    expect(page.locator("#counts")).to_contain_text(f"{text} of 2,801 relationships")


def test_each_filter_and_slider_holds_for_everything_and_is_undone(page: Page) -> None:
    """Kinds, relationships, footing, sources, years, amount and time; each is one step back."""
    to_everything(page)
    legend = page.locator("#legend")
    page.evaluate("document.querySelectorAll('#legend details').forEach((one) => { one.open = true })")
    for row, left in (
        ("Committees", "1"),
        ("Money", "0"),
        ("In filings and counts", "1"),
        ("Hedged", "2,800"),
        ("Rows a", "1,401"),
        ("2023", "1,869"),
    ):
        legend.locator("label").filter(has_text=row).first.locator("input").uncheck()
        count_of(page, left)
        page.keyboard.press("Control+z")
        count_of(page, "2,801")
    page.check("#official")
    count_of(page, "2,800")
    page.keyboard.press("Control+z")
    page.fill("#least", "2000")
    count_of(page, "802")
    expect(page.locator("#least-text")).to_contain_text("or more")
    assert "least=" in page.url
    page.keyboard.press("Control+z")
    page.fill("#to", "1")
    expect(page.locator("#time-text")).to_have_text("2022-01-01 to 2022-12-31")
    count_of(page, "936")
    page.get_by_role("button", name="Reset filters").click()
    count_of(page, "2,801")


def test_what_is_shown_of_everything_is_saved_with_its_evidence(page: Page, file: Path) -> None:
    """As table, graph, data and picture, and on paper; what is filtered away is in none."""
    to_everything(page)
    page.fill("#least", "2750")
    count_of(page, "52")
    screen = Screen(page, file.as_uri())
    rows = list(csv.DictReader(io.StringIO(saved(screen, "#save-csv").decode("utf-8-sig"))))
    assert len(rows) == 52
    told = next(row for row in rows if row["iri"] == f"{ID}told")
    assert (told["low"], told["low_open"], told["high"]) == ("900000", "true", "")
    data = json.loads(saved(screen, "#save-json"))
    assert len(data["edges"]) == 52
    assert all(edge["rows"]["first"] != [] for edge in data["edges"] if "rows" in edge)
    assert [claim["key"] for claim in data["claims"]] == ["c1"]
    graph = ET.fromstring(saved(screen, "#save-graphml").decode())  # noqa: S314  our own file
    assert len(graph.findall(".//{*}edge")) == 52
    assert saved(screen, "#save-png").startswith(b"\x89PNG")
    expect(page.locator("#save-svg")).to_be_disabled()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.querySelector('#print img').src.length") > 10_000


AXE = """rules => axe.run({ ...(rules.length > 0 ? { runOnly: rules } : {}), resultTypes: ["violations"] })
    .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`))"""


@pytest.mark.parametrize("width", [1500, 390])
def test_axe_finds_nothing_in_any_part(page: Page, file: Path, axe: str, width: int) -> None:
    """In the summary, in everything, and around a mark; in dark colours as in light ones."""
    page.set_viewport_size({"width": width, "height": 900})
    found: list[str] = []
    for part in ("", "everything", f"{ID}committee/07"):
        open_at(page, file, f"#part={part}")
        page.evaluate(axe)
        if part == "everything":
            page.wait_for_selector(".everything[data-painted=all]", state="attached")
        elif part != "":
            expect(page.locator("#subtitle")).to_contain_text("Around Fund 07")
        found += [f"{part}: {one}" for one in page.evaluate(AXE, [])]
        page.evaluate("document.getElementById('theme').click()")
        found += [f"{part}, dark: {one}" for one in page.evaluate(AXE, ["color-contrast"])]
    page.set_viewport_size({"width": 1500, "height": 900})
    assert found == []


def test_a_worker_unpacks_and_without_one_the_page_does_it_itself(browser: Browser, file: Path) -> None:
    """A frame that allows no worker shows the same."""
    page = browser.new_page()
    started: list[str] = []
    page.on("worker", lambda worker: started.append(worker.url))
    open_at(page, file, "#part=everything")
    page.wait_for_selector(".everything[data-painted=all]", state="attached")
    assert [url.partition(":")[0] for url in started] == ["blob"]
    page.add_init_script("globalThis.Worker = class { constructor() { throw new Error('no') } }")
    open_at(page, file, "#part=everything")
    page.wait_for_selector(".everything[data-painted=all]", state="attached")
    page.fill("#search", "ordog")
    expect(page.locator("#hits li")).to_contain_text("Ördög, Zoë")
    assert len(started) == 1
    page.close()
