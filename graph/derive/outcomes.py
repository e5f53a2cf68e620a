"""Who won, lost or goes on to a second round: derived from vote totals where a rule of law covers a contest.

A contest is decided only if a rule is known for its state, office, election and day, one person is to be
elected, the counts are certified or final, every county that votes in it is there for every candidate, and
neither a tie nor write-in votes, which may all be for one person, leave it open. Else it is told why not.
Each outcome names its rule and its figures. What comes after the count is not looked at: recounts that change
the count, withdrawals, disqualifications.
"""

from dataclasses import dataclass

import polars as pl

from graph.derive.electoral_rules import electoral_rules
from graph.derive.outcome_words import CAST, computation, percent, reasons
from sources.tables.places.districts import district_counties

CANDIDATE = pl.col("choiceKind") == "choice-candidate"
WRITE_IN = pl.col("choiceKind") == "choice-write-in"
OPTION = pl.col("choiceKind") == "choice-option"
DAY = pl.col("date").str.to_date("%Y-%m-%d", strict=False)
WORDS = {
    "outcome-won": "won",
    "outcome-won-outright": "won outright",
    "outcome-advanced": "advanced from",
    "outcome-lost": "lost",
}


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What follows from counts.

    Attributes:
        results: Rows of the table `outcome`, a row for each candidacy.
        undecided: The contests nothing follows for: `contest` and `reason`.
    """

    results: pl.DataFrame
    undecided: pl.DataFrame


def outcomes(totals: pl.DataFrame, contests: pl.DataFrame, rules: pl.DataFrame | None = None) -> Outcomes:
    """The outcome of each candidacy of contests that are decided, and why the others are not.

    Args:
        totals: A row for each choice: contest, candidacy, candidate and label (null for write-ins together),
            choiceKind, votes, and counties, the number of counties its votes were counted in.
        contests: A row for each: contest, label, state (two small letters), officeKind, electionKind, date
            (year-month-day), jurisdiction, seats (null for one), countStatus, and isFinal: whether the counts
            are certified or of a final official file. A column `dataset` is passed on.
        rules: Rules as `electoral_rules` gives them; those of the ontology when left out.
    """
    known = electoral_rules() if rules is None else rules
    held = _with_standings(_with_expected(_with_rule(contests, known)), totals)
    judged = held.with_columns(reason=reasons(), majority=pl.col("first") * 2 > CAST)
    decided = judged.filter(pl.col("reason").is_null())
    undecided = judged.filter(pl.col("reason").is_not_null()).select("contest", "reason").sort("contest")
    return Outcomes(_results(decided, totals), undecided)


def _with_rule(contests: pl.DataFrame, rules: pl.DataFrame) -> pl.DataFrame:
    """Contests with the rule that holds for each: that of its own place, else that of its state."""
    by_kind = rules.rename({"jurisdiction": "area"}).explode("electionKind")
    pairs = contests.join(by_kind, on=["officeKind", "electionKind"])
    own, state = pl.col("area") == pl.col("jurisdiction"), pl.format("state/us/{}", "state") == pl.col("area")
    excepted = pl.col("exceptIn").list.contains(pl.col("jurisdiction"))
    holding = pairs.filter(_within(DAY, "knownFrom", "knownUntil"), own | (state & ~excepted))
    chosen = holding.sort(own, descending=True).unique("contest", keep="first", maintain_order=True)
    return contests.join(
        chosen.select("contest", "rule", "voteThreshold", "goOn", "law"), on="contest", how="left"
    )


def _with_expected(contests: pl.DataFrame) -> pl.DataFrame:
    """Contests with the number of counties that vote in each, null where it is not known."""
    asked = contests.select("contest", "date", district="jurisdiction")
    voting = asked.join(district_counties(), on="district").filter(
        _within(DAY, "elects_from", "elects_until")
    )
    counted = voting.group_by("contest").agg(pl.col("county").n_unique().cast(pl.Int64).alias("expected"))
    one = pl.col("jurisdiction").str.starts_with("county/us/")
    joined = contests.join(counted, on="contest", how="left")
    return joined.with_columns(expected=pl.when(one).then(1).otherwise("expected"))


def _within(day: pl.Expr, first: str, last: str) -> pl.Expr:
    """Whether a day is between two others, both included; an open end lets every day in."""
    begun = pl.col(first).is_null() | (pl.col(first) <= day)
    return day.is_not_null() & begun & (pl.col(last).is_null() | (day <= pl.col(last)))


def _with_standings(contests: pl.DataFrame, totals: pl.DataFrame) -> pl.DataFrame:
    """Contests with what their counts come to."""
    order = totals.sort("votes", "candidacy", descending=[True, False])
    votes, counties = pl.col("votes").filter(CANDIDATE), pl.col("counties").filter(CANDIDATE)
    names = pl.col("label").filter(CANDIDATE)
    places = {
        name: votes.get(index, null_on_oob=True) for index, name in enumerate(("first", "second", "third"))
    }
    standings = order.group_by("contest").agg(
        votes.sum().alias("named"),
        pl.col("votes").filter(WRITE_IN).sum().alias("writeIns"),
        OPTION.any().alias("isQuestion"),
        CANDIDATE.sum().cast(pl.Int64).alias("candidates"),
        counties.max().alias("mostCounties"),
        counties.min().alias("leastCounties"),
        names.get(counties.arg_min()).alias("leastCounted"),
        names.first().alias("leader"),
        **places,
    )
    joined = contests.join(standings, on="contest", how="left")
    return joined.with_columns(pl.col("second", "third").fill_null(0), pl.col("seats").fill_null(1))


def _results(decided: pl.DataFrame, totals: pl.DataFrame) -> pl.DataFrame:
    """Rows of the table `outcome` for the candidates of contests that are decided."""
    contests = decided.rename({"label": "contestLabel"})
    rows = totals.filter(CANDIDATE).join(contests, on="contest", maintain_order="left")
    place = pl.col("votes").rank("min", descending=True).over("contest")
    rows = rows.with_columns(outcomeCode=_code(place)).sort(
        "contest", "votes", "candidacy", descending=[False, True, False]
    )
    passed = ["dataset"] if "dataset" in decided.columns else []
    words = pl.col("outcomeCode").replace_strict(WORDS)
    return rows.select(
        *("candidate", "candidacy", "contest", "outcomeCode", "countStatus", "votes", *passed),
        id=pl.format("outcome/{}", pl.col("candidacy").str.strip_prefix("candidacy/")),
        label=pl.format("{} {} {}", "label", words, "contestLabel"),
        electoralRule="rule",
        votesCast=CAST,
        shareOfVotes=percent(pl.col("votes"), CAST, 2).cast(pl.Decimal(18, 2)),
        computation=computation(),
    )


def _code(place: pl.Expr) -> pl.Expr:
    """The outcome of a candidacy by its place among the candidates."""
    plurality = pl.col("voteThreshold") == "threshold-plurality"
    first, open_to_more = place == 1, (pl.col("goOn") > 0) & (pl.col("candidates") > pl.col("goOn"))
    return (
        pl.when(first & (pl.col("majority") & open_to_more))
        .then(pl.lit("outcome-won-outright"))
        .when(first & (plurality | pl.col("majority")))
        .then(pl.lit("outcome-won"))
        .when(~plurality & ~pl.col("majority") & (place <= pl.col("goOn")))
        .then(pl.lit("outcome-advanced"))
        .otherwise(pl.lit("outcome-lost"))
    )
