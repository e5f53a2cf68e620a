"""Candidates for a merge: two things that may be one, how likely, why, and what a decision is worth."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import polars as pl

from graph.identity.explaining import Reason, reasons
from graph.identity.records import records_of
from graph.identity.scoring import probability, scored_pairs
from graph.identity.sides import Side, side_of

LEAST_WEIGHT = -3.0
"""Pairs below it, one in nine, are not worth a look."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two things that may be one.

    Attributes:
        group: What they are: people or organisations.
        weight: The evidence in bits.
        probability: That they are one.
        reasons: The weight of each aspect.
        value: Money that a decision moves, times how open it is, from 0.
    """

    left: Side
    right: Side
    group: str
    weight: float
    probability: float
    reasons: tuple[Reason, ...]
    value: float

    @property
    def pair(self) -> Pair:
        """Both paths."""
        return self.left.path, self.right.path


@dataclass(frozen=True, slots=True)
class Proposals:
    """Pairs that may be one, in order of the value of a decision, and what they are made of.

    Attributes:
        pairs: A row a pair.
        records: A row a name of a thing.
        contests: Contests that may be one; they come first, as votes and outcomes hang on them.
    """

    pairs: pl.DataFrame
    records: pl.DataFrame
    contests: tuple[Candidate, ...] = ()

    @property
    def count(self) -> int:
        """How many candidates there are."""
        return len(self.contests) + self.pairs.height

    def first(self, count: int) -> Iterator[Candidate]:
        """The candidates whose decision is worth most."""
        yield from self.contests[:count]
        yield from candidates_of(self.pairs.head(max(0, count - len(self.contests))), self.records)


def propose(printed: pl.DataFrame) -> Proposals:
    """What may be one among things as they are printed; different ids of one register are never proposed.

    Args:
        printed: Columns as in `graph.identity.records.PRINTED`.

    Raises:
        MissingExtraError: The libraries that compare are not installed.
    """
    records = records_of(printed)
    pairs = with_things(scored_pairs(records, LEAST_WEIGHT), records).filter(_not_two_of_a_register())
    order = ["value", "rows_value", "weight", "left", "right"]
    return Proposals(pairs.sort(order, descending=[True, True, True, False, False]), records)


def narrowed(
    found: Proposals, decided: Collection[Pair] = (), kind: str = "", dataset: str = ""
) -> Proposals:
    """The candidates that are wanted.

    Args:
        found: All candidates.
        decided: Pairs that somebody decided on, the smaller path first, which are left out.
        kind: `person` or `organisation`, "" for both.
        dataset: Id of a dataset that one of the two is from, "" for any.
    """
    pairs = found.pairs
    if kind:
        pairs = pairs.filter(pl.col("group") == kind)
    if dataset:
        of_dataset = pl.col("dataset_left", "dataset_right") == f"dataset/{dataset}"
        pairs = pairs.filter(pl.any_horizontal(of_dataset))
    if decided:
        known = pl.DataFrame(list(decided), schema=["left", "right"], orient="row")
        pairs = pairs.join(known, on=["left", "right"], how="anti", maintain_order="left")
    return replace(found, pairs=pairs)


def with_things(pairs: pl.DataFrame, records: pl.DataFrame) -> pl.DataFrame:
    """Pairs of things instead of names: each two things once, by the two names that say most.

    Columns tell of each side its path, dataset, money, rows and register, and of the pair its
    probability and the value of a decision.
    """
    sides = records.select("id", "path", "dataset", "money", "rows", "register")
    joined = pairs.rename({"left": "left_name", "right": "right_name"})
    for side in ("left", "right"):
        joined = joined.join(
            sides.rename({name: f"{name}_{side}" for name in sides.columns}),
            left_on=f"{side}_name",
            right_on=f"id_{side}",
        )
    turned = pl.col("path_left") > pl.col("path_right")
    swapped = [
        pl.when(turned).then(f"{name}_{other}").otherwise(f"{name}_{side}").alias(f"{name}_{side}")
        for name in ("path", "dataset", "money", "rows", "register")
        for side, other in (("left", "right"), ("right", "left"))
    ]
    names = [
        pl.when(turned).then(f"{other}_name").otherwise(f"{side}_name").alias(f"{side}_name")
        for side, other in (("left", "right"), ("right", "left"))
    ]
    told = joined.with_columns(*swapped, *names).filter(pl.col("path_left") != pl.col("path_right"))
    told = told.rename({"path_left": "left", "path_right": "right"})
    best = told.sort("weight", "left_name", "right_name", descending=[True, False, False])
    return _valued(best.unique(["left", "right"], keep="first", maintain_order=True))


def _not_two_of_a_register() -> pl.Expr:
    return (pl.col("register_left") != pl.col("register_right")).fill_null(value=True)


def _valued(pairs: pl.DataFrame) -> pl.DataFrame:
    """Pairs with what a decision moves, money and rows, times how open it is."""
    share = probability(pl.col("weight"))
    openness = 1 - (2 * share - 1).abs()
    moved = [_moved(f"{name}_left", f"{name}_right") for name in ("money", "rows")]
    return pairs.with_columns(probability=share, value=moved[0] * openness, rows_value=moved[1] * openness)


def _moved(left: str, right: str) -> pl.Expr:
    """The smaller side's money or rows, as the other keeps its own; all there is where one has none."""
    least, most = pl.min_horizontal(left, right), pl.max_horizontal(left, right)
    return pl.when(least > 0).then(least).otherwise(most).cast(pl.Float64)


def candidates_of(pairs: pl.DataFrame, records: pl.DataFrame) -> Iterator[Candidate]:
    """Pairs, as `with_things` gives them, as a person sees them."""
    names = pl.concat([pairs["left_name"], pairs["right_name"]]).unique()
    named = records.filter(pl.col("id").is_in(names.implode()))
    found = {str(one["id"]): one for one in named.iter_rows(named=True)}
    for pair in pairs.iter_rows(named=True):
        left, right = found[pair["left_name"]], found[pair["right_name"]]
        yield Candidate(
            left=side_of(left),
            right=side_of(right),
            group=pair["group"],
            weight=pair["weight"],
            probability=pair["probability"],
            reasons=reasons(pair["group"], pair, left, right),
            value=pair["value"],
        )
