"""What rows need to know of the whole dataset: names in master files, and money that is told twice."""

from collections.abc import Iterator

import polars as pl

from sources.fec_bulk.itemized import read_sides
from sources.fec_bulk.notices import read_notices
from sources.fec_bulk.reading import row_number
from sources.tables.filings.fec import candidate, committee
from sources.tables.filings.fec_amendments import superseded
from sources.tables.layouts.columns import words
from sources.tables.layouts.layout import Options, Scan
from sources.tables.layouts.rows import LINE

NOTICE = pl.Schema(
    {
        "file": pl.String(),
        LINE: pl.UInt32(),
        "filing": pl.String(),
        "amends": pl.String(),
        "transaction": pl.String(),
        "payer": pl.String(),
        "supports": pl.String(),
        "opposes": pl.String(),
        "amount": pl.Decimal(18, 2),
        "date": pl.String(),
    }
)
SPENDING = ("payer", "supports", "opposes", "amount", "date")
"""What a notice shares with the row of a later report."""
REPORTED = pl.Schema({"id": pl.String()} | {name: NOTICE[name] for name in SPENDING})
ID, ROW = pl.Schema({"id": pl.String()}), pl.Schema({"row": pl.String()})
NUMBER = "filing/fec/"


def gather(scan: Scan, _options: Options) -> dict[str, pl.DataFrame]:
    """Frames by name: `committees`, `candidates`, `itpas2`, `amended`, `repeatedNotices`, `reported`."""
    notices = _stack((_notices(batch) for batch in scan("independent")), NOTICE)
    amended = _amended(notices)
    return {
        "committees": _things(scan("cm"), committee(words("CMTE_ID"))),
        "candidates": _things(scan("cn"), candidate(words("CAND_ID"))),
        "itpas2": _told_in_itpas2(scan),
        "amended": amended,
        "repeatedNotices": _repeated(notices),
        "reported": _reported(notices, amended, scan),
    }


def _things(batches: Iterator[pl.DataFrame], path: pl.Expr) -> pl.DataFrame:
    """The paths of what a master file has."""
    found = _stack((batch.select(id=path) for batch in batches), ID)
    return found.drop_nulls().unique().sort("id")


def _told_in_itpas2(scan: Scan) -> pl.DataFrame:
    """The numbers of the rows of itpas2, asked for only when there is a file of itoth beside it."""
    beside = next(scan("itoth"), None) is not None
    batches = scan("itpas2") if beside else iter(())
    return _stack((batch.select(row=row_number().value) for batch in batches), ROW).drop_nulls()


def _notices(batch: pl.DataFrame) -> pl.DataFrame:
    return read_notices(batch)[0].select(*NOTICE)


def _amended(notices: pl.DataFrame) -> pl.DataFrame:
    """The notices that others replace, by paths of filings."""
    bare = [pl.col(name).str.strip_prefix(NUMBER) for name in ("filing", "amends")]
    return superseded(notices.select(bare)).select(
        pl.concat_str(pl.lit(NUMBER), name).alias(name) for name in ("filing", "supersededBy")
    )


def _repeated(notices: pl.DataFrame) -> pl.DataFrame:
    """The rows after the first that filing and transaction name."""
    named = notices.drop_nulls(["filing", "transaction"])
    nth = pl.int_range(pl.len()).over("filing", "transaction")
    return named.filter(nth > 0).select("file", LINE)


def _reported(notices: pl.DataFrame, amended: pl.DataFrame, scan: Scan) -> pl.DataFrame:
    """Where a report tells the spending of a notice again; of several alike, each is told once."""
    current = notices.filter(~pl.col("filing").is_in(amended["filing"].implode()).fill_null(value=False))
    batches = scan("itpas2") if current.height > 0 else iter(())
    told = _stack((_spending(batch) for batch in batches), REPORTED)
    nth = pl.int_range(pl.len()).over(SPENDING).alias("nth")
    asked = current.drop_nulls("date").with_columns(nth)
    found = asked.join(told.with_columns(nth), on=[*SPENDING, "nth"], nulls_equal=True)
    return found.select("file", LINE, alsoReportedAs="id").sort("file", LINE)


def _spending(batch: pl.DataFrame) -> pl.DataFrame:
    """Independent expenditures of a batch of itpas2."""
    spent = batch.filter(words("TRANSACTION_TP").is_in(["24A", "24E"]))
    return read_sides(spent)[0].drop_nulls("table").select(*REPORTED)


def _stack(frames: Iterator[pl.DataFrame], schema: pl.Schema) -> pl.DataFrame:
    """All frames in one."""
    return pl.concat([pl.DataFrame(schema=schema), *(frame.match_to_schema(schema) for frame in frames)])
