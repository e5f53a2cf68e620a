"""What the variables of a query can be at the most."""

from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from graph.virtual.patterns import Node, Variable
from graph.virtual.terms import Term

Ends = frozenset[Term]
Known = Mapping[str, Ends]
"""Terms of which a variable is one in every solution; a variable that may be anything is not there."""
NOTHING_KNOWN: Known = {}
MOST = 100_000
"""Terms that are remembered of a variable, at most."""


def ends(part: Node, known: Known) -> Ends | None:
    """What a part of a pattern can be; None for anything."""
    return known.get(part.name) if isinstance(part, Variable) else frozenset((part,))


def narrowed(known: Known, found: Known) -> Known:
    """What variables can be where both hold."""
    both = {name: known[name] & terms for name, terms in found.items() if name in known}
    return {**known, **found, **both}


def either(one: Known, other: Known) -> Known:
    """What variables can be where one of both holds."""
    return kept({name: one[name] | other[name] for name in one if name in other})


def kept(found: Mapping[str, Iterable[Term] | None]) -> Known:
    """What is known of variables, without those that are anything, or too much to remember."""
    sets = {name: frozenset(terms) for name, terms in found.items() if terms is not None}
    return {name: terms for name, terms in sets.items() if len(terms) <= MOST}


def only(known: Known, names: Iterable[str]) -> Known:
    """What is known of some variables."""
    return {name: known[name] for name in names if name in known}


def paths(terms: Ends, start: str) -> list[str]:
    """The things among terms, by what their IRIs have after this start."""
    iris = (term.value for term in terms if isinstance(term, NamedNode))
    return sorted(iri.removeprefix(start) for iri in iris if iri.startswith(start))
