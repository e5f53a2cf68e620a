"""The sheets of Excel workbooks are read as the text in their cells."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import polars as pl
import pytest

from sources.errors import TableError
from sources.tables.reading.packed import Member, open_packed
from sources.tables.reading.workbook import is_workbook, read_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STYLES = f"""<styleSheet xmlns="{MAIN}">
<numFmts count="2"><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd"/>
<numFmt numFmtId="171" formatCode="h:mm:ss"/></numFmts>
<cellXfs count="3"><xf/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>"""
DATE, TIME = ' s="1"', ' s="2"'


def text(place: str, value: str) -> str:
    """Write a cell of text."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def number(place: str, value: str, style: str = "") -> str:
    """Write a cell with a number, or a date or time by its style."""
    return f'<c r="{place}"{style}><v>{value}</v></c>'


def row(line: int, *cells: str) -> str:
    """Write a row."""
    return f'<row r="{line}">{"".join(cells)}</row>'


def texts(line: int, *values: str) -> str:
    """Write a row of texts from column A on."""
    return row(line, *(text(f"{chr(65 + n)}{line}", value) for n, value in enumerate(values)))


def links(targets: dict[str, str]) -> str:
    """Write the links of a part: the part each id leads to; its folder says of which kind it is."""
    kinds = {part: f"{LINKS}/{part.split('/')[0].removesuffix('s')}" for part in targets.values()}
    kinds |= {"xl/workbook.xml": f"{LINKS}/officeDocument", "styles.xml": f"{LINKS}/styles"}
    entries = (f'<Relationship Id="{one}" Type="{kinds[to]}" Target="{to}"/>' for one, to in targets.items())
    return f'<Relationships xmlns="{PARTS}">{"".join(entries)}</Relationships>'


def workbook(sheets: dict[str, str], chart: str = "") -> bytes:
    """Write a workbook; a sheet is its rows, a chart comes last."""
    folders = {**dict.fromkeys(sheets, "worksheets"), **({chart: "chartsheets"} if chart else {})}
    targets = {f"r{n}": f"{folder}/sheet{n}.xml" for n, folder in enumerate(folders.values(), 1)}
    names = "".join(
        f'<sheet name="{escape(one)}" sheetId="{n}" r:id="r{n}"/>' for n, one in enumerate(folders, 1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
        "_rels/.rels": links({"w": "xl/workbook.xml"}),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links({**targets, "s": "styles.xml"}),
        "xl/styles.xml": STYLES,
    }
    for target, rows in zip(targets.values(), sheets.values(), strict=False):
        parts[f"xl/{target}"] = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def read(data: bytes) -> dict[str, pl.DataFrame]:
    """Read all sheets."""
    return dict(read_workbook(Member("b.xlsx", lambda: io.BytesIO(data))))


def read_rows(rows: str) -> list[tuple[object, ...]]:
    """Read the rows of a workbook of one sheet."""
    return read(workbook({"A": rows}))["A"].rows()


def message(data: bytes) -> str:
    """Read what is said of a workbook that cannot be read."""
    with pytest.raises(TableError) as caught:
        read(data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (number("A2", "50"), "50"),
        (number("A2", "50.0"), "50"),
        (number("A2", "24.95"), "24.95"),
        (number("A2", "0.1"), "0.1"),
        (number("A2", "24.950000000000003"), "24.95"),
        (number("A2", "-1234567.89"), "-1234567.89"),
        (number("A2", "1.5E-7"), "0.00000015"),
        (number("A2", "12345678901234567"), "12345678901234568"),
        (number("A2", "43222", DATE), "2018-05-02"),
        (number("A2", "43222.5", DATE), "2018-05-02T12:00:00"),
        (number("A2", "0.75", TIME), "18:00:00"),
        (text("A2", "00123"), "00123"),
        (text("A2", " 5\n6 "), " 5\n6 "),
        (text("A2", "2018-05-02 00:00:00"), "2018-05-02 00:00:00"),
        (text("A2", "NULL"), "NULL"),
        (text("A2", "N/A"), "N/A"),
        (text("A2", "Doña <&>"), "Doña <&>"),
        ('<c r="A2" t="b"><v>1</v></c>', "true"),
        ('<c r="A2"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="A2" t="str"><f>A1</f><v>h</v></c>', "h"),
    ],
)
def test_a_cell_is_the_text_in_it(cell: str, value: str) -> None:
    """Whole numbers have no point, fractions the 15 digits Excel shows, dates are ISO dates, text stays."""
    assert read_rows(texts(1, "h") + row(2, cell)) == [(value, 2)]


def test_an_empty_cell_is_empty_text() -> None:
    """Whether there is a cell without text or none."""
    assert read_rows(texts(1, "a", "b", "c") + row(2, text("A2", ""), number("C2", "1"))) == [
        ("", "", "1", 2)
    ]


def test_dates_and_text_may_share_a_column() -> None:
    """A text that looks like the engine's date stays, beside a date."""
    rows = (
        row(2, number("A2", "43222", DATE))
        + row(3, text("A3", "2018-05-02 00:00:00"))
        + row(4, number("A4", "5"))
    )
    assert read_rows(texts(1, "day") + rows) == [("2018-05-02", 2), ("2018-05-02 00:00:00", 3), ("5", 4)]


