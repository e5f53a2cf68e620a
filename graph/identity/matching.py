"""The rows of a researcher's own spreadsheet, and whom of a graph they may mean."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import polars as pl

from graph.errors import SpreadsheetError
from graph.identity.candidates import Candidate, Side, candidate_of, with_things
from graph.identity.names.organisations import looks_like_organisation
from graph.identity.records import ORGANISATION, PERSON, PRINTED, records_of
from graph.identity.scoring import scored_between

ROW = "row"
TAKEN = ("city", "state", "postcode", "employer", "occupation")
ADDED = ("match", "match_name", "match_dataset", "probability", "why")


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
    sheet: pl.DataFrame, columns: Mapping[str, str], printed: pl.DataFrame, least: float, count: int
) -> pl.DataFrame:
    """Each row of a spreadsheet with whom it may mean, best first; one without a match has none.

    Args:
        sheet: The spreadsheet.
        columns: Its columns by what they hold: `name` and any of `TAKEN`.
        printed: The things of a graph, as `printed_in` gives them.
        least: The weight in bits from which a match is told.
        count: How many are told of a row, at most.

    Raises:
        MissingExtraError: The libraries that compare are not installed.
    """
    records = records_of(pl.concat([printed, _as_printed(sheet, columns)]))
    rows, things = (records.filter((pl.col("kind") == ROW) == mine) for mine in (True, False))
    pairs = _best(with_things(scored_between(rows, things, least), records), count)
    schema = {"at": pl.Int64(), **dict.fromkeys(ADDED, pl.String())}
    told = pl.DataFrame(list(_told(pairs, records)), schema=schema, orient="row")
    numbered = sheet.with_columns(at=pl.int_range(pl.len()).cast(pl.Int64))
    return numbered.join(told, on="at", how="left", maintain_order="left_right").drop("at")


def _as_printed(sheet: pl.DataFrame, columns: Mapping[str, str]) -> pl.DataFrame:
    """The rows of a spreadsheet as things, each as a person and as an organisation, as nobody says."""
    given = {name: pl.col(columns[name]) for name in TAKEN if name in columns}
    things = sheet.select(
        kind=pl.lit(ROW),
        label=pl.col(columns["name"]),
        others=pl.lit([], pl.List(pl.String)),
        contests=pl.lit([], pl.List(pl.String)),
        offices=pl.lit([], pl.List(pl.String)),
        dataset=pl.lit(ROW),
        money=pl.lit(0),
        rows=pl.lit(0),
        path=pl.concat_str(pl.lit(f"{ROW}/"), pl.int_range(pl.len()).cast(pl.String)),
        **given,
    )
    people = things.filter(~looks_like_organisation(pl.col("label")))
    read = [
        rows.with_columns(path=pl.col("path") + f"/{group}", organisation=pl.lit(group == ORGANISATION))
        for group, rows in ((PERSON, people), (ORGANISATION, things))
    ]
    missing = {name: pl.lit(None, kind) for name, kind in PRINTED.items() if name not in read[0].columns}
    every = pl.concat(read).with_columns(**missing)
    return every.select(pl.col(name).cast(kind) for name, kind in PRINTED.items())


def _best(pairs: pl.DataFrame, count: int) -> pl.DataFrame:
    """The best pairs of each row."""
    row = pl.when(pl.col("left").str.starts_with(f"{ROW}/")).then("left").otherwise("right")
    number = row.str.split("/").list.get(1).cast(pl.Int64)
    order = ["at", "weight", "left", "right"]
    ordered = pairs.with_columns(at=number).sort(order, descending=[False, True, False, False])
    return ordered.group_by("at", maintain_order=True).head(count)


def _told(pairs: pl.DataFrame, records: pl.DataFrame) -> Iterator[tuple[int, str, str, str, str, str]]:
    for row in pairs.iter_rows(named=True):
        found = candidate_of(row, records)
        side = _of_graph(found)
        yield (
            row["at"],
            side.path,
            side.label,
            side.dataset.removeprefix("dataset/"),
            f"{found.probability:.4f}",
            "; ".join(map(str, found.reasons)),
        )


def _of_graph(found: Candidate) -> Side:
    return found.right if found.left.path.startswith(f"{ROW}/") else found.left
