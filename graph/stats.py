"""What a built graph holds, counted."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from graph.nodes import TYPE, term
from graph.reading import Reader, local, term_label
from graph.rows.event_tables import open_tables
from graph.store import open_store, read_manifest
from graph.tables.facts import Facts
from ontology import CLASSES, EDGES, PREDICATES
from sources.check import is_kind

NO_FIGURE = "no figure"
NOT_SUMMED = ("graph", "modalities", "datasets", "rows")
NO_TABLE = ("dataset", "edges")
OUTSIDE = "/id/graph/outside/"


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of one kind.

    Attributes:
        key: Its name for programs.
        title: Its name for people.
        counts: What is counted and how often, in a fixed order.
    """

    key: str
    title: str
    counts: tuple[tuple[str, int], ...]


def make_stats(folder: Path) -> tuple[Table, ...]:
    """The counts of a built graph.

    Raises:
        NoGraphError: Nothing is built in the folder.
    """
    manifest = read_manifest(folder)
    reader = Reader(open_store(folder))
    kinds = _kinds(reader)
    known = open_tables(folder).facts()
    rest = ", rows of datasets not among them" if known else ""
    return (
        Table("graph", "Graph", (("quads", manifest.quads), ("triples", manifest.triples))),
        *_datasets(known),
        Table("sources", "Claims by source", tuple((part.name, part.claims) for part in manifest.sources)),
        _by_class("entities", f"Entities by class{rest}", kinds, "Entity"),
        *_claim_tables(reader),
        _by_class("events", f"Events by class{rest}", kinds, "ReportedEvent"),
        *(_amounts(reader, kinds, name) for name in ("MoneyFlow", "MoneyTotal")),
        _edges(reader),
        _graphs(reader),
    )


def stats_json(tables: Iterable[Table]) -> str:
    """The counts as a JSON object of objects."""
    return json.dumps({table.key: dict(table.counts) for table in tables}, indent=2) + "\n"


def stats_text(tables: Iterable[Table]) -> str:
    """The counts for people, a table a paragraph, numbers flush right."""
    return "\n".join(_paragraph(table) for table in tables)


def _paragraph(table: Table) -> str:
    rows = (*table.counts, *_sum(table))
    names = max((len(name) for name, _ in rows), default=0)
    digits = max((len(f"{count:,}") for _, count in rows), default=0)
    lines = [f"  {name:<{names}}  {count:>{digits},}" for name, count in rows]
    return "\n".join([table.title, *lines]) + "\n"


def _sum(table: Table) -> tuple[tuple[str, int], ...]:
    """A last line with the sum, where the counts exclude each other."""
    if table.key.partition("/")[0] in NOT_SUMMED or len(table.counts) < 2:  # noqa: PLR2004 - its own sum
        return ()
    return (("together", sum(count for _, count in table.counts)),)


def _datasets(known: dict[str, Facts]) -> tuple[Table, ...]:
    """What was read of the datasets, and the rows and things they became; nothing without any.

    Things two datasets tell of count for both, so tables of several datasets are not added up.
    """
    if not known:
        return ()
    every = [_read(facts) for facts in known.values()]
    added = tuple((name, sum(dict(one)[name] for one in every)) for name, _ in every[0])
    read = Table("datasets", "Datasets, as files were read", (("datasets", len(known)), *added))
    return (read, *(_dataset(name, facts) for name, facts in known.items()))


def _read(facts: Facts) -> tuple[tuple[str, int], ...]:
    return (
        ("files", len(facts.files)),
        ("rows read", facts.rows),
        ("rows rejected", facts.rejected),
        ("rows left out by rule", facts.left_out),
        ("problems reported", facts.problems),
        ("contests without outcome", len(facts.undecided)),
        ("quads", facts.statements),
    )


def _dataset(name: str, facts: Facts) -> Table:
    """What was read of a dataset, and rows and things by table."""
    tables = (
        (f"table {table}", count) for table, count in sorted(facts.tables.items()) if table not in NO_TABLE
    )
    return Table(f"datasets/{name}", f"Dataset {name}", (*_read(facts), *tables))


def _kinds(reader: Reader) -> dict[str, str]:
    """Class of every thing of the sources, rows of datasets left out, that is of a class of the ontology."""
    terms = {term(name): name for name in CLASSES}
    graphs = [graph for graph in reader.store.named_graphs() if OUTSIDE not in str(graph)]
    found = (quad for graph in graphs for quad in reader.store.quads_for_pattern(None, TYPE, None, graph))
    kinds = {
        quad.subject.value: terms[quad.object]
        for quad in found
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode) and quad.object in terms
    }
    return dict(sorted(kinds.items()))


def _by_class(key: str, title: str, kinds: dict[str, str], root: str) -> Table:
    return _counted(key, title, (kind for kind in kinds.values() if is_kind(kind, root)))


def _counted(key: str, title: str, values: Iterable[str]) -> Table:
    """Counts of values, most frequent first."""
    counts = Counter(values)
    return Table(key, title, tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))))


def _claim_tables(reader: Reader) -> tuple[Table, ...]:
    claims = reader.instances("Claim")
    families = (PREDICATES[local(reader.nodes(claim, "rdf:predicate")[0])].family for claim in claims)
    return (
        _codes(reader, claims, ("kinds", "Claims by kind", "claimKind")),
        _codes(reader, claims, ("modalities", "Claims by modality; one claim may have several", "modality")),
        _codes(reader, claims, ("polarities", "Claims by polarity", "polarity")),
        _counted("families", "Claims by family of the predicate", (term_label(name) for name in families)),
        _codes(reader, claims, ("precisions", "Figures of claims by precision", "precision")),
    )


def _codes(reader: Reader, nodes: Iterable[NamedNode], table: tuple[str, str, str]) -> Table:
    key, title, prop = table
    return _counted(
        key, title, (term_label(local(code)) for node in nodes for code in reader.nodes(node, prop))
    )


def _amounts(reader: Reader, kinds: dict[str, str], root: str) -> Table:
    """How far the sources fix the amounts of flows, or of totals."""
    events = [iri for iri, kind in kinds.items() if is_kind(kind, root)]
    title = "Amounts of money flows" if root == "MoneyFlow" else "Amounts of stated totals"
    return _counted(f"{root}_amounts", title, (_fixed(reader, NamedNode(iri)) for iri in events))


def _fixed(reader: Reader, event: NamedNode) -> str:
    low, high = reader.number(event, "amountAtLeast"), reader.number(event, "amountAtMost")
    if low is not None and high is not None:
        return "one number" if low == high else "between two bounds"
    if low is not None:
        return "lower bound only"
    if high is not None:
        return "upper bound only"
    return NO_FIGURE if reader.number(event, "amount") is None else "about, without bounds"


def _edges(reader: Reader) -> Table:
    edges = reader.instances("PlainEdge")
    relations = (local(reader.nodes(edge, "rdf:predicate")[0]) for edge in edges)
    return _counted(
        "edges", "Plain edges by relation", (f"{EDGES[name].family}: {name}" for name in relations)
    )


def _graphs(reader: Reader) -> Table:
    counts = {
        graph.value: sum(1 for _ in reader.store.quads_for_pattern(None, None, None, graph))
        for graph in reader.store.named_graphs()
        if isinstance(graph, NamedNode)
    }
    short = {iri.rpartition("/id/graph/")[2]: count for iri, count in counts.items()}
    return Table("graphs", "Quads by graph", tuple(sorted(short.items())))
