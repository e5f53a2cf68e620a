"""Gifts to committees in Oakland, and the sums that are stated of them."""

import polars as pl

from sources.tables.layouts.columns import Field, day, iso, money, path, read_fields, words
from sources.tables.layouts.nested import cents
from sources.tables.layouts.rows import LINE, PROBLEM, Place, Rows

DAYS = ("%Y-%m-%d",)
FPPC_ID = r"^(?:FPPC)?[ #:]*(\d{5,7})$"
FEC_ID = r"^(C\d{8})$"
ZIP = r"^(\d{5})"
KINDS = {
    "Committee": "party-kind-committee",
    "Small Contribution Committee": "party-kind-committee",
    "Individual": "party-kind-individual",
    "Other (includes Businesses)": "party-kind-organization",
    "Political Party": "party-kind-political-party",
}
WANTED_ID = "an id of a committee; the party is told by its name"
WANTED_KIND = f"one of {', '.join(sorted(KINDS))}"
WANTED_FILER = "an id of the FPPC; the committee is told by what stands there"
TOTAL = "Total contributions"


def contributions(frame: pl.DataFrame, _place: Place) -> Rows:
    """Gifts to a committee; one below zero is told as a refund."""
    read, problems = read_fields(frame, _fields())
    read = _with_giver(read)
    odd = words("Cmte_ID").is_not_null() & pl.col("number").is_null()
    found = [problems, _problem(read.filter(odd), "Cmte_ID", WANTED_ID)]
    back = read["signed"] < 0
    tables = {
        "contribution": _gifts(read.filter(~back), "contribution", "giver", "taker"),
        "refund": _gifts(read.filter(back), "refund", "taker", "giver"),
        **_parties(read),
    }
    return Rows(tables, pl.concat(found))


def _fields() -> tuple[Field, ...]:
    kind = words("Entity_Cd").replace_strict(KINDS, default=None, return_dtype=pl.String)
    return (
        money("signed", "Tran_Amt1", required=True),
        day("on", "Tran_Date", DAYS),
        day("election", "date", DAYS),
        Field("kind", "Entity_Cd", kind, WANTED_KIND, rejects=False),
        Field("taker", "Filer_ID", filer("Filer_ID"), "the id of a committee", required=True),
    )


def _with_giver(read: pl.DataFrame) -> pl.DataFrame:
    """The gifts with `row`, the end of their paths, and who gives: `name`, `number` and `giver`."""
    joined = pl.concat_str(words("Tran_NamF"), words("Tran_NamL"), separator=" ", ignore_nulls=True)
    read = read.with_columns(
        row=path("open-disclosure", words("Filer_ID"), pl.col("nth").cast(pl.String)),
        name=pl.when(joined != "").then(joined),
        number=_number("Cmte_ID"),
    )
    place = pl.coalesce(words("Tran_Zip4").str.extract(ZIP), pl.lit("-"))
    unnamed = pl.lit("party/ca-fppc/-/") + pl.col("row")
    return read.with_columns(
        giver=pl.coalesce(_committee("Cmte_ID"), path("party/ca-fppc", pl.col("name"), place), unnamed)
    )


def _gifts(read: pl.DataFrame, table: str, payer: str, payee: str) -> pl.DataFrame:
    reason = pl.lit("not-new-refund") if table == "refund" else pl.lit(None, pl.String)
    return read.select(
        LINE,
        id=pl.lit(f"{table}/") + pl.col("row"),
        payer=payer,
        payee=payee,
        amount=pl.col("signed").abs(),
        currency=pl.lit("USD"),
        date=iso(pl.col("on")),
        dateAsWritten=pl.when(pl.col("on").is_null()).then(words("Tran_Date")),
        employer=words("Tran_Emp"),
        occupation=words("Tran_Occ"),
        electionCode=iso(pl.col("election")),
        notNewMoney=reason,
    )


def _parties(read: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Who gives: committees by their id, the others as printed."""
    is_committee = pl.col("number").is_not_null()
    givers = read.filter(is_committee).select(id="giver", label="name", identifier="number")
    takers = read.select(id="taker", label=pl.lit(None, pl.String), identifier=words("Filer_ID"))
    return {
        "committee": pl.concat([givers, takers]).unique(maintain_order=True),
        "party": read.filter(~is_committee)
        .select(
            id="giver",
            label=pl.col("name").fill_null("no name given"),
            partyKind="kind",
            postcode=words("Tran_Zip4"),
        )
        .unique(maintain_order=True),
    }


def totals(frame: pl.DataFrame, _place: Place) -> Rows:
    """The sum of all contributions to a committee, as the file states it."""
    sums = _sums(frame, "total_contributions", pl.lit(TOTAL), "total")
    return Rows({"money-total": sums[0]}, pl.concat(sums[1]))


def sums_by_election(frame: pl.DataFrame, _place: Place) -> Rows:
    """The sum of the contributions to a committee for each election."""
    what = pl.concat_str(pl.lit(TOTAL), words("sum.title"), separator=", ")
    sums = _sums(frame, "sum.amount", what, "by-election")
    return Rows({"money-total": sums[0]}, pl.concat(sums[1]))


def _sums(
    frame: pl.DataFrame, column: str, what: pl.Expr, section: str
) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """Stated sums of a committee that the name of the file tells, and the problems found."""
    taker = Field(
        "taker", "filer", filer("filer"), "the id of a committee in the name of the file", required=True
    )
    read, problems = read_fields(frame, [cents("amount", column, required=True), taker])
    rows = read.select(
        LINE,
        id=path(
            "money-total/open-disclosure", words("filer"), pl.lit(section), pl.col("nth").cast(pl.String)
        ),
        collector="taker",
        amount="amount",
        currency=pl.lit("USD"),
        sumOf=what,
    )
    return rows, [problems]


def committees(frame: pl.DataFrame, _place: Place) -> Rows:
    """The name of a committee."""
    known = Field("path", "filer_id", filer("filer_id"), "the id of a committee", required=True)
    read, problems = read_fields(frame, [known])
    rows = read.select(id="path", label=words("name"), identifier=words("filer_id"))
    odd = _problem(read.filter(_committee("filer_id").is_null()), "filer_id", WANTED_FILER)
    return Rows({"committee": rows}, pl.concat([problems, odd]))


def filer(source: str) -> pl.Expr:
    """The path of a committee that files: of its id of the FPPC, else of what stands in place of one."""
    return pl.coalesce(_committee(source), path("committee/open-disclosure", words(source)))


def _number(source: str) -> pl.Expr:
    """The id of a committee, of the FPPC or the FEC, null where the text is none."""
    text = words(source).str.to_uppercase()
    return pl.coalesce(text.str.extract(FPPC_ID), text.str.extract(FEC_ID))


def _committee(source: str) -> pl.Expr:
    """The path of a committee by its id, null where the text is none."""
    number = _number(source)
    federal = pl.lit("committee/fec/") + number
    return pl.when(number.str.starts_with("C")).then(federal).otherwise(pl.lit("committee/ca-fppc/") + number)


def _problem(read: pl.DataFrame, column: str, wanted: str) -> pl.DataFrame:
    return read.select(
        pl.col(LINE).cast(PROBLEM[LINE]),
        pl.lit(column).alias("column"),
        pl.col(column).fill_null("").alias("found"),
        pl.lit(wanted).alias("wanted"),
        pl.lit(value=False).alias("rejected"),
    )
