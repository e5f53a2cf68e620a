"""Entities of FollowTheMoney as a layout: a JSON object a line, as Aleph and OpenSanctions export them.

https://followthemoney.tech/docs/ describes an entity: an id, the name of a schema, and properties with
lists of texts. Things have the path `entity/ftm/<whose ids>/<id>`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from sources.errors import Position, SheetError, did_you_mean
from sources.ftm.convert import convert_entities
from sources.ftm.lines import read_lines
from sources.ftm.payments import MONEY, OPTION
from sources.ftm.repeated import REPEATED, repeated_statements
from sources.tables.layouts.layout import Options, Records, Sample, Scan
from sources.tables.layouts.rows import Place, Rows
from sources.tables.reading.counting import Counter
from sources.tables.reading.first_bytes import find_packing
from sources.tables.reading.packed import open_packed, read_head

START = (b'{"id"', b'{"schema"', b'{"caption"', b'{"properties"')
OPTIONS = {
    "ids": "whose ids the entities have, when several datasets share them; the dataset's own when left out",
    OPTION: f"what the payments are, one of {', '.join(MONEY)}; payments of no stated kind when left out",
}


@dataclass(frozen=True, slots=True)
class EntityLayout:
    """A reader of entities; as `Layout`."""

    name: str = "ftm"
    title: str = "Entities of FollowTheMoney"
    publisher: str = "not stated"
    record_layout: str = "https://followthemoney.tech/explorer/"
    options: Options = field(default_factory=lambda: dict(OPTIONS))
    mixes_kinds: bool = False
    final: bool = False

    def recognises(self, sample: Sample) -> bool:
        """Whether a file starts as an entity does."""
        head = sample.head.lstrip()
        return head.startswith(START) and b'"schema"' in head and b'"properties"' in head

    def records(self, file: Path, options: Options) -> Iterator[tuple[str, Iterator[Records]]]:  # noqa: ARG002 - as every layout is asked
        """The lines of each member of a file."""
        packed = find_packing(read_head(file)) != ""
        for member in open_packed(file):
            yield member.name, read_lines(Counter(None if packed else file.stat().st_size), member)

    def context(self, scan: Scan, options: Options) -> dict[str, pl.DataFrame]:
        """The ids of statements that stand in several lines.

        Raises:
            SheetError: Payments are said to be what no payment is.
        """
        kind = options.get(OPTION)
        if kind is not None and kind not in MONEY:
            hint = did_you_mean(kind, list(MONEY)) or f"; wanted one of {', '.join(MONEY)}"
            raise SheetError(
                Position("source.toml"), f"options.{OPTION}: {kind!r} is not a kind of payment{hint}"
            )
        return {REPEATED: repeated_statements(scan)}

    def convert(self, kind: str, frame: pl.DataFrame, place: Place) -> Rows:  # noqa: ARG002 - there is one kind
        """The rows a batch of records makes."""
        return convert_entities(frame, place)


LAYOUT = EntityLayout()
