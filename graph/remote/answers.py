"""What a server answers, as the embedded engine would: whole or an error, in SPARQL JSON or N-Triples."""

import json
from typing import Any

from pyoxigraph import RdfFormat, parse, serialize

from graph.remote.connection import Reply
from graph.remote.errors import EndpointQueryError
from ontology import PREFIXES

BOOLEAN = PREFIXES["xsd"] + "boolean"
TRUTHS = {"0": "false", "1": "true"}
CUT = "x-sparql-maxrows"
PARTIAL = "x-sql-message"


def read_rows(reply: Reply, name: str) -> dict[str, Any]:
    """Rows or a truth as SPARQL JSON has them, whatever older form the server writes.

    Virtuoso 7 writes `typed-literal`, and numbers for truths; it answers ASK with a table.

    Raises:
        EndpointQueryError: The answer is no SPARQL JSON, or the server has cut it off.
    """
    refuse_cut(reply, name)
    try:
        document = json.loads(reply.body)
        if "boolean" in document:
            return {"head": {}, "boolean": bool(document["boolean"])}
        names = document["head"]["vars"]
        rows = [{key: _term(term) for key, term in row.items()} for row in document["results"]["bindings"]]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EndpointQueryError(f"{name}: the server's answer is no SPARQL JSON: {reply.line}") from error
    return {"head": {"vars": names}, "results": {"bindings": rows}}


def as_truth(document: dict[str, Any]) -> dict[str, Any]:
    """The answer to an ASK; a table without rows, or with a 0, is false."""
    if "boolean" in document:
        return document
    values = [term["value"] for row in document["results"]["bindings"] for term in row.values()]
    return {"head": {}, "boolean": any(value not in ("0", "false") for value in values)}


def read_triples(reply: Reply, name: str) -> bytes:
    """Triples as N-Triples; raises EndpointQueryError when the answer is none or cut off."""
    refuse_cut(reply, name)
    layout = RdfFormat.from_media_type(reply.kind) or RdfFormat.N_TRIPLES
    try:
        triples = [quad.triple for quad in parse(reply.body, layout)]
    except SyntaxError as error:
        raise EndpointQueryError(f"{name}: the server's answer is no RDF: {error}") from error
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def refuse_cut(reply: Reply, name: str) -> None:
    """Refuse an answer of which the server says that it is not all."""
    if CUT in reply.headers:
        raise EndpointQueryError(
            f"{name}: the server hands out no more than {reply.headers[CUT]} rows, so some may be missing;"
            " ask for fewer with LIMIT, or raise that number on the server"
        )
    if PARTIAL in reply.headers:
        raise EndpointQueryError(f"{name}: the server did not finish: {reply.headers[PARTIAL].strip()}")


def _term(term: dict[str, Any]) -> dict[str, Any]:
    if term["type"] == "typed-literal":
        term = {**term, "type": "literal"}
    if term.get("datatype") == BOOLEAN:
        return {**term, "value": TRUTHS.get(term["value"], term["value"])}
    return term
