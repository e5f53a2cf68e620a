"""Which prosecutor's district a printed name means, and which counties elect its prosecutor.

From the list in `sources/prosecutor_districts/`. A district whose counties changed stands there once for each
set of counties, with its days.
"""

from functools import cache
from importlib.resources import files

import polars as pl

from sources.tables.layouts.columns import slug
from sources.tables.places.counties import county_paths, states

DAYS = ("from", "elects_from", "until", "elects_until")
PARTY = r" +- +[a-z]{1,3}$"
USUAL = r"\b(the|of|for|no|number|office|judicial|circuit|district|court|states?|attorneys?|solicitors?)\b"
UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
TEENS = [
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
    *("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
]
TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50}


@cache
def districts() -> pl.DataFrame:
    """Every district once for each set of counties, as `read_districts` makes them."""
    text = files("sources").joinpath("prosecutor_districts", "districts.csv").read_bytes()
    frame = pl.read_csv(text, infer_schema=False)
    return read_districts(frame.with_columns(pl.col(DAYS).str.to_date("%Y-%m-%d")))


def read_districts(frame: pl.DataFrame) -> pl.DataFrame:
    """Districts with their paths and labels.

    Columns: path, state (two small letters), name, label, counties (names, a list), ocd_id, law, and days,
    null for open ends: from and until, and elects_from and elects_until for the elections that these counties
    hold together, which begin before the district does.

    Args:
        frame: The columns of `districts.csv`, days as days; others are kept.
    """
    names = states().select(state="code", state_name="name")
    return (
        frame.join(names, on="state", how="left", maintain_order="left")
        .with_columns(
            pl.col("counties").str.split("|"),
            path=pl.concat_str(pl.lit("district/us"), "state", slug(pl.col("name")), separator="/"),
            label=pl.format("{}, {}", "name", "state_name"),
        )
        .drop("state_name")
    )


@cache
def district_counties() -> pl.DataFrame:
    """The counties of each district: district and county (paths), law and the days of `districts`."""
    rows = districts().explode("counties")
    county = county_paths(pl.col("state"), pl.col("counties"))
    return rows.select("law", *DAYS, district="path", county=county)


def district_paths(state: pl.Expr, printed: pl.Expr) -> pl.Expr:
    """The path of a prosecutor's district, such as district/us/ga/atlantic-judicial-circuit; null for none.

    Only for text that names such a district: 9 means the 9th circuit here.

    Args:
        state: Two-letter code, in capital or small letters.
        printed: Name as printed: ATLANTIC JUDICIAL CIRCUIT, Western, Flint Circuit - REP, CIRCUIT 9,
            8TH JUDICIAL CIRCUIT, Eighth Circuit.
    """
    known = _known_names()
    asked = pl.concat_str(state.str.strip_chars().str.to_lowercase(), _key(printed), separator=" ")
    return asked.replace_strict(known["key"], known["path"], default=None, return_dtype=pl.String)


def district_labels(path: pl.Expr) -> pl.Expr:
    """The name of a district with its state, such as 9th Judicial Circuit, Florida, by its path."""
    known = districts().select("path", "label").unique(maintain_order=True)
    return path.replace_strict(known["path"], known["label"], default=None, return_dtype=pl.String)


@cache
def _known_names() -> pl.DataFrame:
    """Each name of a district as `key`, and its `path`."""
    named = districts().select("state", "path", key=_key(pl.col("name"))).unique()
    spelt = named.with_columns(pl.col("key").replace_strict(_ordinals(), default=None)).drop_nulls("key")
    keys = pl.concat([named, spelt])
    return keys.select("path", key=pl.concat_str("state", "key", separator=" ")).sort("key")


def _key(name: pl.Expr) -> pl.Expr:
    """What stays the same in the ways of printing a name: a number, or the words that are its own."""
    plain = name.str.to_lowercase().str.strip_chars().str.replace(PARTY, "").str.replace_all("['’]", "")
    plain = (
        plain.str.replace_all(USUAL, "")
        .str.replace_all(r"\bdiv\b", "division")
        .str.replace_all("[^a-z0-9]", "")
    )
    number = plain.str.replace(r"^0*(\d+)(?:st|nd|rd|th)?", "${1}")
    return pl.when(number != "").then(number)


def _ordinals() -> dict[str, str]:
    """Numbers from 1 to 59 and their ordinals in words without spaces: 21 is twentyfirst."""
    words = {f"{number}": word for number, word in enumerate([*UNITS, *TEENS], 1)}
    for stem, ten in TENS.items():
        words[f"{ten}"] = f"{stem}ieth"
        words |= {f"{ten + number}": f"{stem}y{word}" for number, word in enumerate(UNITS, 1)}
    return words
