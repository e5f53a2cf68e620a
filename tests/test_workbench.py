"""The workbench in a browser: a query is written, runs, and is looked at; nothing leaves the site."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect
from workbench_site import HELD, Site, site_of

ROOT = Path(__file__).parents[1]
AXE = ROOT / "graph/workbench/web/node_modules/axe-core/axe.min.js"
XSD = "http://www.w3.org/2001/XMLSchema#"
ID = "https://w3id.org/moneytrail/id/"
MONEY = """SELECT ?donor ?amount ?claim {
  ?gift mt:payer ?donor ; mt:amountAtLeast ?amount ; prov:wasDerivedFrom/dcterms:identifier ?claim
} ORDER BY ?claim"""
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    '"><svg onload=alert(1)>',
    "${alert(1)}",
)


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled files, made as a build of the wheel makes them."""
    place = tmp_path_factory.mktemp("workbench")
    done = subprocess.run(
        [sys.executable, "build_backend.py", "workbench", str(place)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(done.stderr)
    return place


@pytest.fixture(scope="module")
def site(built: Path, bundle: Path) -> Iterator[Site]:
    """The workbench over the graph of the shipped sources."""
    with site_of(built, bundle) as running:
        yield running


@dataclass
class Desk:
    """The workbench in a browser, with everything that must not happen to it."""

    page: Page
    site: Site
    unwanted: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note errors, dialogs, refused styles and scripts, and requests to other hosts."""
        self.page.on("pageerror", lambda error: self.unwanted.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: self.unwanted.append(f"dialog: {dialog.message}"))
        self.page.on("console", lambda line: self._note_console(line.text))
        self.page.on("request", lambda request: self._note_request(request.url))

    def _note_console(self, text: str) -> None:
        if "status of 400" not in text:
            self.unwanted.append(f"console: {text}")

    def _note_request(self, url: str) -> None:
        if not url.startswith((self.site.address, "data:", "blob:")):
            self.unwanted.append(f"request: {url}")

    def open(self, hash_part: str = "") -> "Desk":
        """Open the workbench and wait until it can be used."""
        self.page.goto("about:blank")
        self.page.goto(self.site.address + hash_part)
        self.page.wait_for_selector("html[data-ready]")
        return self

    def write(self, text: str) -> None:
        """Put a text into the editor instead of what is there."""
        self.page.locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(text)

    def ask(self, text: str) -> None:
        """Write a query, run it and wait for what it finds."""
        self.write(text)
        self.status.evaluate("one => { one.textContent = '' }")
        self.page.keyboard.press("Control+Enter")
        expect(self.status).to_have_text(re.compile(r"(rows?|triples?|Yes|No) in \d+\.\d\d s$"))

    def make_up(self, text: str, columns: list[str], rows: list[list[dict[str, str]]]) -> None:
        """Ask a query that the site answers with some rows."""
        bindings = [dict(zip(columns, row, strict=True)) for row in rows]
        self.site.made_up[text] = {"head": {"vars": columns}, "results": {"bindings": bindings}}
        self.ask(text)

    @property
    def status(self) -> Any:
        """The line that says how a query went."""
        return self.page.locator("#status")

    def column(self, number: int) -> list[str]:
        """The texts in sight in a column of the table, from 1."""
        return self.page.locator(f"tbody tr:not(.gap) td:nth-child({number + 1})").all_inner_texts()

    @property
    def text(self) -> str:
        """The text of the editor, so far as it is in sight."""
        return "\n".join(self.page.locator(".cm-line").all_inner_texts())


@pytest.fixture(params=[(1280, 800)])
def desk(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Desk]:
    """The open workbench; at the end nothing unwanted has happened."""
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown = Desk(context.new_page(), site)
    shown.page.set_default_timeout(15_000)
    shown.watch()
    yield shown.open()
    assert shown.unwanted == []
    context.close()


def literal(value: object, kind: str = "string") -> dict[str, str]:
    """A literal of an answer."""
    return {"type": "literal", "value": str(value), "datatype": XSD + kind}


def thing(path: str) -> dict[str, str]:
    """A thing of an answer."""
    return {"type": "uri", "value": ID + path}


def test_a_query_is_typed_with_completion_and_runs(desk: Desk) -> None:
    """After `a` classes are offered, after `mt:` terms; Ctrl-Enter runs and the table has every row."""
    desk.write("")
    desk.page.keyboard.type("SELECT ?c { ?c a mt:Finding", delay=10)
    options = desk.page.locator(".cm-tooltip-autocomplete li")
    expect(options.first).to_be_visible()
    assert all("mt:" in text for text in options.all_inner_texts())
    desk.page.keyboard.press("Escape")
    desk.write("SELECT ?c ?n { ?c a mt:Contribution . ?c ")
    desk.page.keyboard.type("mt:pa", delay=10)
    expect(options.first).to_have_text(re.compile("^mt:paye[er]"))
    for _ in "pa":
        desk.page.keyboard.press("Backspace")
    desk.page.keyboard.type("amountAtL", delay=10)
    expect(options.first).to_contain_text("mt:amountAtLeast")
    desk.page.wait_for_timeout(150)
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.type(" ?n }", delay=10)
    desk.page.keyboard.press("Escape")
    desk.page.keyboard.press("Control+Enter")
    expect(desk.status).to_have_text(re.compile(r"^\d+ rows in \d+\.\d\d s$"))
    rows = int(desk.status.inner_text().split()[0])
    assert rows > 0
    expect(desk.page.locator("table")).to_have_attribute("aria-rowcount", str(rows + 1))


def test_a_thing_is_completed_by_its_name(desk: Desk) -> None:
    """`<` and a part of a name offers things whose names have it, no edges, and writes the chosen."""
    desk.write("SELECT ?p { ")
    desk.page.keyboard.type("<soros", delay=20)
    option = desk.page.locator(".cm-tooltip-autocomplete li").first
    expect(option).to_contain_text("Soros")
    kinds = desk.page.locator(".cm-completionDetail").all_inner_texts()
    assert "person" in kinds
    assert "plain edge" not in kinds
    for _ in "soros":
        desk.page.keyboard.press("Backspace")
    desk.page.keyboard.type("phillips", delay=20)
    expect(option).to_contain_text("Noah Phillips")
    desk.page.wait_for_timeout(150)
    desk.page.keyboard.press("Enter")
    assert desk.text == "SELECT ?p { <person/noah-phillips>"


def test_a_mistake_is_shown_at_its_place(desk: Desk) -> None:
    """Line and column of the server are marked in the editor, and the button goes there."""
    desk.write("SELECT ?s {\n  ?s a mt:Claim .\n  FILTR(?s)\n}")
    desk.page.keyboard.press("Control+Enter")
    wrong = desk.page.locator("#wrong")
    expect(wrong.get_by_role("button")).to_have_text("Line 3, column 3")
    expect(wrong).to_contain_text("did you mean FILTER?")
    expect(desk.page.locator(".cm-lintRange-error")).to_have_text("FILTR")
    wrong.get_by_role("button").click()
    desk.page.keyboard.press("Shift+End")
    assert desk.page.evaluate("getSelection().toString()") == "FILTR(?s)"
    desk.ask("ASK { ?s a mt:Claim }")
    expect(wrong).to_be_hidden()
    assert desk.status.inner_text().startswith("Yes in ")


def test_a_running_query_is_cancelled(desk: Desk) -> None:
    """Escape and the button end a request; the answer that was there stays."""
    desk.ask("SELECT ?c { ?c a mt:Claim } LIMIT 3")
    for way in (lambda: desk.page.keyboard.press("Escape"), lambda: desk.page.locator("#cancel").click()):
        desk.write(f"SELECT ?s {{ ?s ?p ?o }} {HELD}")
        desk.page.keyboard.press("Control+Enter")
        expect(desk.status).to_have_text(re.compile(r"^Running … \d"))
        way()
        expect(desk.status).to_have_text(re.compile(r"^Cancelled after \d+\.\d\d s$"))
        expect(desk.page.locator("#cancel")).to_be_hidden()
    assert len(desk.column(1)) == 3


def test_cells_lead_to_pages_and_numbers_to_evidence(desk: Desk) -> None:
    """A thing has its name and leads to its page; a number leads to the claim in its row."""
    desk.ask(MONEY)
    row = desk.page.locator("tbody tr:not(.gap)").filter(has_text="Cari Tuna").first
    expect(row.get_by_role("link", name="Cari Tuna")).to_have_attribute("href", "id/person/cari-tuna")
    figure = row.locator("td.figure a")
    expect(figure).to_have_attribute("href", re.compile(r"^id/claim/"))
    assert figure.get_attribute("title").startswith("Evidence: C0")
    claim = row.get_by_role("link", name=re.compile(r"^C\d{3}-\d{3}$"))
    assert claim.get_attribute("href") == figure.get_attribute("href")
    assert figure.evaluate("one => getComputedStyle(one.parentElement).textAlign") == "right"


def test_tens_of_thousands_of_rows_scroll(desk: Desk) -> None:
    """Few rows are in the page whatever the answer, the last can be reached, and sorting is by number."""
    rows = [
        [literal(number * 7919 % 50_000, "integer"), literal(f"row {number}")] for number in range(50_000)
    ]
    desk.make_up("SELECT ?number ?text { made up }", ["number", "text"], rows)
    assert desk.status.inner_text().startswith("50,000 rows in ")
    drawn = desk.page.locator("tbody tr:not(.gap)")
    assert drawn.count() < 60
    head = desk.page.get_by_role("button", name="number", exact=True)
    head.click()
    assert [int(one.replace(",", "")) for one in desk.column(1)[:4]] == [0, 1, 2, 3]
    expect(desk.page.locator("th").nth(1)).to_have_attribute("aria-sort", "ascending")
    desk.page.keyboard.press("Enter")
    assert desk.column(1)[:2] == ["49,999", "49,998"]
    desk.page.locator(".rows").focus()
    desk.page.keyboard.press("End")
    expect(drawn.last).to_have_attribute("aria-rowindex", "50001")
    assert desk.column(1)[-1] == "0"
    assert drawn.count() < 60


def test_a_row_is_shown_whole(desk: Desk) -> None:
    """The number of a row opens all its values, with the IRI of things."""
    desk.ask(MONEY)
    desk.page.get_by_role("button", name="Row 1, whole").click()
    dialog = desk.page.get_by_role("dialog", name="Row")
    assert dialog.locator("dt").all_inner_texts() == ["donor", "amount", "claim"]
    expect(dialog.locator("dd small")).to_have_text(re.compile(f"^{ID}"))
    desk.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_question_takes_values(desk: Desk) -> None:
    """A question is found by its words, runs with its defaults, and takes a thing chosen by its name."""
    desk.page.get_by_role("searchbox", name="Find a question").fill("how firm recipient")
    names = desk.page.locator("#queries li:visible strong").all_inner_texts()
    assert names == ["gift-with-source"]
    desk.page.locator("#queries li:visible button").click()
    expect(desk.status).to_have_text(re.compile("^[1-9]"))
    field = desk.page.get_by_role("combobox", name=re.compile("^recipient"))
    assert field.input_value() == "person/noah-phillips"
    field.fill("boudin")
    expect(desk.page.get_by_role("option").first).to_contain_text("Chesa Boudin")
    field.press("ArrowDown")
    field.press("Enter")
    assert field.input_value() == "person/chesa-boudin"
    assert "mt:payee <person/chesa-boudin>" in desk.text
    field.press("Control+Enter")
    expect(desk.status).to_have_text(re.compile("^0 rows"))
    field.fill("no such thing")
    expect(desk.status).to_have_text("recipient: choose one of the things in the list, or give its path.")
    desk.write("ASK {}")
    expect(desk.page.locator("#parameters")).to_be_hidden()


def test_bars_lines_network_and_timeline_show_the_rows(desk: Desk) -> None:
    """Every view that fits draws one mark a row; views that do not fit are not offered."""
    rows = [
        [thing("person/cari-tuna"), thing("person/chesa-boudin"), literal(f"20{20 + n}-06-01", "date"),
         literal(n * 1000, "decimal")]
        for n in range(1, 5)
    ]  # fmt: skip
    desk.make_up("SELECT * { four made up rows }", ["from", "to", "date", "amount"], rows)
    views = desk.page.locator("#views [role=tab]")
    assert views.all_inner_texts() == ["Table", "Bars", "Lines", "Network", "Timeline"]
    views.nth(1).click()
    expect(desk.page.locator(".bar-mark")).to_have_count(4)
    widths = [float(one.get_attribute("width")) for one in desk.page.locator(".bar-mark").all()]
    assert widths[3] == pytest.approx(4 * widths[0], rel=0.01)
    views.nth(2).click()
    expect(desk.page.locator("circle.dot")).to_have_count(4)
    expect(desk.page.locator("path.line").first).to_have_attribute("d", re.compile(r"^M(?:[^L]+L){3}[^L]+$"))
    views.nth(3).click()
    expect(desk.page.locator(".node")).to_have_count(2)
    expect(desk.page.locator("path.tie")).to_have_count(1)
    expect(desk.page.locator("a:has(.node)").first).to_have_attribute("href", "id/person/cari-tuna")
    views.nth(4).click()
    places = [float(one.get_attribute("cx")) for one in desk.page.locator("circle.dot").all()]
    assert len(places) == 4
    assert places == sorted(places)
    desk.ask("SELECT ?text { VALUES ?text { 'only words' } }")
    assert views.all_inner_texts() == ["Table"]


def test_a_link_holds_query_and_view(desk: Desk, browser: Browser, site: Site) -> None:
    """A copied link opens the same query in the same view elsewhere; "back" goes to the query before."""
    desk.ask("SELECT ?c { ?c a mt:Claim } LIMIT 2")
    desk.ask(MONEY)
    desk.page.get_by_role("tab", name="Bars").click()
    desk.page.locator("#choices select").first.select_option("claim")
    desk.page.get_by_role("button", name="Copy link").click()
    expect(desk.status).to_have_text("The link to this query and view is copied.")
    link = desk.page.evaluate("navigator.clipboard.readText()")
    assert quote("mt:payer", safe="") in link
    other = Desk(browser.new_page(), site).open("#" + link.partition("#")[2])
    expect(other.page.locator(".bar-mark").first).to_be_visible()
    expect(other.page.locator("#choices select").first).to_have_value("claim")
    assert other.text == MONEY
    other.page.close()
    desk.page.go_back()
    expect(desk.status).to_have_text(re.compile("^2 rows"))
    assert desk.text == "SELECT ?c { ?c a mt:Claim } LIMIT 2"


def test_answers_are_downloaded_in_every_format(desk: Desk, tmp_path: Path) -> None:
    """Rows and triples come as files of the formats the server has."""
    desk.ask(MONEY)
    for name in ("CSV", "TSV", "JSON", "XML"):
        saved = tmp_path / download(desk, name, tmp_path)
        assert "C001-036" in saved.read_text("utf-8")
    assert next(csv.reader(io.StringIO((tmp_path / "moneytrail.csv").read_text("utf-8")))) == [
        "donor", "amount", "claim",
    ]  # fmt: skip
    desk.ask("CONSTRUCT { ?p rdfs:label ?l } WHERE { ?p rdfs:label ?l ; mt:namedInDocuments ?x } LIMIT 5")
    assert desk.status.inner_text().startswith("5 triples in ")
    for name in ("Turtle", "N-Triples", "TriG", "JSON-LD"):
        assert "label" in (tmp_path / download(desk, name, tmp_path)).read_text("utf-8")


def download(desk: Desk, name: str, folder: Path) -> str:
    """Save the answer in a format; the name of the file."""
    desk.page.locator("#save summary").click()
    with desk.page.expect_download() as waiting:
        desk.page.locator("#formats").get_by_role("button", name=re.compile(f"^{name} ")).click()
    waiting.value.save_as(folder / waiting.value.suggested_filename)
    expect(desk.status).to_have_text(f"Saved as {waiting.value.suggested_filename}.")
    return waiting.value.suggested_filename


def test_what_was_run_is_kept_in_the_browser(desk: Desk) -> None:
    """A query that ran stands in the history after a reload, opens from there, and can be forgotten."""
    desk.ask("SELECT ?c { ?c a mt:Claim } LIMIT 2")
    desk.open()
    desk.page.get_by_role("tab", name="History").click()
    entry = desk.page.locator("#asked button")
    expect(entry).to_have_text(re.compile(r"^SELECT \?c .* · 2 rows in"))
    entry.click()
    assert desk.text == "SELECT ?c { ?c a mt:Claim } LIMIT 2"
    desk.page.get_by_role("button", name="Forget all").click()
    expect(entry).to_have_count(0)
    assert json.loads(desk.page.evaluate("localStorage.getItem('moneytrail.history')")) == []


def test_everything_is_reached_by_keys(desk: Desk) -> None:
    """From the top Tab reaches questions, editor, views, table and rows; none of them is a trap."""
    desk.ask(MONEY)
    desk.page.locator("body").evaluate("one => { document.activeElement.blur(); scrollTo(0, 0) }")
    desk.page.locator(".skip").focus()
    reached = []
    for _ in range(120):
        desk.page.keyboard.press("Tab")
        here = desk.page.evaluate("document.activeElement.id || document.activeElement.className")
        reached.append(here)
        if "cm-content" in here:
            desk.page.keyboard.press("Escape")
        if "number" in here:
            break
    wanted = ["theme", "help", "tab-gallery", "find-query", "cm-content", "run", "view-table", "link", "rows"]
    places = [next(at for at, one in enumerate(reached) if name in one) for name in wanted]
    assert places == sorted(places)
    assert "number" in reached[-1]
    desk.page.locator("#view-table").focus()
    desk.page.keyboard.press("ArrowRight")
    expect(desk.page.locator("#view-bars")).to_be_focused()
    expect(desk.page.locator(".bar-mark").first).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("desk", [(1280, 800), (375, 740)], indirect=True, ids=["wide", "phone"])
def test_axe_finds_nothing(desk: Desk, theme: str) -> None:
    """No breach of accessibility in any view, with a mistake shown, and in the help; nothing sticks out."""
    desk.page.evaluate("name => { document.documentElement.dataset.theme = name }", theme)
    assert breaches(desk) == []
    desk.ask(
        "SELECT ?from ?to ?date ?year { ?e a mt:PlainEdge ; rdf:subject ?from ; rdf:object ?to"
        ' BIND("2020-06-01"^^xsd:date AS ?date) BIND(YEAR(?date) AS ?year) } ORDER BY ?from ?to LIMIT 20'
    )
    for tab in desk.page.locator("#views [role=tab]").all():
        tab.click()
        assert breaches(desk) == []
        assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.page.locator("#help").click()
    assert breaches(desk) == []
    desk.page.keyboard.press("Escape")
    desk.write("SELECT ?x { ?x a mt:Clam }}")
    desk.page.keyboard.press("Control+Enter")
    expect(desk.page.locator("#wrong")).to_be_visible()
    assert breaches(desk) == []


def breaches(desk: Desk) -> list[str]:
    """What axe finds in the page as it is."""
    desk.page.wait_for_timeout(250)
    desk.page.evaluate(AXE.read_text("utf-8"))
    found = desk.page.evaluate("axe.run()")["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def test_hostile_values_stay_text(desk: Desk) -> None:
    """Names, values, columns and addresses of a hostile graph run nothing in any view, and lead nowhere."""
    rows = [
        [{"type": "uri", "value": text}, literal(text), literal("2020-01-01", "date"), literal(5, "integer")]
        for text in HOSTILE
    ]
    rows += [
        [thing(f"person/{text}"), literal(text), literal("2020", "gYear"), literal(5)] for text in HOSTILE
    ]
    desk.make_up("SELECT hostile", ["<b>from", "to", "day", "claim"], rows)
    for tab in desk.page.locator("#views [role=tab]").all():
        tab.click()
        desk.page.wait_for_timeout(150)
    desk.page.get_by_role("tab", name="Table").click()
    desk.page.get_by_role("button", name="Row 1, whole").click()
    expect(desk.page.locator("#row-text dt").first).to_have_text("<b>from")
    assert desk.page.locator("img, b, .view script").count() == 0
    hrefs = [one.get_attribute("href") for one in desk.page.locator("#view a").all()]
    assert all(re.match("id/person/", href) for href in hrefs)


@pytest.mark.parametrize("desk", [(375, 740)], indirect=True, ids=["phone"])
def test_a_phone_has_the_questions_in_a_drawer(desk: Desk) -> None:
    """On a narrow screen questions open over the desk, and the one picked runs below."""
    expect(desk.page.locator("#side")).to_be_hidden()
    desk.page.get_by_role("button", name="Queries").click()
    desk.page.get_by_role("button", name=re.compile("^recalled-prosecutors")).click()
    expect(desk.page.locator("#side")).to_be_hidden()
    expect(desk.status).to_have_text(re.compile("^[1-9]"))
    assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
