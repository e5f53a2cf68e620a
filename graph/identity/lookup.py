"""Things by an id: their own, one in a register, or an address that has one of these."""

import polars as pl

from graph.identity.identifiers import PAGES

KEY, STATED = "key", "stated"
ADDRESS = r"^https?://\S+/(?:id|page)/(\S+)$"
"""The address of a thing of a graph, or of its page."""


def keys_of(records: pl.DataFrame) -> pl.DataFrame:
    """What things can be asked for by: columns `key`, `path`, and `stated`, what is shown for it.

    A number of a register is a key by itself where it has a digit, so that no name is taken for one.
    """
    things = records.unique("path", keep="first", maintain_order=True).select("path", "identifiers")
    whole = things.select("path", pl.col("identifiers").alias(STATED)).explode(STATED).drop_nulls()
    bare = whole.with_columns(pl.col(STATED).str.extract(r"^[^:]+:(.*\d.*)$").alias(KEY)).drop_nulls()
    paths = things.select("path", pl.col("path").alias(STATED))
    return pl.concat(
        [named.with_columns(pl.col(STATED).alias(KEY)) for named in (whole, paths)] + [bare]
    ).select(KEY, "path", STATED)


def asked_by_id(asked: pl.DataFrame, keys: pl.DataFrame) -> pl.DataFrame:
    """The questions that give an id of a thing in place of a name, or beside it: `at`, `path`, `stated`."""
    texts = [asked.select("at", text=name) for name in ("name", "identifier") if name in asked.columns]
    given = pl.concat(texts).drop_nulls().with_columns(_key(pl.col("text").str.strip_chars()).alias(KEY))
    return given.join(keys, on=KEY).select("at", "path", STATED).unique().sort("at", "path", STATED)


def with_key_beginning(keys: pl.DataFrame, typed: str) -> pl.Series:
    """The paths of the things with an id that begins as somebody types, or whose address somebody pasted."""
    start = pl.select(_key(pl.lit(typed.strip()))).item()
    begun = pl.col(KEY).str.to_lowercase().str.starts_with(start.lower()) if start else pl.lit(value=False)
    return keys.filter(begun)["path"]


def _key(text: pl.Expr) -> pl.Expr:
    """A text as a key: of an address the id in it."""
    pages = [
        pl.format("{}:{}", pl.lit(register), text.str.extract(address)) for register, address in PAGES.items()
    ]
    return pl.coalesce(*pages, text.str.extract(ADDRESS), text)
