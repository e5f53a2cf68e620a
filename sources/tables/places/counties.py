"""Which county a printed name or code means, from the list of counties in `sources/counties/`.

A name that fits two counties of a state (Baltimore, Richmond in Virginia) means none of them: null.
"""

from functools import cache
from importlib.resources import files

import polars as pl

SUFFIX = r" (county|parish|borough|census area|municipality|city and borough|planning region)$"


@cache
def counties() -> pl.DataFrame:
    """Every county and equivalent.

    Columns: fips, name, state (two small letters), ocd_id, also (other names, a list), former_fips,
    from and until (first and last day, null for as long as it matters), state_name.
    """
    frame = _read("counties.csv").with_columns(
        pl.col("also").str.split("|"), pl.col("from", "until").str.to_date("%Y-%m-%d")
    )
    names = states().select(state="code", state_name="name")
    return frame.join(names, on="state", how="left", maintain_order="left")


@cache
def states() -> pl.DataFrame:
    """Every state and the District of Columbia: fips, code (two small letters), name, ocd_id."""
    return _read("states.csv")


def county_paths(state: pl.Expr, name: pl.Expr) -> pl.Expr:
    """The path of a county, such as county/us/13121; null where the name means none, or more than one.

    Args:
        state: Two-letter code, in capital or small letters.
        name: Name as printed: Fulton, FULTON COUNTY, St. Johns, SAINT JOHNS, De Kalb, Athens-Clarke.
    """
    known = _known_names()
    asked = pl.concat_str(state.str.strip_chars().str.to_lowercase(), _key(name), separator=" ")
    return asked.replace_strict(known["key"], known["path"], default=None, return_dtype=pl.String)


def county_paths_of_fips(fips: pl.Expr) -> pl.Expr:
    """The path of a county by its code, with or without a leading zero; null where there is no such county.

    The code of a county that was renamed means the county of today.
    """
    current = counties().select(code="fips", path=_path("fips"))
    former = counties().drop_nulls("former_fips").select(code="former_fips", path=_path("fips"))
    known = pl.concat([current, former])
    asked = fips.str.strip_chars().str.zfill(5)
    return asked.replace_strict(known["code"], known["path"], default=None, return_dtype=pl.String)


def county_labels(path: pl.Expr) -> pl.Expr:
    """The name of a county with its state, such as Fulton County, Georgia, by its path; null for none."""
    known = counties().select(path=_path("fips"), label=pl.format("{}, {}", "name", "state_name"))
    return path.replace_strict(known["path"], known["label"], default=None, return_dtype=pl.String)


def _read(name: str) -> pl.DataFrame:
    """A file of the list of counties, all of it text."""
    return pl.read_csv(files("sources").joinpath("counties", name).read_bytes(), infer_schema=False)


def _path(fips: str) -> pl.Expr:
    return pl.lit("county/us/") + pl.col(fips)


@cache
def _known_names() -> pl.DataFrame:
    """Each name of a county as `key`, where it means one county only, and its `path`."""
    every = pl.concat_list("name", pl.col("also").fill_null(pl.lit([], dtype=pl.List(pl.String))))
    whole = counties().select("state", path=_path("fips"), name=every).explode("name")
    short = whole.with_columns(name=pl.col("name").str.replace("(?i)" + SUFFIX, "").str.replace(" city$", ""))
    keys = pl.concat([whole, short]).select(
        "path", key=pl.concat_str("state", _key(pl.col("name")), separator=" ")
    )
    return keys.unique().filter(pl.len().over("key") == 1).sort("key")


def _key(name: pl.Expr) -> pl.Expr:
    """What stays the same in the ways of printing a name: small letters and digits, saints as st."""
    plain = name.str.normalize("NFKD").str.replace_all(r"\p{M}", "").str.to_lowercase().str.strip_chars()
    plain = plain.str.replace_all("&", " and ").str.replace(r"[ .](co|cnty|cty)\.?$", " county")
    plain = plain.str.replace(r"^(?:city and county|county) of (.+)$", "${1} county")
    plain = plain.str.replace(r"^(city and borough|city|municipality) of (.+)$", "${2} ${1}")
    plain = plain.str.replace_all(r"\bsaint\b", "st").str.replace_all(r"\bsainte\b", "ste")
    return plain.str.replace_all("[^a-z0-9]", "")
