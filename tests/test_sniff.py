"""What a file of delimited text looks like is told by its first lines."""

import io

import pytest

from sources.tables.reading.delimited import Dialect, sniff
from sources.tables.reading.packed import Member


def look(data: bytes) -> tuple[Dialect, tuple[str, ...]]:
    """Sniff bytes."""
    return sniff(Member("t", lambda: io.BytesIO(data)))


@pytest.mark.parametrize("separator", [",", "\t", "|", ";", "\x1c"])
def test_the_separator_is_the_one_by_which_records_agree(separator: str) -> None:
    """Commas in names are no separators when another character divides each line alike."""
    lines = [("name", "amount", "city"), ("DOE, JOHN", "5", "A"), ("SMITH, ANN, DR", "6", "B")]
    marks = '"' if separator in ",;" else ""
    rows = [separator.join(f"{marks}{cell}{marks}" for cell in line) for line in lines]
    dialect, header = look("\n".join(rows).encode())
    assert dialect == Dialect(separator, '"' if marks else None)
    assert header == ("name", "amount", "city")


def test_marks_around_fields_are_seen_in_files_of_tabs() -> None:
    """A mark at the start of a field that is not closed at its end is a character."""
    assert look(b'a\tb\n"x\ty"\t2\n')[0].quote == '"'
    assert look(b'a\tb\n"x" y\t2\n')[0].quote is None
    assert look(b'a\tb\nx "y"\t2\n')[0].quote is None


@pytest.mark.parametrize(
    ("line", "is_header"),
    [
        ("county,votes", True),
        ("county,votes,", True),
        (",votes,county", True),
        ("county,,votes", False),
        ("votes,votes", False),
        ("Chatham,1204", False),
        ("Chatham,$1,204.50", False),
        ("C00401224,A,N,P", True),
        ("01/31/2018,x", False),
        (",", False),
    ],
)
def test_cells_tell_whether_they_are_names(line: str, is_header: bool) -> None:  # noqa: FBT001 - the expected answer
    """Names differ, are there, and are no figures or dates."""
    dialect, header = look(f"{line}\n".encode())
    assert dialect.header is is_header
    assert header == tuple(line.split(","))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_the_header_is_read_in_any_encoding(encoding: str) -> None:
    """The encoding itself is left to be found in the whole file."""
    dialect, header = look("Año,Población\n1,2\n".encode(encoding))
    assert (dialect.encoding, header) == ("", ("Año", "Población"))


def test_only_the_start_of_a_file_is_read() -> None:
    """The line and the character at the end of the sample may be cut."""
    data = b"name,note\n" + "é,é\n".encode() * 40_000
    assert look(data) == (Dialect(","), ("name", "note"))


@pytest.mark.parametrize(
    ("data", "header"), [(b"", ()), (b"\n\n", ()), (b"name\n", ("name",)), (b"\n\na,b\n", ("a", "b"))]
)
def test_a_file_without_separators_is_one_column(data: bytes, header: tuple[str, ...]) -> None:
    """A comma is supposed where none is seen; blank lines are no header."""
    dialect, cells = look(data)
    assert (dialect.separator, cells) == (",", header)
