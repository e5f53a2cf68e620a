"""Precinct results as MEDSL publishes them: a row for each choice and way of voting in a precinct.

Record layout: https://github.com/MEDSL/2024-elections-official/blob/main/codebook.md, and for the older kinds
those named in `columns`. "We typically retain exactly the modes that states report. This can lead to
double-counting ... if modes are split apart and a mode value of TOTAL is included" (README of 2024).
"""

from functools import partial

import polars as pl

from sources.medsl.columns import COLUMNS, WAYS
from sources.tables.elections.days import general_election_day
from sources.tables.elections.figures import VoteColumns, figures_of
from sources.tables.elections.printed import first_words, printed_rows
from sources.tables.elections.problems import first_of, problems_of
from sources.tables.elections.reader import OPTIONS, Reader, convert, gather
from sources.tables.layouts.columns import words
from sources.tables.layouts.layout import Kind, Options, Scan
from sources.tables.layouts.rows import LINE
from sources.tables.layouts.tabular import TabularLayout
from sources.tables.places.counties import county_paths, county_paths_of_fips

DAYS = ("%Y-%m-%d", "%m/%d/%y", "%m/%d/%Y")
STAGES = {
    "GEN": "general",
    "GEN RECOUNT": "general",
    "GEN RECOUNT 2": "general",
    "RECOUNT": "general",
    "PRI": "primary",
    "PRI RECOUNT": "primary",
    "RUNOFF": "runoff",
    "GEN RUNOFF": "runoff",
    "PRI RUNOFF": "primary-runoff",
}
"""Kind of election by stage; codebook: pri, gen or runoff, and recounts where states report them."""
FLOATING = "(?i)floating"  # codebook: "totals announced at a higher level of aggregation"
COUNTY, STATE = 1, 3  # rollups: in Louisiana 2022 the floating TOTAL is precincts and floating EARLY together
NOTHING = r"(?i)^(?:na|nan|null)$"


def printed(frame: pl.DataFrame, _file: str, options: Options) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows of a batch with the columns of `PRINTED`, and what is wrong with days, stages and counties."""
    frame = _with_counties(_with_days(frame, options))
    mode = first_words(frame, "mode").str.to_uppercase().str.replace_all("[_ ]+", " ").fill_null("TOTAL")
    floating = pl.col("precinct").str.contains(FLOATING).fill_null(value=False)
    of_all = pl.when(pl.col("_county_text").is_null()).then(STATE).otherwise(COUNTY)
    stage = first_words(frame, "stage").str.to_uppercase()
    rows = printed_rows(
        frame,
        state=first_words(frame, "state_po", "state_postal").str.to_lowercase(),
        date=pl.col("_day"),
        election=pl.lit("election-kind-")
        + stage.replace_strict(STAGES, default=None, return_dtype=pl.String),
        special=_is_true(frame, "special").fill_null(value=False),
        recount=pl.when(stage.str.contains("RECOUNT 2"))
        .then(2)
        .when(stage.str.contains("RECOUNT"))
        .then(1)
        .otherwise(0),
        office=first_words(frame, "office"),
        district=_something(frame, "district"),
        seats=first_words(frame, "magnitude").str.extract(r"^(\d{1,3})(?:\.0)?$"),
        county=pl.col("_county"),
        county_text=pl.col("_county_text"),
        precinct=pl.when(~floating).then(_precinct(frame)),
        rollup=pl.when(floating & (mode == "TOTAL")).then(of_all).otherwise(0),
        party=_something(frame, "party_detailed", "party"),
        choice=_something(frame, "candidate"),
        write_in=_is_true(frame, "writein"),
        status=_status(frame),
        mode=mode.replace_strict(WAYS, default="mode-other", return_dtype=pl.String),
        whole=mode == "TOTAL",
        votes=first_words(frame, "votes", "candidatevotes"),
    )
    known = pl.col("date").is_not_null() & pl.col("election").is_not_null()
    return rows.filter(known), _problems(frame, rows.filter(~known))


def _with_days(frame: pl.DataFrame, options: Options) -> pl.DataFrame:
    """The frame with `_day`, year-month-day: the file's, the option's, or the year's general election day."""
    printed_day = first_words(frame, "date")
    day = pl.coalesce([printed_day.str.to_date(form, strict=False, exact=True) for form in DAYS])
    year = first_words(frame, "year").cast(pl.Int32, strict=False)
    general = first_words(frame, "stage").str.to_uppercase().str.starts_with("GEN")
    by_law = pl.when(general & printed_day.is_null()).then(general_election_day(year))
    given = pl.lit(options.get("date") or None, dtype=pl.String).str.to_date("%Y-%m-%d", strict=False)
    own = pl.when(printed_day.is_not_null()).then(day).otherwise(pl.coalesce(given, by_law))
    return frame.with_columns(_day=own.dt.to_string("%Y-%m-%d"))


