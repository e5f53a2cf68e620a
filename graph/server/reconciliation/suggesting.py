"""Things whose names begin as somebody types, for a list to choose from."""

import polars as pl

from graph.identity.lookup import with_key_beginning
from graph.identity.names.letters import plain
from graph.identity.sides import Side
from graph.server.reconciliation.held import Reconciled

SHOWN = 20
"""Things of a list; a cursor asks for those after them."""


def beginning_with(opened: Reconciled, prefix: str, skipped: int) -> list[Side]:
    """The things with an id, or with words in their names that begin as those of a text.

    Names that begin as the text come first, then those that most money went through.

    Args:
        opened: The things of the graph.
        prefix: What somebody has typed so far.
        skipped: How many are not wanted again.
    """
    has_id = pl.col("path").is_in(with_key_beginning(opened.matcher.keys, prefix).implode())
    words = pl.select(plain(pl.lit(prefix)).fill_null("")).item()
    begun = pl.col("spelled").str.starts_with(f" {words}")
    with_words = [pl.col("spelled").str.contains(f" {word}", literal=True) for word in words.split()]
    wanted = has_id | pl.all_horizontal(with_words) if with_words else has_id
    order = (has_id, begun, "money", "path")
    ranked = opened.names.filter(wanted).sort(*order, descending=[True, True, True, False])
    shown = ranked.unique("path", keep="first", maintain_order=True).slice(skipped, SHOWN)
    return opened.sides(shown["path"])
