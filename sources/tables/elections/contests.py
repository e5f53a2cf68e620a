"""Which contest a row of a publisher is for, and whether that was asked for."""

from dataclasses import dataclass

import polars as pl

from sources.tables.elections.jurisdictions import (
    COUNTRY,
    PARTY,
    PROSECUTOR,
    state_labels,
    state_paths,
    with_jurisdictions,
)
from sources.tables.elections.offices import MAY_BE_PROSECUTOR, OFFICE, with_offices
from sources.tables.elections.problems import first_of, problems_of
from sources.tables.elections.reference import reference
from sources.tables.layouts.columns import slug

PROSECUTORS, ALL = "prosecutors", "all"
MEANING = "prosecutors (default), all, or a regular expression an office must contain, in any case"
PRIMARIES = ("election-kind-primary", "election-kind-primary-runoff")
AFTER = {
    "election-kind-runoff": "runoff",
    "election-kind-primary-runoff": "runoff",
    "election-kind-special": "special",
    "election-kind-special-runoff": "special-runoff",
    "election-kind-recall": "recall",
}
"""What is added to the path of a contest, by kind of election."""
REFUSED_BY = ["state", "date", "office", "district", "county"]
ASKED = ["state", "date", "election", "special", "office", "district", "county", "contest_party"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows of the contests asked for.

    Attributes:
        frame: The rows with `contest`, `jurisdiction` and what a contest is told with.
        problems: What is doubtful about their contests.
        left_out: How many rows are for other contests.
    """

    frame: pl.DataFrame
    problems: pl.DataFrame
    left_out: int


def choose(printed: pl.DataFrame, wanted: str, refused: pl.DataFrame) -> Chosen:
    """The rows of the contests asked for, with their contest.

    Args:
        printed: Rows with the columns of `PRINTED`.
        wanted: prosecutors, all, or a regular expression that an office contains.
        refused: Contests whose office says prosecutor and that are not, by the columns of REFUSED_BY.
    """
    named = _without_refused(with_offices(printed).with_columns(*_contest_party()), refused)
    asked = named.filter(_is_wanted(wanted))
    office = [name for name in OFFICE if name != "office_party"]
    contests = with_paths(
        with_jurisdictions(asked.select(*ASKED, *office, "refused").unique(maintain_order=True))
    )
    told = [name for name in contests.columns if name not in asked.columns]
    frame = asked.join(
        contests.select(*ASKED, "refused", *told),
        on=[*ASKED, "refused"],
        how="left",
        nulls_equal=True,
        maintain_order="left",
    )
    lost = frame["contest"].is_null()
    problems = pl.concat([_refusals(named), _unnamed(frame), _lost(frame.filter(lost))])
    return Chosen(frame.filter(~lost), problems, printed.height - asked.height)


def _contest_party() -> tuple[pl.Expr, pl.Expr]:
    """The party of a contest, as a slug and as printed: in a primary, where parties have own ballots."""
    states = reference().one_ballot
    since = pl.col("state").replace_strict(
        {state: day.isoformat() for state, day in states.items()}, default="9999", return_dtype=pl.String
    )
    office = pl.when(pl.col("office_party") != "").then("office_party")
    printed = pl.coalesce(office, pl.col("district").str.extract(PARTY), "ballot_party", "party")
    party = slug(printed.str.strip_chars("() -")).replace(reference().parties)
    primary = pl.col("election").is_in(PRIMARIES) & (pl.col("date") < since)
    own = primary & ~party.is_in(["nonpartisan", ""])
    return pl.when(own).then(party).alias("contest_party"), pl.when(own).then(printed).alias("ballot")


def with_paths(contests: pl.DataFrame) -> pl.DataFrame:
    """The contests with the paths and labels of contest, office and election."""
    place = pl.col("jurisdiction").str.split_exact("/", 1).struct.field("field_1")
    where = pl.col("jurisdiction").str.replace("^[a-z]+/", "")
    after = pl.col("election").replace_strict(AFTER, default=None, return_dtype=pl.String)
    rest = pl.col("special") | pl.col("remainder")
    after = pl.coalesce(after, pl.when(rest).then(pl.lit("special")))
    words = pl.concat_str("office_slug", "contest_party", after, separator="-", ignore_nulls=True)
    national = pl.col("jurisdiction") == COUNTRY
    election = pl.concat_str(
        pl.lit("election/us"), pl.when(~national).then("state"), "date", separator="/", ignore_nulls=True
    )
    known = place.is_not_null()
    return contests.with_columns(
        contest=pl.when(known).then(
            pl.concat_str(pl.lit("contest"), "date", where.str.replace_all("/", "-"), words, separator="/")
        ),
        office_path=pl.concat_str(pl.lit("office"), where, "office_slug", separator="/"),
        election_path=election,
        election_place=pl.when(national).then(pl.lit(COUNTRY)).otherwise(state_paths(pl.col("state"))),
        election_label=_election_label(national),
        contest_kind=pl.when(rest).then(pl.lit("election-kind-special")).otherwise("election"),
        contest_label=pl.concat_str(
            "office_label",
            "place_label",
            pl.concat_str("date", "contest_party", after, separator=" ", ignore_nulls=True),
            separator=", ",
        ),
    )


def _election_label(national: pl.Expr) -> pl.Expr:
    name = pl.when(national).then(pl.lit("United States")).otherwise(state_labels(pl.col("state")))
    return pl.format("Election in {}, {}", name, "date")


def may_be_wanted(wanted: str) -> str:
    """A regular expression that the text of every office asked for has; "" for any."""
    if wanted == ALL:
        return ""
    return MAY_BE_PROSECUTOR if wanted == PROSECUTORS else f"(?i){wanted}"


def _is_wanted(wanted: str) -> pl.Expr:
    """Whether a contest was asked for."""
    if wanted == ALL:
        return pl.lit(value=True)
    if wanted == PROSECUTORS:
        return (pl.col("office_kind") == PROSECUTOR).fill_null(value=False)
    return pl.col("office").str.contains(f"(?i){wanted}").fill_null(value=False)


def _without_refused(named: pl.DataFrame, refused: pl.DataFrame) -> pl.DataFrame:
    """The rows, with contests that only look like a prosecutor's as contests of the whole state."""
    marks = refused.with_columns(refused=pl.lit(value=True))
    frame = named.join(marks, on=REFUSED_BY, how="left", nulls_equal=True, maintain_order="left")
    looks = (pl.col("office_kind") == PROSECUTOR).fill_null(value=False)
    frame = frame.with_columns(refused=pl.col("refused").fill_null(value=False) & looks)
    is_refused = pl.col("refused")
    return frame.with_columns(
        office_slug=pl.when(is_refused).then(slug(pl.col("office"))).otherwise("office_slug"),
        office_label=pl.when(is_refused).then("office").otherwise("office_label"),
        office_kind=pl.when(is_refused).then(pl.lit("office-kind-other")).otherwise("office_kind"),
        statewide=is_refused | pl.col("statewide"),
        serves_districts=~is_refused & pl.col("serves_districts"),
    )


def _refusals(named: pl.DataFrame) -> pl.DataFrame:
    wanted = "a prosecutor's contest; its choices are answers, or candidates of the whole state"
    found = pl.concat_str("office", "district", separator=", ", ignore_nulls=True)
    return problems_of(first_of(named.filter("refused"), *REFUSED_BY), "office", found, wanted)


def _unnamed(frame: pl.DataFrame) -> pl.DataFrame:
    wanted = "the name of a district, as the office serves districts; the contest is told for the county"
    return problems_of(first_of(frame.filter("unnamed"), "contest"), "district", pl.col("district"), wanted)


def _lost(rows: pl.DataFrame) -> pl.DataFrame:
    found = pl.concat_str("office", "district", "county_text", separator=", ", ignore_nulls=True)
    return problems_of(rows, "office", found, "an office, and a county or district it is for", rejected=True)
