"""Delimited text is read as the csv module reads it, or each record that is not is told with its line."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.errors import TableError
from sources.tables.reading.delimited import Batch, Dialect, read_delimited, sniff
from sources.tables.reading.packed import Member

Table = list[list[str]]
COMMA = Dialect(",", encoding="utf-8")
MARKS = st.sampled_from('ab,"\n\r|\t \0\ufeff\x01é')
TEXTS = st.text(st.one_of(MARKS, st.characters(exclude_categories=["Cs"])), max_size=6)


def member(data: str | bytes) -> Member:
    """Pass text as a file."""
    content = data if isinstance(data, bytes) else data.encode()
    return Member("t.csv", lambda: io.BytesIO(content))


def read(data: str | bytes, dialect: Dialect = COMMA, rows: int = 100_000, block: int = 1 << 22) -> Batch:
    """Read all of a file as one batch."""
    batches = list(read_delimited(member(data), dialect, rows, block_bytes=block))
    assert all(batch.frame.height == rows for batch in batches[:-1])
    return replace(
        batches[0],
        frame=pl.concat([batch.frame for batch in batches]),
        rejects=pl.concat([batch.rejects for batch in batches]),
        blank_lines=sum(batch.blank_lines for batch in batches),
    )


def rows(data: str | bytes, dialect: Dialect = COMMA) -> list[tuple[object, ...]]:
    """Read the rows of a file, of which none is rejected."""
    batch = read(data, dialect)
    assert batch.rejects.height == 0
    return batch.frame.rows()


def message(data: str | bytes, dialect: Dialect = COMMA) -> str:
    """Read what is said of a file that cannot be read."""
    with pytest.raises(TableError) as caught:
        read(data, dialect)
    return str(caught.value)


def written(table: Sequence[Sequence[str]], quoting: int, end: str, separator: str = ",") -> str:
    """Write a table as the csv module does."""
    text = io.StringIO(newline="")
    csv.writer(text, quoting=quoting, lineterminator=end, delimiter=separator).writerows(table)
    return text.getvalue()


@dataclass(frozen=True)
class Written:
    """A table, and how it is written."""

    table: Table
    quoting: int
    end: str
    separator: str
    encoding: str

    def text(self, records: int | None = None) -> str:
        """The text of the first records."""
        return written(self.table[:records], self.quoting, self.end, self.separator)


@st.composite
def files(draw: st.DrawFn) -> Written:
    """Draw a table with a header of up to four columns."""
    width = draw(st.integers(1, 4))
    header = [f"c{number}" for number in range(width)]
    table = [header, *draw(st.lists(st.lists(TEXTS, min_size=width, max_size=width), max_size=8))]
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    if quoting == csv.QUOTE_MINIMAL and end == "\n":  # a last field that ends in CR cannot be told from CRLF
        table = [[*record[:-1], record[-1].rstrip("\r")] for record in table]
    separator = draw(st.sampled_from([",", "|", "\t", "\x1c", "\x01"]))
    return Written(table, quoting, end, separator, draw(st.sampled_from(["utf-8", "utf-16"])))


@settings(max_examples=150)
@given(file=files(), block=st.integers(1, 40), batch_rows=st.integers(1, 5))
def test_what_the_csv_module_writes_is_read_back(file: Written, block: int, batch_rows: int) -> None:
    """Any table of any texts comes back equal, however small the blocks in which it is read."""
    dialect = Dialect(file.separator, encoding=file.encoding)
    batch = read(file.text().encode(file.encoding), dialect, batch_rows, block)
    assert [list(row[:-1]) for row in batch.frame.rows()] == file.table[1:]
    assert (batch.rejects.height, batch.blank_lines) == (0, 0)
    assert batch.frame["line"].to_list() == [1 + file.text(n).count("\n") for n in range(1, len(file.table))]


def as_csv_reads(text: str) -> list[tuple[int, list[str], bool]]:
    """The line each record starts on, its fields, and whether it is malformed, as the csv module sees it."""
    lines = text.splitlines(keepends=True)
    reader = csv.reader(iter(lines))
    found, before = [], 0
    for fields in reader:
        record = "".join(lines[before : reader.line_num])
        try:
            list(csv.reader([record], strict=True))
            found.append((before + 1, fields, False))
        except csv.Error:
            found.append((before + 1, fields, True))
        before = reader.line_num
    return found


def is_open(text: str) -> bool:
    """Whether a text ends inside a quoted field: then a mark, and a new record, would change its last one."""
    return len(list(csv.reader(io.StringIO(text + "\nx", newline="")))) == len(
        list(csv.reader(io.StringIO(text, newline="")))
    )


@settings(max_examples=300)
@given(st.text(st.sampled_from('a,"\n""b,'), max_size=40), st.integers(1, 12))
def test_any_text_means_what_it_means_to_the_csv_module(text: str, block: int) -> None:
    """Records begin and end where they do for the csv module, and those it calls malformed are rejected."""
    seen = [one for one in as_csv_reads(text) if one[1] != []]
    if len(seen) == 0:
        assert message(text, Dialect(",", header=("x", "y"))) == "t.csv: no record in it; wanted a table"
        return
    if seen[-1][2] and is_open(text):
        with pytest.raises(
            TableError, match=r"^t\.csv:\d+:\d+: a quotation mark opens here and is never closed$"
        ):
            read(text, Dialect(",", header=("x", "y")), block=block)
        return
    batch = read(text, Dialect(",", header=("x", "y")), block=block)
    good = [(line, *fields) for line, fields, malformed in seen if not malformed and len(fields) == 2]
    assert batch.frame.select("line", "x", "y").rows() == good
    kept = {line for line, *_ in good}
    assert batch.rejects["line"].to_list() == [line for line, _, _ in seen if line not in kept]


@given(st.text("a|\r\n\x01é", max_size=30), st.integers(1, 12))
def test_text_without_quotation_marks_is_lines_and_separators(text: str, block: int) -> None:
    """A line ends in LF or CRLF, has a field more for each separator, and is kept with the number wanted."""
    lines = [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
    told = [(number, *line.split("|")) for number, line in enumerate(lines, start=1) if line]
    if not told:
        return
    batch = read(text, Dialect("|", None, header=("x", "y")), block=block)
    assert batch.frame.select("line", "x", "y").rows() == [one for one in told if len(one) == len("lxy")]
    assert batch.rejects["line"].to_list() == [line for line, *fields in told if len(fields) != len("xy")]
    assert batch.blank_lines == len(lines) - told[0][0] + 1 - len(told)


def test_a_carriage_return_that_ends_no_line_stays_at_the_end_of_a_field() -> None:
    """Beside quoted fields and without any."""
    assert rows('a,b\n1\r,"x"\n') == [("1\r", "x", 2)]
    assert rows("a,b\n1\r,x\r\r\n") == [("1\r", "x\r", 2)]


def test_empty_fields_are_empty_text_quoted_or_not() -> None:
    """No field is null; what an empty one means is for others to say."""
    assert rows('a,b,c\n,"",x\n') == [("", "", "x", 2)]
    assert rows('a\n""\n') == [("", 2)]


def test_a_line_ends_in_lf_or_crlf_and_a_lone_cr_is_a_character() -> None:
    """Line ends may be mixed, the last may be missing, and CRLF inside quotation marks stays."""
    assert rows('a,b\r\n1\r1,2\n"3\r\n\r",4\r\n5,6') == [("1\r1", "2", 2), ("3\r\n\r", "4", 3), ("5", "6", 5)]


def test_a_quotation_mark_inside_an_unquoted_field_is_a_character() -> None:
    """Only a mark at the start of a field opens it."""
    text = 'name,note\n5" pipe,"6"" pipe, ""new"""\nJoe "Jo" Doe, "x"\n"a,b",7"\n'
    assert rows(text) == [
        ('5" pipe', '6" pipe, "new"', 2),
        ('Joe "Jo" Doe', ' "x"', 3),
        ("a,b", '7"', 4),
    ]


