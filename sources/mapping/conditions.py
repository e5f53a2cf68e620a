"""Which records a rule is about."""

from functools import reduce
from operator import and_

import polars as pl

from sources.mapping.model import Condition
from sources.mapping.notes import Notes, node_of, texts_of
from sources.tables.layouts.columns import words
from sources.yaml_file import Steps, Value


def read_conditions(notes: Notes, path: Steps, given: Value) -> tuple[Condition, ...]:
    """The conditions under a `when`."""
    found = []
    for column, wanted in node_of(given).items():
        notes.use(column, (*path, column))
        negated = isinstance(wanted, dict)
        found.append(Condition(column, texts_of(node_of(wanted)["not"] if negated else wanted), negated))
    return tuple(found)


def fulfils(conditions: tuple[Condition, ...]) -> pl.Expr:
    """Whether a record fulfils all conditions; true when there is none."""
    return reduce(and_, map(_fulfils, conditions), pl.lit(value=True))


def _fulfils(condition: Condition) -> pl.Expr:
    stands = words(condition.column).fill_null("").is_in(list(condition.texts))
    return ~stands if condition.negated else stands
