"""Stars: patterns on one subject, which are one scan of a table, or one question to the store."""

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.virtual.mapping import EDGES
from graph.virtual.patterns import Node, Pattern, Variable

Group = tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Star:
    """Patterns on one subject.

    Attributes:
        patterns: Those that have to hold.
        optional: Those that hold together or not at all; their objects are in no other part of the query.
    """

    subject: Node
    patterns: Group
    optional: tuple[Group, ...] = ()

    @property
    def variables(self) -> list[str]:
        """The names of its variables, each once."""
        groups = (self.patterns, *self.optional)
        return list(dict.fromkeys(name for group in groups for one in group for name in one.variables))

    @property
    def anything(self) -> Group:
        """Its patterns that ask for any property."""
        return tuple(pattern for pattern in self.patterns if isinstance(pattern.predicate, Variable))

    def sparql(self) -> str:
        """The star as the store is asked for it."""
        plain = " ".join(pattern.sparql() for pattern in self.patterns)
        groups = (" ".join(pattern.sparql() for pattern in group) for group in self.optional)
        return plain + "".join(f" OPTIONAL {{ {group} }}" for group in groups)


def is_edge(pattern: Pattern) -> bool:
    """Whether the triples of a pattern are plain edges, which stand in no row of their subject."""
    predicate = pattern.predicate
    return isinstance(predicate, NamedNode) and predicate.value in EDGES


def split(patterns: Sequence[Pattern]) -> list[Star]:
    """The stars of patterns, by subject, in the order in which subjects come."""
    subjects = dict.fromkeys(pattern.subject for pattern in patterns)
    return [Star(one, tuple(item for item in patterns if item.subject == one)) for one in subjects]
