"""The SQL that compares: which pairs are looked at, the level of each aspect, and what they add up to."""

from collections.abc import Sequence
from math import log2

from graph.identity.model.comparison import CHANCE, REST, Comparison
from graph.identity.model.shared import SHARING

LEVEL, OF_FREQUENCY = "level_", "frequency_"
NUMBER = "number"
"""Column of a record's place among all, by which pairs are told."""


def blocked(blocks: Sequence[str], left: str, right: str, *, linked: bool) -> str:
    """SQL for the pairs that are compared, each once: those that a block lets in, or that share a value.

    Args:
        blocks: Conditions on `l` and `r`.
        left: Table of the one side.
        right: Table of the other, the same one where records are compared with each other.
        linked: Whether these are two collections; within one the smaller number is on the left.
    """
    once = "" if linked else f" AND l.{NUMBER} < r.{NUMBER}"
    sides = [(left, right, block) for block in blocks]
    sides += [(_each(left, name), _each(right, name), "l.one = r.one") for name in SHARING]
    asked = (
        f"SELECT l.{NUMBER} AS l, r.{NUMBER} AS r FROM {one} l JOIN {other} r ON ({block}){once}"  # noqa: S608
        for one, other, block in sides
    )
    return " UNION ".join(asked)


def _each(table: str, name: str) -> str:
    return f"(SELECT {NUMBER}, unnest({name}) AS one FROM {table})"  # noqa: S608 - names of our own


def weighed(
    comparisons: Sequence[Comparison], columns: Sequence[str], left: str, right: str, pairs: str
) -> str:
    """SQL for the weight of pairs, with the level of each aspect and what frequency adds to it.

    Args:
        comparisons: What is compared.
        columns: Columns of the records.
        left: Table of the one side.
        right: Table of the other.
        pairs: Table with numbers `l` and `r`.
    """
    sides = ", ".join(f"l.{name} AS {name}_l, r.{name} AS {name}_r" for name in columns)
    levels = ", ".join(f"{_level(one)} AS {LEVEL}{at}" for at, one in enumerate(comparisons))
    counted = ", ".join(f"{_frequency(one, at)} AS {OF_FREQUENCY}{at}" for at, one in enumerate(comparisons))
    told = ", ".join(f"{mark}{at}" for at in range(len(comparisons)) for mark in (LEVEL, OF_FREQUENCY))
    parts = " + ".join(
        f"{_weight(one, at)} + coalesce({OF_FREQUENCY}{at}, 0)" for at, one in enumerate(comparisons)
    )
    return (
        f"WITH sides AS (SELECT {sides} FROM {pairs} p"  # noqa: S608 - names of our own
        f" JOIN {left} l ON l.{NUMBER} = p.l JOIN {right} r ON r.{NUMBER} = p.r),"
        f" levels AS (SELECT *, {levels} FROM sides), counted AS (SELECT *, {counted} FROM levels)"
        f' SELECT id_l AS "left", id_r AS "right", {_bits(CHANCE)} + {parts} AS weight, {told} FROM counted'
    )


def _level(comparison: Comparison) -> str:
    """SQL for the number of the first level that holds; null where there is nothing to compare."""
    cases = "".join(
        f" ELSE {at}" if level.condition == REST else f" WHEN {level.condition} THEN {at}"
        for at, level in enumerate(comparison.levels)
    )
    return f"CASE WHEN {comparison.missing} THEN NULL{cases} END"


def _weight(comparison: Comparison, number: int) -> str:
    cases = "".join(f" WHEN {at} THEN {level.weight!r}" for at, level in enumerate(comparison.levels))
    return f"CASE {LEVEL}{number}{cases} ELSE 0 END"


def _frequency(comparison: Comparison, number: int) -> str:
    """SQL for the bits by which a value is rarer than others, the more frequent of two counting."""
    cases = "".join(
        f" WHEN {at} THEN log2({level.other!r} / greatest(tf_{level.frequency}_l, tf_{level.frequency}_r))"
        for at, level in enumerate(comparison.levels)
        if level.frequency
    )
    return f"CASE {LEVEL}{number}{cases} END" if cases else "NULL::DOUBLE"


def _bits(share: float) -> str:
    return repr(log2(share / (1 - share)))
