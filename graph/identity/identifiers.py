"""The ids that sources state of a thing, each with the register it is of: `fec:C99000001`, `wikidata:Q42`.

They stand in three places: in the path of what a regulator or a publisher has an id for, in numbers with
the name of their register before them, and in addresses of pages that Wikidata, LittleSis, OpenSanctions
and the Federal Election Commission keep of a thing.
"""

from collections.abc import Iterator

import polars as pl

OF_REGULATORS = ("candidate", "committee", "filing")
"""Kinds of things whose path is the kind, the register, and the id in it."""
OF_PUBLISHERS = "entity/ftm/"
"""Start of the paths of what a publisher of entities has an id for; whose ids, and the id, follow."""
ONCE = {
    **{name: name for name in ("fec", "lei", "littlesis", "opensanctions", "wikidata")},
    "bicCode": "bic",
    "cikCode": "cik",
    "dunsCode": "duns",
    "icijId": "icij",
    "imoNumber": "imo",
    "isinCode": "isin",
    "leiCode": "lei",
    "opencorporatesUrl": "opencorporates",
    "permId": "permid",
    "swiftBic": "bic",
    "uniqueEntityId": "uei",
    "wikidataId": "wikidata",
}
"""Registers that give a number once in the world, by the names that publishers have for them."""
PAGES = {
    "fec": r"^https?://(?:www\.)?fec\.gov/data/(?:candidate|committee)/([A-Z0-9]+)/?",
    "littlesis": r"^https?://(?:www\.)?littlesis\.org/(?:entities|org|person)/(\d+)",
    "opensanctions": r"^https?://(?:www\.)?opensanctions\.org/entities/([\w-]+)",
    "wikidata": r"^https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/(Q\d+)$",
}
ID = "identifier"
STATED = {
    "path": pl.String(),
    "given": pl.String(),
    "numbers": pl.List(pl.String()),
    "pages": pl.List(pl.String()),
}
"""Columns of things with what may state their ids.

`given` is the id that whoever the path names gave; `numbers` have the name of their register before them;
`pages` are addresses of pages about the thing.
"""


def identifiers_of(things: pl.LazyFrame) -> pl.LazyFrame:
    """The ids of things that have any: columns `path` and `identifiers`, a list in order.

    Args:
        things: Columns as in `STATED`.
    """
    found = pl.concat([_in_paths(things), _in_numbers(things), *_in_pages(things)])
    return found.drop_nulls().group_by("path").agg(identifiers=pl.col(ID).unique().sort())


def _in_paths(things: pl.LazyFrame) -> pl.LazyFrame:
    """The id that a regulator or publisher gave, as it is stated or as it ends the path."""
    named = pl.col("path").str.split("/").list.first().is_in(OF_REGULATORS)
    ends = pl.when(named).then(pl.col("path").str.extract(r"^[^/]+/[^/]+/(.+)$"))
    return things.select("path", _with_register(_whose(), pl.coalesce("given", ends)))


def _in_numbers(things: pl.LazyFrame) -> pl.LazyFrame:
    """Numbers in registers; one that others number as well has whose register it is before it."""
    each = things.select("path", number="numbers").explode("number").drop_nulls()
    register, number = (pl.col("number").str.extract(r"^([^\s:]+)[\s:]+(.*)$", part) for part in (1, 2))
    once = register.replace_strict(ONCE, default=None, return_dtype=pl.String)
    return each.select("path", _with_register(once.fill_null(pl.format("{}/{}", _whose(), register)), number))


def _in_pages(things: pl.LazyFrame) -> Iterator[pl.LazyFrame]:
    each = things.select("path", page="pages").explode("page").drop_nulls()
    for register, address in PAGES.items():
        yield each.select("path", _with_register(pl.lit(register), pl.col("page").str.extract(address)))


def _with_register(register: pl.Expr, number: pl.Expr) -> pl.Expr:
    return pl.format("{}:{}", register, number).alias(ID)


def _whose() -> pl.Expr:
    """Who gives ids to things of a path: a regulator or a publisher; null where it does not say."""
    steps = pl.col("path").str.split("/")
    at = pl.when(pl.col("path").str.starts_with(OF_PUBLISHERS)).then(2).otherwise(1)
    return steps.list.get(at, null_on_oob=True)
