"""What is compared of a thing: the parts of its name, place, job, days and contests, one row a name it has.

A printed party of a thousand rows is one record, with the employer and occupation it is printed with
most, its first and last day, and how much money and how many rows a decision on it would move.
"""

import polars as pl

from graph.identity.names.letters import filled, plain
from graph.identity.names.nicknames import forms_of
from graph.identity.names.organisations import core, gist, looks_like_organisation
from graph.identity.names.people import with_person_parts

PERSON, ORGANISATION = "person", "organisation"
WORDS = pl.List(pl.String())
PRINTED: dict[str, pl.DataType] = {
    "path": pl.String(),
    "kind": pl.String(),
    "label": pl.String(),
    "others": WORDS,
    "organisation": pl.Boolean(),
    "city": pl.String(),
    "state": pl.String(),
    "postcode": pl.String(),
    "employer": pl.String(),
    "occupation": pl.String(),
    "first_day": pl.String(),
    "last_day": pl.String(),
    "contests": WORDS,
    "offices": WORDS,
    "identifiers": WORDS,
    "register": pl.String(),
    "dataset": pl.String(),
    "money": pl.Decimal(18, 2),
    "rows": pl.Int64(),
}
"""Columns of things as they are printed, before their names are taken apart.

`others` are names besides the label; `organisation` is null where nobody says; `identifiers` are those
that sources state, and `register` is the register that the path is of; `money` is the sum of its rows,
whichever way it went.
"""
NOBODY = (
    "DISABLED",
    "HOMEMAKER",
    "INFORMATION REQUESTED",
    "INFORMATION REQUESTED PER BEST EFFORTS",
    "N A",
    "NA",
    "NAN",
    "NONE",
    "NOT APPLICABLE",
    "NOT EMPLOYED",
    "NULL",
    "REFUSED",
    "REQUESTED",
    "RETIRED",
    "SELF",
    "SELF EMPLOYED",
    "SELFEMPLOYED",
    "STUDENT",
    "UNEMPLOYED",
)
"""What is printed where there is no employer; it tells nobody apart."""
SPREAD = 5
"""How many times rarer a name of an organisation is for each word more, up to three."""
FEW, LETTERS_ENOUGH = 20, 4
"""Records up to which a word is rare, and the letters it has at least."""
BASE_SHARES = {
    "last": (0.0005, 50_000),
    "first": (0.01, 20_000),
    "employer": (0.001, 20_000),
    "core": (2e-5, 50_000),
}
"""How frequent a value is before anything is counted, and as how many records that weighs."""


def records_of(printed: pl.DataFrame, among: pl.DataFrame | None = None) -> pl.DataFrame:
    """Records ready to be compared, in order of their paths; what has no name to compare is left out.

    A record is a thing by one of its names: `id` is the path for the first name, and the path, a space
    and a number for others. A person of whom only a last name is printed has none.

    Args:
        printed: Columns as in `PRINTED`.
        among: Records whose names are counted to tell how frequent one is; None for these themselves.

    Raises:
        MissingExtraError: The list of nicknames is not installed.
    """
    told = _by_name(printed).filter(pl.col("label").str.contains(r"\p{L}"))
    known = pl.col("organisation")
    is_organisation = pl.when(known.is_null() | ~known).then(looks_like_organisation(pl.col("label")))
    read = with_person_parts(told, "label").with_columns(
        core=core(pl.col("label")),
        group=pl.when(is_organisation.fill_null(value=True))
        .then(pl.lit(ORGANISATION))
        .otherwise(pl.lit(PERSON)),
    )
    read = read.with_columns(_only(PERSON, name) for name in ("last", "first", "middle", "suffix", "called"))
    read = read.with_columns(_only(ORGANISATION, "core")).with_columns(**_compared())
    read = _with_forms(read.filter((pl.col("group") == ORGANISATION) | pl.col("first").is_not_null()))
    counted = read if among is None else among
    return _with_rare_words(_with_shares(read, counted), counted).sort("id")


def _by_name(printed: pl.DataFrame) -> pl.DataFrame:
    """A row a name: the label, and the others after it."""
    each = printed.with_columns(
        label=pl.concat_list(pl.concat_list("label"), pl.col("others").fill_null([]))
    ).drop("others")
    numbered = each.with_columns(number=pl.int_ranges(pl.col("label").list.len())).explode("label", "number")
    key = pl.when(pl.col("number") == 0).then("path").otherwise(pl.format("{} {}", "path", "number"))
    return numbered.with_columns(id=key).drop("number")


def _only(group: str, name: str) -> pl.Expr:
    return pl.when(pl.col("group") == group).then(pl.col(name)).alias(name)


def _compared() -> dict[str, pl.Expr]:
    """Places, jobs, days and numbers as they are compared."""
    digits = pl.col("postcode").str.replace_all(r"\D", "")
    employer, occupation = core(pl.col("employer")), plain(pl.col("occupation"))
    return {
        "city": plain(pl.col("city")),
        "zip5": filled(digits.str.head(5)),
        "zip9": pl.when(digits.str.len_chars() == 9).then(digits),  # noqa: PLR2004 - digits of ZIP+4
        "employer": pl.when(~employer.is_in(NOBODY)).then(employer),
        "occupation": pl.when(~occupation.is_in(NOBODY)).then(occupation),
        "since": pl.col("first_day").str.to_date("%Y-%m-%d", strict=False),
        "until": pl.col("last_day").str.to_date("%Y-%m-%d", strict=False),
        "gist": gist(pl.col("core")),
        "words": pl.col("core").str.split(" ").list.unique().list.sort(),
        "begun": pl.col("core").str.split(" ").list.eval(pl.element().str.head(5)).list.unique().list.sort(),
        "numbers": pl.col("core").str.extract_all(r"\d+").list.join(" "),
    }


def _with_forms(read: pl.DataFrame) -> pl.DataFrame:
    """Records with the full names that a first name may stand for."""
    forms = forms_of(read["first"].drop_nulls())
    return read.join(forms, on="first", how="left", maintain_order="left")


def _with_shares(read: pl.DataFrame, among: pl.DataFrame) -> pl.DataFrame:
    """Records with how frequent their values are, drawn towards what they are anywhere: few say little."""
    for name, (base, weight) in BASE_SHARES.items():
        known = among[name].drop_nulls()
        counts = known.value_counts(name="=count")
        spread = SPREAD ** (pl.col("words").list.len().clip(1, 3) - 1) if name == "core" else pl.lit(1)
        share = (pl.col("=count").fill_null(0) + base * weight) / (known.len() + weight * spread)
        joined = read.join(counts, on=name, how="left", maintain_order="left")
        read = joined.with_columns(pl.when(pl.col(name).is_not_null()).then(share).alias(f"tf_{name}"))
        read = read.drop("=count")
    return read


def _with_rare_words(read: pl.DataFrame, among: pl.DataFrame) -> pl.DataFrame:
    """Records with the words of organisations that few others have: two that share one are compared."""
    counts = among["words"].explode().drop_nulls().value_counts(name="=count")
    usual = counts.filter(pl.col("=count") > FEW)["words"].implode()
    long = pl.element().str.len_chars() >= LETTERS_ENOUGH
    told = pl.col("words").list.eval(pl.element().filter(long)).list.set_difference(usual)
    return read.with_columns(rare=told.fill_null([]).list.sort())
