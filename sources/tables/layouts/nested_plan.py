"""What is in a document that nests: which fields are taken, and why the others are not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

TAKEN = ""
Rule: TypeAlias = "str | Fields | Cells | Each | Pick"


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping.

    Attributes:
        rules: What each key holds: TAKEN, why it is ignored, or what is in it.
        needed: Keys that must be there.
    """

    rules: Mapping[str, Rule]
    needed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cells:
    """A list in which the place of a value says what it is.

    Attributes:
        cells: Name and rule of each place; a name that is ignored need not be unique.
    """

    cells: tuple[tuple[str, Rule], ...]


@dataclass(frozen=True, slots=True)
class Pick:
    """A list of which one value is taken, where it has a certain length.

    Attributes:
        steps: Where in it the value is.
        length: How long the list must be; in one of another length, nothing is taken.
        reason: Why the rest is ignored.
    """

    steps: tuple[int, ...]
    length: int
    reason: str


@dataclass(frozen=True, slots=True)
class Each:
    """A list of records.

    Attributes:
        kind: Kind of the records.
        item: What is in each.
        carried: Columns that come from the record around the list, with their names there (`nth`: its place).
    """

    kind: str
    item: Fields | Cells
    carried: Mapping[str, str] = field(default_factory=dict)


def columns_of(plan: Fields | Cells, carried: Mapping[str, str] | None = None) -> list[str]:
    """The columns of the records of a plan; those of what is inside have the outer name before them."""
    names = list(carried or ())
    rules = plan.rules.items() if isinstance(plan, Fields) else plan.cells
    for name, rule in rules:
        if rule == TAKEN or isinstance(rule, Pick):
            names.append(name)
        elif isinstance(rule, Fields | Cells):
            names += [f"{name}.{inner}" for inner in columns_of(rule)]
    return names


def lists_of(plan: Fields | Cells) -> Iterator[Each]:
    """The lists of records in a record."""
    rules = plan.rules.items() if isinstance(plan, Fields) else plan.cells
    for _, rule in rules:
        if isinstance(rule, Each):
            yield rule
        elif isinstance(rule, Fields | Cells):
            yield from lists_of(rule)
