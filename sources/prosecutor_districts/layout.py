"""Districts that elect one prosecutor together, with the counties they cover.

Columns of `districts.csv` in this folder: state; name; counties, their names separated by |; ocd_id; from
and until, the days between which the district covers them; elects_from and elects_until, the days between
which they hold elections together; law, the statute that names them. docs/reference_data.md says how each
was checked.
"""

import polars as pl

from sources.tables.layouts.columns import Field, day, iso, read_fields, words
from sources.tables.layouts.layout import Kind
from sources.tables.layouts.rows import LINE, PROBLEM, Place, Rows
from sources.tables.layouts.tabular import TabularLayout
from sources.tables.places.counties import county_paths, states
from sources.tables.places.districts import DAYS, read_districts

COLUMNS = ("state", "name", "counties", "ocd_id", "law", *DAYS)
FORMATS = ("%Y-%m-%d",)


def convert(frame: pl.DataFrame, _place: Place) -> Rows:
    """Rows of districts, and of the counties each covers over a time."""
    known = words("state").is_in(states()["code"].implode())
    state = Field("state", "state", pl.when(known).then(words("state")), "the code of a state", required=True)
    read, problems = read_fields(frame, [state, *(day(name, name, FORMATS) for name in DAYS)])
    named = read_districts(read).explode("counties")
    placed = named.with_columns(county=county_paths(pl.col("state"), pl.col("counties")))
    unknown = placed.filter(pl.col("county").is_null())
    whole = placed.filter(~pl.col(LINE).is_in(unknown[LINE].implode()))
    tables = {"district": _districts(whole), "district-counties": _compositions(whole)}
    return Rows(tables, pl.concat([problems, _no_county(unknown)]))


def _districts(placed: pl.DataFrame) -> pl.DataFrame:
    """A row for each county a district covers now."""
    return placed.filter(pl.col("until").is_null()).select(
        "label",
        id="path",
        altLabel="name",
        ocdId=words("ocd_id"),
        partOf=pl.concat_str(pl.lit("state/us"), "state", separator="/"),
        coversCounty="county",
    )


def _compositions(placed: pl.DataFrame) -> pl.DataFrame:
    """A row for each county a district covers or has covered, with the days."""
    start = pl.coalesce(iso(pl.col("from")), pl.lit("first"))
    tail = pl.col("path").str.strip_prefix("district/")
    since = pl.when(pl.col("from").is_not_null()).then(pl.format(" since {}", iso(pl.col("from"))))
    until = pl.when(pl.col("until").is_not_null()).then(pl.format(" until {}", iso(pl.col("until"))))
    label = pl.concat_str(pl.lit("counties of "), "label", since, until, ignore_nulls=True)
    return placed.select(
        id=pl.concat_str(pl.lit("district-counties"), tail, start, separator="/"),
        label=label,
        district="path",
        coversCounty="county",
        validFrom="from",
        validUntil="until",
        electsFrom="elects_from",
        electsUntil="elects_until",
        legalSource="law",
    )


def _no_county(unknown: pl.DataFrame) -> pl.DataFrame:
    """Names that are no county of the state, or more than one."""
    return unknown.select(
        pl.col(LINE).cast(PROBLEM[LINE]),
        column=pl.lit("counties"),
        found="counties",
        wanted=pl.lit("the name of one county of the state"),
        rejected=pl.lit(value=True),
    )


LAYOUT = TabularLayout(
    name="prosecutor-districts",
    title="Districts that elect one prosecutor together",
    publisher="moneytrail",
    record_layout="docs/reference_data.md",
    kinds=(Kind("districts", dict.fromkeys(COLUMNS, ""), frozenset(COLUMNS), convert),),
)
