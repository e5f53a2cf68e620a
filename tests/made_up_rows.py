"""A made-up publisher of contributions, for tests of what happens to rows."""

from pathlib import Path

import polars as pl

from sources.dataset import DataFile, Dataset, digest_of_file
from sources.tables.layouts.columns import day, iso, money, path, read_fields, text, words
from sources.tables.layouts.layout import Kind
from sources.tables.layouts.rows import Place, Rows
from sources.tables.layouts.tabular import TabularLayout

COLUMNS = ("receipt", "donor", "state", "committee", "amount", "day", "memo", "note")
HEADER = ",".join(COLUMNS)
ROWS = (
    "1,Ann Lee,GA,C1,100.00,2024-01-05,,first",
    "2,Ann Lee,GA,C1,50.50,2024-02-05,,",
    "3,Bo Ng,FL,C2,25,2024-02-06,X,part of another",
    "4,Ann Lee,GA,C2,7,2023-12-31,,",
)


def convert(frame: pl.DataFrame, _place: Place) -> Rows:
    """Contributions, who gave and who received."""
    fields = [
        text("receipt", "receipt", required=True),
        money("amount", "amount", required=True),
        day("when", "day", ["%Y-%m-%d"]),
        text("name", "donor", required=True),
    ]
    read, problems = read_fields(frame, fields)
    payer, payee = path("party/made-up", pl.col("name")), path("committee/made-up", pl.col("committee"))
    memo = pl.col("memo") == "X"
    given = read.select(
        "line",
        "amount",
        id=path("contribution/made-up", pl.col("receipt")),
        payer=payer,
        payee=payee,
        currency=pl.lit("USD"),
        date=iso(pl.col("when")),
        memo=pl.when(memo).then(pl.lit(value=True)),
        memoText=words("note"),
        notNewMoney=pl.when(memo).then(pl.lit("not-new-memo")),
    )
    parties = read.select(id=payer, label="name", stateCode=words("state"))
    committees = read.select(id=payee, label="committee", identifier="committee")
    return Rows({"contribution": given, "party": parties, "committee": committees}, problems)


LAYOUT = TabularLayout(
    name="made-up",
    title="Made-up contributions",
    publisher="Nobody",
    record_layout="https://example.org/columns",
    kinds=(Kind("gifts", dict.fromkeys(COLUMNS, ""), frozenset(COLUMNS), convert),),
)


def made_up_dataset(folder: Path, rows: tuple[str, ...] = ROWS, **fields: int) -> Dataset:
    """A dataset of one file with these rows."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "gifts.csv"
    file.write_text("\n".join([HEADER, *rows, ""]), "utf-8")
    limits = {"rows_min": 0, "rows_max": 10**6, "allow_rejected": 0, **fields}
    return Dataset(
        id=folder.name,
        title="Gifts",
        publisher="Nobody",
        licence="CC0",
        url="",
        retrieved="2026-01-01",
        layout=LAYOUT,
        record_layout=LAYOUT.record_layout,
        options={},
        files=(DataFile(file, "gifts.csv", digest_of_file(file)),),
        folder=folder,
        digest=f"{folder.name} {digest_of_file(file)}",
        **limits,
    )
