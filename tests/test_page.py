"""The page: one file that asks the network for nothing, opens its evidence and never runs a name."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hostile import HOSTILE
from page_screen import (
    BASE,
    EDGES,
    EXACTLY,
    FIRST,
    NODES,
    SAMPLE,
    Screen,
    afresh,
    edge,
    new_screen,
    node,
    saved,
)
from playwright.sync_api import Browser, expect

from graph.page import to_html
from graph.picture import (
    ClaimCard,
    Column,
    DatasetCard,
    DocumentCard,
    Edge,
    FindingCard,
    Interval,
    Node,
    Picture,
    Quotation,
    RowsCard,
)

LARGEST_FILE = 1_200_000


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample, as a file."""
    place = tmp_path_factory.mktemp("page") / "page.html"
    place.write_text(to_html(SAMPLE), encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def window(browser: Browser, file: Path) -> Iterator[Screen]:
    """One window for most tests: opening a page in it again is cheaper than a window for each."""
    opened = new_screen(browser, file)
    yield opened
    opened.page.context.close()


@pytest.fixture
def screen(window: Screen) -> Iterator[Screen]:
    """The page of the sample, opened afresh; the test fails if it did anything unwanted."""
    yield from afresh(window)


# ---- the file -------------------------------------------------------------------------------------------


def test_the_same_picture_gives_the_same_bytes() -> None:
    """Nothing in the page depends on the moment or on chance."""
    assert to_html(SAMPLE) == to_html(SAMPLE)


def test_the_page_is_small_and_names_no_outside_file() -> None:
    """Under 1.2 MB, and no element of it loads anything."""
    html = to_html(SAMPLE)
    assert len(html.encode()) < LARGEST_FILE
    outside_scripts = re.sub(r"<script.*?</script>|<style.*?</style>", "", html, flags=re.DOTALL)
    assert re.findall(r"""(?:src|href|action)\s*=\s*["'](?!data:)""", outside_scripts) == []
    assert "<script src" not in html


def test_parallel_edges_are_all_in_the_data() -> None:
    """Three edges between the same two nodes stay three."""
    text = re.search(r'id="picture">(.*?)</script>', to_html(SAMPLE))
    assert text is not None
    data = json.loads(text[1])
    pairs = [(one["from"], one["to"]) for one in data["edges"]]
    assert pairs.count((0, 3)) == 3
    assert len(data["edges"]) == len(EDGES)


def test_a_page_without_marks_opens(browser: Browser, tmp_path: Path) -> None:
    """An empty selection is a page that says so, not an error."""
    place = tmp_path / "empty.html"
    place.write_text(to_html(Picture("Nothing", "", (), (), {}, {})), encoding="utf-8")
    screen = new_screen(browser, place).open()
    expect(screen.counts).to_contain_text("0 of 0 marks")
    expect(screen.page.locator("#nothing")).to_have_text("No source tells of a relationship to draw.")
    expect(screen.page.locator("#legend")).not_to_contain_text("Sources")
    screen.page.context.close()
    assert screen.unwanted == []


# ---- opening and selecting --------------------------------------------------------------------------------


def test_it_opens_from_a_file_without_any_request_or_message(screen: Screen) -> None:
    """The title stands, everything is counted, and it was quick."""
    assert screen.page.title() == "Harbour money"
    expect(screen.counts).to_have_text("9 of 9 marks, 13 of 13 relationships, 5 claims, 2 documents")
    expect(screen.panel.locator("h2")).to_have_text("Overview")
    assert int(screen.page.evaluate("document.body.dataset.ready")) < 5000


def test_the_policy_stops_scripts_that_are_not_ours(browser: Browser, file: Path) -> None:
    """A script element put into the page does not run, and the browser says so."""
    screen = new_screen(browser, file).open()
    add = "document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))"
    screen.page.evaluate(f"() => {{ {add} }}")
    assert screen.page.evaluate("window.ran") is None
    screen.page.context.close()
    assert len(screen.unwanted) == 1
    assert "Content Security Policy" in screen.unwanted[0]


def test_search_forgives_accents_and_slips_and_selects(screen: Screen) -> None:
    """A slash focuses, a misspelt name without its accent is found, Enter opens it."""
    screen.page.keyboard.press("/")
    screen.page.keyboard.type("tamra")
    expect(screen.page.locator("#hits li")).to_have_count(1)
    screen.page.keyboard.press("Enter")
    expect(screen.panel.locator("h2")).to_have_text("Tamár Voss")


def test_search_reads_facts_and_says_when_nothing_is_found(screen: Screen) -> None:
    """An alias finds its person; a word of nobody finds nobody."""
    screen.page.fill("#search", "A. Quill")
    expect(screen.page.locator("#hits li")).to_contain_text("Ada Quill")
    screen.page.fill("#search", "zzzzzz")
    expect(screen.page.locator("#hits li")).to_have_text("Nothing found")


def test_a_click_on_a_node_opens_it(screen: Screen) -> None:
    """Money as an interval in words, the warning about totals, and the edges."""
    screen.click_mark("quill")
    expect(screen.panel.locator("h2")).to_have_text("Ada Quill")
    expect(screen.panel.locator(".sum strong")).to_have_text("more than $1.5 million")
    expect(screen.panel.locator(".warning")).to_contain_text("never added into one total")
    expect(screen.panel.locator("details.edge")).to_have_count(4)


def test_a_click_on_an_edge_opens_its_claims(screen: Screen) -> None:
    """Sentence, amount, number of claims and origins, and every claim with its place."""
    screen.click_mark("e1")
    expect(screen.panel.locator("h2")).to_have_text("Ada Quill gave to Bridge Fund")
    expect(screen.panel).to_contain_text("How sureSaid by 2 documents of 1 origin.")
    expect(screen.panel).to_contain_text("2 claims from 1 independent origin")
    card = screen.panel.locator(".card:not(.finding)").first
    expect(card).to_contain_text("Quill paid the fund a large sum")
    expect(card).to_contain_text("“handed over a sum”")
    expect(card).to_contain_text("document d1 › Harbour Gazette › a spokesman")  # noqa: RUF001  as printed
    expect(card).to_contain_text("Document d1, paragraph 3, characters 120–180: A report on Alder")
    expect(card).to_contain_text("over 1.5 million")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("e2", "Ada Quill backed Tamár Voss"),
        ("e3", "Ada Quill gave to Tamár Voss"),
        ("e4", "Ada Quill linked to Tamár Voss"),
    ],
)
def test_each_of_several_parallel_edges_can_be_clicked(screen: Screen, name: str, sentence: str) -> None:
    """Edges between the same two nodes lie apart."""
    screen.click_mark(name)
    expect(screen.panel.locator("h2")).to_have_text(sentence)


