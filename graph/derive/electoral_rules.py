"""Rules of law that tie an outcome to votes, of `ontology/electoral_rules.ttl`: as a frame, and as quads."""

from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files

import polars as pl
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from graph.nodes import BASE, Names, term
from ontology import NAMESPACE

FILE = "electoral_rules.ttl"
LAW = term("dcterms:source")
OWN = f"{BASE}id/"
DAYS = ("knownFrom", "knownUntil")
ONE = ("jurisdiction", "officeKind", "voteThreshold", "goOn", *DAYS)
SEVERAL = ("electionKind", "exceptIn")
SCHEMA = {
    "rule": pl.String(),
    **{name: pl.String() for name in ONE},
    **{name: pl.List(pl.String) for name in SEVERAL},
    "law": pl.String(),
}


@cache
def electoral_rules() -> pl.DataFrame:
    """The rules in order of their paths.

    Columns: rule and jurisdiction (paths), officeKind and voteThreshold (codes), goOn, electionKind (a list
    of codes), exceptIn (a list of paths), knownFrom and knownUntil (days), law (its citation).
    """
    rows = [{"rule": path, **_row(values)} for path, values in sorted(read_rules(FILE).items())]
    frame = pl.DataFrame(rows, schema=SCHEMA)
    return frame.with_columns(pl.col("goOn").cast(pl.Int64), pl.col(DAYS).str.to_date("%Y-%m-%d"))


def read_rules(file: str) -> dict[str, dict[str, list[str]]]:
    """What a file of the ontology says of each rule by its path: values by property, citations as "law"."""
    told: dict[str, dict[str, list[str]]] = {}
    for statement in _statements(file):
        values = told.setdefault(_short(statement.subject), {})
        name = "law" if statement.predicate == LAW else _short(statement.predicate)
        values.setdefault(name, []).append(_short(statement.object))
    return told


def rule_quads(names: Names, rules: Collection[str]) -> list[Quad]:
    """What is known of some rules, by their paths, in a graph of their own."""
    graph = names.graph("electoral-rules")
    chosen = (one for one in _statements(FILE) if _short(one.subject) in rules)
    quads = (
        Quad(names.thing(_short(one.subject)), one.predicate, _moved(one.object, names), graph)
        for one in chosen
    )
    return sorted(quads, key=str)


def _row(values: dict[str, list[str]]) -> dict[str, object]:
    """A rule as a row of the frame."""
    single = {name: values[name][0] if name in values else None for name in ONE}
    several = {name: sorted(values.get(name, [])) for name in SEVERAL}
    return {**single, **several, "law": "; ".join(sorted(values["law"]))}


def _statements(file: str) -> Iterator[Triple]:
    data = files("ontology").joinpath(file).read_bytes()
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
    raise TypeError(f"{node} is no part of a rule")
