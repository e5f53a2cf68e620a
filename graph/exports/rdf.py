"""A built graph as RDF files: every statement once, in a fixed order, without holding all of them.

The files of quads of a build are sorted, so they are merged as they are read.
"""

import json
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from graph.nodes import TYPE
from graph.sparql.terms import XSD, Prefixes
from graph.store import generation_folder, read_manifest
from ontology import PREFIXES

JsonValue = str | dict[str, str]


def write_turtle(folder: Path, out: BinaryIO) -> None:
    """Write the default graph as Turtle."""
    serialize(default_triples(folder), out, format=RdfFormat.TURTLE, prefixes=prefixes_of(folder))


def write_trig(folder: Path, out: BinaryIO) -> None:
    """Write every named graph as TriG, graph by graph."""
    quads = (quad for path in _files(folder) for quad in _by_graph(path))
    serialize(quads, out, format=RdfFormat.TRIG, prefixes=prefixes_of(folder))


def write_nquads(folder: Path, out: BinaryIO) -> None:
    """Write every named graph as sorted N-Quads."""
    quads = merge(*(_quads(path) for path in _files(folder)), key=str)
    serialize(quads, out, format=RdfFormat.N_QUADS)


def write_jsonld(folder: Path, out: BinaryIO) -> None:
    """Write the default graph as JSON-LD, a line a thing, with prefixes in its context."""
    prefixes = prefixes_of(folder)
    short = Prefixes(prefixes)
    context = json.dumps({**prefixes}, sort_keys=True)
    out.write(f'{{"@context": {context},\n"@graph": [\n'.encode())
    things = groupby(default_triples(folder), key=attrgetter("subject"))
    for number, (subject, triples) in enumerate(things):
        line = json.dumps(_thing(str(subject.value), triples, short), ensure_ascii=False)
        out.write(f"{',' if number else ' '}{line}\n".encode())
    out.write(b"]}\n")


def default_triples(folder: Path) -> Iterator[Triple]:
    """The triples of the default graph: all but the statements from outside, sorted, each once."""
    outside = f"{read_manifest(folder).base}id/graph/outside/"
    merged = merge(*(_quads(path) for path in _files(folder)), key=_triple_text)
    last = None
    for quad in merged:
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(outside):
            continue
        if quad.triple != last:
            yield quad.triple
            last = quad.triple


def prefixes_of(folder: Path) -> dict[str, str]:
    """The prefixes of an export; `id` follows the base the graph was built with."""
    plain = {name: space for name, space in PREFIXES.items() if space.endswith(("#", "/"))}
    return {**plain, "id": f"{read_manifest(folder).base}id/"}


def _files(folder: Path) -> list[Path]:
    return sorted((generation_folder(folder) / "quads").glob("*.nq"))


def _quads(path: Path) -> Iterator[Quad]:
    return iter(parse(path=str(path), format=RdfFormat.N_QUADS))


def _triple_text(quad: Quad) -> str:
    return f"{quad.triple} "


def _by_graph(path: Path) -> Iterator[Quad]:
    """The quads of a file, one graph after the other."""
    graphs = sorted({str(quad.graph_name) for quad in _quads(path)})
    for graph in graphs:
        yield from (quad for quad in _quads(path) if str(quad.graph_name) == graph)


def _thing(iri: str, triples: Iterable[Triple], short: Prefixes) -> dict[str, object]:
    """A node object of JSON-LD."""
    thing: dict[str, object] = {"@id": _compact(iri, short)}
    for predicate, group in groupby(triples, key=attrgetter("predicate")):
        if predicate == TYPE:
            thing["@type"] = [_compact(str(triple.object.value), short) for triple in group]  # type: ignore[union-attr]
        else:
            thing[_compact(str(predicate.value), short)] = [_json(triple, short) for triple in group]
    return thing


def _json(triple: Triple, short: Prefixes) -> JsonValue:
    value = triple.object
    if isinstance(value, NamedNode):
        return {"@id": _compact(value.value, short)}
    if not isinstance(value, Literal):
        raise TypeError(f"{value} is neither an IRI nor a literal; graphs here hold nothing else")
    if value.language is not None:
        return {"@value": value.value, "@language": value.language}
    if value.datatype.value == f"{XSD}string":
        return value.value
    return {"@value": value.value, "@type": _compact(value.datatype.value, short)}


def _compact(iri: str, short: Prefixes) -> str:
    return short.shorten(iri).removeprefix("<").removesuffix(">")
