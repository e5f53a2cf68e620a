"""Who stands behind a fact: documents, origins, wording, days, denials, and the line that says so."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, Store

import graph
from graph.ask import ask_named, named_query
from graph.errors import UnknownNameError
from graph.fact_names import Ends, facts_between, named_fact
from graph.facts import edge_witnesses
from graph.plain_edges import read_edges
from graph.reading import Reader, open_reader
from graph.sparql.engine import Target
from graph.witnesses import Said, weigh

if TYPE_CHECKING:
    import subprocess

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ID = "https://w3id.org/moneytrail/id/"
DAY = date(2018, 6, 6)
ONE = Said("A-1", "a", "Wire", DAY, DAY, ("asserted",), ())


@pytest.fixture(scope="module")
def reader(built: Path) -> Reader:
    """The founding articles, read-only."""
    return open_reader(built)


def test_documents_of_one_origin_are_one_witness() -> None:
    """Two cuts of one story are two documents and one origin."""
    found = weigh(
        [ONE, replace(ONE, key="B-1", document="b"), replace(ONE, key="C-1", document="c", origin="Paper")]
    )
    assert (found.documents, found.origins) == (("a", "b", "c"), ("Paper", "Wire"))
    assert found.how_sure.startswith("Said by 3 documents of 2 origins (6 June 2018), ")


def test_a_claim_is_as_firm_as_its_weakest_word() -> None:
    """What is attributed and reported is reported; the firmest claim counts as such."""
    weak = replace(ONE, key="B-1", modalities=("attributed", "reported"))
    found = weigh([weak, replace(weak, key="C-1", modalities=("alleged", "quoted"))])
    assert (found.firmest, found.weakest, found.hedges) == ("reported", "alleged", ("alleged", "reported"))
    assert "firmest wording: reported, weakest: alleged; every claim is hedged; " in found.how_sure


def test_one_firm_claim_lifts_the_hedge() -> None:
    """Where one claim is not weakened, not every claim is hedged."""
    found = weigh([ONE, replace(ONE, key="B-1", modalities=("implicature",))])
    assert (found.hedges, found.firmest, found.weakest) == ((), "asserted", "implicature")
    assert "hedged" not in found.how_sure


def test_who_is_quoted_and_who_is_named() -> None:
    """The innermost of a quotation is quoted; the others on the way are named as source."""
    quoted = replace(ONE, modalities=("quoted",), speakers=("Paper", "Ann"))
    named = replace(ONE, key="B-1", modalities=("attributed",), speakers=("Clerk", "Ann"))
    found = weigh([quoted, named])
    assert (found.quoted, found.named) == (("Ann",), ("Clerk", "Paper"))
    assert "; quoted: Ann; named as source: Clerk, Paper; " in found.how_sure


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (DAY, DAY, " (6 June 2018), "),
        (DAY, date(2018, 6, 10), " (6 to 10 June 2018), "),
        (DAY, date(2024, 6, 10), " (6 June 2018 to 10 June 2024), "),
        (None, DAY, " (6 June 2018), "),
        (None, None, "origin, "),
    ],
)
def test_days_are_told_as_far_as_they_are_known(first: date | None, last: date | None, words: str) -> None:
    """One day, a span in a month, a span of years, or none."""
    assert words in weigh([replace(ONE, first=first, last=last)]).how_sure


def test_what_nobody_says_is_said_by_no_document() -> None:
    """A fact that is only denied has no wording and no days."""
    found = weigh([], ["C-9", "B-9"])
    assert found.how_sure == "No document says it; denied by B-9, C-9."
    assert (found.firmest, found.first, found.hedges) == ("", None, ())


def test_the_line_of_a_fact_of_two_cuts_of_one_story(reader: Reader) -> None:
    """Documents 000 and 002 count as one witness of Schubert's lead."""
    found = named_fact(reader, "c000-025").witnesses
    assert found.claims == ("C000-025", "C002-015")
    assert found.how_sure == (
        "Said by 2 documents of 1 origin (6 to 10 June 2018), firmest wording: unofficial; every claim is"
        " hedged; nobody is quoted; named as source: county elections offices;"
        " nothing in the graph denies it."
    )


def test_a_denial_counts_with_those_that_deny(reader: Reader) -> None:
    """A negative claim is no witness of what it denies."""
    assert named_fact(reader, "C004-009").witnesses.how_sure == "No document says it; denied by C004-009."
    (fact,) = facts_between(reader, Ends("George Soros", "", "Chesa Boudin"))
    assert fact.witnesses.denied_by == ("C004-009",)


