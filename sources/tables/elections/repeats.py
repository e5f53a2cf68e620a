"""Which figures hold votes that other figures of the dataset hold too, and where two sums differ.

A figure that is repeated is kept and marked; what is not marked adds up to the votes, once.
"""

from collections.abc import Iterator

import polars as pl

from sources.tables.elections.choices import CANDIDATE, NO_VOTES, OPTION, WRITE_IN, is_write_in_total
from sources.tables.elections.problems import OF_FILES, problems_of
from sources.tables.elections.sources_of_votes import without_other_sources
from sources.tables.layouts.rows import LINE

REPEATED = {"file": pl.String, LINE: pl.UInt32, "part": pl.String}
ROW = ["file", LINE]
PLACE = ["file", "contest", "where", "precinct", "rollup", "recount"]
CHOICE = [*PLACE, "choice", "party"]
ALL_VOTES = "choice-all-votes"
STATE = 3
KEPT = [
    *ROW,
    *("part", "whole", "mode", "value", "contest", "state", "where", "precinct", "recount", "rollup"),
    *("choice_kind", "choice", "key", "party", "write_in"),
]


def gather_repeats(batches: Iterator[pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """The figures of a dataset that are repeated, by file, line and part, and the doubts about sums.

    Args:
        batches: Figures of the whole dataset, with a column `file`.
    """
    compact = [_compact(batch) for batch in batches]
    if len(compact) == 0:
        return {"repeated": pl.DataFrame(schema=REPEATED), "doubts": pl.DataFrame(schema=OF_FILES)}
    figures = pl.concat(compact)
    doubts = [_twice(figures)]
    of_rows = counted = figures.filter(~settled_row())
    for step in (_across_rows, _write_in_totals, _told_again, without_other_sources):
        counted, found = step(counted)
        doubts.append(found)
    doubts.append(_all_votes(counted))
    taken = counted.select(*REPEATED)
    lost = of_rows.select(*REPEATED).join(taken, on=list(REPEATED), how="anti", nulls_equal=True)
    return {"repeated": lost, "doubts": pl.concat(doubts).sort("file", LINE, "wanted")}


def settled_row() -> pl.Expr:
    """Whether a figure is repeated in its row: the whole where the parts add up to it, else the parts."""
    return _settled(["file", LINE])


def row_doubts(figures: pl.DataFrame) -> pl.DataFrame:
    """The rows whose parts do not add up to the whole, as problems."""
    return _unequal(figures, ROW, "the sum of its parts is {}; the whole is counted").drop("file")


def _compact(batch: pl.DataFrame) -> pl.DataFrame:
    """What is needed of the figures; a candidate is the same in files that print the name differently."""
    key = pl.when(pl.col("choice_kind") == CANDIDATE).then("name_slug").otherwise("choice_kind")
    where = pl.coalesce("county", "area", "county_text", "state")
    return batch.with_columns(key.alias("key"), where.alias("where")).select(KEPT)


def _settled(keys: list[str]) -> pl.Expr:
    whole, parts, both = _sums(keys)
    adds_up = (whole == parts) & ~pl.col("choice_kind").is_in(NO_VOTES)
    return both & (pl.col("whole") == adds_up)


def _sums(keys: list[str]) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    """Votes of the wholes, votes of the parts, and whether there are both, in groups."""
    whole, value = pl.col("whole"), pl.col("value")
    return (
        value.filter(whole).sum().over(keys),
        value.filter(~whole).sum().over(keys),
        whole.any().over(keys) & (~whole).any().over(keys),
    )


def _unequal(figures: pl.DataFrame, keys: list[str], wanted: str) -> pl.DataFrame:
    whole, parts, both = _sums(keys)
    votes = ~pl.col("choice_kind").is_in(NO_VOTES)
    summed = figures.with_columns(_whole=whole, _parts=parts, _both=both & (whole != parts) & votes)
    rows = summed.filter(pl.col("_both") & pl.col("whole")).unique(keys, keep="first", maintain_order=True)
    return problems_of(rows, "votes", pl.col("_whole"), pl.format(wanted, "_parts"))


def _across_rows(figures: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Without totals beside rows for each mode of the same choice in the same place."""
    whole, here = pl.col("whole"), ["file", "contest", "where"]
    mixed = figures.group_by(here).agg(both=whole.any() & ~whole.all()).filter("both")
    some = figures.join(mixed, on=here, how="semi", maintain_order="left")
    if some.height == 0:
        return figures, pl.DataFrame(schema=OF_FILES)
    rest = figures.join(mixed, on=here, how="anti", maintain_order="left")
    doubts = _unequal(some, CHOICE, "the rows by mode sum to {}; the total is counted")
    return pl.concat([rest, some.filter(~_settled(CHOICE))]), doubts


def _write_in_totals(figures: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Without the total of write-ins where the same place gives them one by one.

    Where these have no names and sum to something else, the total is counted and they are not.
    """
    keys = [*PLACE, "mode"]
    nameless = pl.col("choice_kind") == WRITE_IN
    total = nameless & is_write_in_total(pl.col("choice")).fill_null(value=False)
    if not figures.select(total.any()).item():
        return figures, pl.DataFrame(schema=OF_FILES)
    named = ~nameless & pl.col("write_in").fill_null(value=False)
    single, value = (nameless | named) & ~total, pl.col("value")
    marked = figures.with_columns(
        _total=total,
        _single=single,
        _both=total.any().over(keys) & single.any().over(keys),
        _all=value.filter(total).sum().over(keys),
        _singles=value.filter(single).sum().over(keys),
        _named=named.any().over(keys),
    )
    keep_singles = pl.col("_named") | (pl.col("_all") == pl.col("_singles"))
    out = pl.col("_both") & pl.when(keep_singles).then("_total").otherwise("_single")
    odd = marked.filter(pl.col("_both") & pl.col("_total") & (pl.col("_all") != pl.col("_singles")))
    counted = pl.when("_named").then(pl.lit("these are")).otherwise(pl.lit("the total is"))
    wanted = pl.format("the write-ins told one by one sum to {}; {} counted", "_singles", counted)
    return marked.filter(~out).select(figures.columns), problems_of(odd, "votes", pl.col("_all"), wanted)


def _told_again(figures: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Without the second and later rows that have one and the same total of a state."""
    first = pl.col(LINE) == pl.col(LINE).min().over([*CHOICE, "mode", "value"])
    return figures.filter((pl.col("rollup") < STATE) | first), pl.DataFrame(schema=OF_FILES)


def _all_votes(counted: pl.DataFrame) -> pl.DataFrame:
    """Where the votes for the choices are more than all votes."""
    keys = [*PLACE, "mode"]
    if not (counted["choice_kind"] == ALL_VOTES).any():
        return pl.DataFrame(schema=OF_FILES)
    votes = pl.col("choice_kind").is_in([CANDIDATE, WRITE_IN, OPTION])
    rows = counted.with_columns(_votes=pl.col("value").filter(votes).sum().over(keys))
    more = rows.filter((pl.col("choice_kind") == ALL_VOTES) & (pl.col("_votes") > pl.col("value")))
    return problems_of(
        more, "votes", pl.col("value"), pl.format("at least {}, the votes for the choices", "_votes")
    )


def _twice(figures: pl.DataFrame) -> pl.DataFrame:
    """Rows that say the same as an earlier row of their file; publishers do that on purpose."""
    keys = [*CHOICE, "part", "mode", "value"]
    first = figures.with_columns(_first=pl.col(LINE).min().over(keys))
    same = (pl.col("_first") < pl.col(LINE)).all().over(ROW)
    rows = first.filter(same & (pl.col("rollup") < STATE)).unique(ROW, keep="first", maintain_order=True)
    return problems_of(
        rows, "choice", pl.col("choice"), pl.format("another row than line {}; both are counted", "_first")
    )
