"""Exports hold the whole graph, can be read back, are the same each time, and are whole or not there."""

import csv
import json
import re
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse
from rdflib import Graph

from graph.errors import NoGraphError, WriteError
from graph.exports.export import export
from graph.exports.formats import Format
from graph.exports.ftm import ftm_id, link_of, schema_of
from graph.exports.network import (
    EDGE_HEADER,
    NODE_HEADER,
    write_cytoscape,
    write_gexf,
    write_graphml,
    xml_text,
)
from graph.exports.projection import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, project
from graph.nodes import DECIMAL, Writer, boolean, code, decimal, english, integer, term, text
from graph.reading import column_of
from graph.store import open_store
from graph.writing import open_output
from ontology import EDGES

if TYPE_CHECKING:
    from subprocess import CompletedProcess

Run = Callable[..., "CompletedProcess[str]"]
Network = "nx.MultiDiGraph[str]"
FILES = tuple(form for form in Format if form is not Format.CSV)
HOSTILE = 'A "PAC" <b>&amp;</b>\x00\x0b\ufffe \r\n; =1+1, ünïcode \U0001f600'
CLEANED = 'A "PAC" <b>&amp;</b>\ufffd\ufffd\ufffd \n; =1+1, ünïcode \U0001f600'

# Schemata of https://followthemoney.tech/explorer/: properties of ours, and the schema a reference points at.
THING = {"name", "alias", "notes", "sourceUrl"}
INTERVAL = {"summary", "description", "recordId", "proof", "publisher", "date", "startDate", "endDate"}
SCHEMATA = {
    "Person": THING,
    "Organization": THING,
    "Company": THING,
    "PublicBody": THING,
    "LegalEntity": THING,
    "Position": THING,
    "Address": THING,
    "Asset": THING,
    "Event": THING | {"date", "startDate", "endDate"},
    "Article": THING | {"title", "publisher", "author", "fileName", "publishedAt"},
    "Payment": INTERVAL | {"payer", "beneficiary", "amount", "currency", "purpose"},
    "UnknownLink": INTERVAL | {"subject", "object", "role"},
    "Membership": INTERVAL | {"member", "organization", "role"},
    "Directorship": INTERVAL | {"director", "organization", "role"},
    "Employment": INTERVAL | {"employee", "employer", "role"},
    "Occupancy": INTERVAL | {"holder", "post", "status"},
    "Family": INTERVAL | {"person", "relative", "relationship"},
}
LEGAL_ENTITIES = {"Person", "Organization", "Company", "PublicBody", "LegalEntity"}
ORGANIZATIONS = {"Organization", "Company", "PublicBody"}
RANGES = {
    "payer": LEGAL_ENTITIES,
    "beneficiary": LEGAL_ENTITIES,
    "member": LEGAL_ENTITIES,
    "organization": ORGANIZATIONS,
    "director": LEGAL_ENTITIES,
    "employee": {"Person"},
    "employer": ORGANIZATIONS,
    "holder": {"Person"},
    "post": {"Position"},
    "person": {"Person"},
    "relative": {"Person"},
    "proof": {"Article"},
    "subject": set(SCHEMATA),
    "object": set(SCHEMATA),
}
FTM_ID = re.compile(r"^[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?$")


