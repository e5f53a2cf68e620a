"""The counties, districts and states that rows of results name."""

from collections.abc import Mapping

import polars as pl

from sources.tables.elections.jurisdictions import state_labels
from sources.tables.layouts.columns import path
from sources.tables.places.counties import counties, county_labels, states
from sources.tables.places.districts import district_labels

COUNTY, DISTRICT, STATE = "county/us/", "district/us/", "state/us/"


def tell_places(figures: pl.DataFrame, told: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """The rows of the tables of places.

    Args:
        figures: Figures with jurisdiction, place_label, area, county_text and state.
        told: The rows of elections, contests and tallies, which name places.
    """
    named = [
        told["tally"]["reportingPlace"],
        told["contest"]["jurisdiction"],
        told["election"]["jurisdiction"],
    ]
    places = pl.concat(named).unique().drop_nulls().sort().to_frame("id")
    code = pl.col("id").str.extract("^[a-z]+/us/([a-z]{2})(?:/|$)")
    fips = pl.col("id").str.slice(len(COUNTY))
    of_fips = fips.str.slice(0, 2).replace_strict(states()["fips"], states()["code"], default=None)
    districts = _of(places, DISTRICT).join(_names(figures), on="id", how="left", maintain_order="left")
    return {
        "county": _of(places, COUNTY).select(
            "id",
            label=fips.replace_strict(counties()["fips"], counties()["name"], default=None),
            altLabel=county_labels(pl.col("id")),
            fips=fips,
            partOf=path("state/us", of_fips),
        ),
        "district": districts.select(
            "id", label=pl.coalesce(district_labels(pl.col("id")), "printed"), partOf=path("state/us", code)
        ),
        "state": _of(places, STATE).select("id", label=state_labels(code), partOf=pl.lit("country/us")),
    }


def _of(places: pl.DataFrame, start: str) -> pl.DataFrame:
    return places.filter(pl.col("id").str.starts_with(start))


def _names(figures: pl.DataFrame) -> pl.DataFrame:
    """The names of districts as the rows print them, the smallest of several."""
    area = pl.format("{}, {}", "county_text", state_labels(pl.col("state")))
    names = pl.concat(
        [figures.select(id="jurisdiction", printed="place_label"), figures.select(id="area", printed=area)]
    )
    return names.drop_nulls().group_by("id").agg(pl.col("printed").min())
