"""The workbench in a browser: a query is written, runs, and is looked at; nothing leaves the site."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ViewportSize, expect
from workbench_site import HELD, Site, Watched, rows_of, site_of

WIDE: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 375, "height": 740}
XSD = "http://www.w3.org/2001/XMLSchema#"
ID = "https://w3id.org/moneytrail/id/"
MONEY = """SELECT ?donor ?amount ?claim {
  ?gift mt:payer ?donor ; mt:amountAtLeast ?amount ; prov:wasDerivedFrom/dcterms:identifier ?claim
} ORDER BY ?claim"""
expect.set_options(timeout=20_000)  # a busy machine is no failure
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    '"><svg onload=alert(1)>',
    "${alert(1)}",
)


@pytest.fixture(scope="module")
def site(built: Path, bundle: Path) -> Iterator[Site]:
    """The workbench over the graph of the shipped sources."""
    with site_of(built, bundle) as running:
        yield running


class Desk(Watched):
    """The workbench in a browser."""

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
        self.site.made_up[text] = rows_of(columns, rows)
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


@pytest.fixture(scope="module")
def window(browser: Browser, site: Site) -> Iterator[Desk]:
    """The workbench in one window for all tests."""
    context = browser.new_context(viewport=WIDE, color_scheme="light", accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown = Desk(context.new_page(), site)
    shown.watch()
    yield shown.open()
    context.close()


@pytest.fixture
def desk(window: Desk) -> Iterator[Desk]:
    """The open workbench; at the end nothing unwanted has happened."""
    window.unwanted.clear()
    yield window
    window.page.set_viewport_size(WIDE)
    assert window.unwanted == []


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
    expect(desk.page.locator("thead th").last).to_have_text(re.compile(r"^n\b"))
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
    expect(row.locator("td.figure")).to_have_css("text-align", "right")


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
    other = Desk(browser.new_page(), site).open(link.removeprefix(site.address))
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
    for name in ("Turtle", "N-Triples", "TriG", "JSON-LD", "N-Quads", "RDF/XML"):
        assert "label" in (tmp_path / download(desk, name, tmp_path)).read_text("utf-8")


def download(desk: Desk, name: str, folder: Path) -> str:
    """Save the answer in a format; the name of the file."""
    desk.page.locator("#save summary").click()
    with desk.page.expect_download() as waiting:
        desk.page.locator("#formats").get_by_role("button", name=name).click()
    waiting.value.save_as(folder / waiting.value.suggested_filename)
    expect(desk.status).to_have_text(f"Saved as {waiting.value.suggested_filename}.")
    return waiting.value.suggested_filename


def test_what_was_run_is_kept_in_the_browser(desk: Desk) -> None:
    """A query that ran stands in the history after a reload, opens from there, and can be forgotten."""
    desk.page.evaluate("localStorage.clear()")
    desk.open()
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
    desk.open()
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
    wanted = ["q", "theme", "tab-gallery", "find-query", "cm-content", "run", "view-table", "link", "rows"]
    places = [next(at for at, one in enumerate(reached) if name in one) for name in wanted]
    assert places == sorted(places)
    assert "number" in reached[-1]
    desk.page.locator("#view-table").focus()
    desk.page.keyboard.press("ArrowRight")
    expect(desk.page.locator("#view-bars")).to_be_focused()
    expect(desk.page.locator(".bar-mark").first).to_be_visible()


EVERY_VIEW = """SELECT ?from ?to ?county ?date ?year {
  ?e a mt:PlainEdge ; rdf:subject ?from ; rdf:object ?to . ?county a mt:County
  BIND("2020-06-01"^^xsd:date AS ?date) BIND(YEAR(?date) AS ?year)
} ORDER BY ?from ?to ?county LIMIT 20"""


def test_axe_finds_nothing(desk: Desk) -> None:
    """No breach of accessibility in any view, light or dark, with plan, mistake and help."""
    desk.ask(EVERY_VIEW)
    names = desk.page.locator("#views [role=tab]").all_inner_texts()
    assert names == ["Table", "Bars", "Lines", "Map", "Network", "Timeline"]
    for name in names:
        desk.page.get_by_role("tab", name=name).click()
        assert desk.breaches_in_both_themes("#results") == [], name
    desk.page.keyboard.press("Alt+e")
    expect(desk.page.locator("#plan")).to_be_visible()
    desk.page.locator("#help").click()
    assert desk.breaches_in_both_themes() == []
    desk.page.keyboard.press("Escape")
    expect(desk.page.locator("#help-text")).to_be_hidden()
    desk.page.set_viewport_size(PHONE)
    desk.write("SELECT ?x { ?x a mt:Clam }}")
    desk.page.keyboard.press("Control+Enter")
    expect(desk.page.locator("#wrong")).to_be_visible()
    assert desk.breaches_in_both_themes() == []
    assert not desk.sticks_out()
    desk.page.get_by_role("button", name="Questions and pages").click()
    assert desk.breaches() == []
    desk.page.keyboard.press("Escape")


def test_counties_are_shaded_on_a_map(desk: Desk) -> None:
    """A county of the answer leads to its page and has the shade of its number; the rest are counted."""
    rows = [
        [thing(f"county/us/{code}"), literal(size, "integer")] for code, size in (("06067", 5), ("06001", 90))
    ]
    rows += [
        [thing("county/us/06067"), literal(7, "integer")],
        [thing("person/cari-tuna"), literal(1, "integer")],
    ]
    desk.make_up("SELECT * { counties }", ["place", "votes"], rows)
    desk.page.get_by_role("tab", name="Map").click()
    counties = desk.page.locator("path.county")
    expect(counties).to_have_count(2)
    assert [one.get_attribute("class") for one in counties.all()] == ["county q0", "county q4"]
    lead = desk.page.locator("a:has(path.county)").first
    assert lead.get_attribute("href") == "id/county/us/06067"
    expect(lead).to_have_attribute("aria-label", "Sacramento County: 5")
    note = desk.page.locator("#view .note").last
    expect(note).to_contain_text("1 rows name no county")
    expect(note).to_contain_text("1 rows are further ones")
    turned = desk.page.locator("svg.map > g")
    before = turned.get_attribute("transform")
    desk.page.locator("svg.map").focus()
    desk.page.keyboard.press("+")
    assert turned.get_attribute("transform") != before
    desk.page.keyboard.press("0")
    assert turned.get_attribute("transform") == before


def test_the_server_explains_a_query(desk: Desk) -> None:
    """The plan of a query and advice stand below it until another one runs."""
    desk.write("SELECT * { ?a a mt:Claim . ?b mt:gaveTo ?c }")
    desk.page.get_by_role("button", name="Explain").click()
    plan = desk.page.locator("#plan")
    expect(plan.locator("li")).to_contain_text("share no variable")
    expect(plan.locator("pre")).to_contain_text("?b mt:gaveTo ?c")
    desk.ask("ASK {}")
    expect(plan).to_be_hidden()


def test_the_search_leads_to_a_page(desk: Desk) -> None:
    """Misspelt names are offered as one types; arrows and Enter open the page, which leads back."""
    desk.page.locator("#q").fill("schubet")
    offered = desk.page.get_by_role("option")
    expect(offered.first).to_contain_text("Anne Marie Schubert")
    desk.page.keyboard.press("Escape")
    expect(offered).to_have_count(0)
    desk.page.locator("#q").fill("cari t")
    expect(offered.first).to_contain_text("Cari Tuna")
    desk.page.keyboard.press("ArrowDown")
    desk.page.keyboard.press("Enter")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Cari Tuna")
    desk.page.get_by_role("link", name="ask about it").click()
    expect(desk.page.locator("#status")).to_have_text(re.compile("^[1-9][0-9]* rows"))
    desk.open()


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


def test_a_phone_has_the_questions_in_a_drawer(desk: Desk) -> None:
    """On a narrow screen questions open over the desk, and the one picked runs below."""
    desk.page.set_viewport_size(PHONE)
    desk.open()
    expect(desk.page.locator("#side")).to_be_hidden()
    desk.page.get_by_role("button", name="Questions and pages").click()
    desk.page.get_by_role("button", name=re.compile("^recalled-prosecutors")).click()
    expect(desk.page.locator("#side")).to_be_hidden()
    expect(desk.status).to_have_text(re.compile("^[1-9]"))
    assert not desk.sticks_out()