def test_open_and_closed_ends_are_drawn_apart(screen: Screen) -> None:
    """A "more than" is an open ring with a line that goes on; an exact sum is a closed dot."""
    screen.select("e1")
    expect(screen.panel.locator(".bound.open")).to_have_count(1)
    expect(screen.panel.locator(".reach-tip")).to_have_count(1)
    screen.select("e5")
    expect(screen.panel.locator(".bound:not(.open)")).to_have_count(2)
    expect(screen.panel.locator(".bound.open, .reach-tip")).to_have_count(0)


def test_findings_stand_with_the_lines_and_names_they_concern(screen: Screen) -> None:
    """An edge shows the finding on one of its claims, with rule, computation and law; its claims open."""
    screen.open(f"#select={quote(EDGES[1].iri)}")
    part = screen.page.locator("#panel .findings")
    expect(part.locator(".finding")).to_have_count(1)
    for words in ("A majority and twelve of 25 cannot both hold.", "12/25 = 48 percent", "A law of Alder"):
        expect(part).to_contain_text(words)
    part.locator("details summary").first.click()
    expect(part).to_contain_text("Quill was seen at a rally")
    screen.open(f"#select={quote(BASE + 'quill')}")
    expect(part.locator(".finding.alarm")).to_have_count(1)
    expect(part).to_contain_text("1 check that fits")


def test_the_overview_says_where_sources_clash(screen: Screen) -> None:
    """What cannot all be so comes first; the rest is counted."""
    screen.open()
    part = screen.page.locator("#panel .findings")
    expect(part).to_contain_text("Where sources clash (1)")
    expect(part).to_contain_text("1 other finding")


def test_hedges_are_named(screen: Screen) -> None:
    """A hedged edge says so, and only the hedging modality of its claim stands out."""
    screen.select("e3")
    expect(screen.panel).to_contain_text("No source asserts this outright: reported")
    expect(screen.panel.locator(".card .chip.hedge")).to_have_text(["reported"])
    screen.select("e1")
    expect(screen.panel.locator(".chip.hedge")).to_have_count(0)


