"""Pages and data of things: where they are, what they say, and that nothing in them runs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse
from serving import Server, serving

from graph.server.accept import best
from graph.server.media import ROWS

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
TUNA = "/id/person/cari-tuna"
OWN = '<script src="/workbench/site.js"></script>'
"""The one script of a page, where the workbench is bundled."""
PAGES = (
    "/browse/counties",
    "/vocabulary/Claim",
    "/query",
    "/search?q=soros",
    "/page/person/cari-tuna",
    "/page/document/001",
    "/page/nothing/here",
)


@pytest.fixture(scope="module")
def server(built: Path) -> Iterator[Server]:
    """A server of the shipped sources."""
    with serving(built) as found:
        yield found


@pytest.mark.parametrize(
    ("accept", "place"),
    [
        (BROWSER, "page"),
        ("text/html", "page"),
        ("text/turtle", "data"),
        ("*/*", "data"),
        ("", "data"),
        ("text/html;q=0.4, text/turtle;q=0.5", "data"),
        ("application/ld+json", "data"),
    ],
)
def test_a_thing_leads_to_a_document(server: Server, accept: str, place: str) -> None:
    """A person is no document: 303 to the page or to the data."""
    answer = server.get(TUNA, accept=accept)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/{place}/person/cari-tuna")
    assert "Accept" in answer.headers["vary"]


def test_data_of_a_thing(server: Server) -> None:
    """What the graph says of it, in the format asked for, with a tag."""
    answer = server.get("/data/person/cari-tuna", accept="application/n-triples")
    triples = list(parse(answer.content, RdfFormat.N_TRIPLES))
    assert {quad.subject.value for quad in triples} == {f"https://w3id.org/moneytrail{TUNA}"}
    again = server.get(
        "/data/person/cari-tuna", accept="application/n-triples", if_none_match=answer.headers["etag"]
    )
    assert again.status_code == 304


@pytest.mark.parametrize(("name", "media"), [("turtle", "text/turtle"), ("jsonld", "application/ld+json")])
def test_a_link_names_the_format_of_data(server: Server, name: str, media: str) -> None:
    """A browser that likes pages gets data by a link; a format that is none is refused."""
    answer = server.client.get(
        f"{server.url}/data/person/cari-tuna?format={name}", headers={"accept": BROWSER}
    )
    assert answer.headers["content-type"].partition(";")[0] == media
    refused = server.client.get(f"{server.url}/data/person/cari-tuna?format=docx")
    assert refused.status_code == 406
    assert refused.text.startswith("data cannot be had as docx; but as ")


def test_the_vocabulary_is_a_page_or_data(server: Server) -> None:
    """The address of the vocabulary leads people to its page, and programs get its triples."""
    answer = server.get("/ns", accept=BROWSER)
    assert (answer.status_code, answer.headers["location"]) == (303, "/vocabulary")
    triples = parse(server.get("/ns", accept="application/n-triples").content, RdfFormat.N_TRIPLES)
    assert any(quad.subject.value.endswith("ns#Contribution") for quad in triples)
    assert server.get("/vocabulary/nothing").status_code == 404
    assert server.get("/browse/nothing").status_code == 404


def test_a_folder_of_texts_that_is_missing_is_told_at_once(built: Path, run: Run) -> None:
    """Nothing is served that would fail at the first page."""
    done = run("serve", "--graph", str(built), "--documents", "nowhere")
    assert done.returncode == 1
    assert done.stderr.endswith("nowhere: not found; wanted a folder with the texts of the documents\n")


def test_what_is_typed_is_found(server: Server) -> None:
    """Names misspelt or begun, other names, titles, and numbers of claims, each with its page."""
    for text, page in (
        ("schubet", "/page/person/anne-marie-schubert"),
        ("cari tu", "/page/person/cari-tuna"),
        ("report of 7 june", "/page/document/001"),
        ("c001-029", "/page/claim/"),
    ):
        hits = server.client.get(f"{server.url}/search.json", params={"q": text}).json()
        assert hits[0]["href"].startswith(page), text


def test_data_of_nothing_names_the_nearest(server: Server) -> None:
    """Somebody mistyped."""
    answer = server.get("/data/person/carri-tuna")
    place = "https://w3id.org/moneytrail/id/person"
    words = f"{place}/carri-tuna is nothing this graph tells of; did you mean {place}/cari-tuna?\n"
    assert (answer.status_code, answer.text) == (404, words)


def test_a_page_says_what_the_dossier_says(server: Server) -> None:
    """Money, ties, claims with their evidence, findings, and links to others."""
    page = server.get("/page/person/noah-phillips").text
    for words in (
        "about $400,000",
        "George Soros gave to Noah Phillips",
        "C001-029",
        "received around $400,000",
    ):
        assert words in page
    assert '<a href="/page/person/george-soros">' in page


@pytest.mark.parametrize(
    "kind", ["Claim", "SourceDocument", "ConsistencyFinding", "MoneyFlow", "Contest", "PlainEdge"]
)
def test_things_of_each_kind_have_pages(server: Server, kind: str) -> None:
    """All that a link of a page may lead to is there."""
    query = f"SELECT ?thing {{ ?thing a mt:{kind} }} ORDER BY ?thing LIMIT 3"
    found = server.ask(query, accept="text/csv").text.split()[1:]
    assert found
    for iri in found:
        answer = server.get("/page/" + iri.partition("/id/")[2])
        assert answer.status_code == 200, answer.text
        assert iri in answer.text


def test_links_of_a_page_lead_to_pages(server: Server) -> None:
    """None of those of a dossier is broken."""
    links = set(re.findall(r'href="(/[^"]*)"', server.get("/page/person/george-soros").text))
    assert len(links) > 20
    for link in sorted(links)[:60]:
        assert server.get(link).status_code in {200, 303}, link


def test_nothing_there_is_a_page_that_says_so(server: Server) -> None:
    """With the nearest names, whatever is asked for."""
    answer = server.get("/page/person/noa-philips")
    assert answer.status_code == 404
    assert '<a href="/page/person/noah-phillips">Noah Phillips</a>' in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "../../../etc/passwd",
        "%2e%2e/%2e%2e/etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "person%00",
        "%22%3E%3Cscript%3E",
        "a%20b",
    ],
)
@pytest.mark.parametrize("place", ["page", "data", "id"])
def test_a_path_is_no_path_of_a_file(server: Server, place: str, path: str) -> None:
    """It is a part of an IRI, and of one that nothing is told of."""
    answer = server.get(f"/{place}/{path}")
    assert answer.status_code in {404, 303}
    assert "root:" not in answer.text
    assert "<script>" not in answer.text + str(answer.headers)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_in_a_page_runs(server: Server, path: str) -> None:
    """No script but that of the site, no style, nothing from elsewhere, and a policy that says so."""
    answer = server.client.get(server.url + path)
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:|src=", answer.text.replace(OWN, ""))
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert re.search(r'<html lang="en">.*<title>.+</title>.*<main id="main">', answer.text, re.DOTALL)


HOSTILE = (
    '<img src=x onerror="alert(1)">',
    "</textarea><script>alert(1)</script>",
    "'\"><svg onload=alert(1)>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(server: Server, text: str) -> None:
    """In the search, in the form, in an error and in a cell of a result."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    bound = f'SELECT ("{quoted}" AS ?x) (IRI("javascript:alert(1)") AS ?y) {{}}'
    for page in (
        server.client.get(f"{server.url}/search", params={"q": text}).text,
        server.get("/query", text).text,
        server.get("/query", bound).text,
    ):
        assert text not in page
        assert 'href="javascript' not in page
    assert "javascript:alert(1)" in server.get("/query", bound).text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("George Soros", "George Soros"),
        ("soros", None),
        ("gorge sorros", "George Soros"),
        ("noa philips", "Noah Phillips"),
    ],
)
def test_search_forgives_mistakes(server: Server, text: str, first: str | None) -> None:
    """Names with all words first, else those spelt alike."""
    page = server.client.get(f"{server.url}/search", params={"q": text}).text
    hits = re.findall(r"<li><a [^>]*>([^<]*)</a>", page)
    assert hits
    assert first is None or hits[0] == first


