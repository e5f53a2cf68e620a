"""Values of records whose columns differ from version to version, by the names any version gives them."""

import polars as pl

from sources.tables.layouts.columns import words

DAYS = ("%Y%m%d", "%m/%d/%Y")
DELIMITER = "^"
"""Between last name, first name, prefix and suffix before version 6."""


def given(frame: pl.DataFrame, *names: str) -> pl.Expr:
    """The text of the first of some columns that is there and not blank."""
    there = [words(name) for name in names if name in frame.columns]
    return pl.coalesce(there) if there else pl.lit(None, pl.String)


def full_name(frame: pl.DataFrame, start: str) -> pl.Expr:
    """The name of a party: of an organization, or of a person as `Last, First Middle Prefix Suffix`.

    Args:
        frame: The records.
        start: How the names of the party's columns start, for example `contributor`.
    """
    first = [given(frame, f"{start}_{part}") for part in ("first_name", "middle_name", "prefix", "suffix")]
    middle = [given(frame, f"{start}_middle_nm"), *first[1:2]]
    rest = [first[0], pl.coalesce(middle), *first[2:]]
    person = _joined(given(frame, f"{start}_last_name"), rest)
    printed = given(frame, f"{start}_name")
    return pl.coalesce(
        given(frame, f"{start}_organization_name", f"{start}_organization"), person, _parted(printed)
    )


def _joined(last: pl.Expr, rest: list[pl.Expr]) -> pl.Expr:
    """`Last, First ...`; the last name alone where there is nothing else."""
    others = pl.concat_str(rest, separator=" ", ignore_nulls=True)
    return pl.when(others == "").then(last).otherwise(pl.concat_str(last, others, separator=", "))


def _parted(printed: pl.Expr) -> pl.Expr:
    """A name with its parts as they are joined since version 6."""
    parts = printed.str.split(DELIMITER)
    rest = [_part(parts, number) for number in (1, 2, 3)]
    return (
        pl.when(printed.str.contains(DELIMITER, literal=True))
        .then(_joined(_part(parts, 0), rest))
        .otherwise(printed)
    )


def _part(parts: pl.Expr, number: int) -> pl.Expr:
    text = parts.list.get(number, null_on_oob=True).str.strip_chars()
    return pl.when(text != "").then(text)