def test_without_quotation_marks_a_mark_is_a_character_everywhere() -> None:
    """Pipe files of the FEC quote nothing."""
    dialect = Dialect("|", None, ("id", "name"))
    assert rows('C1|"BUD" SMITH\nC2|"\nC3|a,b\n', dialect) == [
        ("C1", '"BUD" SMITH', 1),
        ("C2", '"', 2),
        ("C3", "a,b", 3),
    ]


def test_nul_and_other_control_characters_survive() -> None:
    """No character ends a text or a file."""
    assert rows('a,b\n\0,\x1a\n"\x01,\x02",\x0b\n') == [("\0", "\x1a", 2), ("\x01,\x02", "\x0b", 3)]


def test_a_byte_order_mark_is_left_out_at_the_start_alone() -> None:
    """A later one is a character, also where a block starts with it."""
    text = '\ufeffa,b\n\ufeff1,"\ufeff"\n'
    assert [read(text, block=block).frame.rows() for block in range(1, 12)] == [
        [("\ufeff1", "\ufeff", 2)]
    ] * 11


def test_blank_lines_are_skipped_and_counted() -> None:
    """They count as lines, and as records nowhere; inside quotation marks they are text."""
    batch = read('\n\na,b\n1,2\n\r\n\n"\n\n",4\n')
    assert batch.frame.rows() == [("1", "2", 4), ("\n\n", "4", 7)]
    assert batch.blank_lines == 2


