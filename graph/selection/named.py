"""What the answer of a query names to be drawn: entities, edges, or pairs of entities."""

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from graph.errors import SelectionError
from graph.picture import Edge
from graph.reading import Reader
from graph.sparql.engine import Target, ask
from graph.sparql.results import Result
from ontology import EDGES, NAMESPACE

SECONDS = 60.0
NODE, EDGE, SOURCE, TARGET = "node", "edge", "source", "target"
COLUMNS = (
    "?node (an entity), ?edge (a plain edge, its event or a claim), or ?source and ?target (two entities)"
)
Pair = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """What a query names.

    Attributes:
        nodes: IRIs of entities; an edge between two of them is drawn.
        edges: IRIs of edges, events and claims.
        pairs: Source, relation and target of edges; the relation is "" where any will do.
    """

    nodes: frozenset[str] = frozenset()
    edges: frozenset[str] = frozenset()
    pairs: frozenset[Pair] = frozenset()


def ask_named(folder: Path, file: Path) -> Named:
    """What the query in a file names in a built graph.

    Raises:
        SelectionError: The file cannot be read, or its answer has no column that names nodes or edges.
        QueryError: The query cannot be answered.
    """
    try:
        sparql = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SelectionError(f"{file}: cannot read the query: {reason}") from error
    return _read(ask(sparql, Target(folder), timeout=SECONDS, name=str(file)), file)


def _read(answer: Result, file: Path) -> Named:
    if answer.is_graph:
        return Named(pairs=frozenset(_pair(*map(_iri, row)) for row in answer.terms))
    known = set(answer.columns).intersection((NODE, EDGE))
    if not known and not {SOURCE, TARGET}.issubset(answer.columns):
        has = (
            " ".join(f"?{name}" for name in answer.columns)
            if answer.truth is None
            else "the answer to an ASK"
        )
        raise SelectionError(f"{file}: a query that selects has {COLUMNS}; this one has {has}")
    column = {name: [_iri(row[place]) for row in answer.terms] for place, name in enumerate(answer.columns)}
    pairs = zip(column.get(SOURCE, ()), column.get(TARGET, ()), strict=False)
    return Named(
        frozenset(filter(None, column.get(NODE, ()))),
        frozenset(filter(None, column.get(EDGE, ()))),
        frozenset((source, "", target) for source, target in pairs if source and target),
    )


def _iri(value: object) -> str:
    """An IRI; "" for anything else."""
    return value.value if isinstance(value, NamedNode) else ""


def _pair(source: str, relation: str, target: str) -> Pair:
    """A triple as the edge it is short for; one that is short for none stands for any between its ends."""
    name = relation.removeprefix(NAMESPACE)
    return (source, name if name in EDGES else "", target)


def is_named(reader: Reader, edge: Edge, named: Named) -> bool:
    """Whether an edge is drawn of what a query names."""
    targets = {edge.target, edge.contest or edge.target}
    if edge.source in named.nodes and not targets.isdisjoint(named.nodes):
        return True
    pairs = {(edge.source, relation, target) for relation in ("", edge.relation) for target in targets}
    return not pairs.isdisjoint(named.pairs) or not _marks(reader, edge).isdisjoint(named.edges)


def _marks(reader: Reader, edge: Edge) -> set[str]:
    """An edge, the event it is short for, and the claims behind it."""
    iri = NamedNode(edge.iri)
    found = [node for name in ("reportedEvent", "prov:wasDerivedFrom") for node in reader.nodes(iri, name)]
    return {edge.iri, *(node.value for node in found)}
