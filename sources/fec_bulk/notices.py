"""The values of notices of independent expenditures, row by row.

https://www.fec.gov/campaign-finance-data/independent-expenditures-file-description/
"""

import polars as pl

from sources.fec_bulk.reading import printed_texts
from sources.tables.filings.fec import candidate, committee, filing, printed_candidate, printed_party
from sources.tables.layouts.columns import Field, day, iso, money, one_of, read_fields, words

DAYS = ("%d-%b-%y", "%m/%d/%Y", "%Y-%m-%d")
STANCES = {"S": "supports", "O": "opposes"}
TEXTS = {
    "cand_name": "candidateName",
    "spe_nam": "filerName",
    "ele_type": "electionCode",
    "can_office_state": "stateCode",
    "can_office_dis": "districtAsPrinted",
    "can_office": "officeAsPrinted",
    "cand_pty_aff": "partyAsPrinted",
    "pur": "spendingPurpose",
    "pay": "vendor",
    "amndt_ind": "amendmentIndicator",
    "tran_id": "transaction",
    "exp_date": "spentAsWritten",
    "dissem_dt": "shownAsWritten",
}


def read_notices(frame: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The values of notices, and the problems found; one without spender or amount is rejected."""
    rows, problems = read_fields(frame, _fields())
    told = rows.with_columns(printed_texts(rows, TEXTS)).with_columns(_subject(), _vendor(), *_days())
    stances = [pl.when(pl.col("stance") == name).then("subject").alias(name) for name in STANCES.values()]
    amends = pl.when(pl.col("amended") != pl.col("filing")).then("amended")
    return told.with_columns(*stances, payer="filer", amends=amends), problems


def _fields() -> tuple[Field, ...]:
    """What is read of a notice; the day is that of the spending, else that of its publication."""
    number = "the number of a filing"
    stance = one_of("stance", "sup_opp", STANCES)
    return (
        Field(
            "filer", "spe_id", committee(words("spe_id")), "a committee's id such as C00123456", required=True
        ),
        money("amount", "exp_amo", required=True),
        Field("candidateId", "cand_id", candidate(words("cand_id")), "a candidate's id", rejects=False),
        Field("stance", "sup_opp", stance.value, stance.wanted, rejects=False),
        Field("filing", "file_num", filing(words("file_num")), number, rejects=False),
        Field("amended", "prev_file_num", filing(words("prev_file_num")), number, rejects=False),
        day("spent", "exp_date", DAYS),
        day("shown", "dissem_dt", DAYS),
        day("filedOn", "receipt_dat", DAYS),
    )


def _subject() -> pl.Expr:
    """The candidate spent on, by id or as printed."""
    contest = (pl.col(name) for name in ("officeAsPrinted", "stateCode", "districtAsPrinted"))
    printed = printed_candidate(pl.col("candidateName"), *contest)
    return pl.coalesce("candidateId", printed).alias("subject")


def _vendor() -> pl.Expr:
    """Who is paid, known by name alone; null where no name is printed."""
    nothing = pl.lit(None, pl.String)
    printed = printed_party(pl.col("vendor"), nothing, nothing, nothing)
    return pl.when(pl.col("vendor").is_not_null()).then(printed).alias("payee")


def _days() -> list[pl.Expr]:
    """The day of the spending, else of its publication, and what is printed where neither was read."""
    found = pl.coalesce("spent", "shown")
    written = pl.when(found.is_null()).then(pl.coalesce("spentAsWritten", "shownAsWritten"))
    return [iso(found).alias("date"), written.alias("dateAsWritten")]