@pytest.fixture(scope="module")
def exported(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every export of the shipped sources, named by format."""
    folder = tmp_path_factory.mktemp("exports")
    for form in Format:
        export(built, form, folder / form.value)
    return folder


@pytest.fixture(scope="module")
def network(built: Path) -> "nx.MultiDiGraph[str]":
    """The property graph of the shipped sources."""
    return project(open_store(built))


@pytest.fixture(scope="module")
def ftm(exported: Path) -> list[dict[str, object]]:
    """The FollowTheMoney entities of the shipped sources."""
    return [json.loads(line) for line in (exported / "ftm").read_text("utf-8").splitlines()]


def default_graph(built: Path) -> set[tuple[str, str, str]]:
    """The triples of the default graph of the store."""
    quads = open_store(built).quads_for_pattern(None, None, None, DefaultGraph())
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads}


def named_graphs(built: Path) -> set[Quad]:
    """The quads of the named graphs of the store."""
    return {quad for quad in open_store(built) if quad.graph_name != DefaultGraph()}


def small_store(label: str) -> Store:
    """Two gifts of one person to one committee, with a name of one's choice."""
    out = Writer(NamedNode("https://example.org/graph"), [])
    giver, fund = NamedNode("https://example.org/giver"), NamedNode("https://example.org/fund")
    for node, kind in ((giver, "Person"), (fund, "Committee")):
        out.a(node, kind)
        out.add(node, "rdfs:label", english(label))
    for number, amount in enumerate(("0.1", "12345678901.23"), 1):
        edge = NamedNode(f"https://example.org/edge/{number}")
        event = NamedNode(f"https://example.org/event/{number}")
        out.a(edge, "PlainEdge")
        out.add(edge, "rdf:subject", giver)
        out.add(edge, "rdf:predicate", term("gaveTo"))
        out.add(edge, "rdf:object", fund)
        out.add(edge, "origins", integer(number))
        out.add(edge, "hedge", code("modality", "reported"))
        out.add(edge, "reportedEvent", event)
        out.a(event, "Contribution")
        out.add(event, "amount", decimal(Decimal(amount)))
        out.add(event, "amountAtLeast", decimal(Decimal(amount)))
        out.add(event, "amountAtLeastInclusive", boolean(value=False))
        out.add(event, "currency", text("USD"))
        out.add(event, "asWritten", text(label))
    store = Store()
    store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in out.quads)
    return store


@pytest.mark.parametrize("form", [Format.TURTLE, Format.JSONLD])
def test_the_default_graph_comes_back(form: Format, exported: Path, built: Path) -> None:
    """Parsed again, Turtle and JSON-LD give the triples of the default graph, no more and no fewer."""
    kind = RdfFormat.TURTLE if form is Format.TURTLE else RdfFormat.JSON_LD
    quads = parse((exported / form.value).read_bytes(), kind)
    found = {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads}
    assert found == default_graph(built)


@pytest.mark.parametrize("form", [Format.TRIG, Format.NQUADS])
def test_the_named_graphs_come_back(form: Format, exported: Path, built: Path) -> None:
    """Parsed again, TriG and N-Quads give the quads of the named graphs, those from outside included."""
    kind = RdfFormat.TRIG if form is Format.TRIG else RdfFormat.N_QUADS
    assert set(parse((exported / form.value).read_bytes(), kind)) == named_graphs(built)


def test_another_reader_of_turtle_agrees(exported: Path, built: Path) -> None:
    """The Turtle has as many triples for rdflib as the default graph has."""
    assert len(Graph().parse(exported / "turtle", format="turtle")) == len(default_graph(built))


def test_nquads_are_sorted_and_stand_once(exported: Path) -> None:
    """The lines of N-Quads are in order, without repetition."""
    lines = (exported / "nquads").read_text("utf-8").splitlines()
    assert lines == sorted(set(lines), key=lambda line: line.removesuffix(" ."))


def test_trig_holds_one_block_a_graph(exported: Path, built: Path) -> None:
    """The quads of a graph stand together."""
    text_of = (exported / "trig").read_text("utf-8")
    blocks = re.findall(r"^(\S+) \{$", text_of, re.MULTILINE)
    graphs = {quad.graph_name for quad in named_graphs(built)}
    assert len(blocks) == len(set(blocks)) == len(graphs)


def test_prefixes_are_used(exported: Path) -> None:
    """Turtle and JSON-LD are written with prefixes, so that people can read them."""
    turtle = (exported / "turtle").read_text("utf-8")
    assert "@prefix mt: <https://w3id.org/moneytrail/ns#> ." in turtle
    assert " a mt:Claim" in turtle
    assert '"@type": ["mt:Claim"]' in (exported / "jsonld").read_text("utf-8")


