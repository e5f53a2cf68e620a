"""What is said of an outcome: the figures it follows from, and why nothing follows from some counts."""

import polars as pl

CAST = pl.col("named") + pl.col("writeIns")
MAJORITY = pl.col("first") * 2 > CAST
PLURALITY = pl.col("voteThreshold") == "threshold-plurality"
RANKED = pl.col("voteThreshold") == "threshold-ranked-choice"


def reasons() -> pl.Expr:
    """The first reason why nothing follows from the counts of a contest, null where something does."""
    found = (*_about_the_contest(), *_about_the_counts(), *_about_the_votes())
    unsaid = pl.lit("kind of office, kind of election, state, day or place is not said")
    return pl.coalesce(pl.when(test).then(pl.coalesce(text, unsaid)) for test, text in found)


def _about_the_contest() -> tuple[tuple[pl.Expr, pl.Expr], ...]:
    kind = pl.col("electionKind").str.strip_prefix("election-kind-")
    office = pl.col("officeKind").str.strip_prefix("office-kind-")
    place = pl.col("state").str.to_uppercase()
    unknown = pl.format("no rule is known: {} of {}, {} election of {}", office, place, kind, "date")
    return (
        (pl.col("rule").is_null(), unknown),
        (pl.col("seats") != 1, pl.format("{} are to be elected, the rules are for one", "seats")),
    )


def _about_the_counts() -> tuple[tuple[pl.Expr, pl.Expr], ...]:
    most, least, expected = pl.col("mostCounties"), pl.col("leastCounties"), pl.col("expected")
    short = pl.format("counts from {} of {} counties", most, expected)
    over = pl.format("counts from {} counties, of which {} vote in it", most, expected)
    missing = pl.format("{}: counts from {} of {} counties", "leastCounted", least, expected)
    return (
        (pl.col("candidates").is_null(), pl.lit("no counts")),
        (pl.col("isQuestion"), pl.lit("its choices are no candidates")),
        (pl.col("candidates") == 0, pl.lit("no candidate is named")),
        (~pl.col("isFinal").fill_null(value=False), pl.lit("the counts are neither certified nor final")),
        (expected.is_null(), pl.format("the counties of {} are not known", "jurisdiction")),
        (most < expected, short),
        (most > expected, over),
        (least < expected, missing),
        (most.is_null() | least.is_null(), pl.lit("the counties of the counts are not known")),
    )


def _about_the_votes() -> tuple[tuple[pl.Expr, pl.Expr], ...]:
    first, second, written = pl.col("first"), pl.col("second"), pl.col("writeIns")
    rivals = pl.format("{} write-in votes, which may be for one person", grouped(written))
    behind = pl.format("{}; {} has {}", rivals, "leader", grouped(first))
    among = pl.format("{}; the second of the candidates has {}", rivals, grouped(second))
    half = pl.format("whether {} has more than half depends on {}", "leader", rivals)
    rounds = pl.lit(
        "nobody is the first choice of more than half; the rounds of ranked choice are not counted here"
    )
    return (
        (CAST == 0, pl.lit("no votes")),
        (RANKED & ~MAJORITY, rounds),
        (PLURALITY & (written >= first), behind),
        (PLURALITY & (first == second), pl.format("a tie at {} votes", grouped(first))),
        (~PLURALITY & ~MAJORITY & (first * 2 > pl.col("named")), half),
        (~PLURALITY & ~MAJORITY & (written >= second), among),
        (
            ~PLURALITY & ~MAJORITY & (second == pl.col("third")),
            pl.format("a tie for the second place at {} votes", grouped(second)),
        ),
    )


def computation() -> pl.Expr:
    """The figures of a candidacy and the law: 60 123 of 110 456 votes = 54.4 %; more than half (the law)."""
    figures = pl.format(
        "{} of {} votes = {} %", grouped(pl.col("votes")), grouped(CAST), percent(pl.col("votes"), CAST, 1)
    )
    return pl.format("{}; {} ({})", figures, _finding(), "law")


def _finding() -> pl.Expr:
    """What the figures mean under the rule."""
    code = pl.col("outcomeCode")
    won = code.is_in(["outcome-won", "outcome-won-outright"])
    ahead = pl.format("{} has {}", "leader", grouped(pl.col("first")))
    return (
        pl.when(won & (pl.col("candidates") == 1) & (pl.col("writeIns") == 0))
        .then(pl.lit("the only candidate"))
        .when(won & PLURALITY)
        .then(pl.lit("the most votes"))
        .when(won)
        .then(pl.lit("more than half"))
        .when(code == "outcome-advanced")
        .then(pl.lit("nobody has more than half, one of the two highest"))
        .when(pl.col("majority") | PLURALITY)
        .then(ahead)
        .otherwise(pl.lit("not one of the two highest"))
    )


def percent(votes: pl.Expr, cast: pl.Expr, places: int) -> pl.Expr:
    """A share in percent as text with some decimal places, rounded half up from whole numbers."""
    scale = 10**places
    rounded = (votes * 200 * scale + cast) // (cast * 2)
    decimals = (rounded % scale).cast(pl.String).str.zfill(places)
    return pl.format("{}.{}", rounded // scale, decimals)


def grouped(number: pl.Expr) -> pl.Expr:
    """A whole number as text with a space before each three digits: 110 456."""
    backwards = number.cast(pl.String).str.reverse().str.replace_all(r"(\d{3})", "${1} ")
    return backwards.str.reverse().str.strip_chars()
