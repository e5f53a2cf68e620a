"""Which entity a person means: an IRI, a path, a name as somebody prints it, or a regulator's id."""

from collections.abc import Iterator
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode

from graph.errors import UnknownNameError
from graph.identity.reading import canonical_node
from graph.nodes import TYPE, term
from graph.reading import OUTSIDE, Reader
from graph.rows.event_tables import EventTables
from graph.rows.names import Named, called, nearest
from ontology import CLASSES, NAMESPACE
from sources.check import is_kind

NO_ROWS = EventTables()
SHOWN = 10


def find_entity(reader: Reader, name: str, tables: EventTables = NO_ROWS) -> NamedNode:
    """The entity with an IRI, a path under `id/`, a label, a name as written, or a regulator's id.

    Of things that people decided are one it is the one that stands for them.

    Raises:
        UnknownNameError: There is none, or several; the message names them.
    """
    for iri in _as_iri(reader, name):
        if reader.kinds(iri):
            return canonical_node(reader, iri)
    names = entity_names(reader)
    rows = called(tables, name) if tables.folders else []
    found = {iri for label, iri in names if label.casefold() == name.casefold()}
    found |= {tables.node(one.path).value for one in rows}
    found = {canonical_node(reader, NamedNode(iri)).value for iri in found - _matched(reader, found)}
    if len(found) == 1:
        return NamedNode(found.pop())
    if len(found) > 1:
        raise UnknownNameError(f"{name!r} may be several: {_choices(sorted(found))}; use one of these")
    raise UnknownNameError(f"{name!r} is no entity of this graph{_nearest(name, names, tables)}")


def _matched(reader: Reader, found: set[str]) -> set[str]:
    """Those among some things that are what the record has for another of them, or the candidate it has."""
    official = [node for iri in found for node in reader.nodes(NamedNode(iri), "matchesRecord")]
    official += [one for node in official for one in reader.nodes(node, "candidate")]
    return found.intersection(node.value for node in official)


def _choices(found: list[str]) -> str:
    """Paths of things of one name, the first of many."""
    paths = ", ".join(iri.rpartition("/id/")[2] for iri in found[:SHOWN])
    return f"{paths} and {len(found) - SHOWN} more" if len(found) > SHOWN else paths


def _as_iri(reader: Reader, name: str) -> Iterator[NamedNode]:
    """A name as an IRI: whole, with the prefix `id:`, or as a path."""
    if name.startswith(("http://", "https://")):
        yield NamedNode(name)
    elif "/" in name and " " not in name:
        yield NamedNode(f"{reader.base}id/{name.removeprefix('id:')}")


def entity_names(reader: Reader) -> list[tuple[str, str]]:
    """Every name of every entity of a source with its IRI; claims, events and edges are no entities."""
    found: list[tuple[str, str]] = []
    graphs = [graph for graph in reader.store.named_graphs() if OUTSIDE not in str(graph)]
    for prop in ("rdfs:label", "skos:altLabel"):
        quads = (
            quad for graph in graphs for quad in reader.store.quads_for_pattern(None, term(prop), None, graph)
        )
        found += [
            (quad.object.value, quad.subject.value)
            for quad in quads
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
        ]
    entities = {
        str(quad.subject)
        for graph in graphs
        for quad in reader.store.quads_for_pattern(None, TYPE, None, graph)
        if _is_entity(quad.object)
    }
    return [(name, iri) for name, iri in found if f"<{iri}>" in entities]


def _is_entity(kind: object) -> bool:
    name = kind.value.removeprefix(NAMESPACE) if isinstance(kind, NamedNode) else ""
    return name in CLASSES and is_kind(name, "Entity")


def _nearest(name: str, names: list[tuple[str, str]], tables: EventTables) -> str:
    known = {label.casefold(): label for label, _ in names}
    near = get_close_matches(name.casefold(), list(known), n=3, cutoff=0.75)
    near += [key for key in known if name.casefold() in key and key not in near][: 3 - len(near)]
    meant = [repr(known[key]) for key in near]
    if tables.folders and len(meant) < 3:  # noqa: PLR2004 - as many as above
        meant += [_with_path(one) for one in nearest(tables, name, 3 - len(meant))]
    return f"; did you mean {' or '.join(meant)}?" if meant else ""


def _with_path(named: Named) -> str:
    return f"{named.name!r} ({named.path})" if named.path else repr(named.name)