@pytest.mark.parametrize("form", FILES)
def test_the_same_graph_gives_the_same_bytes(form: Format, exported: Path, built: Path, run: Run) -> None:
    """Another process, another day: the export is the same, on standard output too."""
    done = run("export", "--format", form.value, "--graph", str(built), PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    assert done.stdout.encode() == (exported / form.value).read_bytes()


@pytest.mark.parametrize("form", FILES)
def test_no_export_tells_the_day(form: Format, exported: Path) -> None:
    """No file holds the day it was written."""
    assert datetime.now(tz=UTC).date().isoformat().encode() not in (exported / form.value).read_bytes()


def test_every_plain_edge_is_in_the_property_graph(network: "nx.MultiDiGraph[str]", built: Path) -> None:
    """The property graph has an edge for each plain edge, with the ends and the relation of its triple."""
    store = open_store(built)
    edges = {quad.subject for quad in store.quads_for_pattern(None, term("rdf:type"), term("PlainEdge"))}
    assert {key for _, _, key in network.edges(keys=True)} == {
        edge.value for edge in edges if isinstance(edge, NamedNode)
    }
    for source, target, data in network.edges(data=True):
        triple = (NamedNode(source), term(data["relation"]), NamedNode(target))
        assert any(store.quads_for_pattern(*triple, DefaultGraph())), triple


def test_attributes_of_the_property_graph_are_typed(network: "nx.MultiDiGraph[str]") -> None:
    """Every attribute is of its declared type; label, class, family and origins are never missing."""
    for _, data in network.nodes(data=True):
        assert {name: type(value) for name, value in data.items()} == NODE_ATTRIBUTES
        assert data["label"] != ""
    for _, _, data in network.edges(data=True):
        assert {"relation", "label", "family", "origins"} <= set(data)
        assert all(type(value) is EDGE_ATTRIBUTES[name] for name, value in data.items())
        assert data["family"] == EDGES[data["relation"]].family


def test_more_than_has_a_lower_bound_and_no_amount(network: "nx.MultiDiGraph[str]") -> None:
    """Soros's spending of more than $1.5 million in San Diego is an open lower bound, as written."""
    edge = next(
        data
        for _, _, data in network.edges(data=True)
        if data["relation"] == "spentFor" and data["family"] == "money"
    )
    assert edge["amount_at_least"] == Decimal(1500000)
    assert edge["amount_at_least_inclusive"] is False
    assert edge["currency"] == "USD"
    assert edge["precision"] == "more-than"
    assert edge["documents"] == "001"
    assert {"amount", "amount_at_most"} & set(edge) == set()


def test_two_gifts_between_two_stay_two() -> None:
    """Edges between the same nodes are not joined."""
    network = project(small_store("X"))
    assert [data["origins"] for _, _, data in network.edges(data=True)] == [1, 2]


def test_a_person_who_stands_is_in_the_column_of_candidates(network: "nx.MultiDiGraph[str]") -> None:
    """The column follows the edges of a person, and the class of everything else."""
    base = "https://w3id.org/moneytrail/id/"
    assert network.nodes[f"{base}person/noah-phillips"]["column"] == "candidates"
    assert network.nodes[f"{base}person/george-soros"]["column"] == "donors"
    assert network.nodes[f"{base}county/us/06067"]["column"] == "counties"


def test_the_nearest_class_gives_the_column() -> None:
    """A class without a column of its own takes that of the class above it."""
    assert [column_of(kind) for kind in ("City", "PoliticalActionCommittee", "Book")] == [
        "counties",
        "committees",
        "",
    ]


def plain(data: dict[str, object]) -> dict[str, object]:
    """Attributes as XML and JSON hold them."""
    return {name: float(value) if isinstance(value, Decimal) else value for name, value in data.items()}


def test_graphml_loses_nothing(exported: Path, network: "nx.MultiDiGraph[str]") -> None:
    """Read back, GraphML has every node, edge, key and attribute."""
    read = nx.read_graphml(exported / "graphml", force_multigraph=True)
    assert dict(read.nodes(data=True)) == dict(network.nodes(data=True))
    found = {key: (source, target, data) for source, target, key, data in read.edges(keys=True, data=True)}
    for source, target, key, data in network.edges(keys=True, data=True):
        assert found.pop(key) == (source, target, plain(data))
    assert found == {}


def test_graphml_declares_an_attribute_once(exported: Path) -> None:
    """Every attribute has one declaration with one type, and booleans are those of XML Schema."""
    root = ET.parse(exported / "graphml").getroot()  # noqa: S314 - our own file
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = [(key.get("for"), key.get("attr.name")) for key in root.iter(f"{space}key")]
    assert len(keys) == len(set(keys))
    boolean_keys = {key.get("id") for key in root.iter(f"{space}key") if key.get("attr.type") == "boolean"}
    values = {data.text for data in root.iter(f"{space}data") if data.get("key") in boolean_keys}
    assert values == {"true", "false"}


def test_gexf_loses_nothing(exported: Path, network: "nx.MultiDiGraph[str]") -> None:
    """Read back, GEXF has every node, edge and attribute; an edge keeps its IRI as its id."""
    read = nx.read_gexf(exported / "gexf", version="1.3")
    assert {node: dict(data) for node, data in read.nodes(data=True)} == dict(network.nodes(data=True))
    found = {data["id"]: (source, target, data) for source, target, data in read.edges(data=True)}
    assert len(found) == network.number_of_edges()
    for source, target, key, data in network.edges(keys=True, data=True):
        assert found[key][:2] == (source, target)
        assert {name: found[key][2][name] for name in data} == plain(data)


def test_cytoscape_loses_nothing(exported: Path, network: "nx.MultiDiGraph[str]") -> None:
    """The elements of Cytoscape JSON have every node and edge with all attributes."""
    elements = json.loads((exported / "cytoscape").read_text("utf-8"))["elements"]
    assert [one["data"] for one in elements["nodes"]] == [
        {"id": node, **data} for node, data in network.nodes(data=True)
    ]
    assert [one["data"] for one in elements["edges"]] == [
        {"id": key, "source": source, "target": target, **plain(data)}
        for source, target, key, data in network.edges(keys=True, data=True)
    ]


def test_csv_loses_nothing(exported: Path, network: "nx.MultiDiGraph[str]") -> None:
    """nodes.csv and edges.csv have every value as it is: amounts as decimal numbers, absent ones empty."""
    with (exported / "csv" / "nodes.csv").open(encoding="utf-8", newline="") as file:
        nodes = list(csv.DictReader(file))
    assert [node["iri:ID"] for node in nodes] == list(network.nodes)
    assert all(node["label"] == network.nodes[node["iri:ID"]]["label"] for node in nodes)
    with (exported / "csv" / "edges.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert tuple(rows[0]) == EDGE_HEADER
    names = ["relation", "iri", *(name.partition(":")[0] for name in EDGE_HEADER[4:])]
    for row, (source, target, key, data) in zip(rows[1:], network.edges(keys=True, data=True), strict=True):
        assert row[:2] == [source, target]
        expected = {name: str(value) for name, value in data.items()} | {"iri": key}
        expected |= {name: str(value).lower() for name, value in data.items() if isinstance(value, bool)}
        assert {name: cell for name, cell in zip(names, row[2:], strict=True) if cell} == expected


def test_csv_headers_are_those_of_the_import_of_neo4j() -> None:
    """Ids, labels and types are marked as `neo4j-admin database import` reads them."""
    assert NODE_HEADER == ("iri:ID", "label", "class", "column", ":LABEL")
    assert EDGE_HEADER[:3] == (":START_ID", ":END_ID", ":TYPE")
    assert {"amount:double", "amount_at_least_inclusive:boolean", "origins:int"} <= set(EDGE_HEADER)


@pytest.mark.parametrize("write", [write_graphml, write_gexf])
def test_names_xml_cannot_hold_are_written_readably(write: Callable[..., None]) -> None:
    """Control characters become U+FFFD, a carriage return a line feed; markup stays text."""
    out = BytesIO()
    write(project(small_store(HOSTILE)), out)
    root = ET.fromstring(out.getvalue())  # noqa: S314 - our own file
    words = {element.text for element in root.iter()} | {
        value for element in root.iter() for value in element.attrib.values()
    }
    assert CLEANED in words


def test_json_keeps_names_as_they_are() -> None:
    """JSON can hold every character."""
    out = BytesIO()
    write_cytoscape(project(small_store(HOSTILE)), out)
    nodes = json.loads(out.getvalue())["elements"]["nodes"]
    assert [node["data"]["label"] for node in nodes] == [HOSTILE, HOSTILE]


@given(st.text())
def test_any_text_can_stand_in_xml(words: str) -> None:
    """Whatever a name is, a parser reads back the text as it was written."""
    root = ET.Element("name")
    root.text = xml_text(words.encode("utf-8", "replace").decode())
    assert (ET.fromstring(ET.tostring(root)).text or "") == root.text  # noqa: S314 - our own text


@pytest.mark.parametrize("amount", ["0.1", "12345678901.23"])
def test_cents_survive_double_precision(amount: str) -> None:
    """An amount read from JSON is the decimal number it was."""
    out = BytesIO()
    write_cytoscape(project(small_store("X")), out)
    edges = json.loads(out.getvalue(), parse_float=Decimal)["elements"]["edges"]
    assert Decimal(amount) in [edge["data"]["amount"] for edge in edges]


def test_ftm_uses_schemata_and_properties_that_exist(ftm: list[dict[str, object]]) -> None:
    """Every entity is of a known schema, with its properties only, and ids of the allowed characters."""
    for entity in ftm:
        assert set(entity) == {"id", "schema", "properties"}
        assert FTM_ID.match(str(entity["id"]))
        assert set(properties(entity)) <= SCHEMATA[str(entity["schema"])], entity
        assert all(values and all(values) for values in properties(entity).values()), entity


def properties(entity: dict[str, object]) -> dict[str, list[str]]:
    """The properties of an entity."""
    found = entity["properties"]
    assert isinstance(found, dict)
    return found


def test_ftm_links_join_entities_of_the_right_schema(ftm: list[dict[str, object]]) -> None:
    """Every reference points at an entity of the file whose schema the property takes."""
    schemata = {str(entity["id"]): str(entity["schema"]) for entity in ftm}
    assert len(schemata) == len(ftm)
    for entity in ftm:
        for name, values in properties(entity).items():
            for value in values if name in RANGES else ():
                assert schemata[value] in RANGES[name], (name, entity)


def test_every_node_and_edge_is_an_ftm_entity(
    ftm: list[dict[str, object]], network: "nx.MultiDiGraph[str]"
) -> None:
    """Nothing of the property graph is left out, and the five articles are there as proof."""
    ids = {entity["id"] for entity in ftm}
    assert {ftm_id(node) for node in network.nodes} <= ids
    assert {ftm_id(key) for _, _, key in network.edges(keys=True)} <= ids
    articles = [entity for entity in ftm if entity["schema"] == "Article"]
    assert len(articles) == 5
    assert len(ids) == 5 + network.number_of_nodes() + network.number_of_edges()


def test_ftm_gives_an_amount_only_where_it_is_one_number(
    ftm: list[dict[str, object]], network: "nx.MultiDiGraph[str]"
) -> None:
    """A payment of "more than" has no amount, its bound is told in words."""
    amounts = {ftm_id(key): data.get("amount") for _, _, key, data in network.edges(keys=True, data=True)}
    payments = [entity for entity in ftm if entity["schema"] == "Payment"]
    assert len(payments) == 3
    for payment in payments:
        amount = amounts[str(payment["id"])]
        told = properties(payment).get("amount", [])
        assert told == ([] if amount is None else [str(amount)])
        assert properties(payment)["description"][0].startswith("Figure: ")


@pytest.mark.parametrize(
    ("relation", "source", "target", "event", "schema"),
    [
        ("gaveTo", "Person", "Organization", "Contribution", "Payment"),
        ("gaveTo", "Person", "Organization", "MoneyTotal", "UnknownLink"),
        ("gaveTo", "Person", "Event", "Contribution", "UnknownLink"),
        ("spentFor", "Person", "Person", "Expenditure", "UnknownLink"),
        ("memberOf", "Person", "Company", "", "Membership"),
        ("memberOf", "Person", "LegalEntity", "", "UnknownLink"),
        ("leads", "Person", "Organization", "", "Directorship"),
        ("editorAt", "Person", "Organization", "", "Employment"),
        ("holdsOffice", "Person", "Position", "OfficeHolding", "Occupancy"),
        ("spouseOf", "Person", "Person", "", "Family"),
        ("backed", "LegalEntity", "Person", "Backing", "UnknownLink"),
    ],
)
def test_a_relation_has_the_ftm_link_that_fits_both_ends(
    relation: str, source: str, target: str, event: str, schema: str
) -> None:
    """Money that was not received, totals and ties FollowTheMoney has no schema for are UnknownLinks."""
    assert link_of(relation, source, target, event).schema == schema


def test_classes_have_the_ftm_schema_of_the_nearest_class() -> None:
    """Committees are organisations, groups legal entities, contests events."""
    kinds = (
        "UnnamedPerson",
        "PoliticalActionCommittee",
        "PublicBody",
        "DonorGroup",
        "County",
        "Contest",
        "Book",
    )
    assert [schema_of(kind) for kind in kinds] == [
        "Person",
        "Organization",
        "PublicBody",
        "LegalEntity",
        "Address",
        "Event",
        "Asset",
    ]


@pytest.mark.parametrize("form", [Format.TURTLE, Format.JSONLD, Format.GEXF, Format.FTM])
def test_a_full_disk_is_one_message(form: Format, built: Path, run: Run) -> None:
    """On a full device the command says so in one line, and exits with 1."""
    done = run("export", "--format", form.value, "--graph", str(built), "--out", "/dev/full")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "moneytrail: /dev/full: cannot write: No space left on device\n"
    assert Path("/dev/full").is_char_device()


@contextmanager
def small_files() -> Iterator[None]:
    """Files can hold a thousand bytes, as on a disk that is nearly full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("form", FILES)
def test_what_cannot_be_written_leaves_the_old_file(form: Format, built: Path, tmp_path: Path) -> None:
    """When the disk fills up half-way, the old file stays and nothing is left beside it."""
    target = tmp_path / "old"
    target.write_text("as it was", "utf-8")
    with small_files(), pytest.raises(WriteError) as error:
        export(built, form, target)
    assert str(error.value) == f"{target}: cannot write: File too large"
    assert target.read_text("utf-8") == "as it was"
    assert list(tmp_path.iterdir()) == [target]


def test_csv_leaves_both_old_files(built: Path, tmp_path: Path) -> None:
    """The two files of a table are replaced together or not at all."""
    for name in ("nodes.csv", "edges.csv"):
        (tmp_path / name).write_text("as it was", "utf-8")
    with small_files(), pytest.raises(WriteError):
        export(built, Format.CSV, tmp_path)
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {
        "nodes.csv": "as it was",
        "edges.csv": "as it was",
    }


def test_csv_needs_a_folder(built: Path, run: Run) -> None:
    """Two files cannot go to standard output."""
    done = run("export", "--format", "csv", "--graph", str(built))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "moneytrail: standard output: cannot write: CSV is two files; name their folder with --out\n"
    )


def test_a_folder_in_place_of_a_file_is_one_message(built: Path, tmp_path: Path) -> None:
    """A folder is not overwritten by a file."""
    with pytest.raises(WriteError) as error:
        export(built, Format.FTM, tmp_path)
    assert str(error.value) == f"{tmp_path}: cannot write: Is a directory"
    assert tmp_path.is_dir()


def test_a_device_is_written_to_and_stays_a_device(built: Path) -> None:
    """/dev/null takes an export and is still /dev/null."""
    export(built, Format.FTM, Path("/dev/null"))
    assert Path("/dev/null").is_char_device()


def test_a_failure_inside_leaves_nothing_behind(tmp_path: Path) -> None:
    """Whatever goes wrong while writing, no half-written file stays."""

    def fail() -> None:
        with open_output(tmp_path / "x") as out:
            out.write(b"half")
            raise LookupError("no such thing")

    with pytest.raises(LookupError, match="no such thing"):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_graph_is_refused(tmp_path: Path) -> None:
    """There is nothing to export where nothing is built, and no file is made."""
    with pytest.raises(NoGraphError):
        export(tmp_path, Format.TURTLE, tmp_path / "x.ttl")
    assert list(tmp_path.iterdir()) == []


def test_amounts_are_decimals_in_rdf(exported: Path) -> None:
    """No figure is written as a floating-point number."""
    quads = list(parse((exported / "nquads").read_bytes(), RdfFormat.N_QUADS))
    amounts = [quad.object for quad in quads if quad.predicate == term("amountAtLeast")]
    assert amounts
    assert {amount.datatype for amount in amounts if hasattr(amount, "datatype")} == {DECIMAL}


def test_the_page_on_exports_names_every_attribute_and_format() -> None:
    """docs/exports.md explains each format, each attribute, and each schema that is written."""
    page = (Path(__file__).parents[1] / "docs" / "exports.md").read_text("utf-8")
    names = {*NODE_ATTRIBUTES, *EDGE_ATTRIBUTES, *(form.value for form in Format), *SCHEMATA}
    assert {name for name in names if f"`{name}`" not in page} == set()
