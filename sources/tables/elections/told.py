"""Rows of the tables of the ontology from figures: the tally of each, and what it is a tally of."""

import polars as pl

from sources.tables.elections.choices import CANDIDATE
from sources.tables.elections.jurisdictions import COUNTRY, state_paths
from sources.tables.elections.places import DISTRICT, STATE, tell_places
from sources.tables.layouts.rows import LINE


def tell(figures: pl.DataFrame, file: str, *, status: str, as_of: str) -> dict[str, pl.DataFrame]:
    """The rows of all tables.

    Args:
        figures: Figures with their contest, choice and `repeated`.
        file: Name of the file in paths of things.
        status: Code of `CountStatus`.
        as_of: The day the counts stand at, "" where nobody says so.
    """
    figures = figures.with_columns(_candidacy())
    told = {
        "election": _elections(figures),
        "office": _offices(figures),
        "contest": _contests(figures),
        "ballot-candidate": _candidates(figures),
        "candidacy": _candidacies(figures),
        "tally": _tallies(figures, f"tally/{file}/", status, as_of),
    }
    return told | tell_places(figures, told)


def _candidacy() -> list[pl.Expr]:
    """Paths of the candidacy and the candidate of a figure, null for other choices."""
    named = pl.col("choice_kind") == CANDIDATE
    rest = pl.concat_str(pl.col("contest").str.replace("^contest/", ""), "name_slug", separator="/")
    return [
        pl.when(named).then(pl.concat_str(pl.lit(f"{start}/"), rest)).alias(name)
        for name, start in (("candidacy", "candidacy"), ("candidate", "ballot-candidate"))
    ]


def _elections(figures: pl.DataFrame) -> pl.DataFrame:
    return figures.select(
        id="election_path",
        label="election_label",
        date="date",
        electionKind="election",
        jurisdiction="election_place",
    ).unique(maintain_order=True)


def _offices(figures: pl.DataFrame) -> pl.DataFrame:
    return figures.select(
        id="office_path",
        label=pl.format("{}, {}", "office_label", "place_label"),
        officeKind="office_kind",
        jurisdiction="jurisdiction",
    ).unique(maintain_order=True)


def _contests(figures: pl.DataFrame) -> pl.DataFrame:
    return figures.select(
        id="contest",
        label="contest_label",
        date="date",
        electionKind="contest_kind",
        jurisdiction="jurisdiction",
        office="office_path",
        officeKind="office_kind",
        partOfElection="election_path",
        officeAsPrinted="office",
        districtAsPrinted="district",
        partyAsPrinted="ballot",
        seats=pl.when(pl.col("seats") > 0).then("seats"),
    ).unique(maintain_order=True)


def _candidates(figures: pl.DataFrame) -> pl.DataFrame:
    rows = figures.drop_nulls("candidate")
    return rows.select(id="candidate", label="name").unique(maintain_order=True)


def _candidacies(figures: pl.DataFrame) -> pl.DataFrame:
    rows = figures.drop_nulls("candidacy")
    return rows.select(
        id="candidacy",
        label="name",
        candidate="candidate",
        contest="contest",
        incumbent="incumbent",
        partyAsPrinted="party",
        writeIn="write_in",
    ).unique(maintain_order=True)


def _tallies(figures: pl.DataFrame, start: str, status: str, as_of: str) -> pl.DataFrame:
    level, place = _level()
    return figures.select(
        LINE,
        id=pl.concat_str(pl.lit(start), pl.col(LINE).cast(pl.String), _ending()),
        contest="contest",
        candidacy="candidacy",
        candidate="candidate",
        choiceKind="choice_kind",
        choiceText="choice",
        countStatus=pl.coalesce("status", pl.lit(status)),
        measure=pl.lit("measure-votes"),
        partyAsPrinted="party",
        precinct="precinct",
        repeated="repeated",
        reportingPlace=place,
        tallyLevel=level,
        value="value",
        voteMode="mode",
        asOf=pl.lit(as_of or None, dtype=pl.String),
    )


def _ending() -> pl.Expr:
    """What tells the figures of a line apart: nothing for the one that holds all modes."""
    part = pl.col("part").str.to_lowercase().str.replace_all("[^a-z0-9]+", "-").str.strip_chars("-")
    return pl.when(part.is_null()).then(pl.lit("")).otherwise("-" + part)


def _level() -> tuple[pl.Expr, pl.Expr]:
    """The code of the kind of place a figure is for, and that place."""
    above = pl.col("jurisdiction").str.starts_with(STATE) | (pl.col("jurisdiction") == COUNTRY)
    whole = pl.when(above).then(state_paths(pl.col("state"))).otherwise("jurisdiction")
    in_county = pl.col("county_text").is_not_null()
    level = (
        pl.when(pl.col("precinct").is_not_null())
        .then(pl.lit("level-precinct"))
        .when(in_county & pl.col("area").is_null())
        .then(pl.lit("level-county"))
        .when(above & ~pl.col("area").fill_null("").str.starts_with(DISTRICT))
        .then(pl.lit("level-state"))
        .otherwise(pl.lit("level-district"))
    )
    place = pl.coalesce("county", "area", pl.when(~in_county).then(whole))
    return level, place
