"""Pages of the site as a worker makes them: what each kind of thing has, and that no text becomes markup."""

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from example_rows import build_example_graph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from graph.nodes import TYPE, term
from graph.server.held import Held, open_held
from graph.server.names import known_names, search
from graph.server.pages.around import missing_page, search_page
from graph.server.pages.county import county
from graph.server.pages.front import front_page
from graph.server.pages.lists import LISTS, list_page
from graph.server.pages.statements import linked
from graph.server.pages.things import thing_page
from graph.server.pages.ties import MOST, ties
from graph.server.pages.timeline import timeline
from graph.server.pages.vocabulary import vocabulary_page, word_page
from graph.store import generation_folder

ID = "https://w3id.org/moneytrail/id/"
SOROS = NamedNode(f"{ID}person/george-soros")
SACRAMENTO = f"{ID}contest/2018-06-05/us-06067/district-attorney"
SQUARE = "M0 0l8 0 0 8-8 0z"
HOSTILE = '<img src=x onerror="alert(1)"></script><script>alert(1)</script>{{ 7 * 7 }}'


@pytest.fixture(scope="module")
def held(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Held:
    """The graph of the shipped sources, with the outlines of two counties and a state."""
    bundle = tmp_path_factory.mktemp("outlines")
    counties = f'"counties": {{"06067": "{SQUARE}", "06001": "{SQUARE}", "48001": "{SQUARE}"}}'
    (bundle / "counties.json").write_text(
        f'{{"width": 8, "height": 8, {counties}, "states": {{"06": "{SQUARE}"}}}}', "utf-8"
    )
    found = open_held(built, generation_folder(built).name)
    found.bundle = bundle
    return found


class Text(HTMLParser):
    """The words of a page, and the names of its elements and attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.marks: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and what it has."""
        self.marks |= {tag, *(name for name, _ in attrs)}

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.words.append(data)


def page_of(held: Held, path: str) -> str:
    """The page of a thing."""
    return thing_page(held, NamedNode(ID + path))


def test_a_document_is_read_in_order(held: Held) -> None:
    """Its claims stand by paragraph, each with an address; without the text the page says how to get it."""
    page = page_of(held, "document/001")
    paragraphs = [int(number) for number in re.findall(r'id="paragraph-(\d+)"', page)]
    assert paragraphs == sorted(set(paragraphs))
    assert len(re.findall(r'id="C001-\d{3}"', page)) == 102
    assert "moneytrail serve --documents FOLDER" in page


def test_a_document_is_quoted_where_its_text_is_at_hand(held: Held, shared: Path) -> None:
    """The words of a claim are marked in their paragraph."""
    quoted = open_held(held.folder, held.generation)
    quoted.documents = shared / "documents"
    page = page_of(quoted, "document/001")
    assert page.count("<mark>") == 102
    assert "moneytrail serve --documents" not in page


def test_a_contest_has_candidates_figures_and_money(held: Held) -> None:
    """Who stood and how they ended, what was told when, and each flow with the sum of its side."""
    text = " ".join(" ".join(Text(page_of(held, SACRAMENTO.removeprefix(ID))).words).split())
    assert "Anne Marie Schubert led in , won" in text
    assert "2018-06-07 2018-06-07 Anne Marie Schubert vote share" in text
    assert "Money to or for Noah Phillips: about $400,000" in text
    assert "George Soros gave to Noah Phillips : about $400,000" in text


def test_a_county_lies_among_those_of_its_state(held: Held) -> None:
    """The county meant and others that are told of lead to their pages; other states are not drawn."""
    found = county(held, NamedNode(f"{ID}county/us/06067"))
    assert [one.iri for _, one in found.contests] == [SACRAMENTO]
    assert found.drawn is not None
    assert [(one.name, one.meant) for one in found.drawn.outlines] == [
        ("Alameda County", False),
        ("Sacramento County", True),
    ]
    assert found.drawn.box == "-60 -60 128 128"
    assert county(held, NamedNode(f"{ID}county/us/04013")).drawn is None


def test_a_finding_shows_its_claims_side_by_side(held: Held) -> None:
    """With the computation, the rule, and what the graph does about it."""
    finding = held.reader.instances("ConsistencyFinding")[0]
    page = thing_page(held, finding)
    claims = held.reader.nodes(finding, "concerns")
    assert page.count('<li class="claim') == len(claims)
    assert held.reader.text(finding, "computation") in unescape(page)
    assert held.reader.text(held.reader.nodes(finding, "byRule")[0], "dcterms:identifier") in page


def test_a_claim_says_what_follows_from_it(held: Held) -> None:
    """Its number and gloss are its title; the event it asserts and its document are linked."""
    claim = next(iter(search(held.reader, held.known, held.tables, "c001-029")))
    page = thing_page(held, NamedNode(claim.iri))
    assert "<h1>C001-029: Soros is said to have supplied about 400,000 dollars to Phillips</h1>" in page
    assert '<a href="/page/document/001#C001-029">' in page
    assert "George Soros gave to Noah Phillips" in page


def test_an_event_names_who_takes_part(held: Held) -> None:
    """Its amount, payer and payee as links, and who tells it; no timeline of its own."""
    event = held.reader.instances("Contribution")[0]
    page = thing_page(held, event)
    assert '<p class="definition">more than $1.5 million</p>' in page
    assert '<dt>Payer</dt><dd><a href="/page/person/george-soros">George Soros</a></dd>' in page
    assert "Said by 1 document of 1 origin" in page
    assert 'id="timeline"' not in page


def test_a_timeline_is_in_order_and_says_what_is_not_dated(held: Held) -> None:
    """Dated events have their day; others stand by the day they were first told."""
    found = timeline(held, NamedNode(f"{ID}person/noah-phillips"))
    days = [moment.day for moment in found]
    assert days[0] == "until June 2018"
    assert "5 June 2018" in days
    gift = next(moment for moment in found if moment.amount)
    assert (gift.day, gift.amount) == ("by 7 June 2018", "about $400,000")


def test_a_network_draws_each_edge_once_and_the_same_each_time(held: Held) -> None:
    """Marks stand below each other without touching; each line leads to its edge; the rest is counted."""
    drawn = ties(held.reader, SOROS)
    assert drawn is not None
    assert drawn == ties(held.reader, SOROS)
    right = [mark for mark in drawn.marks if mark.anchor == "start"]
    assert len(right) == MOST
    assert all(later.y - mark.y >= 20 for mark, later in pairwise(right))
    assert len({line.iri for line in drawn.lines}) == len(drawn.lines)
    assert drawn.left_out > 0
    assert ties(held.reader, NamedNode(f"{ID}document/001")) is None


def test_every_list_has_what_there_is(held: Held) -> None:
    """Documents, people, contests, counties and findings, with links to their pages."""
    pages = {name: list_page(held, name) for name in LISTS}
    assert pages["documents"].count('href="/page/document/') == 5
    assert '<a href="/page/person/george-soros">George Soros</a>' in pages["people"]
    assert pages["findings"].count('href="/page/finding/') == len(held.reader.instances("ConsistencyFinding"))
    assert SACRAMENTO.removeprefix(ID) in pages["contests"]
    assert pages["counties"].count('class="meant"') == 2


def test_every_word_is_explained(held: Held) -> None:
    """Definition, use and examples; the list counts as a page of its own does."""
    whole = vocabulary_page(held)
    number = len(held.reader.instances("Contribution"))
    row = re.search(r'<tr id="Contribution">.*?</tr>', whole)
    assert row is not None
    assert f'<td class="figure">{number}</td>' in row[0]
    text = " ".join(Text(word_page(held, "payer")).words)
    assert "Said of" in text
    assert "George Soros" in text
    with pytest.raises(KeyError):
        word_page(held, "nothing")


def test_a_checkout_without_a_bundle_says_what_is_missing(held: Held) -> None:
    """The front page tells a developer what to run, and offers a form instead."""
    bare = open_held(held.folder, held.generation)
    page = front_page(bare)
    assert "The workbench is not bundled here: run `make workbench`" in page
    assert "/query?query=" in page
    assert "<script" not in page


def test_lines_of_rows_lead_to_things_and_files(held: Held) -> None:
    """The path of a committee and the file of a row are links; the words around them stay."""
    line = "2024: from A to B: $5 — filings/it cont.txt, line 3; committee/fec/C99000003"
    cells = list(linked(held, line.partition(";")[0])) + list(linked(held, "A: $1 committee/fec/C99000003"))
    leading = [(cell.text, cell.iri.removeprefix(ID)) for cell in cells if cell.iri]
    assert leading == [
        ("filings/it cont.txt", "dataset/filings/it%20cont.txt"),
        ("committee/fec/C99000003", "committee/fec/C99000003"),
    ]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """A graph with rows."""
    folder = build_example_graph(tmp_path_factory.mktemp("rows"))
    return open_held(folder, generation_folder(folder).name)


def test_a_committee_of_filings_has_its_sums_and_rows(rows: Held) -> None:
    """Sums by year, the largest givers as links, and each row with its file and line."""
    page = page_of(rows, "committee/fec/C99000001")
    assert "2024: in, contribution: $8,450.50 in 4 rows" in unescape(page)
    assert '<a href="/page/party/fec/EXAMPLE%2C%20ADA/30601">' in page
    assert '<a href="/page/dataset/filings/itcont.txt">filings/itcont.txt</a>, line 1' in page


def test_hostile_names_are_text_on_every_page(held: Held) -> None:
    """A thing whose names, class, notes and ties are markup has a page without it."""
    store = Store()
    thing, other = NamedNode(f"{ID}person/{'%3Cb%3E'}"), NamedNode(f"{ID}person/other")
    store.extend(
        Quad(thing, prop, value, DefaultGraph())
        for prop, value in (
            (TYPE, term("Person")),
            (term("rdfs:label"), Literal(HOSTILE)),
            (term("skos:altLabel"), Literal(HOSTILE)),
            (term("skos:scopeNote"), Literal(HOSTILE)),
            (term("office"), other),
            (NamedNode("javascript:alert(1)"), NamedNode("javascript:alert(1)")),
        )
    )
    edge = NamedNode(f"{ID}edge/1")
    said = {TYPE: term("PlainEdge"), term("rdf:subject"): thing, term("rdf:predicate"): term("backed")}
    said |= {term("rdf:object"): other, term("rdfs:label"): Literal(HOSTILE)}
    store.extend(Quad(edge, prop, value, DefaultGraph()) for prop, value in said.items())
    store.add(Quad(other, term("rdfs:label"), Literal(HOSTILE), DefaultGraph()))
    hostile = Held(held.folder, held.generation, store, held.manifest)
    hits = search(hostile.reader, known_names(hostile.reader), hostile.tables, HOSTILE)
    for page in (
        thing_page(hostile, thing),
        thing_page(hostile, edge),
        search_page(hostile, HOSTILE, hits),
        missing_page(hostile, HOSTILE, hits),
        list_page(hostile, "people"),
        word_page(hostile, "Person"),
    ):
        text = Text(page)
        assert not {"img", "script", "onerror"} & text.marks
        assert not re.search(r'href="javascript|\b49\b', page)
