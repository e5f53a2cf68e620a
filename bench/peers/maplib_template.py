"""maplib, by an OTTR template over a frame that has the IRIs, as templates cannot encode."""

import sys
from pathlib import Path
from urllib.parse import quote

import polars as pl
from maplib import Model  # type: ignore[import-not-found]  # lives in an environment of its own

from peers.shape import KEPT, ROWS, THINGS

TEMPLATE = "https://w3id.org/moneytrail/ns#ContributionRow"


def encoded(frame: pl.DataFrame, column: str) -> pl.Series:
    """Text as it stands in a path."""
    strange = frame[column].str.extract_all(r"[^A-Za-z0-9\-._~]").explode().drop_nulls().unique().to_list()
    return frame[column].str.replace_many(strange, [quote(character, safe=KEPT) for character in strange])


def iri(kind: str, *columns: str | pl.Series) -> pl.Expr:
    """IRIs of things of a kind."""
    path = pl.concat_str(
        [pl.lit(column) if isinstance(column, pl.Series) else column for column in columns], separator="/"
    )
    return pl.concat_str(pl.lit(f"{THINGS}{kind}/fec/"), path)


def arguments() -> pl.DataFrame:
    """What the template is instantiated with, a column for each parameter."""
    frame = pl.read_csv(ROWS, infer_schema=False)
    return frame.select(
        contribution=iri("contribution", "SUB_ID"),
        payer=iri("contributor", encoded(frame, "NAME"), "ZIP_CODE"),
        payee=iri("committee", "CMTE_ID"),
        amount=pl.col("AMOUNT").cast(pl.Decimal(38, 12)),
        day="DATE",
        kind="TRANSACTION_TP",
        line=pl.col("LINE").cast(pl.Int64),
        filing=iri("filing", "FILE_NUM"),
        employer="EMPLOYER",
    )


def main() -> None:
    """Write N-Triples."""
    model = Model()
    model.add_template(Path(__file__).with_name("contribution.stottr").read_text())
    model.map(TEMPLATE, arguments())
    model.write(sys.argv[1], format="ntriples")


if __name__ == "__main__":
    main()
