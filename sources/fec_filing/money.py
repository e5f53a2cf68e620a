"""Records of money of any kind as rows: who pays whom how much, when and for what."""

import polars as pl

from sources.fec_filing.context import in_its_filing
from sources.fec_filing.schedules import schedules
from sources.fec_filing.things import mentioned_things
from sources.fec_filing.values import read_values
from sources.tables.filings.fec import CURRENCY, NO_COMMITTEE, NO_VENDOR
from sources.tables.layouts.columns import segment
from sources.tables.layouts.rows import LINE, Place, Rows, table_schema

IN_KIND = r"(?i)^in-?\s?kind\b"
"""How the purpose of an in-kind contribution starts, as the instructions to Schedule A ask."""
PASSED_ON = r"(?i)^\W*earmarked for\b"
"""How a conduit's note on a contribution it passes on starts; a recipient's says earmarked through."""
OWN_ACCOUNT = r"(?i)^(non-?contribution|headquarters building|pres\. nominating convention|recount/legal)"
"""How the purpose of a contribution to a separate account starts, which line 17 of Form 3X sums."""
NO_GIFT = "(?i)refund|transfer|offset|return|interest"
OTHER_RECEIPTS = "SA17"


def convert_money(kind: str, frame: pl.DataFrame, place: Place) -> Rows:
    """The rows of a batch of records of money, and the things they mention."""
    read, problems = read_money(kind, frame)
    told = in_its_filing(read, place)
    tables = {name: money_rows(name, told) for name in sorted(told["table"].unique())}
    if schedules()[kind].balance:
        tables["debt"] = money_rows("debt", _still_owed(told))
    return Rows(tables | mentioned_things(told, place), problems)


def read_money(kind: str, frame: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The values of records with who pays and who is paid, and the problems found."""
    told, problems = read_values(schedules()[kind], frame)
    told = told.with_columns(_party(), _table()).with_columns(*_sides(), *_stances(kind), _mark(), *_notes())
    return told.with_columns(_path()), problems


def money_rows(table: str, told: pl.DataFrame) -> pl.DataFrame:
    """The rows of one table."""
    filing = pl.format("filing/fec/{}", "filing").alias("filing")
    rows = told.filter(pl.col("table") == table).with_columns(filing, transactionType="type")
    columns = [name for name in table_schema(table) if name in rows.columns]
    return rows.select(columns).with_columns(pl.lit(CURRENCY).alias("currency"))


def _party() -> pl.Expr:
    """Who stands on the other side of the filer; null where a vendor is not named."""
    entity = pl.col("entity")
    registered = ~entity.is_in(NO_COMMITTEE).fill_null(value=False)
    by_id = pl.when(registered).then("agent")
    vendor = pl.col("name").is_not_null() & ~entity.is_in(NO_VENDOR).fill_null(value=False)
    either = (pl.col("payerRole") == "either") | (pl.col("payeeRole") == "either")
    sold = (pl.col("payeeRole") == "vendor") & vendor
    return pl.when(either).then(pl.coalesce(by_id, "printed")).when(sold).then("printed").alias("party")


def _sides() -> list[pl.Expr]:
    """Who pays and who is paid."""
    return [
        pl.when(pl.col(f"{side}Role") == "filer").then("filerPath").otherwise("party").alias(side)
        for side in ("payer", "payee")
    ]


def _stances(kind: str) -> list[pl.Expr]:
    """The candidate money is spent for or against; coordinated expenditures are for one."""
    stance = pl.lit("supports") if kind == "SF" else pl.col("stance")
    subject = pl.coalesce("subject", "unregistered")
    return [pl.when(stance == name).then(subject).alias(name) for name in ("supports", "opposes")]


def _table() -> pl.Expr:
    """The table of the line; in-kind gifts, and gifts among other receipts, say so in their purpose."""
    purpose = pl.coalesce("purpose", "note")
    gift = (pl.col("type") == OTHER_RECEIPTS) & (pl.col("table") == "other-receipt")
    gift &= purpose.str.contains(OWN_ACCOUNT) & ~purpose.str.contains(NO_GIFT)
    in_kind = (pl.col("table") == "contribution") & pl.col("purpose").str.contains(IN_KIND)
    return (
        pl.when(gift).then(pl.lit("contribution"))
        .when(in_kind).then(pl.lit("in-kind"))
        .otherwise("table").alias("table")
    )  # fmt: skip


def _mark() -> pl.Expr:
    """Why a row is not new money, null when it is."""
    gift = pl.col("table") == "contribution"
    passed_on = gift & (pl.col("purpose").str.contains(PASSED_ON) | pl.col("note").str.contains(PASSED_ON))
    own_account = gift & (pl.col("mark") == "not-new-other")
    by_line = pl.when((pl.col("mark") != "") & ~own_account).then("mark")
    return (
        pl.when("memo").then(pl.lit("not-new-memo"))
        .when(passed_on).then(pl.lit("not-new-transfer"))
        .otherwise(by_line).alias("notNewMoney")
    )  # fmt: skip


def _notes() -> list[pl.Expr]:
    """What the filer says of the row: what money was spent on, and what else."""
    comes_in = pl.col("payeeRole") == "filer"
    said = [pl.when(comes_in).then("purpose"), pl.col("note")]
    note = pl.concat_str(said, separator=" / ", ignore_nulls=True).replace("", None)
    return [pl.when(~comes_in).then("purpose").alias("spendingPurpose"), note.alias("memoText")]


def _path() -> pl.Expr:
    """Filing, line of the form and transaction; the line of the file where that names no row or several."""
    place = pl.format("line-{}", LINE)
    transaction = segment(pl.col("transaction"))
    again = pl.col("again").fill_null("") != ""
    named = pl.when(again).then(pl.format("{}/{}", transaction, place)).otherwise(transaction)
    line = pl.col("type").str.replace("/", "-", literal=True)
    return pl.format("{}/fec/{}/{}/{}", "table", "filing", line, pl.coalesce(named, place)).alias("id")


def _still_owed(told: pl.DataFrame) -> pl.DataFrame:
    """What is still owed of loans: by who was lent the money to who lent it."""
    owed = told.drop_nulls("balance").with_columns(
        table=pl.lit("debt"), amount="balance", payer="payee", payee="payer", date=pl.lit(None, pl.String)
    )
    return owed.with_columns(_path())
