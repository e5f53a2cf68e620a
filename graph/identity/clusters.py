"""From decisions on two things to sets of things that are one, and where decisions contradict each other.

"Yes" carries on: A is B and B is C make A and C one. It does so where that is safe: when a decision
says that A is not C, or A and C have different ids of one regulator and nobody decided on these two,
the decisions contradict each other, and nothing follows until somebody undoes one.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from graph.identity.decisions import Decision, Verdict, standing
from graph.identity.keys import register_of

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two things that are one by a chain of decisions, and cannot be.

    Attributes:
        left: One end of the chain.
        right: The other.
        chain: The decisions that make them one, in order.
        denial: The decision that they are two; None when their ids of one regulator say so.
    """

    left: str
    right: str
    chain: tuple[Decision, ...]
    denial: Decision | None

    def __str__(self) -> str:
        lines = [f"  {decision}" for decision in self.chain]
        if self.denial is not None:
            return "\n".join([*lines, f"  but {self.denial}"])
        words = f"{self.left} and {self.right} are two ids of one register, and nobody decided on these two"
        return "\n".join([*lines, f"  but {words}"])


def clusters(decisions: Iterable[Decision]) -> tuple[tuple[str, ...], ...]:
    """The sets of things that are one, each with two or more, all in order."""
    links = _links(standing(decisions))
    seen: set[str] = set()
    found = []
    for start in sorted(links):
        if start not in seen:
            together = _reached(links, start)
            seen |= together.keys()
            found.append(tuple(sorted(together)))
    return tuple(found)


def contradictions(decisions: Iterable[Decision]) -> tuple[Contradiction, ...]:
    """Every two things that decisions make one and that are two, with the shortest chain between them."""
    stands = standing(decisions)
    links = _links(stands)
    denied = {pair for pair, decision in stands.items() if decision.verdict is Verdict.NO}
    undecided = {pair for pair in _of_one_register(links) if pair not in stands}
    found = []
    for left, right in sorted(denied | undecided):
        chain = _chain(links, left, right)
        if chain:
            steps = tuple(stands[_sorted(pair)] for pair in pairwise(chain))
            found.append(Contradiction(left, right, steps, stands.get((left, right))))
    return tuple(found)


def _links(stands: Mapping[Pair, Decision]) -> dict[str, list[str]]:
    """For each thing those that a decision says it is."""
    links: dict[str, list[str]] = {}
    for (left, right), decision in stands.items():
        if decision.verdict is Verdict.YES:
            links.setdefault(left, []).append(right)
            links.setdefault(right, []).append(left)
    return links


def _reached(links: Mapping[str, list[str]], start: str) -> dict[str, str]:
    """What a thing is one with, each with the thing it was reached from."""
    came_from = {start: ""}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there in sorted(links.get(here, ())):
            if there not in came_from:
                came_from[there] = here
                waiting.append(there)
    return came_from


def _chain(links: Mapping[str, list[str]], left: str, right: str) -> list[str]:
    """The shortest way from one thing to another, empty when there is none."""
    came_from = _reached(links, left)
    way = [right] if right in came_from and left in links else []
    while way and way[-1] != left:
        way.append(came_from[way[-1]])
    return way[::-1]


def _of_one_register(links: Mapping[str, list[str]]) -> Iterator[Pair]:
    """Two things with different ids of one register that decisions make one."""
    seen: set[str] = set()
    for start in sorted(links):
        if start in seen:
            continue
        together = _reached(links, start)
        seen |= together.keys()
        by_register: dict[str, list[str]] = {}
        for path in sorted(together):
            by_register.setdefault(register_of(path), []).append(path)
        for register, paths in by_register.items():
            if register:
                yield from combinations(paths, 2)


def _sorted(pair: Pair) -> Pair:
    left, right = pair
    return (left, right) if left < right else (right, left)
