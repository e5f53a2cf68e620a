"""Records become rows of tables as a mapping says: a pure function of a batch of records.

A record is told, rejected or left out by a rule, never passed over: one that no rule is about is
rejected. What is rejected by one rule is told by none.
"""

import polars as pl

from ontology import TABLES, ColumnTerm
from sources.mapping.conditions import fulfils
from sources.mapping.fields import expression_of, field_of
from sources.mapping.model import FILE, Mapping, TableRule
from sources.mapping.templates import BUILT_IN_COLUMNS, blank_parts, printed
from sources.mapping.values import TEXT
from sources.tables.layouts.columns import read_fields, words
from sources.tables.layouts.rows import ID, LINE, PROBLEM, Place, Rows

PATH = ColumnTerm("", "id", required=True)
Told = tuple[pl.DataFrame, pl.DataFrame]


def convert_records(mapping: Mapping, frame: pl.DataFrame, place: Place) -> Rows:
    """The rows that records make, with problems and the number of records left out.

    Args:
        mapping: What the mapping file says.
        frame: The columns of the file, all of them text, and `line`.
        place: Where the batch stands.
    """
    whole = _with_all_columns(mapping, frame, place)
    skipped = pl.any_horizontal(pl.lit(value=False), *(fulfils(when) for when, _ in mapping.left_out))
    records = whole.filter(~skipped)
    told, problems = _with_values(mapping, records)
    required = (_blank(told, name, words(name), "text: the column is required") for name in mapping.required)
    found = [problems, *required]
    made: dict[str, list[pl.DataFrame]] = {}
    for rule in mapping.tables:
        rows, wrong = _rows_of(rule, told.filter(fulfils(rule.when)))
        made.setdefault(rule.table, []).append(rows)
        found.append(wrong)
    every = pl.concat([*found, _unclaimed(mapping, told)]).unique(maintain_order=True)
    lost = every.filter("rejected")[LINE].unique()
    tables = {name: pl.concat(rows, how="diagonal") for name, rows in made.items()}
    kept = {name: rows.filter(~pl.col(LINE).is_in(lost.implode())) for name, rows in tables.items()}
    return Rows(kept, every, whole.height - records.height)


def _with_all_columns(mapping: Mapping, frame: pl.DataFrame, place: Place) -> pl.DataFrame:
    """The records with every column named; one that a file lacks is blank, as is what stands for nothing."""
    lacking = [pl.lit("").alias(name) for name in mapping.used if name not in frame.columns]
    whole = frame.with_columns(*lacking, pl.lit(place.file).alias(BUILT_IN_COLUMNS[FILE]))
    if not mapping.blank or not mapping.used:
        return whole
    cells = pl.col(list(mapping.used))
    stands = cells.str.strip_chars().is_in(list(mapping.blank))
    return whole.with_columns(pl.when(~stands).then(cells).otherwise(pl.lit("")).name.keep())


def _with_values(mapping: Mapping, records: pl.DataFrame) -> Told:
    """The records with a column of text for each value that has a name, and what could not be read."""
    problems = [pl.DataFrame(schema=PROBLEM)]
    for name, value in mapping.values:
        if value.column:
            field = field_of(f"={name}", value, TEXT, required=False)
            read, wrong = read_fields(records, [field])
            records = read.with_columns(pl.col(f"={name}").cast(pl.String).alias(name)).drop(f"={name}")
            problems.append(wrong)
        else:
            records = records.with_columns(expression_of(value, TEXT).alias(name))
    return records, pl.concat(problems)


def _rows_of(rule: TableRule, records: pl.DataFrame) -> Told:
    """The rows that a rule makes of the records it is about, and the problems found."""
    columns = {name: TABLES[rule.table].columns[name] for name, _ in rule.values} | {ID: PATH}
    values = {**dict(rule.values), ID: rule.id}
    fields = [
        field_of(f"={name}", value, columns[name], required=columns[name].required)
        for name, value in values.items()
        if value.column
    ]
    read, wrong = read_fields(records, fields)
    others = {name: value for name, value in values.items() if not value.column}
    blanks = [
        _blank(records, part, printed(part), f"text, for {name} of {rule.table}")
        for name, value in others.items()
        if columns[name].required
        for part in blank_parts(value.parts)
    ]
    made = [expression_of(value, columns[name]).alias(f"={name}") for name, value in others.items()]
    rows = read.with_columns(made).select(LINE, *(pl.col(f"={name}").alias(name) for name in values))
    return rows, pl.concat([wrong, *blanks])


def _blank(records: pl.DataFrame, column: str, text: pl.Expr, wanted: str) -> pl.DataFrame:
    """Records that are rejected because a column is blank."""
    return records.filter(text.is_null()).select(
        LINE,
        pl.lit(column).alias("column"),
        pl.lit("").alias("found"),
        pl.lit(wanted).alias("wanted"),
        pl.lit(value=True).alias("rejected"),
    )


def _unclaimed(mapping: Mapping, records: pl.DataFrame) -> pl.DataFrame:
    """Records that no rule is about."""
    claimed = pl.any_horizontal(pl.lit(value=False), *(fulfils(rule.when) for rule in mapping.tables))
    asked = list(dict.fromkeys(one.column for rule in mapping.tables for one in rule.when))
    shown = pl.concat_str([words(name).fill_null("") for name in asked] or [pl.lit("")], separator=", ")
    return records.filter(~claimed).select(
        LINE,
        pl.lit(", ".join(asked)).alias("column"),
        shown.alias("found"),
        pl.lit("a record that `when` of a table is about, or that `left_out` names").alias("wanted"),
        pl.lit(value=True).alias("rejected"),
    )
