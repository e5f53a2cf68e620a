"""Values of rows as people read them: amounts, votes, places in files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from graph.money import NOT_STATED
from graph.reading import Reader
from graph.rows.event_tables import EventTables
from ontology import CLASSES, CODES
from sources.writing import counted

US_DOLLARS = "USD"
UNKNOWN_YEAR = "year not known"
CODE_LABELS = {code.name: code.label for codes in CODES.values() for code in codes}


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of a dossier under a heading.

    Attributes:
        heading: What they are.
        lines: One fact a line, none for a section that is not printed.
    """

    heading: str
    lines: tuple[str, ...]


def amount(value: Decimal, currency: str = US_DOLLARS) -> str:
    """An amount to the cent: $1,200.50, -$500, 20 EUR."""
    digits = f"{abs(value):,.2f}".removesuffix(".00")
    sign = "-" if value < 0 else ""
    return f"{sign}${digits}" if currency == US_DOLLARS else f"{sign}{digits} {currency}".rstrip()


def stated(value: object, currency: object) -> str:
    """The amount of a row, which need not have one."""
    if not isinstance(value, Decimal):
        return NOT_STATED
    return amount(value, "" if currency is None else str(currency))


def sums(row: dict[str, object]) -> str:
    """What a derived total says: the sum, how many rows it is made of, and how much of it is new money."""
    total, new, rows = Decimal(str(row["amount"])), Decimal(str(row["newMoney"])), int(str(row["premises"]))
    currency = str(row["currency"])
    text = f"{amount(total, currency)} in {counted(rows, 'row')}"
    if new == total:
        return text
    return f"{text}, {amount(new, currency) if new else 'none'} of it new money"


def kind_of_row(name: object) -> str:
    """The name of a class of rows for people."""
    return CLASSES[str(name)].label


def year_of(value: object) -> str:
    """A year, or that it is not known."""
    return UNKNOWN_YEAR if value is None else str(value)


def dataset_mark(path: object) -> str:
    """The dataset a figure is from, in brackets."""
    return f"[{str(path).removeprefix('dataset/')}]"


def place_in_file(row: dict[str, object]) -> str:
    """The dataset, file and line a row stands on."""
    return f"{str(row['sourceFile']).removeprefix('dataset/')}, line {row['line']}"


def rows_of(frame: pl.LazyFrame) -> Iterator[dict[str, object]]:
    """The rows of a frame by name of their columns."""
    yield from frame.collect(engine="streaming").iter_rows(named=True)


def label_of(reader: Reader, tables: EventTables, path: object) -> str:
    """The name of the thing at a path."""
    return reader.label(tables.node(str(path)))


def shortened(lines: Iterable[str], total: int, rest: str = "") -> tuple[str, ...]:
    """Lines, and how many more there are where not all are printed."""
    shown = tuple(lines)
    left = total - len(shown)
    return shown if left <= 0 else (*shown, f"… and {left:,} more{rest}")
