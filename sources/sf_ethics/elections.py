"""Pages of contests, measures and the election: stated sums of many committees."""

import polars as pl

from sources.sf_ethics.contests import (
    candidate_rows,
    contest_rows,
    link_rows,
    measure_rows,
    with_candidate,
    with_contest,
    with_measure,
)
from sources.sf_ethics.parties import party_rows, printed
from sources.sf_ethics.reading import committee, read_page
from sources.sf_ethics.sums import EXPENSES, FUNDS, Values, on_side, sum_rows, told
from sources.tables.layouts.columns import path, slug, words
from sources.tables.layouts.nested import cents
from sources.tables.layouts.rows import Place, Rows

OF_FUNDS, OF_EXPENSES = "Funds", "Spending"
ALL_CANDIDATES, ALL_OTHERS = "Candidate committees, {}", "Third-party committees, {}"
ALL_OF_MEASURE = "Ballot measure committees, {}"
AMOUNTS = (cents("raised", "funds"), cents("spent", "expenses"))


def nothing(frame: pl.DataFrame, _place: Place) -> Rows:
    """Nothing: a page that only holds lists, whose records are told by themselves."""
    _, problems = read_page(frame)
    return Rows({}, pl.concat(problems))


def contests(frame: pl.DataFrame, _place: Place) -> Rows:
    """Contests that have a page."""
    read, problems = read_page(frame)
    return Rows(told(contest_rows(with_contest(read, "title"))), pl.concat(problems))


def measures(frame: pl.DataFrame, _place: Place) -> Rows:
    """Measures that have a page."""
    read, problems = read_page(frame)
    return Rows(told(measure_rows(with_measure(read, "title"))), pl.concat(problems))


def candidates(frame: pl.DataFrame, _place: Place) -> Rows:
    """Candidates with their own committees, and what these raised and spent."""
    read, problems = read_page(frame, AMOUNTS, ("filer_id",))
    read = _with_committee(with_candidate(with_contest(read, "contest"), "candidate_name"))
    tables = told(
        candidate_rows(read, "candidate_name"),
        link_rows(read, "who"),
        party_rows(read, "who", words("committee_name")),
        _funds(read, "candidates", pl.col("contest"), {}),
    )
    return Rows(tables, pl.concat(problems))


def for_candidates(frame: pl.DataFrame, _place: Place) -> Rows:
    """What other committees raised and spent for or against a candidate."""
    read, problems = read_page(frame, AMOUNTS, ("filer_id",))
    read = _with_committee(with_candidate(with_contest(read, "contest"), "candidate_name"))
    read = read.with_columns(nth=pl.concat_str("candidate_nth", "nth", separator="."))
    tables = told(
        candidate_rows(read, "candidate_name"),
        party_rows(read, "who", words("committee_name")),
        _funds(read, "for-candidates", pl.col("contest"), on_side(words("position"), "candidate")),
    )
    return Rows(tables, pl.concat(problems))


def spent_on(frame: pl.DataFrame, _place: Place) -> Rows:
    """Candidates that other committees spend for or against; the sums stand with the committees."""
    read, problems = read_page(frame)
    read = with_candidate(with_contest(read, "contest"), "candidate_name")
    return Rows(told(candidate_rows(read, "candidate_name")), pl.concat(problems))


def for_measure(frame: pl.DataFrame, _place: Place) -> Rows:
    """What committees raised and spent for or against a measure."""
    return _for_measures(frame, "for-measure")


def for_measures(frame: pl.DataFrame, _place: Place) -> Rows:
    """The same of committees that are active in several measures."""
    return _for_measures(frame, "for-measures")


def _for_measures(frame: pl.DataFrame, section: str) -> Rows:
    read, problems = read_page(frame, AMOUNTS, ("filer_id",))
    read = _with_committee(with_measure(read, "contest"))
    tables = told(
        measure_rows(read),
        party_rows(read, "who", words("committee_name")),
        _funds(read, section, pl.col("measure"), on_side(words("position"), "measure")),
    )
    return Rows(tables, pl.concat(problems))


def races(frame: pl.DataFrame, _place: Place) -> Rows:
    """What all candidates' committees of a contest raised and spent."""
    return _races(frame, "races", ALL_CANDIDATES)


def spending_on_races(frame: pl.DataFrame, _place: Place) -> Rows:
    """The same of all other committees."""
    return _races(frame, "spending-on-races", ALL_OTHERS)


def races_of_measures(frame: pl.DataFrame, _place: Place) -> Rows:
    """What all committees of a measure raised and spent."""
    read, problems = read_page(frame, AMOUNTS)
    read = with_measure(read, "contest_name")
    return _group_sums(read, "measures", ALL_OF_MEASURE, "measure", measure_rows(read), problems)


def _races(frame: pl.DataFrame, section: str, group: str) -> Rows:
    read, problems = read_page(frame, AMOUNTS)
    read = with_contest(read, "contest_name")
    return _group_sums(read, section, group, "contest", contest_rows(read), problems)


def _group_sums(
    read: pl.DataFrame,
    section: str,
    group: str,
    contest: str,
    contests_told: dict[str, pl.DataFrame],
    problems: list[pl.DataFrame],
) -> Rows:
    """Sums of many committees, told with a party that stands for all of them."""
    name = pl.format(group, words("contest_name"))
    read = read.with_columns(page=pl.lit("summary"), who=printed(name, pl.col("date")))
    kind = pl.lit("party-kind-other")
    sums = _funds(read, section, pl.col(contest), {})
    return Rows(told(contests_told, party_rows(read, "who", name, kind), sums), pl.concat(problems))


def _funds(
    read: pl.DataFrame, section: str, contest: pl.Expr, sides: dict[str, pl.Expr]
) -> dict[str, pl.DataFrame]:
    """What `who` raised, and what it spent, for or against whom."""
    raised: Values = {"collector": "who", "amount": "raised", "contest": contest, "sumOf": pl.lit(OF_FUNDS)}
    spent: Values = {
        "payer": "who",
        "amount": "spent",
        "contest": contest,
        "sumOf": pl.lit(OF_EXPENSES),
        **sides,
    }
    parts = [sum_rows(read, section, raised, FUNDS), sum_rows(read, section, spent, EXPENSES)]
    return {"money-total": pl.concat(parts, how="diagonal")}


def _with_committee(read: pl.DataFrame) -> pl.DataFrame:
    """The records with `who`, the committee, and `page`, by the title of the contest."""
    own = path("committee/sf-ethics", words("filer_nid"))
    named = printed(words("committee_name"), pl.lit("-"))
    return read.with_columns(who=pl.coalesce(committee("filer_id"), own, named), page=slug(pl.col("title")))
