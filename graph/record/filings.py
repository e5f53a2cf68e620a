"""Money between two parties as the filings of a build have it, found by names as printed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import polars as pl

from graph.rows.event_tables import EventTables

NAMED = ("party", "committee", "candidate")
"""Tables of those who give and receive."""
WORD = r"\p{L}{2,}"


@dataclass(frozen=True, slots=True)
class Filed:
    """New money of one dataset from one party to another, by names as printed.

    Attributes:
        rows: How many rows were added up.
        totals: Paths of the sums of each year.
    """

    dataset: str
    amount: Decimal
    rows: int
    totals: tuple[str, ...]


def words_of(name: str) -> str:
    """What is compared of a name: its words in small letters, sorted, so that LAST, FIRST is the same."""
    plain = re.sub("['’]", "", name.lower())
    return " ".join(sorted(re.findall(r"[^\W\d_]{2,}", plain)))


def filed_money(
    conversions: Mapping[str, Path], asked: Iterable[tuple[str, str, int]]
) -> dict[tuple[str, str, int], Filed]:
    """The money between named parties from a year on, of the dataset that has most of it.

    Args:
        conversions: The folder of the conversion of each dataset, by its id.
        asked: Words of the payer, words of the payee, and the first year.
    """
    wanted, found = sorted(set(asked)), dict[tuple[str, str, int], Filed]()
    for dataset, folder in sorted(conversions.items()):
        flows = _flows(EventTables(folders={dataset: folder}), wanted)
        for key in wanted:
            payer, payee, year = key
            rows = flows.filter(pl.col("year") >= year, payer=payer, payee=payee).sort("id")
            if rows.height and (key not in found or rows["newMoney"].sum() > found[key].amount):
                amount, number = Decimal(rows["newMoney"].sum()), int(rows["premises"].sum())
                found[key] = Filed(dataset, amount, number, tuple(rows["id"]))
    return found


def _flows(tables: EventTables, asked: list[tuple[str, str, int]]) -> pl.DataFrame:
    """The yearly sums between parties of some names, with these names in place of the parties."""
    names = _names(tables, sorted({name for payer, payee, _ in asked for name in (payer, payee)}))
    both = tables.scan("flow-total").join(names.rename({"id": "payer", "words": "payerWords"}), on="payer")
    both = both.join(names.rename({"id": "payee", "words": "payeeWords"}), on="payee")
    columns = ("id", "year", "newMoney", "premises")
    return both.select(*columns, payer="payerWords", payee="payeeWords").collect()


def _names(tables: EventTables, wanted: list[str]) -> pl.LazyFrame:
    """The parties that have one of some names."""
    told = pl.concat(tables.scan(table).select("id", "label") for table in NAMED)
    plain = pl.col("label").str.to_lowercase().str.replace_all("['’]", "")
    words = plain.str.extract_all(WORD).list.sort().list.join(" ").alias("words")
    return told.select("id", words).filter(pl.col("words").is_in(wanted)).unique("id")
