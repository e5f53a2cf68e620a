"""Which rows of datasets a picture draws, as expressions on the columns of sums and candidacies."""

from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

import polars as pl

from graph.rows.words import US_DOLLARS

NO, YES = pl.lit(value=False), pl.lit(value=True)
PAYER, RELATION, TARGET = pl.col("payer"), pl.col("relation"), pl.col("target")


@dataclass(frozen=True, slots=True)
class NamedPaths:
    """Ends that are named.

    Attributes:
        nodes: Paths; an edge between two of them is drawn.
        pairs: Source, relation and target of edges with a space between; the relation is "" for any.
    """

    nodes: pl.Series
    pairs: pl.Series


@dataclass(frozen=True, slots=True)
class RowScope:
    """The rows a picture draws; None leaves a part open.

    Attributes:
        years: First and last year of times, any of which will do.
        contests: Paths of contests.
        parties: Paths of who stands in them and their committees; an end of a sum is one of these.
        reached: Paths of things; both ends of an edge are among these.
        named: Ends that are named.
        candidates: Paths of candidates, one of whom stands in each contest.
        least: What a sum comes to, in dollars.
    """

    years: tuple[tuple[int, int], ...] | None = None
    contests: pl.Series | None = None
    parties: pl.Series | None = None
    reached: pl.Series | None = None
    named: NamedPaths | None = None
    candidates: pl.Series | None = None
    least: Decimal | None = None

    def of_years(self, year: pl.Expr) -> pl.Expr:
        """Whether a year is wanted."""
        if self.years is None:
            return YES
        return reduce(pl.Expr.or_, (year.is_between(*span) for span in self.years)).fill_null(value=False)

    def of_days(self, day: pl.Expr) -> pl.Expr:
        """Whether the year of a day as text is wanted."""
        return self.of_years(day.str.slice(0, 4).cast(pl.Int64, strict=False))

    def of_sums(self) -> pl.Expr:
        """Whether a sum from `payer` to `target` is drawn."""
        if self.parties is None:
            return self.of_ends(PAYER, RELATION, TARGET)
        party = is_in(PAYER, self.parties) | is_in(TARGET, self.parties)
        return party & self.of_ends(PAYER, RELATION, TARGET)

    def of_ends(self, source: pl.Expr, relation: pl.Expr, target: pl.Expr) -> pl.Expr:
        """Whether the ends of an edge are reached, and named."""
        reached = YES
        if self.reached is not None:
            reached = is_in(source, self.reached) & is_in(target, self.reached)
        return reached if self.named is None else reached & _is_named(self.named, source, relation, target)

    def of_amount(self) -> pl.Expr:
        """Whether a sum comes to what it must."""
        if self.least is None:
            return YES
        return (pl.col("amount") >= self.least) & (pl.col("currency") == US_DOLLARS)

    def of_contest(self) -> pl.Expr:
        """Whether a candidacy is of a contest and a year that are wanted."""
        contest = YES if self.contests is None else is_in(pl.col("contest"), self.contests)
        return contest & self.of_days(pl.col("date"))

    def of_candidacy(self) -> pl.Expr:
        """Whether a candidacy draws its contest."""
        candidate, contest, place = (pl.col(name) for name in ("candidate", "contest", "jurisdiction"))
        ran, held = pl.lit("ranIn"), pl.lit("heldIn")
        ends = self.of_ends(candidate, ran, place) | self.of_ends(candidate, ran, contest)
        wanted = YES if self.candidates is None else is_in(candidate, self.candidates)
        return wanted & (ends | self.of_ends(place, held, contest))


EVERY_ROW = RowScope()


def is_in(column: pl.Expr, paths: pl.Series) -> pl.Expr:
    """Whether a path is among some; an empty one is not."""
    return column.is_in(paths.implode()).fill_null(value=False)


def _is_named(named: NamedPaths, source: pl.Expr, relation: pl.Expr, target: pl.Expr) -> pl.Expr:
    any_way = pl.concat_str(source, pl.lit(""), target, separator=" ")
    this_way = pl.concat_str(source, relation, target, separator=" ")
    pair = is_in(any_way, named.pairs) | is_in(this_way, named.pairs)
    return pair | (is_in(source, named.nodes) & is_in(target, named.nodes))