def test_the_line_is_the_row_of_the_sheet() -> None:
    """Blank rows above, between and below are skipped and count."""
    rows = texts(3, "a", "b") + texts(4, "1", "2") + texts(6, "3", "4") + texts(7, "", "")
    assert read_rows(rows) == [("1", "2", 4), ("3", "4", 6)]


def test_columns_without_name_and_value_at_the_end_are_dropped() -> None:
    """Formatting alone makes no column."""
    assert read_rows(texts(1, "a", "b", "", "") + texts(2, "1", "", "", "")) == [("1", "", 2)]


def test_sheets_come_in_order_without_charts_and_empty_ones() -> None:
    """A sheet with a header and no rows is a table without rows."""
    data = workbook({"Q & A": texts(1, "a"), "none": "", "A": texts(1, "b") + texts(2, "1")}, chart="Chart")
    found = read(data)
    assert list(found) == ["Q & A", "A"]
    assert found["Q & A"].schema == {"a": pl.String, "line": pl.UInt32}
    assert found["Q & A"].height == 0


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (texts(2, "a", "", "c") + texts(3, "1", "2", "3"), "b.xlsx!A:2:2: column 2 has no name"),
        (texts(1, "a", "") + texts(2, "1", "2"), "b.xlsx!A:1:2: column 2 has no name"),
        (texts(1, "a", "b", "a"), "b.xlsx!A:1:3: column 3 is named 'a', and so is column 1"),
        (
            texts(1, "line"),
            "b.xlsx!A:1:1: column 1 is named 'line', as the column with line numbers; give that another name",
        ),
        (
            texts(1, "a") + row(2, '<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
            "b.xlsx!A: cell A2 holds the error #DIV/0!; wanted a value or nothing",
        ),
        (
            texts(1, "a") + row(2, '<c r="A2" s="1" t="e"><v>#N/A</v></c>'),
            "b.xlsx!A: cell A2 holds the error #N/A; wanted a value or nothing",
        ),
    ],
)
def test_what_is_wrong_with_a_sheet_is_told_with_its_place(rows: str, said: str) -> None:
    """Sheet, row and number of the column; an error in a cell is not read as nothing."""
    assert message(workbook({"A": rows})) == said


def test_text_about_errors_is_text() -> None:
    """Only a cell whose type is error holds one."""
    assert read_rows(texts(1, "a") + texts(2, '<c t="e"> #N/A')) == [('<c t="e"> #N/A', 2)]


@pytest.mark.parametrize("data", [b"PK\x03\x04 cut", b"", b"a,b\n"])
def test_a_broken_workbook_is_told(data: bytes) -> None:
    """No traceback of the engine."""
    assert message(data).startswith("b.xlsx: broken workbook: ")


def test_a_workbook_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    """As a file and as a member of a zip file, whatever it is called."""
    data = workbook({"A": texts(1, "a") + texts(2, "1")})
    path = tmp_path / "export"
    path.write_bytes(data)
    other = tmp_path / "a.xlsx"
    other.write_bytes(b"a,b\n")
    assert (is_workbook(path), is_workbook(other)) == (True, False)
    assert [name for name, _ in read_workbook(path)] == ["A"]
    packed = tmp_path / "export.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("efile.xlsx", data)
    (member,) = open_packed(packed)
    assert (is_workbook(packed), is_workbook(member)) == (False, True)
    assert next(read_workbook(member))[1].rows() == [("1", 2)]


def test_the_column_of_lines_may_have_another_name() -> None:
    """For a sheet with a column of its own that is called line."""
    data = workbook({"A": texts(1, "line") + texts(2, "x")})
    ((_, frame),) = read_workbook(Member("b.xlsx", lambda: io.BytesIO(data)), line="row")
    assert frame.rows(named=True) == [{"line": "x", "row": 2}]


def test_a_real_export_is_read_to_its_last_sheet(shared: Path) -> None:
    """Sixteen schedules of NetFile: rows, dates, amounts."""
    path = shared / "data/caciviclab__disclosure-backend-static/downloads/static/efile_BRK_2018.xlsx"
    sheets = dict(read_workbook(path))
    heights = {name: frame.height for name, frame in sheets.items() if frame.height > 0}
    assert len(sheets) == 16
    assert heights == {
        "A-Contributions": 24,
        "C-Contributions": 40,
        "I-Contributions": 3,
        "E-Expenditure": 35,
        "F-Expenses": 3,
        "B1-Loans": 3,
        "Summary": 405,
    }
    first = sheets["C-Contributions"].row(0, named=True)
    assert (first["Rpt_Date"], first["Tran_Date"], first["Elect_Date"]) == ("2018-04-27", "2018-02-01", "")
    assert (first["Tran_Amt1"], first["Tran_Amt2"], first["Tran_Emp"]) == ("24.95", "8734.11", "None")
    assert first["line"] == 2