def test_a_quotation_stands_in_its_context(screen: Screen) -> None:
    """Where the text is at hand, the words are shown with what surrounds them and the anchor is set off."""
    screen.select("e2")
    quotation = screen.panel.locator("blockquote")
    expect(quotation).to_have_text("Last year she handed over a sum to Voss in the harbour.")
    expect(quotation.locator("mark")).to_have_text("handed over a sum")


def test_a_denial_says_so(screen: Screen) -> None:
    """Claims without an edge are listed too, and a negative one cannot be read as positive."""
    screen.select("quill")
    screen.panel.get_by_text("Other claims that name it (2), 1 denial").click()
    expect(screen.panel.locator(".card.denies")).to_have_count(1)
    expect(screen.panel.locator(".card.denies .gloss")).to_have_text("Denial: Quill paid Osei")
    expect(screen.panel.locator(".others .card .denial")).to_have_count(1)


def test_a_candidate_lights_county_and_outcome_of_the_same_contest_only(screen: Screen) -> None:
    """Osei ran in two places; Voss, who ran in one, lights no other contest and no other candidate."""
    screen.select("tamar")
    lit = {iri.removeprefix(BASE) for iri in screen.page.evaluate("moneytrail.standingOut()")}
    assert lit == {"tamar", "quill", "alder", "contest1", "e2", "e3", "e4", "e6", "e7", "e8"}


def test_contests_light_who_stood_in_them_only(browser: Browser, tmp_path: Path) -> None:
    """A contest shows its candidate; Osei backs Voss in it, which makes it no contest of his."""
    backing = edge(20, "osei", "tamar", "backed", "backed", "support", contest=FIRST, claims=("c2",))
    by_county = tuple(one for one in EDGES if one.iri not in {f"{BASE}e8", f"{BASE}e9"})
    place = tmp_path / "backing.html"
    place.write_text(to_html(replace(SAMPLE, edges=(*by_county, backing))), encoding="utf-8")
    screen = new_screen(browser, place).open()
    screen.select("contest1")
    lit = {iri.removeprefix(BASE) for iri in screen.page.evaluate("moneytrail.standingOut()")}
    assert lit == {"contest1", "alder", "tamar", "e6", "e7"}
    screen.select("osei")
    lit = {iri.removeprefix(BASE) for iri in screen.page.evaluate("moneytrail.standingOut()")}
    assert "birch" in lit
    assert "alder" not in lit
    screen.page.context.close()


def test_pointing_at_a_mark_shows_a_tip_and_its_neighbours(screen: Screen) -> None:
    """The tip names the mark and its sum; leaving it clears both."""
    place = screen.page.evaluate("iri => moneytrail.placeOf(iri)", BASE + "bridge")
    screen.page.mouse.move(place["x"], place["y"])
    expect(screen.page.locator("#tip")).to_contain_text("Bridge Fund")
    expect(screen.page.locator("#tip")).to_contain_text("in: more than $1.5 million")
    assert BASE + "osei" in screen.page.evaluate("moneytrail.standingOut()")
    screen.page.mouse.move(5, 5)
    expect(screen.page.locator("#tip")).to_be_hidden()
    assert screen.page.evaluate("moneytrail.standingOut()") == []


# ---- filters ----------------------------------------------------------------------------------------------


def test_filters_change_what_is_shown_and_reset_brings_it_back(screen: Screen) -> None:
    """A family, a source and a kind can be hidden; a node goes with its last line."""
    reset = screen.page.locator("#reset")
    expect(reset).to_be_disabled()
    screen.page.get_by_label("Opposition").uncheck()
    expect(screen.counts).to_contain_text("9 of 9 marks, 12 of 13 relationships")
    screen.page.get_by_label("d2 A later report").uncheck()
    expect(screen.counts).to_contain_text("8 of 9 marks, 10 of 13 relationships")
    reset.click()
    expect(screen.counts).to_contain_text("9 of 9 marks, 13 of 13 relationships")
    screen.page.get_by_label("Candidates").uncheck()
    expect(screen.counts).to_contain_text("7 of 9 marks, 4 of 13 relationships")


