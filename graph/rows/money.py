"""The money of an agent in rows of filings: by year, with whom, for and against whom, row by row.

Sums of two datasets are never added, since they may report the same money.
"""

from collections.abc import Iterator

import polars as pl

from graph.reading import Reader
from graph.rows.event_tables import EventTables
from graph.rows.words import (
    CODE_LABELS,
    Section,
    dataset_mark,
    kind_of_row,
    label_of,
    place_in_file,
    rows_of,
    shortened,
    stated,
    sums,
    year_of,
)
from ontology import TABLES
from sources.writing import counted

SHOWN = 10
COMMITTEE = "committee/"
SUMS = (pl.col("amount").sum(), pl.col("newMoney").sum(), pl.col("premises").sum())
YEARS = (pl.col("year").min().alias("first"), pl.col("year").max().alias("last"))
GIFTS = ("Contribution", "InKindContribution")
MONEY = tuple(name for name, term in TABLES.items() if {"amount", "payer", "line"} <= set(term.columns))
"""Tables whose rows are of money."""
COLUMNS = ("id", "amount", "currency", "date", "payer", "payee", "notNewMoney", "sourceFile", "line")
SIDES = {"for": "spent for", "against": "spent against"}


def money_sections(reader: Reader, tables: EventTables, path: str) -> Iterator[Section]:
    """What rows say of the money of an agent."""
    heading = "Money by year (sums of rows, each dataset by itself)"
    yield Section(heading, tuple(_by_year(tables, path)))
    yield _others(reader, tables, path, "payee")
    yield _others(reader, tables, path, "payer")
    yield _spending(reader, tables, path, "candidate")
    yield _spending(reader, tables, path, "spender")
    yield _rows(reader, tables, path)


def _by_year(tables: EventTables, path: str) -> Iterator[str]:
    by_year = _committee_years(tables, path) if path.startswith(COMMITTEE) else _agent_years(tables, path)
    order = ("year", "flowDirection", "totalOf", "currency", "dataset")
    for row in rows_of(by_year.sort(order, nulls_last=True)):
        what = f"{row['flowDirection']}, {kind_of_row(row['totalOf'])}"
        yield f"{year_of(row['year'])}: {what}: {sums(row)} {dataset_mark(row['dataset'])}"


def _committee_years(tables: EventTables, path: str) -> pl.LazyFrame:
    return tables.scan("party-total").filter(pl.col("party") == path)


def _agent_years(tables: EventTables, path: str) -> pl.LazyFrame:
    flows = tables.scan("flow-total")
    key = ("year", "totalOf", "currency", "dataset")
    sides = [
        flows.filter(pl.col(side) == path)
        .group_by(key)
        .agg(SUMS)
        .with_columns(flowDirection=pl.lit(direction))
        for side, direction in (("payee", "in"), ("payer", "out"))
    ]
    return pl.concat(sides)


def _others(reader: Reader, tables: EventTables, path: str, side: str) -> Section:
    """Those with most money to the agent, where it is the payee, or from it."""
    other, heading = ("payer", "Most from") if side == "payee" else ("payee", "Most to")
    key = (other, "totalOf", "currency", "dataset")
    mine = tables.scan("flow-total").filter(pl.col(side) == path, pl.col("payer") != pl.col("payee"))
    summed = mine.group_by(key).agg(*SUMS, *YEARS).collect(engine="streaming")
    most = summed.sort("newMoney", "amount", *key, descending=[True, True, *[False] * len(key)]).head(SHOWN)
    lines = []
    for row in most.iter_rows(named=True):
        name = label_of(reader, tables, row[other])
        what = f"{kind_of_row(row['totalOf'])}: {sums(row)}, {_years(row)}"
        lines.append(f"{name}: {what} {dataset_mark(row['dataset'])} {row[other]}")
    asks = "moneytrail ask top-donors-of-committee --committee"
    rest = f": {asks} {path}" if side == "payee" and path.startswith(COMMITTEE) else ""
    return Section(heading, shortened(lines, summed.height, rest))


def _years(row: dict[str, object]) -> str:
    first, last = year_of(row["first"]), year_of(row["last"])
    return first if first == last else f"{first} to {last}"


def _spending(reader: Reader, tables: EventTables, path: str, role: str) -> Section:
    """Spending for and against an agent, or of an agent for and against others."""
    other = "spender" if role == "candidate" else "candidate"
    heading = "Spent for and against it" if role == "candidate" else "Spending for and against others"
    found = tables.scan("candidate-total").filter(pl.col(role) == path)
    every = found.sort("year", "side", other, "dataset", nulls_last=True).collect(engine="streaming")
    lines = []
    for row in every.head(SHOWN).iter_rows(named=True):
        spender, subject = (label_of(reader, tables, row[name]) for name in ("spender", "candidate"))
        words = f"{spender} {SIDES[row['side']]} {subject}: {sums(row)}"
        lines.append(f"{year_of(row['year'])}: {words} {dataset_mark(row['dataset'])}")
    asks = f": moneytrail ask spending-for-and-against --candidate {path}" if role == "candidate" else ""
    return Section(heading, shortened(lines, every.height, asks))


def _rows(reader: Reader, tables: EventTables, path: str) -> Section:
    """The largest rows an agent pays or is paid in."""
    mine = [
        _columns(tables, name).filter((pl.col("payer") == path) | (pl.col("payee") == path)) for name in MONEY
    ]
    every = pl.concat(mine)
    count = every.select(pl.len()).collect(engine="streaming").item()
    largest = every.sort("amount", "date", "id", descending=[True, False, False], nulls_last=True)
    in_order = every.sort("date", "sourceFile", "line", "id", nulls_last=True)
    shown = in_order if count <= SHOWN else largest.head(SHOWN)
    lines = (row_line(reader, tables, row) for row in rows_of(shown))
    heading = "Rows" if count <= SHOWN else f"The {SHOWN} largest of {counted(count, 'row')}"
    return Section(heading, tuple(lines))


def _columns(tables: EventTables, name: str) -> pl.LazyFrame:
    """The columns of a table of money that a line is made of."""
    known = TABLES[name].columns
    columns = [
        pl.col(column) if column == "id" or column in known else pl.lit(None, pl.String).alias(column)
        for column in COLUMNS
    ]
    return tables.scan(name).select(*columns, kind=pl.lit(TABLES[name].cls))


def row_line(reader: Reader, tables: EventTables, row: dict[str, object]) -> str:
    """One row of money: when, what, from whom to whom, how much, and where it stands."""
    ends = [
        f"{word} {label_of(reader, tables, row[side])}"
        for word, side in (("from", "payer"), ("to", "payee"))
        if row[side] is not None
    ]
    mark = f" ({CODE_LABELS[str(row['notNewMoney'])]})" if row["notNewMoney"] is not None else ""
    money = stated(row["amount"], row["currency"])
    what = f"{row['date'] or 'no day'} {kind_of_row(row['kind'])} {' '.join(ends)}: {money}{mark}"
    return f"{what} — {place_in_file(row)}"
