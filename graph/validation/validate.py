"""Whether a graph is what the shapes of `ontology/shapes.ttl` ask for.

pySHACL does the checking and is called in one place, `_check`, because it takes any option it is
given and forgets those it does not know.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from graph.nodes import XSD, term
from graph.store import generation_folder, load_file
from graph.validation.breach import Breach, Term
from graph.validation.rows import row_breaches
from ontology import NAMESPACE, PREFIXES, TURTLE

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

SHAPES = "https://w3id.org/moneytrail/shapes#"
FROM_DATASET = (term("dataset"), term("sourceFile"))


@dataclass(frozen=True, slots=True)
class Report:
    """What the shapes say of a graph, violations first."""

    breaches: tuple[Breach, ...]

    @property
    def conforms(self) -> bool:
        """Whether no shape is violated; warnings do not count."""
        return self.count("violation") == 0

    def count(self, severity: str) -> int:
        """How many breaches are of a severity."""
        return sum(breach.severity == severity for breach in self.breaches)


def validate_graph(folder: Path) -> Report:
    """What the shapes say of a built graph, statements from outside the documents included.

    Rows of datasets are checked on the columns of their event tables, by the same shapes.

    Raises:
        NoGraphError: Nothing is built in the folder.
    """
    found = (*validate_quads(graph_quads(folder)).breaches, *row_breaches(folder))
    return Report(tuple(sorted(set(found), key=lambda breach: breach.order)))


def validate_file(path: Path) -> Report:
    """What the shapes say of an RDF file, all its graphs together.

    Raises:
        NotRdfError: The file is not there or is not RDF.
    """
    return validate_quads(load_file(path))


def validate_quads(quads: Iterable[Quad | Triple]) -> Report:
    """What the shapes say of statements; the ontology is added, so that subclasses are known.

    What is known from a dataset has the shape of its table; all else the shapes of the graph.
    """
    terms: dict[Term, Node] = {}
    prose, rows = _told_apart(quads)
    reports = [
        _check(_to_rdflib((*prose, *_shipped(TURTLE)), terms), _to_rdflib(_shipped(("shapes",)), terms))
    ]
    if rows:
        whole = _to_rdflib((*prose, *rows, *_shipped(TURTLE)), terms)
        reports.append(_check(whole, _to_rdflib(_shipped(("tables",)), terms)))
    found = {breach for report in reports for breach in _breaches(report)}
    return Report(tuple(sorted(found, key=lambda breach: breach.order)))


def _told_apart(quads: Iterable[Quad | Triple]) -> tuple[list[Quad | Triple], list[Quad | Triple]]:
    """Statements on what no dataset tells, and on what one does."""
    every = list(quads)
    from_dataset = {quad.subject for quad in every if quad.predicate in FROM_DATASET}
    prose = [quad for quad in every if quad.subject not in from_dataset]
    return prose, [quad for quad in every if quad.subject in from_dataset]


def graph_quads(folder: Path) -> Iterator[Quad]:
    """Every quad of a built graph, source by source."""
    for path in sorted((generation_folder(folder) / "quads").glob("*.nq")):
        yield from parse(path=str(path), format=RdfFormat.N_QUADS)


def _check(data: "rdflib.Graph", shapes: "rdflib.Graph") -> "rdflib.Graph":
    """The validation report of pySHACL."""
    import pyshacl
    import rdflib

    _, report, _ = pyshacl.validate(
        data, shacl_graph=shapes, inplace=True, allow_warnings=True, allow_infos=True, advanced=True
    )
    if not isinstance(report, rdflib.Graph):
        raise TypeError(f"pySHACL gave no report but {report!r}")
    return report


def _shipped(names: Iterable[str]) -> Iterator[Quad]:
    for name in names:
        yield from parse(files("ontology").joinpath(f"{name}.ttl").read_bytes(), RdfFormat.TURTLE)


def _to_rdflib(quads: Iterable[Quad | Triple], terms: "dict[Term, Node]") -> "rdflib.Graph":
    """Statements as an rdflib graph; equal terms are one object, which halves the time of a check."""
    import rdflib

    # rdflib logs each ill-typed literal with a traceback; the shapes report it in words.
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)
    graph = rdflib.Graph()
    for quad in quads:
        if isinstance(quad.object, Triple) or isinstance(quad.subject, Triple):
            continue
        graph.add((_node(quad.subject, terms), _node(quad.predicate, terms), _node(quad.object, terms)))
    return graph


def _node(value: Term, terms: "dict[Term, Node]") -> "Node":
    if value not in terms:
        terms[value] = _new_node(value)
    return terms[value]


def _new_node(value: Term) -> "Node":
    import rdflib

    if isinstance(value, NamedNode):
        return rdflib.URIRef(value.value)
    if isinstance(value, BlankNode):
        return rdflib.BNode(value.value)
    if value.language is not None:
        return rdflib.Literal(value.value, lang=value.language)
    if value.datatype.value == XSD + "string":
        return rdflib.Literal(value.value)
    return rdflib.Literal(value.value, datatype=rdflib.URIRef(value.datatype.value), normalize=False)


def _breaches(report: "rdflib.Graph") -> Iterator[Breach]:
    from rdflib import RDF, Namespace

    sh = Namespace(PREFIXES["sh"])
    for result in report.subjects(RDF.type, sh.ValidationResult):
        parts = {name: report.value(result, sh[name]) for name in ("focusNode", "value", "resultPath")}
        focus, value = parts["focusNode"], parts["value"]
        if str(focus).startswith(NAMESPACE) and value is not None:
            focus, value = value, None  # a rule about a whole class: the value is what breaks it
        yield Breach(
            focus=str(focus),
            rule=str(report.value(result, sh.sourceShape)).removeprefix(SHAPES),
            severity=str(report.value(result, sh.resultSeverity)).removeprefix(str(sh)).lower(),
            message=str(report.value(result, sh.resultMessage)),
            path=_iri(parts["resultPath"]),
            value=None if value is None else _from_rdflib(value),
        )


def _iri(node: "Node | None") -> str:
    from rdflib import URIRef

    return str(node) if isinstance(node, URIRef) else ""


def _from_rdflib(node: "Node") -> Term:
    import rdflib

    if isinstance(node, rdflib.URIRef):
        return NamedNode(str(node))
    if isinstance(node, rdflib.Literal):
        if node.language is not None:
            return Literal(str(node), language=node.language)
        return Literal(str(node), datatype=NamedNode(str(node.datatype or XSD + "string")))
    return BlankNode(str(node))