def test_hedged_edges_can_be_shown_alone(screen: Screen) -> None:
    """Without the asserted and the attributed ones, one edge and its two ends are left."""
    screen.page.get_by_label("Asserted").first.uncheck()
    screen.page.get_by_label("Attributed").first.uncheck()
    expect(screen.counts).to_contain_text("2 of 9 marks, 1 of 13 relationship")


def test_parts_of_the_legend_have_names_of_their_own(browser: Browser, tmp_path: Path) -> None:
    """Contests won and contests in a run-off are two rows that can be told apart."""
    results = {f"{BASE}e7": "won", f"{BASE}e11": "runoff"}
    edges = tuple(replace(one, result=results.get(one.iri, one.result)) for one in EDGES)
    place = tmp_path / "results.html"
    place.write_text(to_html(replace(SAMPLE, edges=edges)), encoding="utf-8")
    screen = new_screen(browser, place).open()
    screen.page.get_by_label("Parts of Decided where").click()
    expect(screen.page.get_by_label("held: won")).to_be_visible()
    expect(screen.page.get_by_label("held: run-off")).to_be_visible()
    screen.page.context.close()


def test_boxes_and_folds_of_the_legend_are_24_pixels_apart(screen: Screen) -> None:
    """Fingers and shaky hands hit the one they mean (WCAG 2.2, 2.5.8)."""
    for mark in (".row > input", ".fold"):
        boxes = [box.bounding_box() for box in screen.page.locator(f"#legend {mark}").all()]
        middles = [box["y"] + box["height"] / 2 for box in boxes if box is not None and box["height"] > 0]
        assert len(middles) > 1
        assert min(low - high for high, low in pairwise(middles)) >= 24


def test_filters_that_leave_nothing_say_so(screen: Screen) -> None:
    """No claim is counted then, and the empty stage is explained; resetting brings all back."""
    nothing = screen.page.locator("#nothing")
    expect(nothing).to_be_hidden()
    screen.page.get_by_label("Asserted").first.uncheck()
    expect(screen.counts).to_contain_text(", 4 claims")
    for name in ("Attributed", "Hedged"):
        screen.page.get_by_label(name).first.uncheck()
    expect(nothing).to_have_text("The filters leave nothing to show.")
    expect(screen.counts).to_contain_text("0 of 13 relationships, 0 claims")
    expect(screen.panel.locator(".figures")).to_contain_text("0 of 5")
    screen.page.click("#reset")
    expect(nothing).to_be_hidden()
    expect(screen.counts).to_contain_text("13 of 13 relationships, 5 claims")


def test_the_minimum_amount_hides_smaller_sums_only(screen: Screen) -> None:
    """Three sums of $20,000 go; the large one and everything without an amount stay."""
    slider = screen.page.locator("#least")
    slider.focus()
    screen.page.keyboard.press("End")
    expect(screen.page.locator("#least-text")).to_have_text("$1.5M or more")
    expect(screen.counts).to_contain_text("10 of 13 relationships")


def test_a_click_does_not_hit_what_is_hidden(screen: Screen) -> None:
    """Where a hidden line was, there is nothing to select."""
    screen.page.get_by_label("Opposition").uncheck()
    screen.click_mark("e5")
    expect(screen.panel.locator("h2")).to_have_text("Overview")


# ---- address, keyboard, table --------------------------------------------------------------------------


def test_an_address_restores_selection_filters_and_view(screen: Screen) -> None:
    """What a reader sees can be sent as a link."""
    screen.page.get_by_label("Opposition").uncheck()
    screen.click_mark("e1")
    screen.page.click("#show-table")
    address = screen.page.url
    screen.page.goto("about:blank")
    screen.unwanted.clear()
    screen.page.goto(address)
    expect(screen.panel.locator("h2")).to_have_text("Ada Quill gave to Bridge Fund")
    expect(screen.counts).to_contain_text("12 of 13 relationships")
    expect(screen.page.locator("tbody tr")).to_have_count(12)


def test_back_returns_to_the_selection_before(screen: Screen) -> None:
    """Each selection is a step of its own."""
    screen.click_mark("quill")
    screen.click_mark("e1")
    screen.page.go_back()
    expect(screen.panel.locator("h2")).to_have_text("Ada Quill")
    screen.page.go_back()
    expect(screen.panel.locator("h2")).to_have_text("Overview")


