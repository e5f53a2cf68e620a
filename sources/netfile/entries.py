"""Entries: what every kind of record is made into first, before it becomes rows of tables.

An entry is one movement of money (or one balance) between the filer and another party. Each kind of
record says what its columns mean in these terms; what follows, the same for all, starts from here.
"""

from collections.abc import Iterable, Sequence

import polars as pl

from sources.netfile.identity import (
    COVER_FIELDS,
    cover_problems,
    with_statement,
    without_rejected,
)
from sources.tables.layouts.columns import Field, read_fields, segment, words
from sources.tables.layouts.repeated import read_repeated
from sources.tables.layouts.rows import LINE, PROBLEM, TYPES

FILE = "file"
IN, OUT = "in", "out"
TEXT, DAY = pl.String(), pl.Date()
ENTRY = {
    FILE: TEXT,
    LINE: PROBLEM[LINE],
    "kind": TEXT,
    "part": TEXT,
    "schedule": TEXT,
    "table": TEXT,
    "direction": TEXT,
    "filer": TEXT,
    "filer_id": TEXT,
    "filer_name": TEXT,
    "committee_type": TEXT,
    "form": TEXT,
    "series": TEXT,
    "filing": TEXT,
    "number": TEXT,
    "report": pl.Int64(),
    "filed": DAY,
    "start": DAY,
    "end": DAY,
    "election": DAY,
    "transaction": TEXT,
    "day": DAY,
    "written": TEXT,
    "amount": TYPES["decimal"],
    "code": TEXT,
    "purpose": TEXT,
    "employer": TEXT,
    "occupation": TEXT,
    "election_code": TEXT,
    "note": TEXT,
    "parent": TEXT,
    "memo": pl.Boolean(),
    "why": TEXT,
    "other": TEXT,
    "other_id": TEXT,
    "other_name": TEXT,
    "other_kind": TEXT,
    "other_city": TEXT,
    "other_state": TEXT,
    "other_zip": TEXT,
    "via": TEXT,
    "via_id": TEXT,
    "via_name": TEXT,
    "via_city": TEXT,
    "via_state": TEXT,
    "via_zip": TEXT,
    "target": TEXT,
    "target_kind": TEXT,
    "target_name": TEXT,
    "target_number": TEXT,
    "target_office": TEXT,
    "target_place": TEXT,
    "side": TEXT,
    "independent": pl.Boolean(),
    "id": TEXT,
}
"""Columns of an entry. `table` is where it goes and `direction` whether the filer receives ("in") or pays
("out"); `why` is why its money is not new by the form alone; `other`, `via` and `target` are the other
party, an intermediary, and whom or what spending is for (`side` S) or against (O); `independent` says that
the filer calls it an independent expenditure."""


def read_records(
    frame: pl.DataFrame, columns: Iterable[str], fields: Sequence[Field], agency: str, form: pl.Expr
) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """Records with fields and statement, without those that are of no use; and the problems found.

    Args:
        frame: The publisher's columns; one that is left out is filled with nulls.
        columns: All columns the records may have.
        fields: What to make of them besides the cover page.
        agency: With whom was filed.
        form: The form of a record.
    """
    missing = [name for name in columns if name not in frame.columns]
    whole = frame.with_columns(pl.lit(None, pl.String).alias(name) for name in missing)
    read, of_cover = read_repeated(whole, COVER_FIELDS)
    read, of_fields = read_fields(read, fields)
    read = with_statement(read, agency, form)
    found = [of_cover, of_fields, *cover_problems(read)]
    return without_rejected(read, found), found


def as_written(day: str, until: str = "") -> pl.Expr:
    """What is printed for the day where it cannot be read, or where a span of days is given.

    Args:
        day: The publisher's column of the day, which the field `day` is made from.
        until: The column of the last day of a span, "" for none.
    """
    unread = pl.when(pl.col("day").is_null()).then(words(day))
    if not until:
        return unread
    span = pl.concat_str(_without_time(day), _without_time(until), separator=" to ", ignore_nulls=True)
    return pl.when(words(until).is_not_null()).then(span).otherwise(unread)


def _without_time(source: str) -> pl.Expr:
    """A day as printed, without midnight behind it."""
    return words(source).str.replace(r"[ T](00:00:00(\.0+)?|12:00:00 AM)$", "")


def to_entries(read: pl.DataFrame, kind: str) -> pl.DataFrame:
    """Entries of records that have the columns of `ENTRY` they speak of; the others are null.

    The id is that of the row in its table: the filing, then schedule and transaction, or file and line
    where a row has no transaction.
    """
    fixed = {"kind": pl.lit(kind), "part": pl.lit(None)}
    given = {**fixed, **{name: pl.col(name) for name in ENTRY if name in read.columns}}
    entries = read.select(
        given.get(name, pl.lit(None)).cast(dtype).alias(name) for name, dtype in ENTRY.items()
    )
    by_line = pl.concat_str(FILE, LINE, separator="-")
    which = pl.concat_str(
        "schedule", pl.coalesce("transaction", by_line), "part", separator="-", ignore_nulls=True
    )
    tail = pl.col("filing").str.strip_prefix("filing")
    return entries.with_columns(id=pl.concat_str("table", tail, pl.lit("/"), segment(which)))
