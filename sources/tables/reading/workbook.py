"""The sheets of an Excel workbook as columns of text.

A cell is the text in it: a date 2018-05-02, a time 13:05:00, both 2018-05-02T13:05:00, a number in the
shortest form of the 15 digits Excel shows, a logical value true or false, nothing "". A cell that holds an
error, such as #N/A, is refused: the engine would read it as empty.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from xml.etree.ElementTree import ParseError

import fastexcel
import polars as pl

from sources.errors import Position, TableError
from sources.tables.reading.first_bytes import HEAD, starts_workbook
from sources.tables.reading.heading import check_names
from sources.tables.reading.packed import Member, only_member, read_head
from sources.tables.reading.workbook_parts import find_worksheets, refuse_error_cells

LINE = "line"
DATE_AND_TIME = r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$"
MIDNIGHT, DAY_0 = " 00:00:00", r"^1899-12-3[01] "  # a time alone is one of the day that Excel counts from
BROKEN = (zipfile.BadZipFile, fastexcel.FastExcelError, KeyError, ParseError, StopIteration)


def is_workbook(source: Path | Member) -> bool:
    """Whether a file is an Excel workbook (.xlsx), by how it starts.

    Raises:
        MissingSourceError: It is not there.
        TableError: It cannot be read.
    """
    if isinstance(source, Path):
        return starts_workbook(read_head(source))
    with source.open() as stream:
        return starts_workbook(stream.read(HEAD))


def read_workbook(source: Path | Member, line: str = LINE) -> Iterator[tuple[str, pl.DataFrame]]:
    """The name and rows of each sheet that holds something, hidden or not, in order; charts are left out.

    The first row that is not blank names the columns. Columns after the last that has a name are dropped if
    they are empty; blank rows are skipped.

    Args:
        source: The workbook.
        line: Name of the column with the number of each row in its sheet, from 1.

    Raises:
        MissingSourceError: It is not there.
        TableError: It is broken, its columns are not named, or a cell holds an error; with sheet, row and
            number of the column.
    """
    member = source if isinstance(source, Member) else only_member(source)
    with member.open() as stream:
        data = stream.read()
    reader, parts = _open(data, member.file)
    for name, part in parts.items():
        place = f"{member.file}!{name}"
        refuse_error_cells(data, part, place)
        cells = _read_cells(reader, name, place)
        if cells.height > 0:
            yield name, _name_columns(cells, place, line)


def _open(data: bytes, file: str) -> tuple[fastexcel.ExcelReader, dict[str, str]]:
    """A workbook, and the part of each of its worksheets.

    Raises:
        TableError: It is broken.
    """
    try:
        return fastexcel.read_excel(data), find_worksheets(data)
    except BROKEN as error:
        raise TableError(Position(file), f"broken workbook: {_first_line(error)}") from error


def _read_cells(reader: fastexcel.ExcelReader, name: str, place: str) -> pl.DataFrame:
    """The cells of a sheet as text, with the number of each row that is not blank.

    Columns are `0`, `1` ... and `row`; the first is the first that is used.
    """
    cells = _load(reader, name, "string", place)
    cells.columns = [str(number) for number in range(cells.width)]
    moments = [column for column in cells.columns if cells[column].str.contains(DATE_AND_TIME).any()]
    if moments:
        dates = _load(reader, name, "datetime", place)
        dates.columns = cells.columns
        cells = cells.with_columns(_as_iso(cells[column], dates[column]) for column in moments)
    text = cells.fill_null("")
    return text.with_row_index("row", offset=1).filter(pl.any_horizontal(pl.exclude("row") != ""))


def _load(
    reader: fastexcel.ExcelReader, name: str, dtype: Literal["string", "datetime"], place: str
) -> pl.DataFrame:
    """The cells of a sheet in one type, from its row 1; null where a cell is empty or of another.

    Raises:
        TableError: The sheet is broken.
    """
    try:
        return reader.load_sheet(name, header_row=None, skip_rows=0, dtypes=dtype).to_polars()
    except fastexcel.FastExcelError as error:
        raise TableError(Position(place), f"broken sheet: {_first_line(error)}") from error


def _as_iso(texts: pl.Series, dates: pl.Series) -> pl.Series:
    """The texts of a column, with dates and times as ISO 8601 writes them.

    Args:
        texts: The cells as text.
        dates: The cells as moments, null where they are text.
    """
    iso = texts.str.strip_suffix(MIDNIGHT).str.replace(DAY_0, "").str.replace(" ", "T", literal=True)
    is_moment = texts.str.contains(DATE_AND_TIME) & dates.is_not_null()
    return iso.zip_with(is_moment, texts)


def _name_columns(cells: pl.DataFrame, place: str, line: str) -> pl.DataFrame:
    """The rows under the header, with its names.

    Raises:
        TableError: The header does not name the columns.
    """
    row, *header = cells.row(0)
    below = cells[1:]
    names = [str(cell) for cell in header]
    while names and names[-1] == "" and (below[str(len(names) - 1)] == "").all():
        names.pop()
    check_names(names, [Position(place, row, number) for number in range(1, len(names) + 1)], line)
    rows = below.select(*(str(number) for number in range(len(names))), pl.col("row").cast(pl.UInt32))
    rows.columns = [*names, line]
    return rows


def _first_line(error: Exception) -> str:
    """What an error says first; the engine adds where in its code it arose."""
    return next(iter(str(error).splitlines()), type(error).__name__)
