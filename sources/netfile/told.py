"""Rows of the tables of the ontology from entries, with what only the whole dataset tells of them."""

import polars as pl

from ontology import TABLES
from sources.netfile.entries import IN
from sources.netfile.identity import problem
from sources.netfile.targets import MEASURE
from sources.tables.layouts.columns import iso
from sources.tables.layouts.rows import LINE, Place

NEEDS_BOTH = ("contribution", "in-kind", "loan", "refund", "transfer")
UNNAMED = "no name given"
MONEY = (
    *NEEDS_BOTH,
    "other-receipt",
    "expenditure",
    "operating-expenditure",
    "independent-expenditure",
    "debt",
)
WANTED = "a row of a Form 460 that covers its day; it counts by itself"
TWICE = "a transaction that its filing has once; both rows are told"


def tell(entries: pl.DataFrame, place: Place) -> tuple[dict[str, pl.DataFrame], list[pl.DataFrame]]:
    """Rows by name of the table, and what is odd about entries in view of the whole dataset."""
    known = _with_parties(with_context(entries, place))
    tables = {name: _rows(known.filter(pl.col("table") == name), name) for name in MONEY}
    things = {
        "committee": _committees(known),
        "party": _parties(known),
        "printed-measure": _measures(known),
        "filing": tell_filings(known),
    }
    problems = [
        problem(known, pl.col("unmatched").fill_null(value=False), "transaction", WANTED),
        problem(known, pl.col("clash").fill_null(value=False), "transaction", TWICE),
    ]
    return tables | things, [one.with_columns(column=pl.lit("Tran_ID")) for one in problems]


def with_context(frame: pl.DataFrame, place: Place) -> pl.DataFrame:
    """The frame with what the whole dataset tells, and ids that stand once in it.

    Added are `amends` and `superseded` (filings), and the columns of `find_links`.
    """
    links = place.context["links"].filter(pl.col("file") == place.file).drop("file")
    known = frame.join(place.context["filings"], on="filing", how="left", maintain_order="left")
    known = known.join(links, on=["kind", LINE, "part"], how="left", nulls_equal=True, maintain_order="left")
    numbered = pl.concat_str("id", pl.lit("-"), pl.col("nth").cast(pl.String))
    return known.with_columns(id=pl.when(pl.col("nth") > 1).then(numbered).otherwise("id"))


def _with_parties(known: pl.DataFrame) -> pl.DataFrame:
    """The entries with payer, payee and `not_new`."""
    receives = pl.col("direction") == IN
    unnamed = pl.lit("party/ca-fppc/-/") + pl.col("id")
    both = pl.col("table").is_in(NEEDS_BOTH)
    known = known.with_columns(
        other=pl.when(both).then(pl.coalesce("other", unnamed)).otherwise("other"),
        not_new=pl.coalesce(
            pl.when(pl.col("superseded").is_not_null()).then(pl.lit("not-new-superseded")),
            pl.when(pl.col("memo")).then(pl.lit("not-new-memo")),
            pl.when(pl.col("twice")).then(pl.lit("not-new-reported-twice")),
            "why",
        ),
    )
    return known.with_columns(
        payer=pl.when(receives).then("other").otherwise("filer"),
        payee=pl.when(receives).then("filer").otherwise("other"),
    )


def _rows(known: pl.DataFrame, table: str) -> pl.DataFrame:
    """The rows of one table, with the columns it has."""
    aimed = pl.col("target")
    independent = table == "independent-expenditure"
    values = {
        "payer": pl.col("payer"),
        "payee": pl.col("payee"),
        "intermediary": pl.col("via"),
        "amount": pl.col("amount"),
        "currency": pl.lit("USD"),
        "date": iso(pl.col("day")),
        "dateAsWritten": pl.col("written"),
        "filing": pl.col("filing"),
        "transaction": pl.col("transaction"),
        "transactionType": pl.concat_str("schedule", "code", separator=" ", ignore_nulls=True),
        "electionCode": pl.col("election_code"),
        "memo": pl.when(pl.col("memo")).then(pl.lit(value=True)),
        "employer": pl.col("employer"),
        "occupation": pl.col("occupation"),
        "spendingPurpose": pl.col("purpose"),
        "memoText": pl.col("note"),
        "backReference": pl.col("parent"),
        "notNewMoney": pl.col("not_new"),
        "supersededBy": pl.col("superseded"),
        "alsoReportedAs": pl.col("also"),
        "supports": pl.when(pl.col("side") == "S").then(aimed),
        "opposes": pl.when(pl.col("side") == "O").then(aimed),
        "spentOnThing": pl.lit(None) if independent else aimed,
    }
    columns = TABLES[table].columns
    return known.select("id", LINE, **{name: value for name, value in values.items() if name in columns})


def committees_of_filers(known: pl.DataFrame) -> pl.DataFrame:
    """The committees that file."""
    return known.select(
        id="filer", label="filer_name", identifier="filer_id", committeeType="committee_type"
    ).unique(maintain_order=True)


def _committees(known: pl.DataFrame) -> pl.DataFrame:
    """Filers and other committees that have a path of their own."""
    filers = committees_of_filers(known)
    nothing = pl.lit(None, pl.String)
    others = known.filter(pl.col("other").str.starts_with("committee/")).select(
        id="other", label="other_name", identifier="other_id", committeeType=nothing
    )
    via = known.filter(pl.col("via").str.starts_with("committee/")).select(
        id="via", label="via_name", identifier="via_id", committeeType=nothing
    )
    return pl.concat([filers, others, via]).unique(maintain_order=True)


def _parties(known: pl.DataFrame) -> pl.DataFrame:
    """Parties as printed: who gives, is paid or passes on, and candidates money is spent for or against."""
    others = known.filter(pl.col("other").str.starts_with("party/")).select(
        id="other",
        label=pl.col("other_name").fill_null(UNNAMED),
        partyKind="other_kind",
        city="other_city",
        stateCode="other_state",
        postcode="other_zip",
    )
    via = known.filter(pl.col("via").str.starts_with("party/")).select(
        id="via", label="via_name", city="via_city", stateCode="via_state", postcode="via_zip"
    )
    candidates = known.filter(pl.col("target").str.starts_with("party/")).select(
        id="target",
        label="target_name",
        partyKind=pl.lit("party-kind-candidate"),
        officeAsPrinted="target_office",
        districtAsPrinted="target_place",
    )
    return pl.concat([others, via, candidates], how="diagonal").unique(maintain_order=True)


def _measures(known: pl.DataFrame) -> pl.DataFrame:
    return (
        known.filter(pl.col("target_kind") == MEASURE)
        .select(
            id="target", label="target_name", identifier="target_number", districtAsPrinted="target_place"
        )
        .unique(maintain_order=True)
    )


def tell_filings(known: pl.DataFrame) -> pl.DataFrame:
    """The statements that entries or totals stand in."""
    period = pl.concat_str(iso(pl.col("start")), iso(pl.col("end")), separator=" to ")
    version = pl.col("report").fill_null(0)
    plain = pl.concat_str("form", pl.coalesce(period, "number", iso(pl.col("filed"))), separator=" ")
    amended = pl.format("{}, amendment {}", plain, version)
    return known.select(
        id="filing",
        filerName="filer_name",
        label=pl.when(version == 0).then(plain).otherwise(amended),
        filer="filer",
        form="form",
        filedOn="filed",
        periodStart="start",
        periodEnd="end",
        amendmentNumber="report",
        amends="amends",
        supersededBy="superseded",
        electionCode=iso(pl.col("election")),
        identifier="number",
    ).unique(maintain_order=True)