def test_an_address_that_names_nothing_opens_the_overview(browser: Browser, file: Path) -> None:
    """A link from another picture does no harm."""
    screen = new_screen(browser, file).open("#select=https%3A%2F%2Felsewhere&hide=nonsense&least=x")
    expect(screen.panel.locator("h2")).to_have_text("Overview")
    expect(screen.counts).to_contain_text("13 of 13 relationships")
    screen.page.context.close()
    assert screen.unwanted == []


def test_arrow_keys_walk_and_escape_lets_go(screen: Screen) -> None:
    """From the first donor to a neighbour on the right, and back to nothing."""
    screen.page.focus("#canvas")
    screen.page.keyboard.press("ArrowDown")
    first = screen.panel.locator("h2").text_content()
    assert first in {"Ada Quill", "Wharf Holdings"}
    screen.page.keyboard.press("ArrowRight")
    expect(screen.panel.locator("h2")).not_to_have_text(str(first))
    screen.page.keyboard.press("Escape")
    expect(screen.panel.locator("h2")).to_have_text("Overview")


def test_the_table_lists_every_line_and_opens_its_evidence(screen: Screen) -> None:
    """Rows can be sorted; a row opens the same panel as the line."""
    screen.page.click("#show-table")
    expect(screen.page.locator("tbody tr")).to_have_count(13)
    screen.page.get_by_role("button", name="Amount").click()
    screen.page.get_by_role("button", name="Amount").click()
    expect(screen.page.locator("th[aria-sort=descending]")).to_have_text("Amount")
    top = screen.page.locator("tbody tr").first
    expect(top).to_contain_text("more than $1.5 million")
    top.locator("button").click()
    expect(screen.panel.locator("h2")).to_have_text("Ada Quill gave to Bridge Fund")


def test_what_is_only_attributed_is_not_called_asserted(browser: Browser, tmp_path: Path) -> None:
    """A line whose only claim is attributed says so in the table."""
    cards = dict(SAMPLE.claims, c2=replace(SAMPLE.claims["c2"], modality=("attributed", "quoted")))
    place = tmp_path / "attributed.html"
    place.write_text(to_html(replace(SAMPLE, claims=cards)), encoding="utf-8")
    screen = new_screen(browser, place).open("#view=table")
    row = screen.page.locator("tbody tr", has_text="spent against")
    expect(row).to_contain_text("attributed, quoted")
    expect(row).not_to_contain_text("asserted")
    expect(screen.page.locator("tbody tr", has_text="ran in").first).to_contain_text("asserted")
    screen.page.context.close()


def test_controls_have_names(screen: Screen) -> None:
    """No button, box or slider is without a name for a screen reader."""
    nameless = screen.page.evaluate("""() => [...document.querySelectorAll("button, input, summary")]
        .filter((e) => !(e.ariaLabel || e.textContent.trim() || e.closest("label")))
        .map((e) => e.outerHTML)""")
    assert nameless == []


# ---- looks -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_system_and_can_be_switched(browser: Browser, file: Path, scheme: Any) -> None:
    """Background and text change places."""
    screen = new_screen(browser, file, color_scheme=scheme).open()
    lightness = "() => Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])"
    before = screen.page.evaluate(lightness)
    assert (before > 200) == (scheme == "light")
    screen.page.click("#theme")
    assert (screen.page.evaluate(lightness) > 200) == (scheme == "dark")
    screen.page.context.close()
    assert screen.unwanted == []


def test_a_phone_needs_no_sideways_scrolling(browser: Browser, file: Path) -> None:
    """At 390 pixels legend and panel are drawers, and nothing is wider than the screen."""
    screen = new_screen(browser, file, viewport={"width": 390, "height": 844}, has_touch=True).open()
    wide = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
    expect(screen.page.locator("#legend")).not_to_be_in_viewport()
    screen.page.tap("#open-legend")
    expect(screen.page.locator("#legend")).to_be_in_viewport()
    assert not screen.page.evaluate(wide)
    screen.page.keyboard.press("Escape")
    screen.select("e3")
    expect(screen.panel).to_be_in_viewport()
    assert not screen.page.evaluate(wide)
    screen.page.evaluate("document.querySelector('#show-table').click()")
    assert not screen.page.evaluate(wide)
    screen.page.fill("#search", "osei")
    screen.page.keyboard.press("Enter")
    expect(screen.panel.locator("h2")).to_have_text("Kwame Osei")
    expect(screen.page.locator("#search")).not_to_be_focused()
    screen.page.context.close()
    assert screen.unwanted == []


