"""Datasets that tell of the same: each keeps its own rows and figures, and a thing has one name."""

from decimal import Decimal
from pathlib import Path

import pytest
from example_rows import FILINGS, TOOMBS
from pyoxigraph import DefaultGraph, RdfFormat, Store, parse

from graph.build import build
from graph.exports.export import export
from graph.exports.formats import Format
from graph.store import open_store
from graph.tables.kept import CONVERTED
from graph.validation.validate import validate_file, validate_graph
from sources.adding import DatasetParticulars, start_dataset
from sources.catalog import reference, registry

PREFIX = "PREFIX mt: <https://w3id.org/moneytrail/ns#> PREFIX id: <https://w3id.org/moneytrail/id/> "
LABELS = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?x ?label { ?x rdfs:label ?label }"
ALT = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
REGISTERS = (FILINGS / "cm.txt", FILINGS / "cn.txt")
RENAMED = ("HARBOR FORWARD|EXAMPLE, DREW", "AHEAD, HARBOR|EXAMPLE, ZOE")
MAPPING = """\
tables:
- table: county
  id: county/us/{code}
  label: name
  fips: code
"""
FEC = "<https://w3id.org/moneytrail/id/committee/fec/C99000002>"


def answers(store: Store, sparql: str) -> list[tuple[str, ...]]:
    """The rows of a query as text, sorted."""
    found = store.query(PREFIX + sparql)
    return sorted(tuple(value.value for value in row) for row in found)  # type: ignore[union-attr]


def started(folder: Path, *files: Path) -> Path:
    """The folder of a dataset of files."""
    start_dataset(folder, files, DatasetParticulars())
    return folder


def renamed(folder: Path) -> Path:
    """A dataset that calls a committee and its treasurer something else."""
    file = folder.parent / f"{folder.name}-files" / "cm.txt"
    file.parent.mkdir(parents=True)
    file.write_text((FILINGS / "cm.txt").read_text("utf-8").replace(*RENAMED), "utf-8")
    return started(folder, file, FILINGS / "cn.txt")


def built(graph: Path, *datasets: Path) -> Path:
    """A graph of the registry and datasets."""
    build([*registry(), *reference(), *datasets], graph, lambda _: None)
    return graph


@pytest.fixture(scope="module")
def doubled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of two datasets of the same gifts, and two of the same votes."""
    folder = tmp_path_factory.mktemp("doubled")
    gifts = [started(folder / name, FILINGS / "itcont.txt") for name in ("gifts", "gifts-too")]
    votes = [started(folder / name, *TOOMBS.glob("*.csv")) for name in ("votes", "votes-too")]
    return built(folder / "graph", *gifts, *votes)


def test_datasets_of_one_file_keep_their_own_rows_and_sums(doubled: Path) -> None:
    """A row has one file and one line; the figures of each dataset are those it has alone."""
    store = open_store(doubled)
    several = "SELECT ?row { ?row mt:line ?one, ?other . FILTER(?one != ?other) }"
    assert answers(store, several) == []
    files = "SELECT ?row { ?row mt:sourceFile ?one, ?other . FILTER(?one != ?other) }"
    assert answers(store, files) == []
    with (FILINGS / "itcont.txt").open(encoding="utf-8") as lines:
        rows = [line.split("|") for line in lines]
    sums = answers(
        store,
        "SELECT ?dataset (COUNT(?row) AS ?rows) (SUM(?amount) AS ?sum) "
        "{ ?row mt:sourceFile/mt:dataset ?dataset ; mt:amount ?amount } GROUP BY ?dataset",
    )
    total = sum(Decimal(row[14]) for row in rows)
    assert [(name.rpartition("/")[2], int(count), Decimal(value)) for name, count, value in sums] == [
        ("gifts", len(rows), total),
        ("gifts-too", len(rows), total),
    ]


def test_datasets_of_one_contest_keep_their_own_tallies(doubled: Path) -> None:
    """Votes of a candidate are those of each dataset, never both together."""
    votes = answers(
        open_store(doubled),
        "SELECT ?dataset ?votes { ?sum a mt:VoteTotal ; mt:votes ?votes ; mt:dataset ?dataset . "
        "OPTIONAL { ?sum mt:reportingPlace ?place } FILTER(!BOUND(?place)) }",
    )
    found = [(name.rpartition("/")[2], int(value)) for name, value in votes]
    assert found == [(name, value) for name in ("votes", "votes-too") for value in (10064, 11109)]


def test_outcomes_of_one_contest_are_those_of_each_dataset(tmp_path: Path) -> None:
    """Two official counts of a contest have an outcome each, with votes of their own."""
    options = DatasetParticulars(options=(("status", "certified"),))
    for name in ("first", "second"):
        start_dataset(tmp_path / name, tuple(TOOMBS.glob("*.csv")), options)
    graph = built(tmp_path / "graph", tmp_path / "first", tmp_path / "second")
    found = answers(
        open_store(graph),
        "SELECT ?result ?votes { ?result a mt:Result ; mt:electoralRule ?rule ; mt:votes ?votes }",
    )
    where = "contest/2016-11-08/us-ga-toombs-judicial-circuit/district-attorney"
    start = "https://w3id.org/moneytrail/id/outcome"
    assert found == [
        (f"{start}/{name}/{where.removeprefix('contest/')}/{who}", votes)
        for name in ("first", "second")
        for who, votes in (("bill-doupe", "11109"), ("durwood-r-woody-davis", "10064"))
    ]
    assert validate_graph(graph).count("violation") == 0


def test_doubled_datasets_conform(doubled: Path) -> None:
    """Nothing that a shape asks for once is there twice."""
    assert validate_graph(doubled).count("violation") == 0


def test_a_thing_has_one_label_whatever_the_datasets_and_their_order(tmp_path: Path) -> None:
    """The smallest name is the label, the other one another name; other values are one as well."""
    graphs = []
    for order, names in enumerate((("a", "b"), ("b", "a"))):
        folders = {
            names[0]: started(tmp_path / str(order) / names[0], *REGISTERS),
            names[1]: renamed(tmp_path / str(order) / names[1]),
        }
        graphs.append(built(tmp_path / str(order) / "graph", *folders.values()))
    for graph in graphs:
        store = open_store(graph)
        labels = answers(store, LABELS)
        assert len(labels) == len({thing for thing, _ in labels})
        assert ("https://w3id.org/moneytrail/id/committee/fec/C99000002", "AHEAD, HARBOR") in labels
        assert answers(store, f"{ALT} SELECT ?name {{ {FEC} skos:altLabel ?name }}") == [("HARBOR FORWARD",)]
        assert answers(store, f"SELECT ?who {{ {FEC} mt:treasurer ?who }}") == [("EXAMPLE, DREW",)]
        assert len(answers(store, f"SELECT ?dataset {{ {FEC} mt:dataset ?dataset }}")) == 2
        assert validate_graph(graph).count("violation") == 0


@pytest.fixture(scope="module")
def told_differently(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of two datasets that call a committee differently."""
    folder = tmp_path_factory.mktemp("differently")
    return built(folder / "graph", started(folder / "a", *REGISTERS), renamed(folder / "b"))


