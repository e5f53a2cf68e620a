"""Basic graph patterns: star by star and path by path, those first of which most is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from pyoxigraph import NamedNode
from rdflib.paths import Path

from graph.virtual.mapping import RDF_TYPE
from graph.virtual.needed import is_alone
from graph.virtual.ordinary import Memory
from graph.virtual.patterns import Node, Pattern, Patterns
from graph.virtual.reached.known import Known, ends, narrowed
from graph.virtual.reached.paths import load_path
from graph.virtual.reached.stars import load_star
from graph.virtual.stars import Star, split

FEW = 1000


@dataclass(frozen=True, slots=True)
class Loading:
    """Loads what patterns of a query can meet.

    Attributes:
        memory: Where it is put.
        patterns: Reads patterns.
    """

    memory: Memory
    patterns: Patterns
    LAST: ClassVar[int] = 9

    def basic(self, triples: Iterable[Any], known: Known) -> Known:
        """Load what patterns on the default graph can meet; what their variables can be then."""
        left = _units(self.patterns.read(triples))
        while left:
            one = min(left, key=lambda each: _rank(each, known))
            left.remove(one)
            known = narrowed(known, self._load(one, known))
        return known

    def named(self, graph: Node, triples: Iterable[Any]) -> None:
        """Load what patterns on named graphs can meet."""
        for pattern in self.patterns.read(triples):
            self.memory.copy(pattern, graph if isinstance(graph, NamedNode) else None)

    def rank(self, triples: Iterable[Any], known: Known) -> int:
        """How late patterns are best looked at, by that of which most is known."""
        return min((_rank(one, known) for one in _units(self.patterns.read(triples))), default=0)

    def _load(self, unit: Star, known: Known) -> Known:
        (first, *_) = unit.patterns
        if isinstance(first.predicate, Path):
            return load_path(first, first.predicate, known, self.memory)
        return load_star(unit, known, self.memory)


def _units(patterns: Sequence[Pattern]) -> list[Star]:
    """Stars, and each path for itself."""
    alone = [Star(pattern.subject, (pattern,)) for pattern in patterns if is_alone(pattern)]
    return [*split([pattern for pattern in patterns if not is_alone(pattern)]), *alone]


def _rank(unit: Star, known: Known) -> int:
    """How late a unit is best looked at: 0 for the first."""
    is_path = isinstance(unit.patterns[0].predicate, Path)
    told = [_of_end(ends(unit.subject, known), 0)]
    told += [_of_end(ends(pattern.object, known), 1) for pattern in unit.patterns if not _is_class(pattern)]
    best = min(told)
    if best < Loading.LAST:
        return best + is_path
    return Loading.LAST if is_path or not any(map(_is_class, unit.patterns)) else Loading.LAST - 1


def _is_class(pattern: Pattern) -> bool:
    return pattern.predicate == NamedNode(RDF_TYPE)


def _of_end(found: frozenset[Any] | None, later: int) -> int:
    if found is None:
        return Loading.LAST
    return later if len(found) <= 1 else 2 + later if len(found) <= FEW else 4 + later