def test_blank_lines_are_rejected_on_request() -> None:
    """A dialect may ask for a record on every line."""
    batch = read("a,b\n1,2\n\n3\n", Dialect(",", blank_lines="reject"))
    assert batch.rejects.rows() == [(3, "a", "a blank line", "2 fields"), (4, "b", "1 field", "2 fields")]
    assert batch.blank_lines == 0


def test_short_and_long_records_are_rejected() -> None:
    """A reject says the line, the first column that is missing, and both numbers of fields."""
    batch = read('a,b,c\n1,2,3\n1,2\n"x\ny"\n1,2,3,4\n",",5,"6,"\n",,,,"\n')
    assert batch.frame.rows() == [("1", "2", "3", 2), (",", "5", "6,", 7)]
    assert batch.rejects.rows() == [
        (3, "c", "2 fields", "3 fields"),
        (4, "b", "1 field", "3 fields"),
        (6, "", "4 fields", "3 fields"),
        (8, "b", "1 field", "3 fields"),
    ]


def test_malformed_quotation_marks_are_rejected_with_the_field() -> None:
    """What follows a closing mark is wrong; the records around are read."""
    batch = read('a,b\n1,2\n"x"y,4\n5,"6"7\n8,9\n"10\n11"12,13\n"14","15"\n')
    wanted = "a separator or the end of the line after the closing quotation mark"
    assert batch.frame.rows() == [("1", "2", 2), ("8", "9", 5), ("14", "15", 8)]
    assert batch.rejects.rows() == [
        (3, "a", '"x"y', wanted),
        (4, "b", '"6"7', wanted),
        (6, "a", '"10\n11"12', f"{wanted}; the record runs on to line 7"),
    ]


def test_a_long_malformed_field_is_shown_in_part() -> None:
    """A reject is short enough for a line."""
    found = read(f'a\n"{"x" * 200}"y\n').rejects["found"].item()
    assert found == f'"{"x" * 79}…'


