"""Pages of committees, major donors and slate mailers: what came in, what went out, and for whom.

`totals` is "Total Contributions" and "Total Expenses"; `contributors` has the sum of each; `expenditures`
the sum of each category, or the gifts of a major donor; `ies` is Schedule D of Form 460, `ie_candidates`
and `ie_measures` are Form 496, and `F497P2` is Part 2 of Form 497. The words are those of the pages.
"""

import polars as pl

from sources.sf_ethics.contests import (
    candidate_rows,
    link_rows,
    measure_rows,
    with_candidate,
    with_contest,
    with_measure,
)
from sources.sf_ethics.known import find_committees, find_targets, gift_path, repeated_gifts
from sources.sf_ethics.parties import filer_rows, full_name, party_rows, printed, with_filer
from sources.sf_ethics.reading import DAYS, committee, read_page
from sources.sf_ethics.sums import EXPENSES, FUNDS, Values, on_side, sum_rows, told
from sources.tables.layouts.columns import day, iso, words
from sources.tables.layouts.nested import cents
from sources.tables.layouts.rows import LINE, Place, Rows

OWN = "candidate_committee"
RAISED, SPENT, PUBLIC = "Total Contributions", "Total Expenses", "Public Funds Received"
CONTRIBUTORS = "Contributors"
FOR_OTHERS = "Expenditures Supporting/Opposing Other Candidates, Measures and Committees"
LATE_GIFTS = "Late Period Contributions Made"
LATE_CANDIDATES = "Independent Expenditures Regarding Candidates"
LATE_MEASURES = "Independent Expenditures Regarding Ballot Measures"
THIRD_PARTIES = "Third Party Committees"


def committees(frame: pl.DataFrame, _place: Place) -> Rows:
    """Filers, their totals, and whose committee it is."""
    amounts = [cents("raised", "totals.in"), cents("spent", "totals.out"), cents("public", "pubfi.total")]
    read, problems = read_page(frame, amounts, ("filer_id",))
    read = with_candidate(with_contest(with_filer(read), "breadcrumbs"), "candidate_name")
    own = read.filter(words("layout") == OWN)
    sums = [
        sum_rows(read, "totals", {"collector": "filer", "amount": "raised", "sumOf": pl.lit(RAISED)}, FUNDS),
        sum_rows(read, "totals", {"payer": "filer", "amount": "spent", "sumOf": pl.lit(SPENT)}, EXPENSES),
        sum_rows(
            read, "totals", {"collector": "filer", "amount": "public", "sumOf": pl.lit(PUBLIC)}, "public"
        ),
    ]
    designation = {
        "committeeDesignation": words("position"),
        "forCandidate": pl.when(words("layout") == OWN).then("candidate"),
    }
    tables = told(
        filer_rows(read, designation),
        candidate_rows(read, "candidate_name"),
        link_rows(own, "filer"),
        {"money-total": pl.concat(sums, how="diagonal")},
    )
    return Rows(tables, pl.concat(problems))


def contributors(frame: pl.DataFrame, _place: Place) -> Rows:
    """The sum of each contributor to a committee."""
    read, problems = read_page(frame, [cents("given", "amount", required=True)], ("committee_id",))
    read = with_filer(read)
    name = full_name("first_name", "last_name")
    read = read.with_columns(payer=pl.coalesce(committee("committee_id"), printed(name, pl.col("page"))))
    values: Values = {"payer": "payer", "payee": "filer", "amount": "given", "sumOf": pl.lit(CONTRIBUTORS)}
    sums = {"money-total": sum_rows(read, "contributors", values)}
    return Rows(told(filer_rows(read), party_rows(read, "payer", name), sums), pl.concat(problems))


def categories(frame: pl.DataFrame, _place: Place) -> Rows:
    """The sum of each category of expenditures."""
    read, problems = read_page(frame, [cents("spent", "amount", required=True)])
    read = with_filer(read)
    values: Values = {"payer": "filer", "amount": "spent", "sumOf": words("category")}
    return Rows(
        told(filer_rows(read), {"money-total": sum_rows(read, "expenditures", values)}), pl.concat(problems)
    )


def factoids(frame: pl.DataFrame, _place: Place) -> Rows:
    """Sums of parts of the contributions, each beside its share or, on later pages, by itself."""
    alone = pl.when(words("data_classes").is_null()).then(words("data"))
    filled = frame.with_columns(info=pl.coalesce(words("info"), alone))
    read, problems = read_page(filled, [cents("given", "info", required=True)])
    read = with_filer(read)
    values: Values = {"collector": "filer", "amount": "given", "sumOf": words("title")}
    return Rows(
        told(filer_rows(read), {"money-total": sum_rows(read, "factoids", values)}), pl.concat(problems)
    )


