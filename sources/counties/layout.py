"""Lists of the counties of the United States, of three publishers, told in the words of one.

Columns: `counties.csv` and `states.csv` of this folder (docs/reference_data.md says where they come from);
codes of the Census Bureau, with fips, name and state, where a state has state NA and the country has code 0
(https://www.census.gov/library/reference/code-lists/ansi.html); divisions of Open Civic Data, with id, name
and census_geoid (https://github.com/opencivicdata/ocd-division-ids, identifiers/country-us).

A county has one label in all of them and in the registry, the name of `counties.csv`; what a publisher prints
is another name. The code of a county that was renamed means the county of today.
"""

import polars as pl

from sources.tables.layouts.columns import Field, read_fields, words
from sources.tables.layouts.layout import Kind
from sources.tables.layouts.rows import Place, Rows
from sources.tables.layouts.tabular import TabularLayout
from sources.tables.places.counties import counties, county_paths_of_fips, states

GEOID = r"^place-(\d{5})$"
NO_COUNTY = r"^place-(\d{6,}|(60|66|69|72|78)\d{3})$"  # within a county, or in a territory
COLUMNS, DIVISIONS = ("fips", "name", "state"), ("id", "name", "census_geoid")
FROM_OWN = "taken from the list of counties, of which this file is the text"


def own_counties(frame: pl.DataFrame, _place: Place) -> Rows:
    """Counties of the list in this folder."""
    read, problems = read_fields(frame, [_county("fips", words("fips"))])
    return Rows({"county": _counties(read.select("county", "name", ocdId=words("ocd_id")))}, problems)


def own_states(frame: pl.DataFrame, _place: Place) -> Rows:
    """States of the list in this folder."""
    read, problems = read_fields(frame, [_state("fips", words("fips"))])
    return Rows({"state": _states(read)}, problems)


def census_codes(frame: pl.DataFrame, _place: Place) -> Rows:
    """Counties and states of the list of codes; the country is left out."""
    is_state, is_country = pl.col("state") == "NA", words("fips").str.contains("^0+$")
    listed = frame.filter(~is_country)
    in_thousands = words("fips").str.zfill(5).str.extract(r"^(\d{2})000$")
    state_rows, state_problems = read_fields(listed.filter(is_state), [_state("fips", in_thousands)])
    county_rows, problems = read_fields(listed.filter(~is_state), [_county("fips", words("fips"))])
    told = county_rows.select("county", "name", ocdId=pl.lit(None, pl.String))
    tables = {"county": _counties(told), "state": _states(state_rows)}
    return Rows(tables, pl.concat([problems, state_problems]), frame.height - listed.height)


def open_civic_data(frame: pl.DataFrame, _place: Place) -> Rows:
    """Counties of the list of divisions; places within them and in territories are left out."""
    listed = frame.filter(~words("census_geoid").str.contains(NO_COUNTY).fill_null(value=False))
    geoid = words("census_geoid").str.extract(GEOID)
    read, problems = read_fields(listed, [_county("census_geoid", geoid)])
    rows = _counties(read.select("county", "name", ocdId="id"))
    return Rows({"county": rows}, problems, frame.height - listed.height)


def _county(source: str, code: pl.Expr) -> Field:
    return Field("county", source, county_paths_of_fips(code), "the code of a county", required=True)


def _state(source: str, code: pl.Expr) -> Field:
    known = states()["fips"]
    found = pl.when(code.is_in(known.implode())).then(code)
    return Field("state_code", source, found, "the code of a state", required=True)


def _counties(told: pl.DataFrame) -> pl.DataFrame:
    """Rows of counties, each as often as it has other names; these are put together later.

    Args:
        told: The path of the county, its name as printed, and ocdId.
    """
    rows = told.join(_known(), on="county", how="left", maintain_order="left")
    names = pl.concat_list("stated", "name", "also").list.unique(maintain_order=True)
    named = (
        rows.with_columns(altLabel=names).explode("altLabel").filter(pl.col("altLabel") != pl.col("label"))
    )
    return named.select(
        *("fips", "ocdId", "label", "altLabel", "validFrom", "validUntil"),
        id="county",
        stateCode=pl.col("state").str.to_uppercase(),
        partOf=pl.concat_str(pl.lit("state/us"), "state", separator="/"),
    )


def _known() -> pl.DataFrame:
    """The list of counties in the words of the table."""
    return counties().select(
        "fips",
        "state",
        county=pl.concat_str(pl.lit("county/us"), "fips", separator="/"),
        label="name",
        also=pl.col("also").fill_null(pl.lit([], pl.List(pl.String))),
        stated=pl.format("{}, {}", "name", "state_name"),
        validFrom="from",
        validUntil="until",
    )


def _states(read: pl.DataFrame) -> pl.DataFrame:
    """Rows of states, by their codes."""
    rows = read.select(fips="state_code").join(states(), on="fips", how="left", maintain_order="left")
    return rows.select(
        "fips",
        id=pl.concat_str(pl.lit("state/us"), "code", separator="/"),
        label="name",
        ocdId="ocd_id",
        stateCode=pl.col("code").str.to_uppercase(),
        partOf=pl.lit("country/us"),
    )


LAYOUT = TabularLayout(
    name="us-counties",
    title="Counties and states of the United States",
    publisher="U.S. Census Bureau; Open Civic Data",
    record_layout="https://www.census.gov/library/reference/code-lists/ansi.html",
    kinds=(
        Kind(
            "counties",
            {
                **dict.fromkeys(("fips", "name", "ocd_id"), ""),
                **dict.fromkeys(("state", "also", "from", "until"), FROM_OWN),
                "former_fips": "a code of the past means the county of today; no thing has it",
            },
            frozenset({"fips", "name", "ocd_id", "former_fips"}),
            own_counties,
        ),
        Kind(
            "states",
            {"fips": "", **dict.fromkeys(("code", "name", "ocd_id"), FROM_OWN)},
            frozenset({"fips", "code", "name", "ocd_id"}),
            own_states,
        ),
        Kind("census codes", dict.fromkeys(COLUMNS, ""), frozenset(COLUMNS), census_codes),
        Kind("divisions", dict.fromkeys(DIVISIONS, ""), frozenset(DIVISIONS), open_civic_data),
    ),
)