def test_a_file_of_other_separators_is_rejected_line_by_line() -> None:
    """With the wrong separator nothing is taken for a record."""
    batch = read("a,b\n1;2\n3;4\n")
    assert batch.frame.height == 0
    assert batch.rejects.rows() == [(2, "b", "1 field", "2 fields"), (3, "b", "1 field", "2 fields")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "t.csv: no record in it; wanted a table"),
        ("\n\r\n", "t.csv: no record in it; wanted a table"),
        ("votes,county,votes\n", "t.csv:1:14: column 3 is named 'votes', and so is column 1"),
        ('\n\n"a",,c\n1,2,3\n', "t.csv:3:5: column 2 has no name"),
        ("a,b,,\n", "t.csv:1:5: column 3 has no name"),
        (
            '"a\nb",line\n',
            "t.csv:2:4: column 2 is named 'line', as the column with line numbers; give that another name",
        ),
        (
            "2018,11.5\n3,4\n",
            "t.csv:1:1: no cell of the first line has a letter; wanted a header with column names",
        ),
        ('a,"b"c\n', "t.csv:1:3: malformed quotation marks in the header: '\"b\"c'"),
        (
            "a,b\r1,2\r3,4\r",
            "t.csv:1:3: a carriage return in the header; wanted lines that end in LF or CRLF",
        ),
    ],
)
def test_a_wrong_header_is_told_with_its_column(text: str, said: str) -> None:
    """Names must be there, and tell the columns apart."""
    assert message(text) == said


def test_a_separator_at_the_end_of_each_line_makes_no_column() -> None:
    """The header and every record end in one."""
    assert rows('a,b,\n1,2,\n3,4,""\n') == [("1", "2", 2), ("3", "4", 3)]


@pytest.mark.parametrize("record", ["5,6,7", "5,6"])
def test_a_separator_at_the_end_of_some_lines_is_an_error(record: str) -> None:
    """Which column is meant cannot be known; other widths are rejected as ever."""
    said = "t.csv:1:5: the header ends in a separator and line 3 does not"
    assert message(f"a,b,\n1,2,\n{record}\n") == said
    assert read("a,b,\n1,2,\n5\n").rejects.rows() == [(3, "b", "1 field", "3 fields")]


def test_a_first_column_may_be_without_a_name() -> None:
    """So pandas and R write the number of each row."""
    assert read(",a\n0,x\n").frame.columns == ["", "a", "line"]


def test_names_come_from_the_header_the_dialect_or_are_numbers() -> None:
    """A file without a header line loses no record."""
    assert read("a,b\n1,2\n").frame.columns == ["a", "b", "line"]
    assert rows("1,2\n", Dialect(",", header=("x", "y"))) == [("1", "2", 1)]
    assert read("1,2\n", Dialect(",", header=False)).frame.columns == ["column_1", "column_2", "line"]
    assert rows("line\n1\n", Dialect(",", line="row")) == [("1", 2)]


def test_a_header_alone_is_a_table_without_records() -> None:
    """The columns are told in one batch."""
    batch = read("a,b\n")
    assert batch.frame.schema == {"a": pl.String, "b": pl.String, "line": pl.UInt32}
    assert batch.rejects.schema == {
        "line": pl.UInt32,
        "column": pl.String,
        "found": pl.String,
        "wanted": pl.String,
    }
    assert (batch.frame.height, batch.rejects.height) == (0, 0)


@pytest.mark.parametrize("block", [1, 5, 1 << 22])
def test_a_quotation_mark_never_closed_is_told_where_it_opens(block: int) -> None:
    """Not where the record begins, nor where the file ends."""
    text = 'a,b\n"1\n2","3\n4\n5,6\n'
    with pytest.raises(TableError) as caught:
        read(text, block=block)
    assert str(caught.value) == "t.csv:3:4: a quotation mark opens here and is never closed"


