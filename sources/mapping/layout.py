"""Any table as a layout: a mapping file says what its columns mean.

`source.toml` of such a dataset has `layout = "mapping"` and `[options] mapping = "my.yaml"`, a file of
its folder. docs/mapping.md is the tutorial.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from sources.files import read_utf8
from sources.mapping.convert import convert_records
from sources.mapping.files import read_file
from sources.mapping.model import Mapping
from sources.mapping.reading import read_mapping
from sources.tables.layouts.layout import FileOption, Options, Records, Sample, Scan
from sources.tables.layouts.rows import Place, Rows

MAPPING = "mapping"


@dataclass(frozen=True, slots=True)
class MappingLayout:
    """A reader of tables that a mapping file describes; as `Layout`."""

    name: str = "mapping"
    title: str = "A table read as a mapping file says"
    publisher: str = "not stated"
    record_layout: str = ""
    options: Options = field(default_factory=lambda: {MAPPING: FileOption("the mapping file, in YAML")})
    mixes_kinds: bool = False
    final: bool = False

    def recognises(self, sample: Sample) -> bool:  # noqa: ARG002 - as every layout is asked
        """No file is one of this layout until somebody says so."""
        return False

    def records(self, file: Path, options: Options) -> Iterator[tuple[str, Iterator[Records]]]:
        """The records of each table in a file."""
        return read_file(file, _mapping(options))

    def context(self, scan: Scan, options: Options) -> dict[str, pl.DataFrame]:  # noqa: ARG002 - records stand alone
        """The text of the mapping file, for wherever records are converted."""
        mapping = _mapping(options)
        return {MAPPING: pl.DataFrame({"file": [mapping.file], "text": [_text(options)]})}

    def convert(self, kind: str, frame: pl.DataFrame, place: Place) -> Rows:  # noqa: ARG002 - there is one kind
        """The rows a batch of records makes."""
        file, text = place.context[MAPPING].row(0)
        return convert_records(read_mapping(text, file), frame, place)


LAYOUT = MappingLayout()


def _mapping(options: Options) -> Mapping:
    return read_mapping(_text(options), options[MAPPING])


def _text(options: Options) -> str:
    return read_utf8(Path(options[MAPPING]), "a mapping file in YAML")
