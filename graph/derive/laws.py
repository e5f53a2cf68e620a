"""Rules of law as the ontology has them: dated, with their source; read for rules, and told in graphs."""

from collections.abc import Collection, Iterator
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from graph.nodes import BASE, Names, term
from ontology import LAWS, NAMESPACE

CITATION = term("dcterms:source")
OWN = f"{BASE}id/"


def read_laws(name: str) -> dict[str, dict[str, list[str]]]:
    """What a file of laws says of each by its path: values by property, citations as "law"."""
    told: dict[str, dict[str, list[str]]] = {}
    for statement in _statements(name):
        values = told.setdefault(_short(statement.subject), {})
        prop = "law" if statement.predicate == CITATION else _short(statement.predicate)
        values.setdefault(prop, []).append(_short(statement.object))
    return told


def law_quads(names: Names, laws: Collection[str], graph: NamedNode) -> list[Quad]:
    """What is known of some laws, by their paths, in a graph."""
    chosen = (one for name in LAWS for one in _statements(name) if _short(one.subject) in laws)
    quads = (
        Quad(names.thing(_short(one.subject)), one.predicate, _moved(one.object, names), graph)
        for one in chosen
    )
    return sorted(quads, key=str)


def _statements(name: str) -> Iterator[Triple]:
    data = files("ontology").joinpath(f"{name}.ttl").read_bytes()
    return (quad.triple for quad in parse(data, format=RdfFormat.TURTLE))


def _short(node: object) -> str:
    """The path of a thing, the local name of a term of the ontology, else the text of the node."""
    text = node.value if isinstance(node, NamedNode | Literal) else str(node)
    return text.removeprefix(OWN).removeprefix(NAMESPACE)


def _moved(node: object, names: Names) -> NamedNode | Literal:
    """The node under the base of a graph."""
    if isinstance(node, NamedNode) and node.value.startswith(OWN):
        return names.thing(_short(node))
    if isinstance(node, NamedNode | Literal):
        return node
    raise TypeError(f"{node} is no part of a law")