def gifts(frame: pl.DataFrame, place: Place) -> Rows:
    """The gifts of a major donor, with their days: rows of money, and no sums."""
    read, problems = read_page(frame, [cents("given", "amount", required=True), day("on", "date", DAYS)])
    read = find_committees(with_filer(read), place, "recipient")
    read = read.join(repeated_gifts(place), on=[LINE], how="left", maintain_order="left")
    rows = read.select(
        LINE,
        id=gift_path(),
        payer="filer",
        payee="recipient_path",
        amount="given",
        currency=pl.lit("USD"),
        date=iso(pl.col("on")),
        dateAsWritten=pl.when(pl.col("on").is_null()).then(words("date")),
        alsoReportedAs="also",
        notNewMoney=pl.when(pl.col("also").is_not_null()).then(pl.lit("not-new-reported-twice")),
    )
    recipients = party_rows(read, "recipient_path", words("recipient"))
    return Rows(told(filer_rows(read), recipients, {"contribution": rows}), pl.concat(problems))


def for_others(frame: pl.DataFrame, place: Place) -> Rows:
    """The sum for or against each candidate, measure or committee; others than of the election in words."""
    read, problems = read_page(frame, [cents("spent", "total", required=True)], ("tx_cmteid",))
    read = find_targets(with_filer(read), place, "name")
    words_of = pl.concat_str(
        pl.lit(FOR_OTHERS), words("name"), words("position"), separator=": ", ignore_nulls=True
    )
    values: Values = {
        "payer": "filer",
        "payee": committee("tx_cmteid"),
        "amount": "spent",
        "sumOf": words_of,
        **on_side(words("position"), "target"),
    }
    sums = {"money-total": sum_rows(read, "for-others", values)}
    return Rows(told(filer_rows(read), _receivers(read, "tx_cmteid", "name"), sums), pl.concat(problems))


def late_gifts(frame: pl.DataFrame, _place: Place) -> Rows:
    """The sum given to each committee that Form 497 tells."""
    read, problems = read_page(frame, [cents("given", "total", required=True)], ("tx_cmteid",))
    read = with_filer(read)
    payee = pl.coalesce(committee("tx_cmteid"), printed(words("name"), pl.col("page")))
    read = read.with_columns(payee=payee)
    values: Values = {"payer": "filer", "payee": "payee", "amount": "given", "sumOf": pl.lit(LATE_GIFTS)}
    sums = {"money-total": sum_rows(read, "late-gifts", values)}
    return Rows(told(filer_rows(read), party_rows(read, "payee", words("name")), sums), pl.concat(problems))


def late_for_candidates(frame: pl.DataFrame, _place: Place) -> Rows:
    """The sum for or against each candidate that Form 496 tells."""
    read, problems = read_page(frame, [cents("spent", "total", required=True)])
    read = with_candidate(with_contest(with_filer(read), "contest"), "candidate_name")
    values: Values = {
        "payer": "filer",
        "amount": "spent",
        "sumOf": pl.lit(LATE_CANDIDATES),
        "contest": "contest",
        **on_side(words("position"), "candidate"),
    }
    sums = {"money-total": sum_rows(read, "late-for-candidates", values)}
    return Rows(told(filer_rows(read), candidate_rows(read, "candidate_name"), sums), pl.concat(problems))


def late_for_measures(frame: pl.DataFrame, _place: Place) -> Rows:
    """The sum for or against each measure that Form 496 tells."""
    read, problems = read_page(frame, [cents("spent", "total", required=True)])
    read = with_measure(with_filer(read), "contest")
    values: Values = {
        "payer": "filer",
        "amount": "spent",
        "sumOf": pl.lit(LATE_MEASURES),
        "contest": "measure",
        **on_side(words("position"), "measure"),
    }
    sums = {"money-total": sum_rows(read, "late-for-measures", values)}
    return Rows(told(filer_rows(read), measure_rows(read), sums), pl.concat(problems))


def third_parties(frame: pl.DataFrame, _place: Place) -> Rows:
    """What other committees raised and spent for or against the candidate of a committee."""
    read, problems = read_page(
        frame, [cents("raised", "funds"), cents("spent", "expenses")], ("committee_id",)
    )
    read = with_candidate(with_contest(with_filer(read), "contest"), "candidate_name")
    who = pl.coalesce(committee("committee_id"), printed(words("committee_name"), pl.col("page")))
    read = read.with_columns(who=who)
    both: Values = {"contest": pl.col("contest"), "sumOf": pl.lit(THIRD_PARTIES)}
    spent: Values = {"payer": "who", "amount": "spent", **on_side(words("position"), "candidate"), **both}
    sums = [
        sum_rows(read, "third-parties", {"collector": "who", "amount": "raised", **both}, FUNDS),
        sum_rows(read, "third-parties", spent, EXPENSES),
    ]
    tables = told(
        filer_rows(read),
        party_rows(read, "who", words("committee_name")),
        candidate_rows(read, "candidate_name"),
        {"money-total": pl.concat(sums, how="diagonal")},
    )
    return Rows(tables, pl.concat(problems))


def _receivers(read: pl.DataFrame, number: str, name: str) -> dict[str, pl.DataFrame]:
    """The committees that have an id, by a column of it."""
    return party_rows(read.with_columns(receiver=committee(number)), "receiver", words(name))
