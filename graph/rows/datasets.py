"""Datasets, their files and filings: what was read, what was left out, and what became of it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import polars as pl

from graph.reading import Reader
from graph.rows.event_tables import EventTables
from graph.rows.words import (
    Section,
    amount,
    dataset_mark,
    kind_of_row,
    label_of,
    rows_of,
    shortened,
    stated,
)
from graph.tables.conversion import PROBLEMS
from graph.tables.facts import FileFacts
from graph.tables.kept import REPORTS
from ontology import TABLES
from sources.writing import counted

SHOWN = 20
NO_TABLE = ("dataset", "edges")


def dataset_sections(reader: Reader, tables: EventTables, path: str) -> Iterator[Section]:
    """What was read of a dataset, and what became of it."""
    name = path.removeprefix("dataset/")
    if name not in tables.folders:
        return
    facts = tables.facts()[name]
    files = shortened((_file_line(file) for file in facts.files[:SHOWN]), len(facts.files))
    yield Section("Files", files)
    made = ((table, count) for table, count in sorted(facts.tables.items()) if table not in NO_TABLE)
    lines = [f"{table}: {count:,}" for table, count in made]
    yield Section("Rows and things by table", tuple(lines))
    yield _problems(tables.folders[name], name)
    yield _undecided(reader, tables, facts.undecided)


def _problems(conversion: Path, name: str) -> Section:
    """What could not be read, the most frequent first, and where all of it is listed."""
    every = pl.scan_csv(conversion / PROBLEMS, infer_schema=False)
    grouped = every.group_by("column", "wanted", "left_out").agg(pl.len().alias("lines"))
    order = ["lines", "column", "wanted", "left_out"]
    kinds = grouped.sort(order, descending=[True, False, False, False]).collect(engine="streaming")
    if kinds.height == 0:
        return Section("Problems", ())
    lines = (_problem_line(*row) for row in kinds.head(SHOWN).select(order).iter_rows())
    report = conversion.parents[1] / REPORTS / f"{name}.csv"
    return Section(f"Problems, all in {report}", shortened(lines, kinds.height))


def _problem_line(lines: int, column: str | None, wanted: str, left_out: str) -> str:
    return f"{lines:,} × {column or 'the whole row'}: wanted {wanted} ({left_out} left out)"


def _undecided(reader: Reader, tables: EventTables, undecided: dict[str, str]) -> Section:
    """The contests for which nothing follows, by reason when they are many."""
    if len(undecided) <= SHOWN:
        found = (f"{label_of(reader, tables, path)}: {why}" for path, why in sorted(undecided.items()))
        return Section("Contests without an outcome", tuple(found))
    reasons = sorted(Counter(undecided.values()).items(), key=lambda one: (-one[1], one[0]))
    return Section("Contests without an outcome", tuple(f"{number:,}: {why}" for why, number in reasons))


def file_sections(_reader: Reader, tables: EventTables, path: str) -> Iterator[Section]:
    """What was read of a file, and the rows that stand in it."""
    dataset, _, name = path.removeprefix("dataset/").partition("/")
    facts = tables.facts().get(dataset)
    if facts is None:
        return
    yield Section("Read", tuple(_file_line(file) for file in facts.files if file.name == name))
    yield Section("Rows", tuple(_rows_of_file(tables, path)))


def _file_line(file: FileFacts) -> str:
    parts = [f"{counted(file.rows, 'row')} read"]
    if file.rejected:
        parts.append(f"{file.rejected:,} rejected")
    if file.left_out:
        parts.append(f"{file.left_out:,} left out by rule")
    kind = f" ({file.kind})" if file.kind else ""
    return f"{unquote(file.name)}{kind}: {', '.join(parts)}, {file.encoding or 'encoding not known'}"


def _rows_of_file(tables: EventTables, path: str) -> Iterator[str]:
    for name, term in TABLES.items():
        if "sourceFile" in term.columns and tables.has(name):
            rows = tables.scan(name).filter(pl.col("sourceFile") == path)
            count = rows.select(pl.len()).collect(engine="streaming").item()
            if count:
                yield f"{name}: {count:,}"


def filing_sections(_: Reader, tables: EventTables, path: str) -> Iterator[Section]:
    """The rows of a filing by class, and the lines of its summary."""
    yield Section("Rows", tuple(_rows_of_filing(tables, path)))
    if tables.has("filing-total"):
        found = tables.scan("filing-total").filter(pl.col("filing") == path).sort("form", "summaryLine", "id")
        yield Section(
            "Stated sums (never added to rows)", tuple(_summary_line(row) for row in rows_of(found))
        )


def _rows_of_filing(tables: EventTables, path: str) -> Iterator[str]:
    for name, term in TABLES.items():
        if {"filing", "amount", "currency"} <= set(term.columns) and tables.has(name):
            mine = tables.scan(name).filter(pl.col("filing") == path)
            summed = mine.group_by("dataset", "currency").agg(pl.len().alias("rows"), pl.col("amount").sum())
            for row in rows_of(summed.sort("dataset", "currency")):
                total = stated(row["amount"], row["currency"])
                rows = counted(int(str(row["rows"])), "row")
                yield f"{kind_of_row(term.cls)}: {rows}, {total} {dataset_mark(row['dataset'])}"


def _summary_line(row: dict[str, object]) -> str:
    values = (("this period", row["thisPeriod"]), ("to date", row["toDate"]))
    told = (f"{words} {amount(value)}" for words, value in values if value is not None)  # type: ignore[arg-type]
    return f"{row['form'] or 'form not known'} line {row['summaryLine']}: {', '.join(told)}"
