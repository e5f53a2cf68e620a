"""Triples that CONSTRUCT makes of solutions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QueryTriples, Store, Triple
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.patterns import node
from graph.virtual.terms import NotTranslatedError, Term

Template = Sequence[tuple[object, object, object]]


def template_of(query: CompValue) -> Template:
    """The triples that a CONSTRUCT makes; in its short form they are its patterns.

    Raises:
        NotTranslatedError: Its short form has more than patterns.
    """
    if query.template is not None:
        return list(query.template)
    if query.p.p.name != "BGP":
        raise NotTranslatedError("CONSTRUCT WHERE of this form")
    return list(query.p.p.triples)


def constructed(template: Template, solutions: Iterable[Mapping[str, Term | None]]) -> QueryTriples:
    """The triples that solutions make, each once."""
    made = Store()
    made.extend(quad for solution in solutions for quad in _filled(template, solution))
    found = made.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")
    if not isinstance(found, QueryTriples):
        raise TypeError("CONSTRUCT gives no triples")
    return found


def _filled(template: Template, solution: Mapping[str, Term | None]) -> Iterator[Quad]:
    """The triples that one solution makes; what is unbound or may not stand in its place makes none."""
    blank: dict[str, BlankNode] = {}
    for triple in template:
        subject, predicate, value = (_term(part, solution, blank) for part in triple)
        if value is None or isinstance(value, Triple):
            continue
        if isinstance(subject, NamedNode | BlankNode) and isinstance(predicate, NamedNode):
            yield Quad(subject, predicate, value)


def _term(part: object, solution: Mapping[str, Term | None], blank: dict[str, BlankNode]) -> Term | None:
    if isinstance(part, rdflib.Variable):
        return solution.get(str(part))
    if isinstance(part, rdflib.BNode):
        return blank.setdefault(str(part), BlankNode())
    found = node(part)
    return found if isinstance(found, NamedNode | Literal) else None
