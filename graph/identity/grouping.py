"""Pairs above a threshold become groups, best pair first, and no group takes in what does not fit.

Two pairs may each be likely and not hold together: JOHN SMITH JR is like JOHN SMITH, and so is his father.
A pair that would put two suffixes, two middle initials, two first names or two ids of one register into
one group is left for somebody to decide.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from graph.identity.clusters import clusters
from graph.identity.decisions import Decision, Verdict, standing

TRAITS = ("path", "suffix", "middle", "first", "forms", "register")
INITIAL = 1


@dataclass(slots=True)
class Group:
    """Things taken for one so far, and what they are printed with.

    Attributes:
        members: Their paths.
        denied: Paths of things that somebody said they are not.
        suffixes: JR, SR and the like.
        initials: First letters of middle names.
        firsts: First names longer than an initial, each with the names it may stand for.
        registers: The id in each register.
    """

    members: list[str]
    denied: set[str] = field(default_factory=set)
    suffixes: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    firsts: dict[str, frozenset[str]] = field(default_factory=dict)
    registers: dict[str, str] = field(default_factory=dict)

    def fits(self, other: "Group") -> bool:
        """Whether two groups can be one."""
        shared = self.registers.keys() & other.registers
        return (
            self.denied.isdisjoint(other.members)
            and len(self.suffixes | other.suffixes) <= 1
            and len(self.initials | other.initials) <= 1
            and all(self.registers[name] == other.registers[name] for name in shared)
            and self._same_first(other)
        )

    def _same_first(self, other: "Group") -> bool:
        return all(
            mine & theirs or a_letter_apart(name, called)
            for name, mine in self.firsts.items()
            for called, theirs in other.firsts.items()
        )

    def take(self, other: "Group") -> None:
        """Take in another group."""
        self.members += other.members
        self.denied |= other.denied
        self.suffixes |= other.suffixes
        self.initials |= other.initials
        self.firsts |= other.firsts
        self.registers |= other.registers


def joining_pairs(
    pairs: pl.DataFrame, records: pl.DataFrame, decisions: Iterable[Decision] = ()
) -> Iterator[tuple[str, str, float]]:
    """The pairs that join two groups which hold together, in their order, with their weight.

    Args:
        pairs: Columns `left`, `right` and `weight`, best first.
        records: As `records_of` makes them.
        decisions: What is decided already, and holds.
    """
    groups = _decided(_alone(pairs, records), decisions)
    for left, right, weight in pairs.select("left", "right", "weight").iter_rows():
        if groups[left] is not groups[right] and groups[left].fits(groups[right]):
            _join(groups, left, right)
            yield left, right, weight


def _join(groups: dict[str, Group], left: str, right: str) -> None:
    small, large = sorted((groups[left], groups[right]), key=lambda group: len(group.members))
    large.take(small)
    groups.update(dict.fromkeys(small.members, large))


def _alone(pairs: pl.DataFrame, records: pl.DataFrame) -> dict[str, Group]:
    """Each thing in pairs in a group of its own, with what its first name says."""
    paths = pl.concat([pairs["left"], pairs["right"]]).unique()
    found = records.filter(pl.col("path").is_in(paths.implode()))
    named = found.unique("path", keep="first", maintain_order=True).select(TRAITS)
    return {row["path"]: _group(row) for row in named.iter_rows(named=True)}


def _group(row: dict[str, Any]) -> Group:
    suffix, middle, first, register = (row[name] for name in ("suffix", "middle", "first", "register"))
    return Group(
        members=[row["path"]],
        suffixes={suffix} if suffix else set(),
        initials={middle[0]} if middle else set(),
        firsts={first: frozenset(row["forms"] or [first])} if first and len(first) > INITIAL else {},
        registers={register: row["path"]} if register else {},
    )


def _decided(groups: dict[str, Group], decisions: Iterable[Decision]) -> dict[str, Group]:
    """Groups with what is decided: those that are one together, and those that are two kept apart."""
    made = tuple(decisions)
    for together in clusters(made):
        for path in together:
            groups.setdefault(path, Group([path]))
            if groups[path] is not groups[together[0]]:
                _join(groups, together[0], path)
    for (left, right), decision in standing(made).items():
        if decision.verdict is Verdict.NO:
            groups.setdefault(left, Group([left])).denied.add(right)
            groups.setdefault(right, Group([right])).denied.add(left)
    return groups


def a_letter_apart(name: str, other: str) -> bool:
    """Whether two names are the same but for one letter put in, left out or changed."""
    short, long = sorted((name, other), key=len)
    if len(long) - len(short) > 1:
        return False
    start = next(
        (at for at, (one, two) in enumerate(zip(short, long, strict=False)) if one != two), len(short)
    )
    return short[start:] == long[start + 1 :] or short[start + 1 :] == long[start + 1 :]
