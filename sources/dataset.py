"""A dataset: a source whose folder names files of a publisher, read by one of the layouts.

`source.toml` of a dataset, field by field: `id`, `kind = "dataset"`, `title`, `publisher`, `licence`,
`url`, `retrieved` (a date), `layout` (name of a reader), `record_layout` (where the publisher
describes the columns; the layout's own when left out), `rows_min` and `rows_max` (how many rows the
files hold at least and at most), `allow_rejected` (how many rows may be rejected), `final` (whether
counts of votes are the final official ones), `[options]` of the layout, and `[[files]]` with `path`
(from the folder, or absolute) and `sha256`.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from urllib.parse import quote

from sources.described import Described, describe
from sources.document import DIGEST, FILE
from sources.errors import MissingSourceError, Position, SheetError, SourceError, did_you_mean
from sources.tables.layouts.layout import FileOption, Layout, layout_named
from sources.toml_table import Table, count, flag, like, one_of, read_toml

DATASET = "dataset"
NO_LIMIT = 2**63


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of a dataset.

    Attributes:
        path: Where it is.
        name: Its name in paths of things, percent-encoded.
        sha256: Digest of its bytes, hexadecimal.
    """

    path: Path
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Dataset(Described):
    """A dataset as its folder describes it.

    Attributes:
        digest: SHA-256 over its metadata and the digests of its files, hexadecimal.
        rows_min: How many rows its files hold at least.
        rows_max: How many rows they hold at most.
        allow_rejected: How many rows may be rejected before nothing is built.
        final: Whether its counts of votes are the final official ones.
    """

    layout: Layout
    record_layout: str
    options: Mapping[str, str]
    files: tuple[DataFile, ...]
    rows_min: int
    rows_max: int
    allow_rejected: int
    folder: Path
    digest: str
    final: bool = False


def read_dataset(folder: Path) -> Dataset:
    """The dataset in a folder.

    Raises:
        MissingSourceError: There is no source.toml, or a file it names is not there.
        SheetError: A field is missing, unknown or not what is wanted, or a file is not the one it was.
    """
    path = folder / FILE
    table = read_toml(path, "the metadata of a source")
    table.take("kind", one_of(DATASET), DATASET)
    layout = layout_named(table.text("layout", "the name of a layout"), Position(str(path)))
    options = _options(table.table("options") if table.has("options") else None, layout, path)
    files = read_files(table.tables("files"), folder)
    dataset = Dataset(
        **asdict(describe(table, title=layout.title, publisher=layout.publisher)),
        layout=layout,
        record_layout=table.text("record_layout", "an address", layout.record_layout),
        options=options,
        files=files,
        rows_min=table.take("rows_min", count, "a number of rows", 0),
        rows_max=table.take("rows_max", count, "a number of rows", NO_LIMIT),
        allow_rejected=table.take("allow_rejected", count, "a number of rows", 0),
        folder=folder,
        digest=digest_of_folder(path, (*files, *_option_files(options, layout))),
        final=table.take("final", flag, "true or false", layout.final),
    )
    table.close()
    return dataset


def _options(table: Table | None, layout: Layout, path: Path) -> dict[str, str]:
    given = Table({}, "options", str(path)) if table is None else table
    files = {name for name, meaning in layout.options.items() if isinstance(meaning, FileOption)}
    asked = [name for name in layout.options if name in files or given.has(name)]
    values = {name: given.text(name, layout.options[name]) for name in asked}
    for name in given.left():
        hint = did_you_mean(name, list(layout.options))
        raise SheetError(Position(str(path)), f"options.{name} is not an option of {layout.name}{hint}")
    return {name: str(path.parent / value) if name in files else value for name, value in values.items()}


def _option_files(options: Mapping[str, str], layout: Layout) -> tuple[DataFile, ...]:
    """The files that options name."""
    names = sorted(name for name in options if isinstance(layout.options[name], FileOption))
    return tuple(DataFile(Path(options[name]), name, digest_of_file(Path(options[name]))) for name in names)


def read_files(tables: list[Table], folder: Path) -> tuple[DataFile, ...]:
    """The files of `[[files]]`.

    Raises:
        MissingSourceError: A file is not there.
        SheetError: None is named, or one is not the file it was.
    """
    if not tables:
        raise SheetError(Position(str(folder / FILE)), "files is missing; wanted [[files]] with a path each")
    found = []
    for table in tables:
        given = table.text("path", "where the file is")
        stated = table.take("sha256", like(DIGEST), "64 hexadecimal digits", "")
        table.close()
        found.append((given, _data_file(folder, given, stated)))
    names = [file.name for _, file in found]
    return tuple(
        file if names.count(file.name) == 1 else DataFile(file.path, _encoded(given), file.sha256)
        for given, file in found
    )


def _data_file(folder: Path, given: str, stated: str) -> DataFile:
    path = folder / given
    digest = digest_of_file(path)
    if stated and digest != stated.lower():
        message = f"files: {given} has the digest {digest}, wanted {stated}; it is not the file it was"
        raise SheetError(Position(str(folder / FILE)), message)
    return DataFile(path, _encoded(path.name), digest)


def digest_of_file(path: Path) -> str:
    """The SHA-256 of the bytes of a file, hexadecimal.

    Raises:
        MissingSourceError: It is not there.
        SourceError: It cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise MissingSourceError(path, "a file of a dataset") from error
    except OSError as error:
        raise SourceError(Position(str(path)), error.strerror or str(error)) from error


def _encoded(name: str) -> str:
    return quote(name.replace("\\", "/").lstrip("./"), safe="/-._~")


def digest_of_folder(path: Path, files: tuple[DataFile, ...]) -> str:
    """The SHA-256 over the metadata at a path and the digests of files, hexadecimal."""
    content = sha256(path.read_bytes())
    for file in files:
        content.update(f"\0{file.name}\0{file.sha256}".encode())
    return content.hexdigest()
