"""Where the votes of a row were counted: a county, a district of Alaska, a ward of Washington, or a state."""

import polars as pl

from sources.tables.elections.printed import first_words
from sources.tables.elections.problems import problems_of
from sources.tables.layouts.columns import path, slug
from sources.tables.places.counties import county_paths, county_paths_of_fips, states

DISTRICT = r"(?i)^(?:(?:state )?(?:house )?district|ward) \d+$"
STATE_ROLLUP = 3
WASHINGTON = "dc"


def with_places(frame: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The frame with the place of each row, and rows whose code and name do not agree.

    Adds state (two small letters), county (a path), area (the path of a district), county_text (as printed,
    null for a state) and rollup.
    """
    code = first_words(frame, "combined_fips", "county_fips", "fips_code").str.zfill(5)
    known = frame.with_columns(_code=code, _name=first_words(frame, "county_name", "county")).with_columns(
        state=_state(frame)
    )
    names = states().select(state="code", _state_name="name")
    known = known.join(names, on="state", how="left", maintain_order="left").with_columns(
        _by_code=county_paths_of_fips(pl.col("_code")),
        _by_name=county_paths(pl.col("state"), pl.col("_name")),
    )
    whole = (pl.col("_name") == pl.col("_state_name")) & (pl.col("state") != WASHINGTON)
    district = pl.col("_name").str.contains(DISTRICT)
    known = known.with_columns(_whole=whole.fill_null(value=False), _district=district.fill_null(value=False))
    somewhere = ~pl.col("_whole") & ~pl.col("_district")
    area = path("district/us", pl.col("state"), slug(pl.col("_name")))
    places = known.with_columns(
        county=pl.when(somewhere).then(pl.coalesce("_by_code", "_by_name")),
        area=pl.when("_district").then(area),
        county_text=pl.when(~pl.col("_whole")).then("_name"),
        rollup=pl.when("_whole").then(STATE_ROLLUP).otherwise(0),
    )
    return places, _problems(places)


def _state(frame: pl.DataFrame) -> pl.Expr:
    """The state of a row, by its abbreviation, its name or the start of the code of the county."""
    if "state_abbr" in frame.columns:
        return pl.col("state_abbr").str.strip_chars().str.to_lowercase()
    known, column = states(), ("name" if "state_name" in frame.columns else "fips")
    said = first_words(frame, "state_name") if column == "name" else pl.col("_code").str.slice(0, 2)
    return said.replace_strict(known[column], known["code"], default=None, return_dtype=pl.String)


def _problems(places: pl.DataFrame) -> pl.DataFrame:
    found = pl.concat_str(pl.col("_code").fill_null(""), pl.col("_name").fill_null(""), separator=" ")
    agree = pl.col("_by_code").eq_missing(pl.col("_by_name"))
    wanted = (
        pl.when("_whole")
        .then(pl.lit("a county; the row has the total of the state, which is told once"))
        .when(~pl.col("_district") & ~agree)
        .then(pl.lit("a code and the name of its county; the code is taken where it is known"))
    )
    odd = places.filter(wanted.is_not_null())
    return problems_of(odd, "county_name", found, wanted)