def _with_counties(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with `_county` (a path, by code or else name), `_county_text`, and `_odd` if they differ."""
    keys = [
        name
        for name in ("state_po", "state_postal", "county_fips", "fips", "county_name", "county")
        if name in frame.columns
    ]
    places = frame.select(keys).unique()
    state = first_words(places, "state_po", "state_postal")
    fips = first_words(places, "county_fips", "fips").str.replace(r"\.0$", "")
    name = _something(places, "county_name", "county")
    name = pl.when(~name.str.contains(FLOATING)).then(name)
    places = places.with_columns(
        _by_fips=county_paths_of_fips(fips), _by_name=county_paths(state, name), _county_text=name
    )
    known = places.with_columns(
        _county=pl.coalesce("_by_fips", "_by_name"),
        _odd=(pl.col("_by_fips") != pl.col("_by_name")).fill_null(value=False),
    )
    known = known.drop("_by_fips", "_by_name")
    return frame.join(known, on=keys, how="left", nulls_equal=True, maintain_order="left")


def _precinct(frame: pl.DataFrame) -> pl.Expr:
    """The precinct as printed, after the town where it does not name that."""
    precinct = words("precinct")
    town = _something(frame, "jurisdiction_name", "jurisdiction")
    capitals = town.str.to_uppercase()
    county = pl.col("_county_text").str.to_uppercase().fill_null("")
    named = (capitals == county) | precinct.str.to_uppercase().str.contains(capitals, literal=True)
    return (
        pl.when(named.fill_null(value=True))
        .then(precinct)
        .otherwise(pl.concat_str(town, precinct, separator=", "))
    )


def _something(frame: pl.DataFrame, *names: str) -> pl.Expr:
    """The text of a column, null where it is blank or NA."""
    text = first_words(frame, *names)
    return pl.when(~text.str.contains(NOTHING)).then(text)


def _is_true(frame: pl.DataFrame, name: str) -> pl.Expr:
    return (
        first_words(frame, name)
        .str.to_lowercase()
        .replace_strict({"true": True, "false": False}, default=None)
    )


def _status(frame: pl.DataFrame) -> pl.Expr:
    """Unofficial where the row says so."""
    return pl.when(_is_true(frame, "unofficial")).then(pl.lit("count-unofficial"))


def _problems(frame: pl.DataFrame, lost: pl.DataFrame) -> pl.DataFrame:
    """Rows whose day or stage is not known, and the first row of each county whose code means another."""
    odd = first_of(frame.filter("_odd"), "_county", "_county_text")
    unread = frame.join(lost, on=LINE, how="semi", maintain_order="left")
    when = pl.concat_str(
        [first_words(unread, name).fill_null("") for name in ("date", "year", "stage")], separator=","
    )
    wanted = f"a day as {' or '.join(DAYS)}, and a stage, one of {', '.join(STAGES)}"
    return pl.concat(
        [
            problems_of(unread, "date", when, wanted, rejected=True),
            problems_of(
                odd, "county_fips", pl.col("_county_text"), "the county the code means, which is taken"
            ),
        ]
    )


READER = Reader(printed, partial(figures_of, columns=VoteColumns((), {})), offices=("office",))
RETURNS = "returns"
NEEDED = frozenset({"office", "candidate", "mode", "stage", "year", "precinct"})


def _gather(scan: Scan, options: Options) -> dict[str, pl.DataFrame]:
    return gather({RETURNS: READER}, scan, options)


LAYOUT = TabularLayout(
    name="medsl",
    title="MEDSL: precinct results of general elections, 2016 to 2024",
    publisher="MIT Election Data and Science Lab",
    record_layout="https://github.com/MEDSL/2024-elections-official/blob/main/codebook.md",
    kinds=(Kind(RETURNS, COLUMNS, NEEDED, partial(convert, READER)),),
    options={"date": "The day of the election, year-month-day, where the files have none."} | OPTIONS,
    gather=_gather,
    final=True,  # "official precinct returns" (README of 2018), after the canvass
)
