"""The report on a graph as SHACL has it."""

from collections.abc import Iterator
from io import BytesIO

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, serialize

from graph.nodes import boolean, english, term
from graph.validation.breach import Breach, Term
from graph.validation.validate import SHAPES, Report
from ontology import PREFIXES


def report_turtle(report: Report) -> str:
    """The report as SHACL has it, in Turtle; the same report gives the same text."""
    text = BytesIO()
    prefixes = {**PREFIXES, "shape": SHAPES}
    serialize(_report_triples(report), text, format=RdfFormat.TURTLE, prefixes=prefixes)
    return text.getvalue().decode()


def _report_triples(report: Report) -> Iterator[Triple]:
    head = BlankNode("report")
    yield Triple(head, term("rdf:type"), term("sh:ValidationReport"))
    yield Triple(head, term("sh:conforms"), boolean(value=report.conforms))
    results = [(BlankNode(f"result{number}"), breach) for number, breach in enumerate(report.breaches, 1)]
    for node, _ in results:
        yield Triple(head, term("sh:result"), node)
    for node, breach in results:
        for prop, value in _result(breach):
            yield Triple(node, term(prop), value)


def _result(breach: Breach) -> Iterator[tuple[str, Term]]:
    yield "rdf:type", term("sh:ValidationResult")
    yield "sh:focusNode", NamedNode(breach.focus)
    if breach.path:
        yield "sh:resultPath", NamedNode(breach.path)
    if breach.value is not None:
        yield "sh:value", breach.value
    yield "sh:sourceShape", NamedNode(SHAPES + breach.rule)
    yield "sh:resultSeverity", term(f"sh:{breach.severity.capitalize()}")
    yield "sh:resultMessage", english(breach.message)
