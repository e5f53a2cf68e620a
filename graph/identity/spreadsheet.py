"""A researcher's own spreadsheet: its rows looked up in a graph, and given back with whom they may mean."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import polars as pl

from graph.errors import SpreadsheetError
from graph.identity.matching import ASKED, AT, Match, Matcher

ADDED = ("match", "match_name", "match_dataset", "match_identifiers", "probability", "why")


def read_spreadsheet(path: Path) -> pl.DataFrame:
    """A CSV file with a header, all of it text.

    Raises:
        SpreadsheetError: It cannot be read, or a column has the name of one that is added.
    """
    try:
        sheet = pl.read_csv(path, infer_schema=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise SpreadsheetError(path, str(error).splitlines()[0]) from error
    taken = [name for name in ADDED if name in sheet.columns]
    if taken:
        raise SpreadsheetError(path, f"column {taken[0]!r} is one that is added; rename it")
    return sheet


def matched(
    sheet: pl.DataFrame, columns: Mapping[str, str], matcher: Matcher, least: float, count: int
) -> pl.DataFrame:
    """Each row of a spreadsheet with whom it may mean, best first; one without a match has none.

    Args:
        sheet: The spreadsheet.
        columns: Its columns by what they hold: `name` and others of `ASKED`.
        matcher: The things of a graph.
        least: The weight in bits from which a match is told.
        count: How many are told of a row, at most.
    """
    given = {name: pl.col(columns[name]) for name in ASKED if name in columns}
    numbered = sheet.with_row_index(AT)
    found = matcher.matches(numbered.select(AT, **given), least, count)
    schema = {AT: pl.UInt32(), **dict.fromkeys(ADDED, pl.String())}
    told = pl.DataFrame(list(_told(found)), schema=schema, orient="row")
    return numbered.join(told, on=AT, how="left", maintain_order="left_right").drop(AT)


def _told(found: Mapping[int, Sequence[Match]]) -> Iterator[tuple[int | str | None, ...]]:
    for at, matches in sorted(found.items()):
        for one in matches:
            yield (
                at,
                one.side.path,
                one.side.label,
                one.side.dataset.removeprefix("dataset/"),
                "; ".join(one.side.identifiers) or None,
                f"{one.probability:.4f}",
                "; ".join(map(str, one.reasons)),
            )
