"""Decisions applied to a build: canonical plain edges, everything else as it was, and all of it undone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from example_rows import EXAMPLES
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from graph.ask import ask_named, named_query
from graph.build import build
from graph.build_rows import RowOptions, Rows
from graph.dossier import dossier_text, make_dossier
from graph.entities import find_entity
from graph.exports.rdf import write_turtle
from graph.identity.decisions import Verdict, append_decisions, decide
from graph.identity.reading import canonical_node, stands_for_in, stood_for
from graph.nodes import BASE, term
from graph.reading import Reader
from graph.rows.event_tables import open_tables
from graph.sparql.engine import Target
from graph.store import generation_folder, open_store, read_manifest
from sources.catalog import find_sources, registry

ATHENS, AIKEN = "party/fec/EXAMPLE%2C%20ADA/30601", "party/fec/EXAMPLE%2C%20ADA/29801"
SAMPLE = "committee/fec/C99000001"
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
MERGED = ((ATHENS, AIKEN), (ATHENS, "person/nobody-here"))


def _thing(path: str) -> NamedNode:
    return NamedNode(f"{BASE}id/{path}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for a graph that is built without decisions, with them, and without them again."""
    return tmp_path_factory.mktemp("identity")


def _built(folder: Path, decisions: Path | None) -> Path:
    build([*registry(), *find_sources(EXAMPLES)], folder / "graph", lambda _: None, decisions=decisions)
    return folder / "graph"


@pytest.fixture(scope="module")
def plain(folder: Path) -> dict[str, str]:
    """Digests of the files of the graph without decisions."""
    return dict(_digests(_built(folder, None)))


@pytest.fixture(scope="module")
def merged(folder: Path, plain: dict[str, str]) -> Path:
    """The graph with decisions."""
    assert plain
    path = folder / "decisions.tsv"
    append_decisions(path, [decide(NOW, "ada", pair, Verdict.YES, "a test") for pair in MERGED])
    return _built(folder, path)


def _digests(graph: Path) -> Iterator[tuple[str, str]]:
    """Name and digest of each file that is promised to be the same."""
    generation = generation_folder(graph)
    places = [
        generation / "manifest.json",
        *(generation / "quads").glob("*"),
        *graph.glob("converted/**/*.nq"),
    ]
    for place in sorted(places):
        yield str(place.relative_to(graph)), sha256(place.read_bytes()).hexdigest()


def _quads(graph: Path, predicate: str) -> set[tuple[str, str]]:
    """Both ends of every statement of the default graph with a predicate."""
    found = open_store(graph).quads_for_pattern(None, term(predicate), None, None)
    return {(str(quad.subject.value), str(quad.object.value)) for quad in found}


def test_plain_edges_of_rows_join_canonical_things(merged: Path) -> None:
    """The two printed names that are one give to the committee once, and no edge has the other name."""
    edges = _quads(merged, "gaveTo")
    assert (_thing(AIKEN).value, _thing(SAMPLE).value) in edges
    assert not {edge for edge in edges if _thing(ATHENS).value in edge}


def test_plain_edges_of_virtual_rows_join_canonical_things(merged: Path, tmp_path: Path) -> None:
    """Wherever rows are, the plain edges with decisions are the same."""
    sources, where = [*registry(), *find_sources(EXAMPLES)], RowOptions(where=Rows.VIRTUAL)
    build(sources, tmp_path, lambda _: None, options=where, decisions=merged.parent / "decisions.tsv")
    for predicate in ("gaveTo", "ranIn"):
        assert _quads(tmp_path, predicate) == _quads(merged, predicate)


def test_what_was_told_stays(merged: Path) -> None:
    """Rows, parties and sums keep their own ids, and the replaced thing says by what."""
    reader = Reader(open_store(merged))
    assert reader.kinds(_thing(ATHENS)) == ["PrintedParty"]
    assert len(reader.subjects("payer", _thing(ATHENS))) > 0
    assert reader.nodes(_thing(ATHENS), "owl:sameAs") == [_thing(AIKEN)]
    assert stands_for_in(generation_folder(merged)) == {_thing(ATHENS).value: _thing(AIKEN).value}
    assert canonical_node(reader, _thing(ATHENS)) == _thing(AIKEN)
    assert stood_for(reader, _thing(AIKEN)) == [_thing(ATHENS)]


