"""The vocabulary: every term with its definition, how often it is used, and examples."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import DefaultGraph, NamedNode, Quad

from graph.nodes import TYPE
from graph.server.held import Held
from graph.server.pages.render import asked, render
from graph.server.table import Cell
from graph.workbench.terms import Word, words
from ontology import NAMESPACE

LISTED = 10_000
"""A term is counted so far in the list of all."""
COUNTED = 1_000_000
"""And so far on its own page."""
EXAMPLES = 12


@dataclass(frozen=True, slots=True)
class Count:
    """How often a term is used; `more` when counting was ended."""

    number: int
    more: bool


def vocabulary_page(held: Held) -> str:
    """All terms, group by group."""
    groups: dict[str, list[tuple[Word, Count]]] = {}
    for word in words():
        groups.setdefault(word.group, []).append((word, _count(held, word, LISTED)))
    return render(held, "vocabulary.html.jinja", groups=groups, namespace=NAMESPACE)


def word_page(held: Held, name: str) -> str:
    """One term; raises KeyError for none."""
    every = {word.name: word for word in words()}
    word = every[name]
    return render(
        held,
        "word.html.jinja",
        word=word,
        iri=NAMESPACE + name,
        count=_count(held, word, COUNTED),
        examples=[_example(held, quad) for quad in islice(_uses(held, word), EXAMPLES)],
        below=[one for one in every.values() if name in one.parents],
        used_with=[one for one in every.values() if name in (one.domain, one.range)],
        known=every,
        query=asked(_query(word)),
    )


def _uses(held: Held, word: Word) -> Iterable[Quad]:
    """The statements a term is used in."""
    node = NamedNode(NAMESPACE + word.name)
    match word.kind:
        case "class":
            return held.store.quads_for_pattern(None, TYPE, node, DefaultGraph())
        case "property":
            return held.store.quads_for_pattern(None, node, None, DefaultGraph())
        case _:
            return held.store.quads_for_pattern(None, None, node, DefaultGraph())


def _count(held: Held, word: Word, most: int) -> Count:
    number = sum(1 for _ in islice(_uses(held, word), most + 1))
    return Count(min(number, most), number > most)


def _example(held: Held, quad: Quad) -> tuple[Cell, Cell, Cell]:
    """A statement with names for people."""
    ends = (quad.subject, quad.predicate, quad.object)
    subject, predicate, value = (_cell(held, one) for one in ends)
    return subject, predicate, value


def _cell(held: Held, node: object) -> Cell:
    if isinstance(node, NamedNode):
        short = held.prefixes.shorten(node.value)
        ours = node.value.startswith((held.manifest.base, NAMESPACE))
        return Cell(held.reader.label(node) if ours else short, node.value)
    return Cell(str(getattr(node, "value", node)))


def _query(word: Word) -> str:
    """A query for what a term is used of."""
    match word.kind:
        case "class":
            return f"SELECT ?thing WHERE {{ ?thing a mt:{word.name} }} LIMIT 1000"
        case "property":
            return f"SELECT ?thing ?value WHERE {{ ?thing mt:{word.name} ?value }} LIMIT 1000"
        case _:
            return f"SELECT ?thing ?property WHERE {{ ?thing ?property mt:{word.name} }} LIMIT 1000"