def test_all_marks_are_inside_the_window_when_it_opens(screen: Screen) -> None:
    """Nothing is cut off at an edge of the network."""
    frame = screen.page.locator("#canvas").bounding_box()
    assert frame is not None
    for one in NODES:
        place = screen.page.evaluate("iri => moneytrail.placeOf(iri)", one.iri)
        assert frame["x"] < place["x"] < frame["x"] + frame["width"]
        assert frame["y"] < place["y"] < frame["y"] + frame["height"]


def test_headings_stand_over_their_columns(screen: Screen) -> None:
    """The heading of the candidates is centred over the candidates, also after zooming."""
    for _ in range(2):
        place = screen.page.evaluate("iri => moneytrail.placeOf(iri)", BASE + "osei")
        box = screen.page.locator("#headings").get_by_text("Candidates").bounding_box()
        assert box is not None
        assert abs(box["x"] + box["width"] / 2 - place["x"]) < 3
        screen.page.focus("#canvas")
        screen.page.keyboard.press("+")
        screen.page.wait_for_timeout(100)


def test_sums_say_what_is_left_out_of_them(browser: Browser, tmp_path: Path) -> None:
    """A stated total stands beside a sum it is not part of: both the panel and the list of sums say so."""
    total = replace(EDGES[0], counted=False, detail="A stated total since 2020.")
    place = tmp_path / "total.html"
    place.write_text(to_html(replace(SAMPLE, edges=(total, *EDGES[1:]))), encoding="utf-8")
    screen = new_screen(browser, place).open()
    expect(screen.panel.locator(".sum-row").first).to_contain_text("A stated total since 2020.")
    screen.select("bridge")
    expect(screen.panel.locator(".sums")).to_contain_text(
        "stated totals, and money that another line tells too"
    )
    screen.page.context.close()


def test_nobody_is_called_a_donor_for_an_endorsement(screen: Screen) -> None:
    """The first column also has those who gave no money; its heading covers them."""
    expect(screen.page.locator("#headings")).to_contain_text("Donors, backers")
    expect(screen.page.locator("#legend")).to_contain_text("Donors, backers")
    expect(screen.panel.locator(".figures")).to_contain_text("Donors, backers")


def test_on_paper_the_whole_picture_comes_first(screen: Screen) -> None:
    """The print has the picture whole, then the panel, and no controls; nothing is wider than the paper."""
    screen.page.emulate_media(media="print")
    screen.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(screen.page.locator("#print svg")).to_be_visible()
    screen.page.set_viewport_size({"width": 1047, "height": 718})  # A4 on its side, without its margins
    expect(screen.page.locator("#legend")).to_be_hidden()
    expect(screen.page.locator("#fit")).to_be_hidden()
    picture, panel = screen.page.locator("#print").bounding_box(), screen.panel.bounding_box()
    assert picture is not None
    assert panel is not None
    assert picture["y"] < panel["y"]
    drawn = screen.page.locator("#print svg").bounding_box()
    assert drawn is not None
    assert drawn["width"] <= 1047
    assert drawn["height"] <= 718
    assert not screen.page.evaluate("document.documentElement.scrollWidth > 1047")
    screen.page.set_viewport_size({"width": 1600, "height": 950})


# ---- taking something away ---------------------------------------------------------------------------------


def test_on_paper_marked_words_can_be_read_from_the_dark_theme_too(screen: Screen) -> None:
    """Ink is black on paper; what is set off by a ground has a light one."""
    screen.select("e2")
    screen.page.click("#theme")
    screen.page.emulate_media(media="print")
    ground = screen.panel.locator("mark").evaluate("mark => getComputedStyle(mark).backgroundColor")
    assert ground == "rgb(255, 243, 214)"
    assert screen.panel.locator("mark").evaluate("mark => getComputedStyle(mark).color") == "rgb(0, 0, 0)"


def test_the_picture_is_saved_as_png(screen: Screen) -> None:
    """A PNG file comes out."""
    assert saved(screen, "#save-png").startswith(b"\x89PNG")


def test_the_csv_holds_what_is_shown(screen: Screen) -> None:
    """Twelve rows after the opposition is hidden, with bounds and whether they are open."""
    screen.page.get_by_label("Opposition").uncheck()
    rows = list(csv.DictReader(io.StringIO(saved(screen, "#save-csv").decode("utf-8-sig"))))
    assert len(rows) == 12
    assert rows[0]["from"] == "Ada Quill"
    assert (rows[0]["low"], rows[0]["low_open"], rows[0]["high"]) == ("1500000", "true", "")
    assert rows[0]["claims"] == "c1; c2"