def test_the_default_graph_is_exported_as_it_is(told_differently: Path, tmp_path: Path) -> None:
    """What gave way in the store is not in its Turtle either, which the shapes of rows find nothing in."""
    file = tmp_path / "all.ttl"
    export(told_differently, Format.TURTLE, file)
    quads = open_store(told_differently).quads_for_pattern(None, None, None, DefaultGraph())
    stored = {quad.triple for quad in quads}
    exported = [quad.triple for quad in parse(path=str(file), format=RdfFormat.TURTLE)]
    assert set(exported) == stored
    assert len(exported) == len(stored)
    assert [breach for breach in validate_file(file).breaches if breach.rule.startswith("column-")] == []


def test_each_dataset_keeps_what_it_says(told_differently: Path, tmp_path: Path) -> None:
    """The graph of a dataset has the name that the dataset tells."""
    file = tmp_path / "all.nq"
    export(told_differently, Format.NQUADS, file)
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    said = {
        (quad.graph_name.value.rpartition("/")[2], quad.object.value)  # type: ignore[union-attr]
        for quad in parse(path=str(file), format=RdfFormat.N_QUADS)
        if str(quad.subject) == FEC and quad.predicate.value == label
    }
    assert said == {("a", "HARBOR FORWARD"), ("b", "AHEAD, HARBOR")}


def test_a_dataset_is_not_converted_again_when_another_is_added(tmp_path: Path) -> None:
    """Names are settled when the graph is loaded; conversions stay as they are."""
    graph = tmp_path / "graph"
    first = started(tmp_path / "a", *REGISTERS)
    built(graph, first)
    before = {path.name: path.stat().st_mtime_ns for path in (graph / CONVERTED).glob("*")}
    built(graph, first, renamed(tmp_path / "b"))
    after = {path.name: path.stat().st_mtime_ns for path in (graph / CONVERTED).glob("*")}
    assert len(after) == len(before) + 1
    assert after.items() > before.items()


def test_the_label_of_a_source_comes_before_that_of_a_dataset(tmp_path: Path) -> None:
    """What the registry calls a county is its label; what a dataset prints is another name."""
    file = tmp_path / "counties.csv"
    file.write_text("code,name\n06067,Aardvark County\n", "utf-8")
    mapping = tmp_path / "own" / "mapping.yaml"
    mapping.parent.mkdir()
    mapping.write_text(MAPPING, "utf-8")
    start_dataset(
        tmp_path / "own",
        (file,),
        DatasetParticulars(layout="mapping", options=(("mapping", "mapping.yaml"),)),
    )
    store = open_store(built(tmp_path / "graph", tmp_path / "own"))
    county = "<https://w3id.org/moneytrail/id/county/us/06067>"
    labels = (
        f"PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?label {{ {county} rdfs:label ?label }}"
    )
    assert answers(store, labels) == [("Sacramento County",)]
    assert ("Aardvark County",) in answers(store, f"{ALT} SELECT ?name {{ {county} skos:altLabel ?name }}")