def test_search_for_nothing(server: Server) -> None:
    """A page, not an error."""
    page = server.client.get(f"{server.url}/search", params={"q": "xyzzyqwerty"})
    assert (page.status_code, "Nothing is called “xyzzyqwerty”" in page.text) == (200, True)
    assert server.get("/search").status_code == 200


def test_the_form_shows_rows_and_mistakes(server: Server) -> None:
    """A table with links, or the place of the mistake."""
    rows = server.get("/query", "SELECT ?to { <person/cari-tuna> mt:gaveTo ?to }").text
    assert '<td><a href="/page/committee/unnamed/led-by-shaun-king-2018">' in rows
    wrong = server.get("/query", "SELECT * {").text
    assert "query:1:10: this { is never closed" in wrong
    assert "there are more" in server.get("/query", "SELECT * { ?s ?p ?o }").text
    assert "<td>true</td>" in server.get("/query", "ASK { ?s ?p ?o }").text


def test_a_browser_is_led_from_the_endpoint_to_the_form(server: Server) -> None:
    """The query goes with it."""
    answer = server.get("/sparql", "ASK {}", accept=BROWSER)
    assert (answer.status_code, answer.headers["location"]) == (303, "/query?query=ASK+%7B%7D")


MEDIA = st.sampled_from([*ROWS, "text/*", "application/*", "*/*", "image/png", "text/html"])
QUALITY = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)


def specificity(media: str) -> int:
    """How exactly a range of media types says which it means."""
    return 0 if media == "*/*" else 1 if media.endswith("/*") else 2


def expected(accepted: dict[str, float], offered: str) -> float:
    """The quality of a media type by RFC 9110: that of the most specific range it is in."""
    kind = offered.partition("/")[0]
    inside = [one for one in accepted if one in (offered, f"{kind}/*", "*/*")]
    return accepted[max(inside, key=specificity)] if inside else 0.0


@given(st.dictionaries(MEDIA, QUALITY, min_size=1))
def test_the_best_media_type_is_that_of_the_rules(accepted: dict[str, float]) -> None:
    """Whatever a client accepts, in whatever order."""
    header = ", ".join(f"{media};q={quality:g}" for media, quality in accepted.items())
    qualities = {media: expected(accepted, media) for media in ROWS}
    highest = max(qualities.values())
    first = next(media for media in ROWS if qualities[media] == highest)
    assert best(header, tuple(ROWS)) == (first if highest > 0 else "")
