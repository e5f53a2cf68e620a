"""The column names of a file of delimited text, and what is wrong with them, told with its column."""

from dataclasses import dataclass

from sources.errors import Position, TableError
from sources.tables.reading.dialect import Dialect
from sources.tables.reading.quoting import Grammar, place_in_file, split_record, unquote


@dataclass(frozen=True, slots=True)
class Heading:
    """The names of the columns.

    Attributes:
        names: One for each column. The first may be "": pandas and R write the number of each row so.
        trailing: Where the header ends in a separator, which makes a column without a name that every row
            must have, empty; None when it does not.
    """

    names: tuple[str, ...]
    trailing: Position | None = None

    @property
    def width(self) -> int:
        """How many fields a record has."""
        return len(self.names) + (self.trailing is not None)


def is_header_line(dialect: Dialect) -> bool:
    """Whether the first record names the columns."""
    return dialect.header is True


def read_heading(record: str, line: int, dialect: Dialect, grammar: Grammar, file: str) -> Heading:
    """The names of the columns of a file.

    Args:
        record: Its first record.
        line: The line that starts on.
        dialect: How the file is written.
        grammar: The same as regular expressions.
        file: Its name, for messages.

    Raises:
        TableError: The record is no header.
    """
    if isinstance(dialect.header, tuple):
        return Heading(dialect.header)
    fields = split_record(record, grammar)
    if dialect.header is False:
        return Heading(tuple(f"column_{number}" for number in range(1, len(fields) + 1)))
    places = [place_in_file(record, offset, line, file) for offset, _ in fields]
    names = [_name(field, at, grammar) for (_, field), at in zip(fields, places, strict=True)]
    if not any(letter.isalpha() for name in names for letter in name):
        raise TableError(
            places[0], "no cell of the first line has a letter; wanted a header with column names"
        )
    trailing = places.pop() if len(names) > 1 and names[-1] == "" else None
    if trailing is not None:
        names.pop()
    check_names(names, places, dialect.line)
    return Heading(tuple(names), trailing)


def _name(field: str, at: Position, grammar: Grammar) -> str:
    """The name in a cell of the header.

    Raises:
        TableError: Its quotation marks are malformed, or the lines of the file end in CR alone.
    """
    name = unquote(field, grammar)
    if name is None:
        raise TableError(at, f"malformed quotation marks in the header: {field!r}")
    if "\r" in field:
        message = "a carriage return in the header; wanted lines that end in LF or CRLF"
        raise TableError(at, message)
    return name


def check_names(names: list[str], places: list[Position], line: str) -> None:
    """Refuse names that do not tell the columns apart.

    Raises:
        TableError: A name is empty, stands twice, or is that of the column with line numbers.
    """
    for number, (name, at) in enumerate(zip(names, places, strict=True), start=1):
        if name == "" and number > 1:
            raise TableError(at, f"column {number} has no name")
        first = names.index(name) + 1
        if first < number:
            raise TableError(at, f"column {number} is named {name!r}, and so is column {first}")
        if name == line:
            message = (
                f"column {number} is named {name!r}, as the column with line numbers; give that another name"
            )
            raise TableError(at, message)
