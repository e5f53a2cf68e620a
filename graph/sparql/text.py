"""Rows for people: a table for the terminal, and Markdown."""

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode
from rich.cells import cell_len

from graph.nodes import DECIMAL, INTEGER
from graph.sparql.terms import Term

if TYPE_CHECKING:
    from graph.sparql.results import Result

GAP = "  "
NARROWEST = 8
NUMBERS = (INTEGER, DECIMAL)
PLACES = re.compile(r"(.*_)?(year|line)")
"""Columns whose numbers name a place in time or in a file, and count nothing."""
MARKS = re.compile(r"([\\|*\[\]`])")


def write_table(result: "Result", width: int | None = None) -> str:
    """Rows as columns of text, numbers to the right; a line for the names, one below them.

    Args:
        result: The rows.
        width: Columns to fit in, by breaking long cells; None for as wide as they are.
    """
    rows = [_cells(result, row) for row in result.terms]
    right = _numeric(result)
    widths = [max(map(cell_len, column)) for column in zip(result.columns, *rows, strict=True)]
    widths = widths if width is None else _fitted(widths, width)
    rule = [["─" * width for width in widths]]
    lines = (line for row in [list(result.columns), *rule, *rows] for line in _lines(row, widths, right))
    return "".join(f"{line}\n" for line in lines)


def write_markdown(result: "Result") -> str:
    """Rows as a Markdown table; nothing in a cell can end it or become markup."""
    right = _numeric(result)
    rules = ["---:" if number else "---" for number in right]
    rows = [[_escaped(cell) for cell in _cells(result, row)] for row in result.terms]
    names = [_escaped(name) for name in result.columns]
    return "".join(f"| {' | '.join(row)} |\n" for row in [names, rules, *rows])


def _cells(result: "Result", row: Sequence[Term | None]) -> list[str]:
    return [_cell(term, name, result) for term, name in zip(row, result.columns, strict=True)]


def _cell(term: Term | None, column: str, result: "Result") -> str:
    """What is shown for a term; control characters are shown, not sent to the terminal."""
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        shown = result.labels.get(term.value) or result.prefixes.shorten(term.value)
    elif isinstance(term, Literal):
        counts = term.datatype in NUMBERS and PLACES.fullmatch(column.lower()) is None
        shown = _grouped(term) if counts else term.value
    else:
        shown = str(term)
    if shown.isprintable():
        return shown
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in shown)


def _grouped(number: Literal) -> str:
    """A number with commas between its thousands."""
    sign, whole, point, rest = re.fullmatch(r"([+-]?)(\d*)(\.?)(\d*)", number.value).groups()  # type: ignore[union-attr]
    return f"{sign}{int(whole or 0):,}{point}{rest}"


def _numeric(result: "Result") -> list[bool]:
    """For each column, whether it has numbers alone."""
    columns = [[row[number] for row in result.terms] for number in range(len(result.columns))]
    kinds = ([getattr(term, "datatype", None) for term in column if term is not None] for column in columns)
    return [len(kind) > 0 and all(one in NUMBERS for one in kind) for kind in kinds]


def _fitted(widths: list[int], room: int) -> list[int]:
    """Widths that fit, taken from the widest columns; none gets narrower than can be read."""
    fitted = list(widths)
    while sum(fitted) + len(GAP) * (len(fitted) - 1) > room and max(fitted) > NARROWEST:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _lines(cells: Sequence[str], widths: list[int], right: list[bool]) -> Iterator[str]:
    """The lines of one row; a cell that is too wide goes on in the next one."""
    broken = [_broken(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, broken), default=0)):
        parts = [part[number] if number < len(part) else "" for part in broken]
        yield GAP.join(_padded(*part) for part in zip(parts, widths, right, strict=True)).rstrip()


def _broken(cell: str, width: int) -> list[str]:
    return [cell] if cell_len(cell) <= width else wrap(cell, width) or [cell]


def _padded(part: str, width: int, right: bool) -> str:  # noqa: FBT001 - one of a zip
    blanks = " " * (width - cell_len(part))
    return blanks + part if right else part + blanks


def _escaped(text: str) -> str:
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return MARKS.sub(r"\\\1", safe)
