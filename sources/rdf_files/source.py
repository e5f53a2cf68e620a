"""A source of RDF files, as its folder describes it.

`source.toml` of such a source, field by field: `id`, `kind = "rdf"`, `title`, `publisher`, `licence`,
`url`, `retrieved` (a date), `base` (what relative IRIs in the files are resolved against; without it
there may be none), and `[[files]]` with `path` (from the folder, or absolute) and `sha256`.
"""

import re
from dataclasses import asdict, dataclass
from pathlib import Path

from sources.dataset import DataFile, digest_of_folder, read_files
from sources.described import Described, describe
from sources.document import FILE
from sources.toml_table import like, one_of, read_toml

RDF = "rdf"
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True)
class RdfSource(Described):
    """A source of RDF files.

    Attributes:
        base: What relative IRIs are resolved against, "" for nothing.
        digest: SHA-256 over its metadata and the digests of its files, hexadecimal.
    """

    base: str
    files: tuple[DataFile, ...]
    folder: Path
    digest: str


def read_rdf_source(folder: Path) -> RdfSource:
    """The RDF files that a folder names.

    Raises:
        MissingSourceError: There is no source.toml, or a file it names is not there.
        SheetError: A field is missing, unknown or not what is wanted, or a file is not the one it was.
    """
    path = folder / FILE
    table = read_toml(path, "the metadata of a source")
    table.take("kind", one_of(RDF), RDF)
    files = read_files(table.tables("files"), folder)
    source = RdfSource(
        **asdict(describe(table)),
        base=table.take("base", like(ABSOLUTE.pattern), "an absolute IRI such as https://example.org/", ""),
        files=files,
        folder=folder,
        digest=digest_of_folder(path, files),
    )
    table.close()
    return source
