"""What the metadata of any source of files says: what it is, whose, and when it was fetched."""

from dataclasses import dataclass

from sources.document import ID
from sources.edtf import read_date
from sources.toml_table import Table, like


@dataclass(frozen=True, slots=True)
class Described:
    """What `source.toml` of any source of files says of it."""

    id: str
    title: str
    publisher: str
    licence: str
    url: str
    retrieved: str


def describe(table: Table, *, title: str | None = None, publisher: str | None = None) -> Described:
    """What the metadata of a source of files says of it.

    Args:
        table: The metadata.
        title: Its title when none is given; None when there must be one.
        publisher: The same of its publisher.

    Raises:
        SheetError: A field is missing or not what is wanted.
    """
    return Described(
        id=table.take("id", like(ID), "an id of small letters, digits, - and . that is not taken"),
        title=table.text("title", "a title in your own words", title),
        publisher=table.text("publisher", "who published it", publisher),
        licence=table.text("licence", "a licence"),
        url=table.text("url", "an address", ""),
        retrieved=table.take("retrieved", day_text, "a date such as 2026-11-22", ""),
    )


def day_text(value: object) -> str:
    """A date, as EDTF writes it."""
    words = str(value)
    read_date(words)
    return words
