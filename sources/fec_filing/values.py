"""The values of records of money: amounts, days, ids, texts, and the parties they name."""

from dataclasses import replace

import polars as pl

from sources.fec_filing.fields import BEYOND
from sources.fec_filing.given import DAYS, full_name, given
from sources.fec_filing.schedules import Schedule, line_of
from sources.tables.filings.fec import agent, candidate, postcode, printed_candidate, printed_party
from sources.tables.layouts.columns import Field, day, iso, money, one_of, read_fields, words
from sources.tables.layouts.rows import LINE

STANCES = {"S": "supports", "SUP": "supports", "O": "opposes", "OPP": "opposes"}
TRANSACTION = ("transaction_id", "transaction_id_number")
ACCOUNT = "account"
MOST = 3
"""Columns that one value may stand in."""


def read_values(schedule: Schedule, frame: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The values of records, and the problems found.

    A record is rejected that has no filer or amount that can be read, or is of a line its form has not.
    """
    lined = _with_lines(frame)
    unknown = _of_no_line(lined)
    there = [one for one in _fields(schedule) if one.source in frame.columns]
    rows, problems = read_fields(lined.drop_nulls("table"), there)
    told = rows.with_columns(*_texts(rows, schedule), _first(rows, "day", pl.Date()))
    told = told.with_columns(*_parties(told), date=iso(pl.col("day")), dateAsWritten=_unread(told, schedule))
    return told, pl.concat([unknown, problems])


def _with_lines(frame: pl.DataFrame) -> pl.DataFrame:
    """The records with what is known of the line of the form they are summed on."""
    pairs = frame.select("form", "type").unique()
    known = [line_of(form, name) for form, name in pairs.rows()]
    found = {
        name: [getattr(one, name, None) for one in known] for name in ("table", "mark", "payer", "payee")
    }
    columns = {"payer": "payerRole", "payee": "payeeRole"}
    lines = pairs.with_columns(
        pl.Series(columns.get(name, name), values, pl.String) for name, values in found.items()
    )
    return frame.join(lines, on=["form", "type"], how="left", maintain_order="left")


def _of_no_line(lined: pl.DataFrame) -> pl.DataFrame:
    """What is wrong with records of a line their form has not."""
    return lined.filter(pl.col("table").is_null()).select(
        LINE,
        pl.lit("form_type").alias("column"),
        pl.col("type").alias("found"),
        pl.format("a line of form {}", "form").alias("wanted"),
        pl.lit(value=True).alias("rejected"),
    )


def _fields(schedule: Schedule) -> list[Field]:
    """What is read of the columns; a value that cannot be read leaves the row but for filer and amount."""
    filer, nothing = "filer_committee_id_number", pl.lit(None, pl.String)
    any_id, its_id = "the id of a committee or candidate", "a candidate's id"
    is_memo = pl.when(words("memo_code").str.to_uppercase() == "X").then(pl.lit(value=True))
    stance = one_of("stance", "support_oppose_code", STANCES)
    subjects = [f"{schedule.candidate}_{end}" for end in ("id_number", "fec_id", "id") if schedule.candidate]
    return [
        Field("filerPath", filer, agent(words(filer)), any_id, required=True),
        money("amount", schedule.amount, required=True),
        replace(money("balance", schedule.balance), rejects=False),
        *(day(f"day{number}", name, DAYS) for number, name in enumerate(schedule.days)),
        *(
            Field(f"agent{n}", name, agent(words(name)), any_id, rejects=False)
            for n, name in enumerate(schedule.ids)
        ),
        *(
            Field(f"subject{n}", name, candidate(words(name)), its_id, rejects=False)
            for n, name in enumerate(subjects)
        ),
        Field("memo", "memo_code", is_memo, "X or nothing", rejects=False),
        replace(stance, rejects=False),
        Field("nothing", BEYOND, nothing, "no more fields than the format has", rejects=False),
    ]


def _first(rows: pl.DataFrame, name: str, kind: pl.DataType) -> pl.Expr:
    """The first value that was read of columns called by a name and a number."""
    there = [pl.col(f"{name}{number}") for number in range(MOST) if f"{name}{number}" in rows.columns]
    return (pl.coalesce(there) if there else pl.lit(None)).cast(kind).alias(name)


def _texts(rows: pl.DataFrame, schedule: Schedule) -> list[pl.Expr]:
    """What is told as printed."""
    party, subject = schedule.party, schedule.candidate
    is_account = party == ACCOUNT
    named = {
        "name": full_name(rows, party),
        "zip": given(rows, f"{party}_zip_code", f"{party}_zip"),
        # an account without a place is that of its filer
        "city": given(rows, "filer_committee_id_number") if is_account else given(rows, f"{party}_city"),
        "stateCode": given(rows, f"{party}_state"),
        "employer": given(rows, f"{party}_employer"),
        "occupation": given(rows, f"{party}_occupation"),
        "entity": given(rows, "entity_type").str.to_uppercase(),
        "transaction": given(rows, *TRANSACTION),
        "backReference": given(rows, "back_reference_tran_id_number"),
        "electionCode": given(rows, "election_code"),
        "purpose": given(rows, *schedule.purposes),
        "note": given(rows, "memo_text_description", "memo_text"),
        "candidateName": full_name(rows, subject) if subject else pl.lit(None, pl.String),
        "office": given(rows, f"{subject}_office"),
        "officeState": given(rows, f"{subject}_state"),
        "district": given(rows, f"{subject}_district"),
        "memo": pl.col("memo") if "memo" in rows.columns else pl.lit(None, pl.Boolean),
        "stance": pl.col("stance") if "stance" in rows.columns else pl.lit(None, pl.String),
    }
    return [value.alias(name) for name, value in named.items()]


def _parties(told: pl.DataFrame) -> list[pl.Expr]:
    """The other party by id and as printed, and the candidate."""
    row = pl.format("{}-{}", "filing", LINE)
    contest = (pl.col(name) for name in ("office", "officeState", "district"))
    printed = printed_party(pl.col("name"), postcode(pl.col("zip")), pl.col("city"), row)
    subject = _first(told, "subject", pl.String())
    unregistered = printed_candidate(pl.col("candidateName"), *contest)
    return [
        printed.alias("printed"),
        _first(told, "agent", pl.String()),
        subject,
        unregistered.alias("unregistered"),
    ]


def _unread(told: pl.DataFrame, schedule: Schedule) -> pl.Expr:
    """The day as printed where none was read."""
    return pl.when(pl.col("day").is_null()).then(given(told, *schedule.days))