@pytest.mark.parametrize("block", [100, 1 << 22])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'a,b\n1,"2\n' + "x,y\n" * 400,
            "t.csv:2:3: a quotation mark opens here and is not closed within 1000 bytes",
        ),
        ("a\n1\n" + "x" * 1_001 + "\n2\n", "t.csv:3:1: a record of more than 1000 bytes"),
    ],
)
def test_a_record_has_a_bound(text: str, said: str, block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mark that is not closed, and a line without an end, do not swallow a file."""
    monkeypatch.setattr("sources.tables.layouts.records.LONGEST", 1_000)
    with pytest.raises(TableError) as caught:
        read(text, block=block)
    assert str(caught.value) == said


def test_a_mark_that_is_closed_far_below_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """The records between would be lost in one field."""
    monkeypatch.setattr("sources.tables.layouts.records.LONGEST", 1_000)
    text = 'a,b\n1,"2\n' + "x,y\n" * 400 + '3"\n'
    assert message(text) == "t.csv:2:1: a record of more than 1000 bytes"


def test_batches_have_the_size_asked_for() -> None:
    """All but the last, whatever the blocks; rejects are in none twice."""
    text = "a\n" + "".join(f"{number}\n" for number in range(10)) + "x,y\n"
    for block in (1, 7, 1_000):
        batches = list(read_delimited(member(text), COMMA, 4, block_bytes=block))
        assert [batch.frame.height for batch in batches] == [4, 4, 2]
        assert [row for batch in batches for row in batch.rejects.rows()] == [(12, "", "2 fields", "1 field")]


def test_the_encoding_is_found_and_told() -> None:
    """A file that is not UTF-8 is read in the encoding its letters speak for."""
    batch = read("name\nJosé\n".encode("macintosh"), Dialect(","))
    assert (batch.frame["name"].to_list(), batch.encoding) == (["José"], "macintosh")
    said = "t.csv:2:4: byte 0x8E is not utf-8; name another encoding"
    assert message("name\nJosé\n".encode("macintosh")) == said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((",,",), "separator and quote are one ASCII character each, and no line end: [',,', '\"']"),
        (("\n",), "separator and quote are one ASCII character each, and no line end: ['\\n', '\"']"),
        (('"',), "separator and quote are one character: '\"'"),
        ((",", None, ("a", "a")), "column names are not empty, differ, and none is 'line': ('a', 'a')"),
        ((",", None, ()), "column names are not empty, differ, and none is 'line': ()"),
    ],
)
def test_a_dialect_nothing_is_written_in_is_refused(arguments: tuple[str, ...], said: str) -> None:
    """Separator and quotation mark are different characters of a byte, names are names."""
    with pytest.raises(ValueError, match=re.escape(said)):
        Dialect(*arguments)


def table_files(shared: Path) -> list[Path]:
    """All delimited files of the shared folder."""
    files = (file for file in (shared / "data").rglob("*") if file.suffix.lower() in (".csv", ".tsv"))
    return sorted(files)


def expected(file: Path) -> list[tuple[object, ...]]:
    """The records of a file as the csv module reads them, with the line each starts on."""
    found, before = [], 0
    with file.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream, delimiter="\t" if file.suffix == ".TSV" else ",", strict=True)
        for fields in reader:
            found.append((*fields, before + 1))
            before = reader.line_num
    return found


@pytest.mark.parametrize("block", [1 << 15, 1 << 22])
def test_every_real_file_is_what_the_csv_module_reads(shared: Path, block: int) -> None:
    """Every field and line of every file, by the dialect that its first lines show."""
    files = table_files(shared)
    assert len(files) == 82
    for file in files:
        records = expected(file)
        plain = Member(file.name, lambda file=file: file.open("rb"), str(file))
        dialect, header = sniff(plain)
        assert (*header, 1) == records[0]
        batches = list(read_delimited(file, dialect, block_bytes=block))
        assert sum(batch.rejects.height for batch in batches) == 0
        assert batches[0].frame.columns == [*header, "line"]
        assert [row for batch in batches for row in batch.frame.rows()] == records[1:]


def test_real_files_have_the_rows_their_manifest_says(shared: Path) -> None:
    """The manifest counts line ends less one: a file that does not end in one has a row more."""
    lines = (shared / "data" / "MANIFEST.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")] for line in lines if line.startswith("| ")]
    told = {row[1]: int(row[4]) for row in cells if row[1].endswith(".csv") and row[4].isdecimal()}
    assert len(told) == 79
    more = {}
    for name, count in told.items():
        batches = read_delimited(shared / "data" / name, Dialect(","))
        height = sum(batch.frame.height for batch in batches)
        if height != count:
            more[Path(name).name] = height - count
    assert more == {"state_and_county_fips_master.csv": 1, "ga_campaign_finance_names.csv": 1}
