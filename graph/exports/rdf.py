"""A built graph as RDF files: every statement once, in a fixed order, without holding all of them.

The files of quads of sources are sorted, so they are merged as they are read. Rows of datasets follow in
the order of their files; a statement on a thing that several tell of is left out where it was told before.
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from heapq import merge
from itertools import chain, groupby
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from graph.identity.applying import row_files
from graph.identity.reading import stands_for_in
from graph.nodes import TYPE
from graph.rows.event_tables import open_tables
from graph.rows.shared import told_by_several
from graph.settling import read_withdrawn
from graph.sparql.terms import XSD, Prefixes
from graph.store import generation_folder, read_manifest
from graph.tables.output import SINGLE
from ontology import PREFIXES

JsonValue = str | dict[str, str]
DIGEST = 16


def write_turtle(folder: Path, out: BinaryIO) -> None:
    """Write the default graph as Turtle."""
    serialize(default_triples(folder), out, format=RdfFormat.TURTLE, prefixes=prefixes_of(folder))


def write_trig(folder: Path, out: BinaryIO) -> None:
    """Write every named graph as TriG, graph by graph; a dataset is one."""
    sources = (quad for path in _files(folder) for quad in _by_graph(path))
    rows = (quad for path in _row_files(folder) for quad in _quads(path))
    serialize(chain(sources, rows), out, format=RdfFormat.TRIG, prefixes=prefixes_of(folder))


def write_nquads(folder: Path, out: BinaryIO) -> None:
    """Write every named graph as N-Quads: those of sources sorted, then the rows of each dataset."""
    quads = merge(*(_quads(path) for path in _files(folder)), key=str)
    serialize(quads, out, format=RdfFormat.N_QUADS)
    for path in _row_files(folder):
        with path.open("rb") as rows:
            shutil.copyfileobj(rows, out)


def write_jsonld(folder: Path, out: BinaryIO) -> None:
    """Write the default graph as JSON-LD, a line a thing, with prefixes in its context.

    A thing that several datasets tell of has a line for each, and one for the plain edges from it.
    """
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
    """The triples of the default graph, all but the statements from outside, each once.

    Those of sources come first, sorted, then those of each dataset that are not withdrawn.
    """
    tables = open_tables(folder)
    if not tables.folders:
        yield from _of_sources(folder)
        return
    several = told_by_several(tables, map(_subject, _of_sources(folder))) | _canonical_things(folder)
    told = {_digest(triple) for triple in read_withdrawn(generation_folder(folder))}
    for triple in _of_sources(folder):
        if _subject(triple) in several:
            told.add(_digest(triple))
        yield triple
    for path in _row_files(folder):
        for quad in _quads(path):
            if path.name == SINGLE or _subject(quad) in several:
                digest = _digest(quad.triple)
                if digest in told:
                    continue
                told.add(digest)
            yield quad.triple


def _canonical_things(folder: Path) -> frozenset[str]:
    """The things that stand for others: plain edges of several datasets may be on them."""
    return frozenset(stands_for_in(generation_folder(folder)).values())


def _of_sources(folder: Path) -> Iterator[Triple]:
    """The triples of sources and of what follows from them, sorted, each once."""
    outside = f"{read_manifest(folder).base}id/graph/outside/"
    merged = merge(*(_quads(path) for path in _files(folder)), key=_triple_text)
    last = None
    for quad in merged:
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(outside):
            continue
        if quad.triple != last:
            yield quad.triple
            last = quad.triple


def _subject(statement: Triple | Quad) -> str:
    """The IRI of what a statement is on; graphs here hold no statements on statements."""
    subject = statement.subject
    return "" if isinstance(subject, Triple) else subject.value


def _digest(triple: Triple) -> bytes:
    return blake2b(str(triple).encode(), digest_size=DIGEST).digest()


def prefixes_of(folder: Path) -> dict[str, str]:
    """The prefixes of an export; `id` follows the base the graph was built with."""
    plain = {name: space for name, space in PREFIXES.items() if space.endswith(("#", "/"))}
    return {**plain, "id": f"{read_manifest(folder).base}id/"}


def _files(folder: Path) -> list[Path]:
    return sorted((generation_folder(folder) / "quads").glob("*.nq"))


def _row_files(folder: Path) -> list[Path]:
    """The files of rows of datasets, each in the graph of its dataset, dataset by dataset."""
    generation, conversions = generation_folder(folder), sorted(open_tables(folder).folders.items())
    base = read_manifest(folder).base
    return [path for name, place in conversions for path in row_files(generation, name, place, base)]


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
