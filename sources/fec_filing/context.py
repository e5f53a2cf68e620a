"""What a record learns of its filing: notes on it, what replaces it, and where its money stands again."""

import polars as pl

from sources.fec_filing.given import given
from sources.fec_filing.record_types import FILING, LEFT_OUT, record_type
from sources.tables.layouts.rows import LINE, Place

SUPERSEDED, TWICE = pl.lit("not-new-superseded"), pl.lit("not-new-reported-twice")
NOTE = pl.Schema({"filing": pl.String(), "transaction": pl.String(), "text": pl.String()})
COVER = pl.Schema(dict.fromkeys(("filing", "form", "amends", "filer"), pl.String()))
REPORT = r"^(?:FEC-)?([0-9]+)$"


def amends(frame: pl.DataFrame) -> pl.Expr:
    """The number of the filing that a filing amends."""
    return given(frame, "header_report_id").str.extract(REPORT)


def in_its_filing(told: pl.DataFrame, place: Place) -> pl.DataFrame:
    """Rows with the notes of their filing on them, and whether an amendment replaces it."""
    amended, notes = place.context["amended"], place.context["notes"]
    on = notes.filter(pl.col("transaction").is_not_null()).rename({"text": "noted"})
    joined = told.join(on, on=["filing", "transaction"], how="left", maintain_order="left")
    noted = joined.join(amended, on="filing", how="left", maintain_order="left")
    noted = noted.join(place.context["reported"], on=["filing", LINE], how="left", maintain_order="left")
    twice = pl.when(pl.col("alsoReportedAs").is_not_null()).then(TWICE).otherwise("notNewMoney")
    replaced = pl.col("supersededBy").is_not_null()
    return noted.with_columns(
        pl.concat_str("memoText", "noted", separator=" / ", ignore_nulls=True)
        .replace("", None)
        .alias("memoText"),
        pl.format("filing/fec/{}", "supersededBy").alias("supersededBy"),
        pl.when(replaced).then(SUPERSEDED).otherwise(twice).alias("notNewMoney"),
    )


def whole_notes(place: Place) -> pl.DataFrame:
    """The notes on filings as a whole: `filing`, `filedText`."""
    notes = place.context["notes"].filter(pl.col("transaction").is_null())
    return notes.select("filing", filedText="text")


def parts(batch: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The covers and notes of a batch."""
    covers = batch.filter(pl.col("record") == "cover")
    notes = batch.filter(pl.col("record") == "text")
    texts = notes.select("filing", transaction=_of_what(notes), text=given(notes, "text"))
    filed = covers.select("filing", transaction=pl.lit(None, pl.String), text=given(covers, "text"))
    told = covers.select("filing", "form", amends=amends(covers), filer=given(covers, "filer"))
    return told, pl.concat([filed, texts]).drop_nulls("text")


def _of_what(notes: pl.DataFrame) -> pl.Expr:
    """The transaction a note is on, null for one on the whole filing or on a record that is left out."""
    schedule = given(notes, "back_reference_sched_form_name", "back_reference_sched_name").str.to_uppercase()
    names = notes.select(schedule.alias("type"))["type"].unique().drop_nulls()
    untold = [name for name in names if not _is_money(name)]
    return pl.when(~schedule.is_in(untold).fill_null(value=False)).then(
        given(notes, "back_reference_tran_id_number")
    )


def _is_money(name: str) -> bool:
    """Whether a record type is told as money."""
    known = record_type(name)
    return known is not None and known.kind not in (FILING, LEFT_OUT)
