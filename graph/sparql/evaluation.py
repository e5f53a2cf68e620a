"""One query put to a store: what it finds, or what is wrong with it as a `FaultError`.

It imports next to nothing: the process of a single query has to start at once.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
    Variable,
)

from graph.errors import ForbiddenQueryError, QueryError, QuerySyntaxError

Found = QuerySolutions | QueryBoolean | QueryTriples


class FaultError(Exception):
    """What went wrong with a query, as one process tells it another.

    Attributes:
        said: The kind of fault as "error", its message, and what more there is to say.
    """

    def __init__(self, kind: str, message: str, **more: object) -> None:
        super().__init__(message)
        self.said: dict[str, Any] = {"error": kind, "message": message, **more}


@contextmanager
def faults(sparql: str) -> Iterator[None]:
    """What the engine says against a query becomes a FaultError; a result is worked out as it is written."""
    try:
        yield
    except (ForbiddenQueryError, QuerySyntaxError):
        raise  # they say more than a fault does: why, and where
    except QueryError as error:
        raise FaultError("run", str(error)) from error
    except SyntaxError as error:
        raise FaultError("syntax", str(error), place=_second_opinion(sparql)) from error
    except RuntimeError as error:
        raise FaultError("run", str(error)) from error
    except OSError as error:
        raise FaultError("read", str(error)) from error


def evaluate(
    store: Store,
    request: Mapping[str, Any],
    default: list[NamedNode | BlankNode | DefaultGraph] | None = None,
    named: list[NamedNode | BlankNode] | None = None,
) -> Found:
    """What a query finds.

    Args:
        store: Whom it is put to.
        request: The query, with the base of its IRIs, the prefixes known to it and values of variables.
        default: The graphs its patterns ask; None for the default graph, or those it names itself.
        named: The graphs GRAPH may ask; None for all, or those it names itself.
    """
    values: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
        Variable(name): _term(value) for name, value in request["values"].items()
    }
    return store.query(
        request["query"],
        base_iri=request["base_iri"],
        prefixes=request["prefixes"],
        substitutions=values or None,
        default_graph=default,
        named_graphs=named,
    )


def way_taken(store: Store) -> str:
    """How the last query was answered and why, in lines for people."""
    way = getattr(store, "way", None)  # a graph with virtual rows has one
    return "store: all triples are loaded" if way is None else way.text()


def _term(value: Mapping[str, str]) -> NamedNode | Literal:
    if value["type"] == "uri":
        return NamedNode(value["value"])
    if "language" in value:
        return Literal(value["value"], language=value["language"])
    return Literal(value["value"], datatype=NamedNode(value["datatype"]))


def _second_opinion(sparql: str) -> int:
    """Position from which on rdflib's parser, whose places are better, reads no SPARQL; -1 when it does."""
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(sparql.replace("\t", " "))
    except ParseException as error:
        return int(error.loc)
    except RecursionError:
        return -1
    return -1
