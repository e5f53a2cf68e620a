"""Names of people as printed, taken apart.

Filings print the last name first and a comma after it, fact sheets and results the other way round.
Titles are left out, as filings and registers of several countries print them; a suffix such as JR or II
tells a father from a son and is kept by itself.
"""

# ruff: noqa: SIM905 (words read better as lines than as a list)

import polars as pl

from graph.identity.names.letters import filled, plain, tokens

TITLES = tuple(
    "CPA DAME DDS DIPL DR DVM ESQ FRAU HERR HON ING JD MD MISS MLLE MME MR MRS MS PHD PROF REV SIR".split()
)
SUFFIXES = {"JR": "JR", "JUNIOR": "JR", "SR": "SR", "SENIOR": "SR", "II": "II", "III": "III", "IV": "IV"}
PARTICLES = ("DA", "DE", "DEL", "DELLA", "DER", "DI", "DU", "EL", "LA", "LE", "LOS", "ST", "VAN", "VON")
QUOTED = r"[\"“(]\s*([^\"”)]+?)\s*[\"”)]"
"""What somebody is called stands in quotation marks or brackets within a name."""


def with_person_parts(named: pl.DataFrame, printed: str) -> pl.DataFrame:
    """A frame with the parts of people's names: `last`, `first`, `middle`, `suffix`, `called`.

    A part that is not printed is null. A single word without a comma is a last name. The steps are frames
    of their own, as an expression of expressions would be worked out again for each part.

    Args:
        named: Names in a column.
        printed: Name of the column.
    """
    name = pl.col(printed)
    words = named.select(
        called=plain(name.str.extract(QUOTED)), words=plain(name.str.replace_all(QUOTED, " "), keep=r",\-")
    )
    listed = words.with_columns(
        front=_names(pl.col("words").str.extract(r"^([^,]*)")),
        back=_names(pl.col("words").str.extract(r",(.*)$")),
        every=_names(pl.col("words")),
        suffix=_suffix(pl.col("words")),
    )
    parts = listed.with_columns(behind=_words_of_last(pl.col("every"))).select(
        last=_inverted(pl.col("front"), pl.col("every").list.tail(pl.col("behind"))).list.join(" "),
        given=_inverted(
            pl.col("back"), pl.col("every").list.head(_before(pl.col("every"), pl.col("behind")))
        ),
    )
    given = pl.col("given")
    told = parts.select("last", first=given.list.first(), middle=given.list.slice(1).list.join(" "))
    spaced = told.select(pl.all().str.replace_all("-", " ", literal=True).str.strip_chars(" "))
    return named.with_columns(
        *spaced.select(filled(pl.all().fill_null(""))).get_columns(), listed["suffix"], listed["called"]
    )


def _inverted(printed_so: pl.Expr, straight: pl.Expr) -> pl.Expr:
    """What stands before or behind a comma, where a given name is behind it; JOHN SMITH, JR. has none."""
    has_given = (pl.col("back").list.len() > 0) & (pl.col("front").list.len() > 0)
    return pl.when(has_given).then(printed_so).otherwise(straight)


def _names(words: pl.Expr) -> pl.Expr:
    """The words of a name without titles and suffixes."""
    return _listed(words).list.eval(pl.element().filter(~pl.element().is_in([*TITLES, *SUFFIXES])))


def _listed(words: pl.Expr) -> pl.Expr:
    return tokens(words.str.replace_all(",", " ", literal=True))


def _suffix(words: pl.Expr) -> pl.Expr:
    found = _listed(words).list.set_intersection(pl.lit(list(SUFFIXES))).list.first()
    return found.replace_strict(SUFFIXES, default=None, return_dtype=pl.String)


def _words_of_last(every: pl.Expr) -> pl.Expr:
    """How many words of a name that begins with the first are the last one: with a particle two."""
    particle = every.list.get(-2, null_on_oob=True).is_in(PARTICLES) & (every.list.len() > 2)  # noqa: PLR2004
    return pl.when(particle).then(2).otherwise(1)


def _before(every: pl.Expr, behind: pl.Expr) -> pl.Expr:
    return (every.list.len().cast(pl.Int64) - behind).clip(0)
