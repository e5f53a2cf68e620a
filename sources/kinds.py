"""Which kind of source a folder is, as its metadata say."""

from pathlib import Path

from sources.document import FILE
from sources.toml_table import read_toml, text


def kind_of(folder: Path) -> str:
    """The kind of a source, "" for one with fact sheets; raises SourceError when it has no metadata."""
    return read_toml(folder / FILE, "the metadata of a source").take("kind", text, "a kind of source", "")