def test_a_citation_can_be_copied_without_a_clipboard(screen: Screen) -> None:
    """Where the browser gives no clipboard, the citation is shown, selected, or copied the old way."""
    screen.page.evaluate("() => { Object.defineProperty(navigator, 'clipboard', {value: undefined});"
                         " document.execCommand = () => false }")  # fmt: skip
    screen.select("e1")
    screen.panel.get_by_role("button", name="Copy citation of claim c1").click()
    citation = screen.panel.locator("textarea")
    expect(citation).to_have_value(
        re.compile("paragraph 3.*A report on Alder. Harbour Gazette, 2030.*“handed over a sum”.*claim c1")
    )


# ---- names from outside never run ----------------------------------------------------------------------


def hostile_picture() -> Picture:
    """A picture in which every text of the n-th node, edge, claim and document is the n-th hostile text."""
    each = list(enumerate(HOSTILE))
    sums = [Interval(Decimal(n + 1), low_open=True, text=text) for n, text in each]
    nodes = [
        Node(
            f"{text} n{n}",
            text,
            text,
            Column(n % 5),
            text,
            sums[n],
            sums[n],
            ((text, text),),
            (f"{text} c{n}",),
            states=(text,),
        )
        for n, text in each
    ]
    edges = [
        Edge(
            f"{text} e{n}", nodes[n].iri, nodes[(n + 1) % len(each)].iri, text, text, text, sums[n],
            (text,), text, text, text, (f"{text} c{n}",), 1, text, how_sure=text,
        )
        for n, text in each
    ]  # fmt: skip
    claims = [
        ClaimCard(
            f"{text} c{n}", text, f"{text} d{n}", 1, 0, 9, text, text, text, text, text, n % 2 == 0,
            (text,), (text,), text, ((text, text),), text, Quotation(text, f"before {text} after", text),
        )
        for n, text in each
    ]  # fmt: skip
    documents = [DocumentCard(f"{text} d{n}", *[text] * 7) for n, text in each]
    findings = [
        FindingCard(
            text, text, text, "alarm", text, text, text, text, text, text, text, text, (f"{text} c{n}",),
            (text,), (text,),
        )
        for n, text in each
    ]  # fmt: skip
    title = " ".join(HOSTILE)
    cards = {card.key: card for card in claims}, {card.key: card for card in documents}
    return Picture(title, title, tuple(nodes), tuple(edges), *cards, tuple(findings))


VISIT = """async (iris) => {
    const texts = [];
    for (const iri of iris) {
        location.hash = new URLSearchParams({select: iri});
        await new Promise((go) => addEventListener("hashchange", () => setTimeout(go), {once: true}));
        document.querySelectorAll("#panel details").forEach((details) => { details.open = true; });
        await new Promise((resolve) => setTimeout(resolve, 5));
        texts.push(document.querySelector("#panel").textContent);
    }
    return texts;
}"""


def filed_picture(texts: tuple[str, ...]) -> Picture:
    """A picture with an edge for each text, which stands in every part of the edge's evidence."""
    giver, fund = node("giver", "Giver", Column.DONORS), node("fund", "Fund", Column.COMMITTEES)
    gifts = tuple(
        edge(n, "giver", "fund", "gaveTo", "gave to", "money", amount=EXACTLY, claims=(), origins=0)
        for n in range(len(texts))
    )
    rows = tuple(
        RowsCard(gift.iri, f"{text} d{n}", text, text, 9, (text, text), (text, text), text)
        for n, (gift, text) in enumerate(zip(gifts, texts, strict=True))
    )
    datasets = tuple(DatasetCard(f"{text} d{n}", *[text] * 5) for n, text in enumerate(texts))
    return Picture("Filed", "Filed", (giver, fund), gifts, {}, {}, (), datasets, rows)


