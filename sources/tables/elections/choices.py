"""What the votes of a row are for: a candidate, whose name is put in natural order, or another choice."""

import re
from functools import cache

import polars as pl

from sources.tables.elections.offices import is_question
from sources.tables.elections.reference import reference
from sources.tables.layouts.columns import slug
from sources.tables.layouts.repeated import by_text

CANDIDATE, WRITE_IN, OPTION = "choice-candidate", "choice-write-in", "choice-option"
NO_VOTES = ("choice-registered", "choice-other", "choice-all-votes")
"""Choices whose rows by mode are no parts of a sum."""
INCUMBENT = r"(?i)\s*\((?:i|inc\.?|incumbent)\)\s*"
WRITTEN = r"(?i)^write-?in\s*[:\-]\s*|\s*\(write-?in\)\s*$"
SUFFIX = "(?i:jr|sr|ii|iii|iv|v)"
REVERSED = rf"^([^,/&]+),\s*([^,/&]+?)(?:[,\s]+({SUFFIX})\.?)?$"
ONLY_SUFFIX = rf"^([^,/&]+),\s*({SUFFIX}\.?)$"


def with_choices(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with what its choices are.

    Adds choice_kind, name (as printed, without marks) and name_slug (in natural order), both null for what is
    no candidate, and fills incumbent and write_in.

    Args:
        frame: With columns office, choice (as printed), incumbent and write_in (null where not said).
    """
    texts = frame["choice"].unique()
    kinds = pl.Series([None if text is None else kind_of(text) for text in texts], dtype=pl.String)
    printed = pl.col("choice").replace_strict(texts, kinds, default=None, return_dtype=pl.String)
    frame = frame.with_columns(
        printed.alias("choice_kind"),
        *by_text(
            frame,
            "choice",
            name=without_marks(pl.col("choice")),
            name_slug=slug(natural_order(pl.col("choice"))),
            _marked=pl.col("choice").str.contains(INCUMBENT),
            _written=pl.col("choice").str.contains(WRITTEN),
        ),
    )
    return _settled(frame)


def _settled(frame: pl.DataFrame) -> pl.DataFrame:
    """The kinds that need more than the text of the choice."""
    nameless = (pl.col("name_slug").fill_null("") == "") & (pl.col("choice_kind").fill_null("") == CANDIDATE)
    kind = (
        pl.when(pl.col("choice").is_null() & pl.col("write_in"))
        .then(pl.lit(WRITE_IN))
        .when(pl.col("choice").is_null() | nameless)
        .then(pl.lit("choice-other"))
        .when((pl.col("choice_kind") == CANDIDATE) & is_question(pl.col("office")))
        .then(pl.lit(OPTION))
        .otherwise("choice_kind")
    )
    frame = frame.with_columns(kind.alias("choice_kind"))
    named = pl.col("choice_kind") == CANDIDATE
    return frame.with_columns(
        pl.when(named).then("name").alias("name"),
        pl.when(named).then("name_slug").alias("name_slug"),
        pl.coalesce(pl.when("_marked").then(pl.lit(value=True)), "incumbent").alias("incumbent"),
        pl.coalesce(pl.when("_written").then(pl.lit(value=True)), "write_in").alias("write_in"),
    ).drop("_marked", "_written")


@cache
def kind_of(printed: str) -> str:
    """The code of what a printed choice is; a candidate where the table does not know better."""
    text = _plain(printed)
    for known in reference().choices:
        if known.printed.fullmatch(text):
            return known.code
    return CANDIDATE


def is_write_in_total(choice: pl.Expr) -> pl.Expr:
    """Whether a printed choice is the sum of all write-ins."""
    text = choice.str.to_uppercase().str.replace_all("[^A-Z0-9]+", " ").str.strip_chars()
    return text.str.contains(f"^(?:{reference().patterns['write_in_total.printed'].pattern})$")


def natural_order(printed: pl.Expr) -> pl.Expr:
    """A name as it is spoken, without marks: BARBARA LAWALL for LAWALL, BARBARA (I)."""
    bare = without_marks(printed).str.replace(ONLY_SUFFIX, "${1} ${2}")
    return bare.str.replace(REVERSED, "${2} ${1} ${3}").str.strip_chars()


def without_marks(printed: pl.Expr) -> pl.Expr:
    """A name as printed, without marks such as (I) for an incumbent; null where nothing is left."""
    bare = printed.str.replace_all(INCUMBENT, " ").str.replace_all(WRITTEN, "")
    bare = bare.str.replace_all(r"\s+", " ").str.strip_chars()
    return pl.when(bare != "").then(bare)


def _plain(printed: str) -> str:
    """The text in capitals, without punctuation."""
    text = re.sub(r"[.'’\"]", "", printed.upper())
    return " ".join(re.sub("[^A-Z0-9]+", " ", text).split())
