"""The words of the vocabulary, for completion and for the pages that explain it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ontology import CLASSES, CODES, EDGES, PREDICATES, PROPERTIES, QUALIFIERS

if TYPE_CHECKING:
    from ontology.model import PredicateTerm, PropertyTerm


@dataclass(frozen=True, slots=True)
class Word:
    """A term of the ontology.

    Attributes:
        name: Its local name.
        kind: "class", "property" or "code".
        group: What it is among those of its kind.
        domain: What has it, "" for any.
        range: What its values are, "" for any.
        parents: The classes above a class.
    """

    name: str
    kind: str
    group: str
    label: str
    comment: str
    domain: str = ""
    range: str = ""
    parents: tuple[str, ...] = ()


def words() -> Iterator[Word]:
    """Every term of the ontology, each once."""
    for name, kind in CLASSES.items():
        yield Word(name, "class", "Classes", kind.label, kind.comment, parents=kind.parents)
    told: set[str] = set()
    groups: tuple[tuple[str, dict[str, PropertyTerm] | dict[str, PredicateTerm]], ...] = (
        ("Predicates of claims", PREDICATES),
        ("Qualifiers of claims", QUALIFIERS),
        ("Properties", PROPERTIES),
    )
    for group, terms in groups:
        for name, term in terms.items():
            if name not in told:
                yield Word(name, "property", group, term.label, term.comment, term.domain, term.range)
        told |= terms.keys()
    for name, edge in EDGES.items():
        if name not in told:
            yield Word(name, "property", "Plain edges", edge.label, "")
    for codes in CODES.values():
        for code in codes:
            yield Word(code.name, "code", "Codes", code.label, code.comment)
