"""Pages for people: text goes through templates that escape it, and nothing in a page runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.ask import NamedQuery, named_queries
from graph.cards import read_claims, read_documents
from graph.dossier import make_dossier
from graph.picture import ClaimCard
from graph.reading import Reader, local, term_label
from graph.server.held import Held
from graph.server.names import Hit
from graph.server.table import Cell, Table
from ontology import CLASSES, NAMESPACE

STATEMENTS = 200
"""Statements on a page, at most; the data has all."""
EXAMPLE = "SELECT ?donor ?to WHERE { ?donor mt:gaveTo ?to } ORDER BY ?donor"


@dataclass(frozen=True, slots=True)
class Linked:
    """A named query as the front page offers it: its name, what it answers, and where it is asked."""

    name: str
    answers: str
    href: str


def front_page(held: Held) -> str:
    """The page everything is found from."""
    return _render(
        held,
        "front.html.jinja",
        manifest=held.manifest,
        documents=read_documents(held.reader).values(),
        queries=_linked_queries(),
    )


def search_page(held: Held, text: str, hits: Sequence[Hit]) -> str:
    """What is called so."""
    return _render(held, "search.html.jinja", text=text, hits=hits)


def query_page(held: Held, query: str, table: Table | None, wrong: str) -> str:
    """The form for a query with the first rows of its answer, or with what is wrong with it."""
    href = f"/sparql?{urlencode({'query': query})}"
    shown = query or EXAMPLE
    return _render(held, "query.html.jinja", query=shown, table=table, wrong=wrong, download=href)


def thing_page(held: Held, node: NamedNode) -> str:
    """What the graph says of a thing."""
    reader = held.reader
    statements = _statements(held, node)
    return _render(
        held,
        "thing.html.jinja",
        dossier=make_dossier(reader, node, tables=held.tables) if _has_dossier(reader, node) else None,
        label=reader.label(node),
        iri=node.value,
        kinds=[term_label(kind) for kind in reader.kinds(node)],
        claims=_own_claims(reader, node),
        statements=statements[:STATEMENTS],
        more=len(statements) > STATEMENTS,
    )


def missing_page(held: Held, iri: str, near: Sequence[Hit]) -> str:
    """That there is no such thing, and what may be meant."""
    return _render(held, "missing.html.jinja", iri=iri, hits=near)


def _has_dossier(reader: Reader, node: NamedNode) -> bool:
    """Whether more is told of a thing than its statements; of claims and what follows from them it is not."""
    kinds = reader.kinds(node)
    return next(iter(kinds), "") in CLASSES and "Claim" not in kinds


def _own_claims(reader: Reader, node: NamedNode) -> list[ClaimCard]:
    """The claim a thing is, those of a document, or those something is derived from, in reading order."""
    if "Claim" in reader.kinds(node):
        nodes = [node]
    elif "SourceDocument" in reader.kinds(node):
        nodes = reader.subjects("document", node)
    else:
        nodes = reader.nodes(node, "prov:wasDerivedFrom")
    return list(read_claims(reader, (one for one in nodes if "Claim" in reader.kinds(one))).values())


def _statements(held: Held, node: NamedNode) -> list[tuple[Cell, Cell]]:
    """Property and value of each statement on a thing, in order."""
    quads = held.store.quads_for_pattern(node, None, None, DefaultGraph())
    rows = [(_property(held, quad), _value(held, quad)) for quad in quads]
    return sorted(rows, key=lambda row: (row[0].text, row[1].text))


def _property(held: Held, quad: Quad) -> Cell:
    iri = quad.predicate.value
    label = term_label(local(quad.predicate)) if iri.startswith(NAMESPACE) else held.prefixes.shorten(iri)
    return Cell(label, iri)


def _value(held: Held, quad: Quad) -> Cell:
    value = quad.object
    if isinstance(value, NamedNode):
        return Cell(held.reader.label(value), value.value)
    return Cell(value.value if isinstance(value, Literal) else str(value))


@cache
def _linked_queries() -> tuple[Linked, ...]:
    return tuple(
        Linked(query.name, query.answers, f"/query?{urlencode({'query': with_defaults(query)})}")
        for query in named_queries()
    )


def with_defaults(query: NamedQuery) -> str:
    """A named query with the defaults of its parameters, as a person may change them."""
    if not query.parameters:
        return query.text
    names = " ".join(f"?{parameter.name}" for parameter in query.parameters)
    values = " ".join(_default(parameter.default, parameter.kind) for parameter in query.parameters)
    return f"{query.text.rstrip()}\nVALUES ({names}) {{ ({values}) }}\n"


def _default(text: str, kind: str) -> str:
    match kind:
        case "thing":
            return f"<{text.removeprefix('id:')}>"
        case "number":
            return text
        case "date":
            return f'"{text}"^^xsd:date'
        case _:
            return str(Literal(text))


def _render(held: Held, template: str, **values: object) -> str:
    """A page from a template; what it links to are things of this graph, and addresses of the web."""
    place = f"{held.manifest.base}id/"

    def href(iri: str) -> str:
        if iri.startswith(place):
            return f"/page/{quote(iri.removeprefix(place), safe='/-._~%')}"
        return iri if iri.startswith(("http://", "https://")) else ""

    return _templates().get_template(template).render(href=href, **values)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("graph.server"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
