"""Columns of tables from the properties of entities, and the paths of what ids name."""

from collections.abc import Iterable, Mapping

import polars as pl

from ontology import TABLES
from sources.ftm.decoding import PROPERTY
from sources.ftm.properties import NUMBER
from sources.tables.layouts.columns import segment
from sources.tables.layouts.rows import ID, LINE, PROBLEM, Place

DAY = r"^\d{4}(?:-\d{2}(?:-\d{2})?)?"
"""How a date starts: a year, month or day; a time may follow."""
DATE_LIKE = r"^\d{4}(-\d{2}(-\d{2})?)?([T ].*)?$"
DATES = ("date", "relationStart", "relationEnd", "relationDate")
EMPTY = pl.lit([], pl.List(pl.String))
Found = tuple[pl.DataFrame, pl.DataFrame]


def path_of(kind: str, entity: pl.Expr, place: Place) -> pl.Expr:
    """The path of what an id names: a thing ("entity"), a payment or a relation.

    Ids are those of the publisher the dataset names, else its own: two publishers may use one id.
    """
    whose = segment(pl.lit(place.options.get("ids", place.dataset)))
    return pl.concat_str(pl.lit(f"{kind}/ftm/"), whose, pl.lit("/"), segment(entity))


def texts_of(entities: pl.DataFrame, *properties: str) -> pl.Expr:
    """The texts of properties together, an empty list where there is none."""
    there = [f"{PROPERTY}{name}" for name in properties if f"{PROPERTY}{name}" in entities.columns]
    return pl.concat_list([pl.col(name).fill_null(EMPTY) for name in there]) if there else EMPTY


def single(entities: pl.DataFrame, prop: str) -> tuple[pl.Expr, pl.DataFrame]:
    """The one text of a property, null where there is none or several; those with several as problems."""
    texts = texts_of(entities, prop).list.unique(maintain_order=True)
    several = entities.filter(texts.list.len() > 1)
    told = problems(several, f"{PROPERTY}{prop}", texts.list.join("; "), "one value")
    return pl.when(texts.list.len() == 1).then(texts.list.first()), told


def problems(
    rows: pl.DataFrame, column: str, found: pl.Expr, wanted: str, *, rejected: bool = False
) -> pl.DataFrame:
    """Rows as problems."""
    return rows.select(
        LINE,
        pl.lit(column).alias("column"),
        found.fill_null("").alias("found"),
        pl.lit(wanted).alias("wanted"),
        pl.lit(rejected).alias("rejected"),
    ).match_to_schema(PROBLEM)


def rows_of(
    named: pl.DataFrame, base: Iterable[str], table: str, columns: Mapping[str, str], place: Place
) -> Found:
    """Rows of things that stand in many rows: one of what is always there, and one for each value more.

    Args:
        named: The entities, with columns `base` of the table.
        base: What every row has.
        table: Name of the table.
        columns: Column of each property.
        place: Where the batch stands.
    """
    always = list(base)
    rows, wrong = [named.select(always)], [pl.DataFrame(schema=PROBLEM)]
    for column in sorted(set(columns.values()) - set(always)):
        made, told = _values(named, always, column, columns, place)
        wrong.append(told)
        if not TABLES[table].columns[column].many:
            made, told = _one_each(made, column)
            wrong.append(told)
        rows.append(made.select(*always, column))
    return pl.concat(rows, how="diagonal"), pl.concat(wrong)


def _values(
    named: pl.DataFrame, always: list[str], column: str, columns: Mapping[str, str], place: Place
) -> Found:
    """A row for each value of a column, with the property it is from, and values that cannot be read."""
    parts = [
        named.select(*always, texts_of(named, prop).alias("=text"), pl.lit(f"{PROPERTY}{prop}").alias("=of"))
        for prop, told in columns.items()
        if told == column
    ]
    texts = pl.concat(parts).explode("=text").drop_nulls("=text").unique(maintain_order=True)
    read = texts.with_columns(_value(column, place).alias(column))
    unread = read.filter(pl.col(column).is_null())
    wrong = [
        problems(unread.filter(pl.col("=of") == prop), prop, pl.col("=text"), "a year, month or day")
        for prop in unread["=of"].unique(maintain_order=True)
    ]
    return read.drop_nulls(column), pl.concat([pl.DataFrame(schema=PROBLEM), *wrong])


def _value(column: str, place: Place) -> pl.Expr:
    """What a text is in a column."""
    text = pl.col("=text")
    if column in ("address", "proof", "partOf"):
        return path_of("entity", text, place)
    if column in DATES:
        return pl.when(text.str.contains(DATE_LIKE)).then(text.str.extract(DAY, 0))
    if column == NUMBER:
        return pl.concat_str(pl.col("=of").str.strip_prefix(PROPERTY), pl.lit(" "), text)
    return text


def _one_each(made: pl.DataFrame, column: str) -> Found:
    """Rows of things that have one value of a column, and those of things with several as problems."""
    several = pl.col(column).n_unique().over(ID) > 1
    rows = made.filter(several).unique(ID, keep="first", maintain_order=True)
    told = [
        problems(rows.filter(pl.col("=of") == prop), prop, pl.col("=text"), "one value")
        for prop in rows["=of"].unique(maintain_order=True)
    ]
    return made.filter(~several), pl.concat([pl.DataFrame(schema=PROBLEM), *told])
