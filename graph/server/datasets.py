"""The graphs a query is put to: those the request names, else those of its own FROM and FROM NAMED.

A triple that stands in several graphs of FROM is one triple (SPARQL 1.1, section 13.2.1); the engine would
count it once for each. So several graphs are first put together in memory.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from urllib.parse import urljoin

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

from graph.errors import QueryError
from graph.reading import OUTSIDE
from graph.server.held import Held
from graph.sparql.tokens import Token, declared_prefixes, read_tokens
from graph.stated import DEFAULT

MOST = 1_000_000
"""Quads that are put together in memory, at most."""
KEPT = 4
"""Stores in memory that are kept for the next query."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Graphs of a query by their IRIs: those its patterns ask, and those GRAPH may ask."""

    default: tuple[str, ...]
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a query is put to; None for what the engine does without being told."""

    store: Store
    default: list[NamedNode | BlankNode | DefaultGraph] | None = None
    named: list[NamedNode | BlankNode] | None = None


def named_dataset(sparql: str, prefixes: Mapping[str, str]) -> Dataset | None:
    """The graphs a query names with FROM and FROM NAMED, None when it names none."""
    tokens = read_tokens(sparql)
    known = {**prefixes, **declared_prefixes(tokens)}
    base = next(_after(tokens, "BASE"), None)
    within = prefixes["id"] if base is None else base.text[1:-1]
    plain = tuple(
        _iri(token, known, within) for token in _after(tokens, "FROM") if not token.is_word("NAMED")
    )
    named = tuple(_iri(token, known, within) for token in _after(tokens, "NAMED"))
    return Dataset(plain, named) if plain or named else None


def _after(tokens: Iterable[Token], word: str) -> Iterator[Token]:
    """The tokens that follow a word."""
    found = tuple(tokens)
    return (after for token, after in pairwise(found) if token.is_word(word))


def _iri(token: Token, known: Mapping[str, str], base: str) -> str:
    if token.kind == "iri":
        return urljoin(base, token.text[1:-1])
    prefix, _, local = token.text.partition(":")
    return known.get(prefix, "") + re.sub(r"\\(.)", r"\1", local)


def scope(held: Held, dataset: Dataset | None) -> Scope:
    """Whom a query with these graphs is put to.

    Raises:
        QueryError: A graph has no IRI, or they are too many triples to put together.
    """
    if dataset is None:
        return Scope(held.embedded)
    default = _distinct(held, dataset.default)
    named = tuple(dict.fromkeys(dataset.named))
    try:
        if len(default) < 2 and not held.stated.keys() & {*default, *named}:  # noqa: PLR2004 - several
            nodes = [NamedNode(graph) for graph in named]
            return Scope(held.embedded, [held.graph_node(graph) for graph in default], [*nodes])
        store = held.merged.pop((default, named), None) or _merge(held, default, named)
    except ValueError as error:
        raise QueryError(f"the address of a graph is no IRI: {error}") from error
    held.merged[default, named] = store
    while len(held.merged) > KEPT:
        held.merged.pop(next(iter(held.merged)))
    return Scope(store, [DefaultGraph()], [NamedNode(graph) for graph in named])


def distinct(held: Held, dataset: Dataset | None) -> Dataset | None:
    """The graphs of a query, each once."""
    return None if dataset is None else Dataset(_distinct(held, dataset.default), dataset.named)


def _distinct(held: Held, graphs: tuple[str, ...]) -> tuple[str, ...]:
    """Graphs, each once; what the default graph holds anyway is not named beside it."""
    whole = held.names.graph(DEFAULT).value
    if whole in graphs:
        graphs = (whole, *(graph for graph in graphs if OUTSIDE in graph or graph in held.stated))
    return tuple(sorted(set(graphs)))


def _merge(held: Held, default: tuple[str, ...], named: tuple[str, ...]) -> Store:
    """Graphs put together: the default ones in the default graph, each triple once."""
    store = Store()
    for graph in default:
        _copy(held, graph, DefaultGraph(), store)
    for graph in named:
        _copy(held, graph, NamedNode(graph), store)
    return store


def _copy(held: Held, graph: str, goal: NamedNode | DefaultGraph, store: Store) -> None:
    """Put the triples of a graph into a graph of a store in memory; raises QueryError for too many."""
    quads = (Quad(quad.subject, quad.predicate, quad.object, goal) for quad in _quads(held, graph))
    store.bulk_extend(islice(quads, MOST + 1 - len(store)))
    if len(store) > MOST:
        raise QueryError(f"these graphs have more than {MOST:,} triples together; name one of them")


def _quads(held: Held, graph: str) -> Iterable[Quad]:
    if graph in held.stated:
        return held.stated_store(graph)
    return held.store.quads_for_pattern(None, None, None, held.graph_node(graph))
