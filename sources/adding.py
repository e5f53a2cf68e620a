"""A dataset folder for files of a publisher, started by recognising them."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from sources.dataset import digest_of_file
from sources.document import FILE
from sources.errors import Position, SourceError, TableError, did_you_mean
from sources.mapping.layout import MAPPING
from sources.mapping.parquet import is_parquet
from sources.mapping.skeleton import FILE_NAME, skeleton
from sources.tables.layouts.layout import Layout, Sample, layout_named, layouts
from sources.tables.reading.delimited import sniff
from sources.tables.reading.packed import open_packed
from sources.tables.reading.workbook import is_workbook, read_workbook
from sources.writing import id_of, quoted, write_all

HEAD = 4096
METADATA = """\
id = {id}
kind = "dataset"
layout = {layout}  # {layout_title}
title = {title}
publisher = {publisher}
licence = {licence}  # what may be done with the files
url = {url}  # where the files are from
# retrieved = "2026-01-31"  # when they were fetched
# allow_rejected = 0  # how many rows may be left out because they cannot be read
# rows_min = 1  # fewer rows than this, and nothing is built
{final}{options}{files}"""
FINAL = "# final = true  # where the counts of votes are the final official ones: outcomes follow from them\n"
STATUS = "status"
"""The option of layouts that read counts of votes."""
A_FILE = """
[[files]]
path = {path}
sha256 = "{sha256}"
"""


@dataclass(frozen=True, slots=True)
class DatasetParticulars:
    """What a user says of a dataset; "" for what the layout knows or is filled in by hand later.

    Attributes:
        id: Id of the dataset; made from the folder's name when it is "".
        layout: Name of the layout; found out when it is "".
        options: Options of the layout.
    """

    id: str = ""
    layout: str = ""
    title: str = ""
    publisher: str = ""
    licence: str = ""
    url: str = ""
    options: tuple[tuple[str, str], ...] = ()


def start_dataset(folder: Path, files: tuple[Path, ...], particulars: DatasetParticulars) -> Layout:
    """Start the folder of a dataset: a source.toml that names the files; give the layout they have.

    For a mapping that is not there yet, the start of one is written beside it.

    Raises:
        MissingSourceError: A file is not there.
        SourceError: No layout or several recognise a file, files have different layouts, the layout or an
            option is not known, or the folder holds a source already; then nothing is written.
    """
    name = id_of(folder, particulars.id)
    layout = layout_named(particulars.layout, Position(str(folder))) if particulars.layout else _common(files)
    for option, _ in particulars.options:
        if option not in layout.options:
            known = list(layout.options)
            hint = did_you_mean(option, known) or f"; wanted one of {', '.join(known) or 'none'}"
            raise SourceError(Position(str(folder)), f"{option!r} is not an option of {layout.name}{hint}")
    started = {}
    if layout.name == MAPPING and MAPPING not in dict(particulars.options):
        columns = (column for file in files for column in _columns(file))
        started[folder / FILE_NAME] = skeleton(name, columns)
        particulars = replace(particulars, options=(*particulars.options, (MAPPING, FILE_NAME)))
    write_all({folder / FILE: _metadata(folder, name, files, layout, particulars), **started})
    return layout


def recognise(file: Path) -> tuple[Layout, ...]:
    """The layouts that a file may have.

    Raises:
        MissingSourceError: It is not there.
    """
    samples = list(_samples(file))
    return tuple(one for one in layouts().values() if any(one.recognises(sample) for sample in samples))


def _common(files: tuple[Path, ...]) -> Layout:
    """The one layout of all files."""
    found: dict[str, Layout] = {}
    for file in files:
        fitting = recognise(file)
        if len(fitting) != 1:
            names = ", ".join(layout.name for layout in fitting or layouts().values())
            which = "several layouts fit" if fitting else "no layout recognises it"
            raise SourceError(Position(str(file)), f"{which}; name one with --layout: {names}")
        found[fitting[0].name] = fitting[0]
    if len(found) > 1:
        message = f"files of several layouts: {', '.join(sorted(found))}; add them one layout at a time"
        raise SourceError(Position(str(files[0])), message)
    return next(iter(found.values()))


def _samples(file: Path) -> list[Sample]:
    """The start of each table in a file."""
    if is_workbook(file):
        return [
            Sample(sheet, header=tuple(name for name in frame.columns if name != "line"))
            for sheet, frame in read_workbook(file)
        ]
    samples = []
    for member in open_packed(file):
        with member.open() as stream:
            head = stream.read(HEAD)
        try:
            header = sniff(member)[1]
        except TableError:
            header = ()
        samples.append(Sample(Path(member.name).name, head, header))
    return samples


def _columns(file: Path) -> list[str]:
    """The columns of the tables in a file."""
    if is_parquet(file):
        return list(pl.read_parquet_schema(file))
    return [column for sample in _samples(file) for column in sample.header]


def _metadata(
    folder: Path, name: str, files: tuple[Path, ...], layout: Layout, particulars: DatasetParticulars
) -> str:
    options = "".join(f"{option} = {quoted(value)}\n" for option, value in particulars.options)
    return METADATA.format(
        id=quoted(name),
        layout=quoted(layout.name),
        layout_title=layout.title,
        title=quoted(particulars.title or f"{layout.title}, {name}"),
        publisher=quoted(particulars.publisher or layout.publisher),
        licence=quoted(particulars.licence or "not stated"),
        url=quoted(particulars.url),
        final=FINAL if STATUS in layout.options and not layout.final else "",
        options=f"\n[options]\n{options}" if options else "",
        files="".join(
            A_FILE.format(path=quoted(_from(folder, file)), sha256=digest_of_file(file)) for file in files
        ),
    )


def _from(folder: Path, file: Path) -> str:
    """The path of a file as seen from a folder, with forward slashes."""
    return Path(os.path.relpath(file.resolve(), folder.resolve())).as_posix()