def test_decisions_are_in_a_graph_of_their_own(merged: Path) -> None:
    """Who decided, when and why stands beside the merge, and only for things that are there."""
    graph = _thing("graph/derived/identity")
    store = open_store(merged)
    told = {quad.predicate.value.rpartition("#")[2]: quad.object for quad in store.quads_for_pattern(
        None, None, None, graph)}  # fmt: skip
    decided = list(store.quads_for_pattern(None, term("decidedOn"), None, graph))
    assert told["decidedBy"].value == "ada"
    assert told["decidedAt"].value == "2026-11-22T15:00:00Z"
    assert told["decisionReason"].value == "a test"
    assert len(decided) == 2


def test_a_dossier_has_what_all_of_them_gave(merged: Path) -> None:
    """A name that meant two means one, and its sums are those of both; each row keeps its file and line."""
    reader, tables = Reader(open_store(merged)), open_tables(merged)
    entity = find_entity(reader, "example, ada", tables)
    assert entity == _thing(AIKEN)
    assert find_entity(reader, ATHENS, tables) == entity
    told = dossier_text(make_dossier(reader, entity, tables=tables))
    assert f"The same, by decision: EXAMPLE, ADA {ATHENS}\n" in told
    assert "  2024: out, contribution: $11,450.50 in 3 rows [filings]\n" in told
    assert "filings/itcont.txt, line 7" in told


def test_top_donors_are_those_who_stand_for_others(merged: Path) -> None:
    """Gifts of names that are one are added up, and the one that stands for them is named."""
    asked = named_query("top-donors-of-committee")
    rows = ask_named(asked, {"committee": SAMPLE}, Target(merged))
    gave = {row["donor"]: (row["amount"], row["rows"]) for row in rows}
    assert gave[_thing(AIKEN).value] == (Decimal("1950.5"), 3)
    assert _thing(ATHENS).value not in gave


@pytest.mark.parametrize("donor", [ATHENS, AIKEN])
def test_gifts_are_those_of_all_that_are_one(merged: Path, donor: str) -> None:
    """Whichever of the names is asked for, the rows of both are listed, each once."""
    rows = ask_named(named_query("gifts-of-a-donor"), {"donor": donor}, Target(merged))
    gave = [(str(row["file"]), row["line"], row["amount"]) for row in rows]
    assert gave == [
        ("filings/itcont.txt", 1, 500),
        ("filings/itcont.txt", 2, Decimal("1200.5")),
        ("filings/itcont.txt", 3, 250),
        ("filings/itcont.txt", 7, 10_000),
    ]


def test_the_manifest_counts_what_the_store_holds(merged: Path) -> None:
    """Edges that became one are not counted twice: statements told by two datasets still are."""
    plain_edges = sum(1 for _ in open_store(merged).quads_for_pattern(None, term("gaveTo"), None, None))
    canonical = generation_folder(merged) / "canonical-edges" / "filings.nq"
    gave = [line for line in canonical.read_text("utf-8").splitlines() if "#gaveTo>" in line]
    assert len(gave) == plain_edges
    assert read_manifest(merged).derived[-1].name == "derived-identity"


def test_turtle_has_every_statement_once(merged: Path) -> None:
    """The export is the default graph, with the canonical edges."""
    out = BytesIO()
    write_turtle(merged, out)
    told = [Quad(one.subject, one.predicate, one.object) for one in parse(out.getvalue(), RdfFormat.TURTLE)]
    stored = {
        Quad(quad.subject, quad.predicate, quad.object)
        for quad in open_store(merged).quads_for_pattern(None, None, None, DefaultGraph())
    }
    assert set(told) == stored
    assert len(told) == len(stored)


def test_without_the_file_everything_is_as_before(folder: Path, plain: dict[str, str], merged: Path) -> None:
    """Taking the decisions away gives back every byte, and nothing was converted again."""
    conversions = {path: path.stat().st_mtime_ns for path in merged.glob("converted/*/rows/*.nq")}
    graph = _built(folder, None)
    assert dict(_digests(graph)) == plain
    assert {path: path.stat().st_mtime_ns for path in graph.glob("converted/*/rows/*.nq")} == conversions
