"""A thing that may be one with another, as a person sees it: its name, and what is known of it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import polars as pl


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things, as it is printed.

    Attributes:
        path: Its path under `id/`.
        label: Its name.
        dataset: Path of the dataset it is known from, `sheets` for a fact sheet.
        facts: What is known of it, each in a few words.
        money: Sum of its rows.
        rows: Their number.
        identifiers: Its ids in registers, each with the register before it.
        group: What it is compared as, a person or an organisation; "" for neither.
    """

    path: str
    label: str
    dataset: str
    facts: tuple[str, ...]
    money: Decimal
    rows: int
    identifiers: tuple[str, ...] = ()
    group: str = ""


def side_of(record: Mapping[str, object]) -> Side:
    """A record as a person sees it."""
    return Side(
        path=str(record["path"]),
        label=str(record["label"]),
        dataset=str(record["dataset"]),
        facts=tuple(_facts(record)),
        money=Decimal(str(record["money"])),
        rows=int(str(record["rows"])),
        identifiers=tuple(_listed(record["identifiers"])),
        group=str(record["group"]),
    )


def sides_at(records: pl.DataFrame, paths: Collection[str]) -> dict[str, Side]:
    """The things at some paths as a person sees them, each by its first name."""
    rows = records.filter(pl.col("path").is_in(list(paths)))
    named = rows.unique("path", keep="first", maintain_order=True)
    return {row["path"]: side_of(row) for row in named.iter_rows(named=True)}


def _facts(record: Mapping[str, object]) -> Iterator[str]:
    place = [str(record[name]) for name in ("city", "state", "postcode") if record[name]]
    if place:
        yield " ".join(place)
    yield from (str(record[name]) for name in ("employer", "occupation") if record[name])
    if record["first_day"]:
        first, last = record["first_day"], record["last_day"]
        yield str(first) if first == last else f"{first} to {last}"
    for name in ("contests", "offices", "identifiers"):
        values = _listed(record[name])
        if values:
            yield ", ".join(values)


def _listed(values: object) -> list[str]:
    return [str(value) for value in values] if isinstance(values, list) else []
