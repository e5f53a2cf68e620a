"""What a worker can be asked for: answers to queries, data of things, the description of the graph, pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, QueryTriples, RdfFormat, Triple, serialize

from graph.errors import GraphError
from graph.server.datasets import Dataset, named_dataset, scope
from graph.server.description import description
from graph.server.frames import Answer
from graph.server.held import Held
from graph.server.media import HTML, ROWS, TRIPLES, content_type
from graph.server.names import search, words_of_path
from graph.server.pages import front_page, missing_page, query_page, search_page, thing_page
from graph.server.table import Table, table_of
from graph.sparql.evaluation import FaultError, Found, evaluate, faults
from graph.sparql.explained import Asked, as_error
from graph.sparql.results import SPARQL_FORMATS
from graph.sparql.tokens import refuse_forbidden
from graph.stated import SD, VOID

RDF = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "rdfxml": RdfFormat.RDF_XML,
}
PREFIXED = frozenset(("turtle", "trig", "rdfxml"))
"""Formats that shorten IRIs; the engine writes the others faster by itself."""
MISSING = 404
NEAREST = 5
Request = Mapping[str, Any]


def answer_query(held: Held, request: Request, answer: Answer) -> None:
    """What a query finds, in the format the client wants rows or triples in."""
    sparql, graphs = request["query"], request["dataset"]
    dataset = None if graphs is None else Dataset(*map(tuple, graphs))
    with _explained(held, sparql):
        found = _found(held, sparql, dataset)
        if isinstance(found, QueryTriples):
            _write_triples(held, found, _begun(answer, request["triples"], TRIPLES, "triples"), answer)
        else:
            layout = _begun(answer, request["rows"], ROWS, "rows")
            found.serialize(answer.file, format=SPARQL_FORMATS[layout])


def answer_data(held: Held, request: Request, answer: Answer) -> None:
    """The triples that say something of a thing."""
    node = _thing(held, request["path"])
    triples = [quad.triple for quad in held.store.quads_for_pattern(node, None, None, DefaultGraph())]
    if not triples:
        near = ", ".join(hit.iri for hit in _nearest(held, request["path"]))
        hint = f"; did you mean {near}?" if near else ""
        raise FaultError("missing", f"{node.value} is nothing this graph tells of{hint}")
    layout = _begun(answer, request["triples"], TRIPLES, "triples")
    _write_triples(held, sorted(triples, key=str), layout, answer)


def answer_description(held: Held, request: Request, answer: Answer) -> None:
    """What the service offers, and what the graph holds."""
    layout = _begun(answer, request["triples"], TRIPLES, "triples")
    _write_triples(held, description(held, request["url"]), layout, answer)


def answer_thing(held: Held, request: Request, answer: Answer) -> None:
    """The page of a thing; where there is none, one that names the nearest."""
    node = _thing(held, request["path"])
    if held.reader.kinds(node):
        _write_page(answer, thing_page(held, node))
    else:
        _write_page(answer, missing_page(held, node.value, _nearest(held, request["path"])), MISSING)


def answer_front(held: Held, _: Request, answer: Answer) -> None:
    """The front page."""
    _write_page(answer, front_page(held))


def answer_search(held: Held, request: Request, answer: Answer) -> None:
    """The page of what is called so."""
    hits = search(held.reader, held.known, held.tables, request["text"])
    _write_page(answer, search_page(held, request["text"], hits))


def answer_form(held: Held, request: Request, answer: Answer) -> None:
    """The form for a query, with what it finds as a table, or what is wrong with it."""
    table, wrong = None, ""
    if request["query"].strip():
        try:
            table = _table(held, request["query"])
        except GraphError as error:
            wrong = str(error)
    _write_page(answer, query_page(held, request["query"], table, wrong))


TASKS: Mapping[str, Callable[[Held, Request, Answer], None]] = {
    "query": answer_query,
    "data": answer_data,
    "description": answer_description,
    "thing": answer_thing,
    "front": answer_front,
    "search": answer_search,
    "form": answer_form,
}


@contextmanager
def _explained(held: Held, sparql: str) -> Iterator[None]:
    """What the engine says against a query, in plain words and with its place."""
    try:
        with faults(sparql):
            yield
    except FaultError as fault:
        if fault.said["error"] not in ("syntax", "run"):
            raise
        raise as_error(fault.said, Asked(sparql, "query", held.prefixes)) from fault


def _found(held: Held, sparql: str, dataset: Dataset | None = None) -> Found:
    """What a query finds in the graphs of the request, or in its own."""
    refuse_forbidden(sparql)
    prefixes = held.prefixes.namespaces
    where = scope(held, dataset or named_dataset(sparql, prefixes))
    asked = {"query": sparql, "base_iri": prefixes["id"], "prefixes": prefixes, "values": {}}
    return evaluate(where.store, asked, where.default, where.named)


def _table(held: Held, sparql: str) -> Table:
    with _explained(held, sparql):
        return table_of(held.reader, held.prefixes, _found(held, sparql))


def _thing(held: Held, path: str) -> NamedNode:
    """The thing of a path as it stands in an address; raises FaultError for what can be none."""
    try:
        return NamedNode(f"{held.manifest.base}id/{path}")
    except ValueError as error:
        raise FaultError("missing", f"{path!r} can be no path of a thing") from error


def _nearest(held: Held, path: str) -> tuple[Any, ...]:
    return search(held.reader, held.known, held.tables, words_of_path(path))[:NEAREST]


def _begun(answer: Answer, media: str, formats: Mapping[str, str], kind: str) -> str:
    """The format of a media type, after saying that the answer has it; raises FaultError for none."""
    if media == "":
        raise FaultError("format", f"this answer is {kind}, and can be had as {', '.join(formats)}")
    answer.begin(type=content_type(media))
    return formats[media]


def _write_triples(held: Held, triples: Iterable[Triple], layout: str, answer: Answer) -> None:
    if isinstance(triples, QueryTriples) and layout not in PREFIXED:
        triples.serialize(answer.file, format=RDF[layout])
        return
    prefixes = {**held.prefixes.namespaces, "sd": SD, "void": VOID} if layout in PREFIXED else None
    serialize(triples, answer.file, format=RDF[layout], prefixes=prefixes)


def _write_page(answer: Answer, page: str, status: int = 200) -> None:
    answer.begin(type=content_type(HTML), status=status)
    answer.write(page.encode("utf-8", "replace"))
