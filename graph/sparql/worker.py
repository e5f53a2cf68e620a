"""The process a query runs in: the engine cannot be interrupted, a process can be ended.

It takes one request as JSON on its standard input and answers on its standard output: a line of JSON that
says what follows, then the result as SPARQL JSON or N-Triples. What goes wrong is a line of JSON on its
standard error. It imports next to nothing, so that it starts at once, and ends when who started it ends.
"""

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
)

from graph.errors import MissingExtraError, UnreadableTablesError
from graph.sparql.evaluation import FaultError, evaluate, faults, way_taken

LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
LOOK = 0.5


def main() -> None:
    """Answer the request on standard input."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    request = json.loads(sys.stdin.buffer.read())
    threading.Thread(target=end_with, args=(request["parent"],), daemon=True).start()
    try:
        store = _open(request)
        head, body = answer(request, store)
        head["way"] = way_taken(store)
    except FaultError as fault:
        sys.stderr.write(json.dumps(fault.said))
        sys.exit(1)
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)


def answer(request: dict[str, Any], store: Store) -> tuple[dict[str, Any], bytes]:
    """What kind of result a query has, and the result; raises FaultError."""
    with faults(request["query"]):
        found = evaluate(store, request)
        if isinstance(found, QueryTriples):
            return {"kind": "triples"}, found.serialize(format=RdfFormat.N_TRIPLES) or b""
        if isinstance(found, QueryBoolean):
            return {"kind": "truth"}, found.serialize(format=QueryResultsFormat.JSON) or b""
        return _rows(found, request, store)


def _rows(found: QuerySolutions, request: dict[str, Any], store: Store) -> tuple[dict[str, Any], bytes]:
    body = found.serialize(format=QueryResultsFormat.JSON) or b""
    labels = _labels(body, store) if request["labels"] else {}
    return {"kind": "rows", "labels": labels}, body


def _labels(body: bytes, store: Store) -> dict[str, str]:
    """The label of every IRI in the results that has one."""
    values = [term for row in json.loads(body)["results"]["bindings"] for term in row.values()]
    labels = {}
    for iri in sorted({term["value"] for term in values if term["type"] == "uri"}):
        quads = store.quads_for_pattern(NamedNode(iri), LABEL, None, DefaultGraph())
        names = sorted(quad.object.value for quad in quads if isinstance(quad.object, Literal))
        if names:
            labels[iri] = names[0]
    return labels


def _open(request: dict[str, Any]) -> Store:
    """The built store, or the RDF files to query instead as one store in memory."""
    if request["store"] is not None:
        from graph.virtual.opening import open_whole

        try:
            return open_whole(Path(request["store"]))
        except (MissingExtraError, UnreadableTablesError) as error:
            raise FaultError("run", str(error)) from error
        except OSError as error:
            raise FaultError("read", str(error)) from error
    from graph.errors import NotRdfError
    from graph.store import load_file

    store = Store()
    for path in request["data"]:
        try:
            store.bulk_extend(load_file(Path(path)))
        except NotRdfError as error:
            raise FaultError("data", str(error).removeprefix(f"{path}: not RDF: "), path=path) from error
    return store


def end_with(parent: int) -> None:
    """End this process when the one that asked is gone; the engine works without holding Python up."""
    while os.getppid() == parent:
        time.sleep(LOOK)
    os._exit(1)


if __name__ == "__main__":
    main()
