"""Triples as text: the same triples give the same bytes, with prefixes for what they use."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from graph.errors import QueryError
from graph.sparql.terms import Prefixes, Term
from ontology import PREFIXES

RDF_TYPE = PREFIXES["rdf"] + "type"
UNWRITTEN = frozenset((PREFIXES["xsd"] + "string", PREFIXES["rdf"] + "langString"))
"""Datatypes that no syntax spells out."""
Rows = Sequence[Sequence[Term | None]]


def write_triples(rows: Rows, layout: str, prefixes: Prefixes) -> bytes:
    """Triples in order as "turtle", "trig", "jsonld" or "ntriples"; raises QueryError for another format."""
    if layout not in FORMATS:
        known = ", ".join(FORMATS)
        raise QueryError(f"{layout} is a format for rows; for the triples of CONSTRUCT and DESCRIBE: {known}")
    lines = "".join(f"{' '.join(map(str, row))} .\n" for row in rows)
    triples = [quad.triple for quad in parse(lines, RdfFormat.N_TRIPLES)]
    triples.sort(key=_order)
    return FORMATS[layout](triples, _used(triples, prefixes))


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    """By subject, its type first."""
    predicate = triple.predicate.value
    return str(triple.subject), predicate != RDF_TYPE, predicate, str(triple.object)


def _used(triples: Sequence[Triple], prefixes: Prefixes) -> dict[str, str]:
    """The prefixes the triples need, in alphabetical order."""
    terms = [term for triple in triples for term in (triple.subject, triple.predicate, triple.object)]
    iris = {term.value for term in terms if isinstance(term, NamedNode)}
    iris |= {term.datatype.value for term in terms if isinstance(term, Literal)} - UNWRITTEN
    needed = {prefixes.shorten(iri).partition(":")[0] for iri in iris}
    return {name: prefixes.namespaces[name] for name in sorted(needed) if name in prefixes.namespaces}


def _turtle(triples: Sequence[Triple], prefixes: dict[str, str]) -> bytes:
    """Turtle with its prefixes in alphabetical order, which the serializer leaves open."""
    body = _serialized(triples, RdfFormat.TURTLE, prefixes).decode()
    statements = body.split("\n", len(prefixes))[len(prefixes)]
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())
    return f"{head}\n{statements}".encode()


def _serialized(
    triples: Sequence[Triple], layout: RdfFormat, prefixes: dict[str, str] | None = None
) -> bytes:
    return serialize(triples, format=layout, prefixes=prefixes) or b""


def _ntriples(triples: Sequence[Triple], _: dict[str, str]) -> bytes:
    return _serialized(triples, RdfFormat.N_TRIPLES)


def _jsonld(triples: Sequence[Triple], prefixes: dict[str, str]) -> bytes:
    """JSON-LD with a context of the prefixes and short IRIs."""
    nodes = json.loads(_serialized(triples, RdfFormat.JSON_LD))
    short = Prefixes(prefixes)
    document = {"@context": prefixes, "@graph": [_compact(node, short) for node in nodes]}
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def _compact(value: Any, short: Prefixes, key: str = "") -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        return {_name(name, short): _compact(one, short, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_compact(one, short, key) for one in value]
    return _name(value, short) if key in ("@id", "@type", RDF_TYPE) else value


def _name(iri: str, short: Prefixes) -> str:
    return iri if iri.startswith(("@", "_:")) else short.shorten(iri).strip("<>")


FORMATS: dict[str, Callable[[Sequence[Triple], dict[str, str]], bytes]] = {
    "turtle": _turtle,
    "trig": _turtle,
    "jsonld": _jsonld,
    "ntriples": _ntriples,
}
