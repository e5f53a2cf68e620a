"""Which thing stands for which: decisions as a mapping from the ids of things to canonical ids.

The mapping is made of decisions alone and changes no statement of a source. A build applies it to
what it derives, so that without the file of decisions the graph is what it was, byte for byte.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import ContradictionError
from graph.identity.clusters import clusters, contradictions
from graph.identity.decisions import Decision, Verdict, read_decisions, standing
from graph.identity.keys import canonical
from graph.nodes import digest


@dataclass(frozen=True, slots=True)
class Identity:
    """What decisions say of the things of a graph.

    Attributes:
        decisions: The decisions that stand and say yes, in order of their things.
        stands_for: The canonical thing of each thing that another stands for.
    """

    decisions: tuple[Decision, ...] = ()
    stands_for: Mapping[str, str] = field(default_factory=dict)

    def of(self, path: str) -> str:
        """The thing that stands for a thing, mostly itself."""
        return self.stands_for.get(path, path)

    @property
    def digest(self) -> str:
        """A digest of the decisions, "" where there are none: then nothing differs from a build without."""
        if not self.decisions:
            return ""
        return digest(
            *(f"{one.left}\t{one.right}\t{one.when}\t{one.who}\t{one.reason}" for one in self.decisions)
        )

    def paths(self) -> set[str]:
        """Every thing that a decision is on."""
        return {path for decision in self.decisions for path in decision.pair}

    def among(self, present: Collection[str], told: Collection[str]) -> "Identity":
        """The mapping for the things of one graph.

        Args:
            present: The things that are there; decisions on others do nothing.
            told: Those of them that fact sheets tell of.
        """
        stands_for: dict[str, str] = {}
        for together in clusters(self.decisions):
            here = [path for path in together if path in present]
            if len(here) > 1:
                first = canonical(here, told)
                stands_for |= {path: first for path in here if path != first}
        return Identity(self.decisions, stands_for)


NOBODY_DECIDED = Identity()


def read_identity(path: Path) -> Identity:
    """The decisions of a file that say who is one.

    Raises:
        DecisionError: The file cannot be read.
        ContradictionError: Decisions contradict each other.
    """
    made = read_decisions(path)
    found = contradictions(made)
    if found:
        raise ContradictionError(path, tuple(map(str, found)))
    yes = (one for one in standing(made).values() if one.verdict is Verdict.YES)
    return Identity(tuple(yes))
