"""What a worker can be asked for besides pages: answers to queries, data of things, a description."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from graph.server.datasets import Dataset, distinct, named_dataset, scope
from graph.server.description import description
from graph.server.frames import Answer
from graph.server.held import Held
from graph.server.media import ROWS, TRIPLES, content_type
from graph.sparql.evaluation import FaultError, Found, evaluate, faults
from graph.sparql.explained import Asked, as_error
from graph.sparql.results import SPARQL_FORMATS
from graph.sparql.selection import columns_of, spell_star
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
Request = Mapping[str, Any]


def answer_query(held: Held, request: Request, answer: Answer) -> None:
    """What a query finds, in the format the client wants rows or triples in."""
    sparql = request["query"]
    with explained(held, sparql):
        found = found_by(held, sparql, dataset_of(request))
        if isinstance(found, QueryTriples):
            _write_triples(held, found, _begun(answer, request["triples"], TRIPLES, "triples"), answer)
        else:
            layout = _begun(answer, request["rows"], ROWS, "rows")
            found.serialize(answer.file, format=SPARQL_FORMATS[layout])


def answer_data(held: Held, request: Request, answer: Answer) -> None:
    """The triples that say something of a thing."""
    node = thing_at(held, request["path"])
    triples = [quad.triple for quad in held.store.quads_for_pattern(node, None, None, DefaultGraph())]
    if not triples:
        from graph.server.names import nearest_to

        near = ", ".join(hit.iri for hit in nearest_to(held, request["path"]))
        hint = f"; did you mean {near}?" if near else ""
        raise FaultError("missing", f"{node.value} is nothing this graph tells of{hint}")
    layout = _begun(answer, request["triples"], TRIPLES, "triples")
    _write_triples(held, sorted(triples, key=str), layout, answer)


def answer_description(held: Held, request: Request, answer: Answer) -> None:
    """What the service offers, and what the graph holds."""
    layout = _begun(answer, request["triples"], TRIPLES, "triples")
    _write_triples(held, description(held, request["url"]), layout, answer)


def answer_ontology(held: Held, request: Request, answer: Answer) -> None:
    """The vocabulary."""
    quads = held.store.quads_for_pattern(None, None, None, held.names.graph("ontology"))
    layout = _begun(answer, request["triples"], TRIPLES, "triples")
    _write_triples(held, sorted((quad.triple for quad in quads), key=str), layout, answer)


TASKS: Mapping[str, Callable[[Held, Request, Answer], None]] = {
    "query": answer_query,
    "data": answer_data,
    "description": answer_description,
    "ontology": answer_ontology,
}


@contextmanager
def explained(held: Held, sparql: str) -> Iterator[None]:
    """What the engine says against a query, in plain words and with its place."""
    try:
        with faults(sparql):
            yield
    except FaultError as fault:
        if fault.said["error"] not in ("syntax", "run"):
            raise
        raise as_error(fault.said, Asked(sparql, "query", held.prefixes)) from fault


def found_by(held: Held, sparql: str, dataset: Dataset | None = None) -> Found:
    """What a query finds in the graphs of the request, or in its own."""
    refuse_forbidden(sparql)
    graphs = dataset or named_dataset(sparql, held.prefixes.namespaces)
    once = distinct(held, graphs)
    if held.endpoint is not None and (once is None or len(once.default) < 2):  # noqa: PLR2004 - several
        from graph.server.elsewhere import find_elsewhere

        return find_elsewhere(held.endpoint, _in_order(held, sparql), once)
    where = scope(held, graphs)
    return evaluate(where.store, asked(held, _in_order(held, sparql)), where.default, where.named)


def _in_order(held: Held, sparql: str) -> str:
    """A query whose columns come in the order in which it names them; those of * the engine would sort."""
    if columns_of(sparql) == ():
        return sparql
    found = cast("QuerySolutions", evaluate(Store(), asked(held, sparql)))
    return spell_star(sparql, [variable.value for variable in found.variables])


def asked(held: Held, sparql: str) -> dict[str, Any]:
    """A query as the engine is asked it: with the prefixes and the base that need no declaring."""
    prefixes = held.prefixes.namespaces
    return {"query": sparql, "base_iri": prefixes["id"], "prefixes": prefixes, "values": {}}


def dataset_of(request: Request) -> Dataset | None:
    """The graphs a request names."""
    graphs = request["dataset"]
    return None if graphs is None else Dataset(*map(tuple, graphs))


def thing_at(held: Held, path: str) -> NamedNode:
    """The thing of a path as it stands in an address; raises FaultError for what can be none."""
    try:
        return NamedNode(f"{held.manifest.base}id/{path}")
    except ValueError as error:
        raise FaultError("missing", f"{path!r} can be no path of a thing") from error


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