PREFIXES = """@prefix mt: <https://w3id.org/moneytrail/ns#> . @prefix : <https://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix dcterms: <http://purl.org/dc/terms/> .
:d a mt:SourceDocument ; dcterms:identifier "d" .
"""


def _stated(key: str, predicate: str, about: str, polarity: str) -> str:
    return f"""
:{key} a mt:Claim ; dcterms:identifier "{key}" ; rdf:subject :ann ; rdf:predicate mt:{predicate} ;
  rdf:object {about} ; mt:polarity mt:polarity-{polarity} ; mt:modality mt:modality-asserted ;
  mt:document :d ; mt:gloss "g" .
"""


@pytest.mark.parametrize(
    ("stated", "denied", "about", "expected"),
    [
        ("backed", "backed", ":bo", ("X-2",)),
        ("backedDirectly", "backed", ":bo", ("X-2",)),
        ("backed", "backedDirectly", ":bo", ()),
        ("contributedToPAC", "gaveTo", ":bo", ("X-2",)),
        ("wonOutright", "won", ":race", ("X-2",)),
        ("backed", "favored", ":bo", ("X-2",)),
        ("favored", "backed", ":bo", ()),
        ("holdsView", "holdsView", '"words"', ("X-2",)),
    ],
)
def test_a_wider_denial_denies_the_narrower_tie_and_not_the_reverse(
    stated: str, denied: str, about: str, expected: tuple[str, ...]
) -> None:
    """Whom nobody backed nobody backed directly; without direct backing there may be other backing."""
    store = Store()
    claims = _stated("X-1", stated, about, "positive") + _stated("X-2", denied, about, "negative")
    store.load(PREFIXES + claims, RdfFormat.TURTLE)
    found = named_fact(Reader(store, "https://example.org/"), "X-1").witnesses
    assert (found.claims, found.denied_by) == (("X-1",), expected)


def test_a_denial_in_another_contest_denies_nothing_here() -> None:
    """Who was not backed in one contest may be backed in another."""
    store = Store()
    cases = ":X-1 mt:contest :race . :X-2 mt:contest :other ."
    claims = _stated("X-1", "backed", ":bo", "positive") + _stated("X-2", "backed", ":bo", "negative")
    store.load(PREFIXES + claims + cases, RdfFormat.TURTLE)
    assert named_fact(Reader(store, "https://example.org/"), "X-1").witnesses.denied_by == ()


def test_an_event_an_edge_and_a_fact_are_named_by_their_ids(reader: Reader) -> None:
    """Whatever claims stand behind can be asked for."""
    event = named_fact(reader, "event/452ce0377ab417fa")
    assert (event.says, event.witnesses.claims) == (
        "George Soros gave to Noah Phillips (around $400,000)",
        ("C001-029",),
    )
    edge = next(
        edge for edge in read_edges(reader) if edge.relation == "gaveTo" and edge.claims == ("C001-029",)
    )
    assert named_fact(reader, edge.iri.value).witnesses == edge_witnesses(reader, edge)
    fact = next(fact for fact in reader.instances("Fact") if len(reader.subjects("fact", fact)) > 1)
    claims = [reader.text(claim, "dcterms:identifier") for claim in reader.subjects("fact", fact)]
    assert named_fact(reader, fact.value).witnesses.claims == tuple(sorted(claims))


def test_what_the_derived_graphs_store_is_what_is_computed(reader: Reader) -> None:
    """Documents, origins, wording and days of every plain edge with claims are in the graph for SPARQL."""
    for edge in read_edges(reader):
        if not edge.claims:
            assert reader.text(edge.iri, "documents") == "0"
            continue
        found = edge_witnesses(reader, edge)
        stored = [reader.text(edge.iri, name) for name in ("documents", "origins", "firstSaid", "lastSaid")]
        computed = [len(found.documents), len(found.origins), found.first, found.last]
        assert stored == [str(value) for value in computed], edge
        wording = [
            reader.label(code)
            for name in ("firmest", "weakest")
            for code in reader.nodes(edge.iri, f"{name}Modality")
        ]
        assert wording == [found.firmest, found.weakest], edge
        assert [reader.label(hedge) for hedge in reader.nodes(edge.iri, "hedge")] == list(found.hedges), edge