def test_rows_behind_edges_are_told(browser: Browser, tmp_path: Path) -> None:
    """Sum, first rows, dataset, files and the command for more stand in the panel, and do nothing."""
    place, texts = tmp_path / "filed.html", ("filings", *HOSTILE)
    picture = filed_picture(texts)
    place.write_text(to_html(picture), encoding="utf-8", newline="")
    screen = new_screen(browser, place).open()
    panels = screen.page.evaluate(VISIT, [one.iri for one in picture.edges])
    for told, text in zip(panels, texts, strict=True):
        assert "Evidence9 rows in 2 files" in told
        assert "… and 7 more rows." in told
        assert told.count(text) >= 8
        assert "claim" not in told.replace(text, "")
    assert screen.page.evaluate("window.ran") is None
    links = screen.page.evaluate("[...document.querySelectorAll('a')].map((a) => a.href)")
    assert all(link.startswith("https://") for link in links)
    data = json.loads(saved(screen, "#save-json"))
    assert [one["rows"] for one in data["edges"]] == json.loads(
        json.dumps([asdict(one) for one in picture.rows])
    )
    assert [one["title"] for one in data["datasets"]] == list(texts)
    screen.page.context.close()
    assert screen.unwanted == []


@pytest.fixture(scope="module")
def hostile(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """The page of the hostile picture, opened once."""
    place = tmp_path_factory.mktemp("hostile") / "page.html"
    place.write_text(to_html(hostile_picture()), encoding="utf-8", newline="")
    opened = new_screen(browser, place, viewport={"width": 1000, "height": 500}).open()
    yield opened
    opened.page.context.close()


def test_hostile_names_neither_run_nor_get_lost(hostile: Screen) -> None:
    """Hostile text in every part of a picture stands on the page letter by letter and does nothing."""
    screen = hostile
    picture = hostile_picture()
    elements = (
        "() => document.querySelectorAll('iframe, object, embed, base, form, [http-equiv=refresh]').length"
    )
    iris = [node.iri for node in picture.nodes] + [edge.iri for edge in picture.edges]
    panels = screen.page.evaluate(VISIT, iris)
    for text, node_panel, edge_panel in zip(
        HOSTILE, panels[: len(HOSTILE)], panels[len(HOSTILE) :], strict=True
    ):
        assert node_panel.count(text) > 10, text
        assert edge_panel.count(text) > 10, text
    screen.page.click("#show-table")
    assert all(text in screen.page.locator("#table").evaluate("e => e.textContent") for text in HOSTILE)
    assert screen.page.locator("#title").evaluate("e => e.textContent") == picture.title
    assert screen.page.evaluate(elements) == 0
    assert screen.page.evaluate("document.scripts.length") == 3
    assert screen.page.evaluate("window.ran") is None
    assert screen.page.evaluate("({}).polluted") is None
    assert screen.unwanted == []


def test_hostile_names_survive_into_the_exports(hostile: Screen) -> None:
    """Every field of every part is in the JSON as it was; the CSV opens no formula."""
    screen = hostile
    picture = hostile_picture()
    data = json.loads(saved(screen, "#save-json"))
    for name in ("title", "subtitle"):
        assert data[name] == getattr(picture, name)
    for name in ("nodes", "edges"):
        expected = json.loads(json.dumps([asdict(mark) for mark in getattr(picture, name)], default=str))
        for is_, should in zip(data[name], expected, strict=True):
            money = ("money_in", "money_out", "amount")
            assert {k: v for k, v in is_.items() if k not in money} == {
                k: v for k, v in should.items() if k not in money
            }
            assert all(is_[k]["words"] == should[k]["text"] for k in money if k in should)
    for name, cards in (("claims", picture.claims), ("documents", picture.documents)):
        assert data[name] == json.loads(json.dumps([asdict(card) for card in cards.values()]))
    assert data["findings"] == json.loads(json.dumps([asdict(card) for card in picture.findings]))
    rows = csv.reader(io.StringIO(saved(screen, "#save-csv").decode("utf-8-sig"), newline=""))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert screen.unwanted == []


def test_hostile_names_do_nothing_in_search_and_tips(hostile: Screen) -> None:
    """Searching for markup lists it as text, and pointing at marks shows it as text."""
    screen = hostile
    screen.page.click("#show-network")
    for query in ("<script", "onerror", "proto"):
        screen.page.fill("#search", query)
        expect(screen.page.locator("#hits li").first).to_be_visible()
    for mark in hostile_picture().nodes[:15]:
        place = screen.page.evaluate("iri => moneytrail.placeOf(iri)", mark.iri)
        screen.page.mouse.move(place["x"], place["y"])
        screen.page.wait_for_timeout(20)
    assert screen.page.evaluate("window.ran") is None
    assert screen.unwanted == []