def test_every_event_has_its_witnesses_in_the_graph(reader: Reader) -> None:
    """No event is without documents, origins, wording and days."""
    events = [
        event
        for kind in ("Backing", "Contribution", "MoneyTotal", "Result")
        for event in reader.told_instances(kind)
    ]
    assert len(events) > 50
    names = ("documents", "origins", "firmestModality", "weakestModality", "firstSaid", "lastSaid")
    assert all(reader.text(event, name) for event in events for name in names)


def test_the_query_says_what_the_command_says(reader: Reader, built: Path) -> None:
    """`how-sure` counts documents and origins, and finds the denials, of the lines at an entity."""
    for path in ("person/diana-becton", "person/george-soros"):
        rows = ask_named(named_query("how-sure"), {"entity": path}, Target(built)).rows
        told = {
            (row["from"], row["relation"], row["to"], row["documents"], row["origins"], row["firmest"])
            for row in rows
        }
        edges = [
            edge
            for edge in read_edges(reader)
            if f"{ID}{path}" in (edge.source.value, edge.target.value) and edge.claims
        ]
        expected = set()
        for edge in edges:
            found = edge_witnesses(reader, edge)
            counts = (len(found.documents), len(found.origins), found.firmest)
            relation = f"https://w3id.org/moneytrail/ns#{edge.relation}"
            expected.add((edge.source.value, relation, edge.target.value, *counts))
        assert told == expected


def test_facts_are_found_by_their_ends(reader: Reader) -> None:
    """All whom somebody is said to have backed, each with its witnesses."""
    found = facts_between(reader, Ends("George Soros", "backed"))
    says = {fact.says: len(fact.witnesses.origins) for fact in found}
    assert says["George Soros backed George Gascón"] == 2
    assert all(fact.says.startswith("George Soros backed ") for fact in found[:10])


@pytest.mark.parametrize(
    ("ends", "message"),
    [
        (Ends(), "give --subject or --object, or the key or id of a fact"),
        (Ends("George Soros", "backt"), "--predicate: 'backt' is no predicate; did you mean backed?"),
        (Ends("George Sorros"), "'George Sorros' is no entity of this graph; did you mean 'George Soros'?"),
    ],
)
def test_unknown_ends_are_refused(reader: Reader, ends: Ends, message: str) -> None:
    """The message says what is wrong and what was probably meant."""
    with pytest.raises(UnknownNameError) as caught:
        facts_between(reader, ends)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "c001-29",
            "'c001-29' is no claim, and no event, edge or fact that rests on claims; did you mean C001-029?",
        ),
        ("no <iri>", "'no <iri>' is no claim, and no event, edge or fact that rests on claims"),
        (
            "person/cari-tuna",
            "'person/cari-tuna' is no claim, and no event, edge or fact that rests on claims",
        ),
    ],
)
def test_a_name_of_no_fact_is_refused(reader: Reader, name: str, message: str) -> None:
    """A slip is answered with the nearest key; an entity is no fact."""
    with pytest.raises(UnknownNameError) as caught:
        named_fact(reader, name)
    assert str(caught.value) == message


def test_python_users_ask_by_key(built: Path) -> None:
    """The public function gives typed witnesses."""
    found = graph.who_says("C001-029", built)
    assert (found.firmest, found.named, found.first) == ("reported", ("Los Angeles Times",), date(2018, 6, 7))


def test_the_command_prints_the_line_and_its_claims(run: Run, built: Path) -> None:
    """For people, as JSON, and as CSV."""
    text = run("witnesses", "C000-025", "--graph", str(built)).stdout.splitlines()
    assert text[0].startswith("Sacramento: sitting DA far in front of the challenger")
    assert text[1].startswith("  Said by 2 documents of 1 origin (6 to 10 June 2018), ")
    assert [line.split()[0] for line in text[2:]] == ["C000-025", "C002-015"]
    (fact,) = json.loads(run("witnesses", "C000-025", "--graph", str(built), "--format", "json").stdout)
    assert (fact["documents"], fact["hedges"], fact["first"]) == (
        ["000", "002"],
        ["unofficial"],
        "2018-06-06",
    )
    (row,) = csv.DictReader(StringIO(run("witnesses", "C000-025", "--graph", str(built), "-f", "csv").stdout))
    assert (row["claims"], row["denied_by"], row["how_sure"]) == ("C000-025 C002-015", "", fact["how_sure"])
