"""Any table, read as a mapping file says: what is told of it, and the message for what is wrong."""

import csv
import io
import json
import pickle
import zipfile
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape

import jsonschema
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from graph.nodes import BASE
from graph.tables.conversion import Order, convert_dataset
from graph.tables.facts import Facts
from sources.dataset import Dataset, read_dataset
from sources.errors import SourceError
from sources.fec_bulk.layout import LAYOUT as FEC
from sources.fec_bulk.record_layouts import ITCONT
from sources.mapping.layout import LAYOUT
from sources.mapping.model import Part, Value
from sources.mapping.reading import read_mapping
from sources.mapping.schema import mapping_schema, mapping_schema_text
from sources.mapping.templates import path_of, read_path, read_template, text_of
from sources.tables.layouts.layout import layouts
from sources.tables.layouts.rows import Place, Rows
from sources.yaml_file import parse_yaml

ROOT = Path(__file__).parents[1]
CONVERTED = "converted"
GIFTS = """\
donor,place,sum,day,type,note
"Baker, Ada",Omaha,"1,250.50",2024-03-01,gift,
Lind Works Inc.,,300,2024-03-02,gift,second half
"Baker, Ada",Omaha,20,2024-03-05,refund,
"""
MAPPING = """\
ignored:
  note: remarks of the clerk
left_out:
- when: {type: refund}
  reason: told in another file
tables:
- table: party
  id: party/my-state/{donor}/{place|-}
  label: donor
  city: place
- table: committee
  id: committee/my-state/77
  label: {constant: Friends of the Harbor}
- table: contribution
  id: contribution/my-state/{line}
  payer: party/my-state/{donor}/{place|-}
  payee: committee/my-state/77
  amount: sum
  currency: {constant: USD}
  date: day
"""
METADATA = """\
id = "gifts"
kind = "dataset"
layout = "mapping"
title = "Gifts"
publisher = "Clerk"
licence = "CC0-1.0"

[options]
mapping = "gifts.yaml"

[[files]]
path = "{file}"
"""


def dataset(folder: Path, file: str, data: str | bytes, mapping: str = MAPPING) -> Dataset:
    """A dataset of one file and its mapping."""
    (folder / file).write_bytes(data.encode() if isinstance(data, str) else data)
    (folder / "gifts.yaml").write_text(mapping, "utf-8")
    (folder / "source.toml").write_text(METADATA.format(file=file), "utf-8")
    return read_dataset(folder)


def told(folder: Path, file: str, data: str | bytes, mapping: str = MAPPING) -> Rows:
    """The rows of all records of a file, as they are converted at once."""
    found = dataset(folder, file, data, mapping)
    frames = [batch.frame for _, batches in LAYOUT.records(folder / file, found.options) for batch in batches]
    context = LAYOUT.context(lambda _: iter(()), found.options)
    return LAYOUT.convert("records", pl.concat(frames), Place("gifts", file, found.options, context))


def converted(found: Dataset, folder: Path) -> Facts:
    """The facts of a conversion of a dataset."""
    return convert_dataset(Order(found, BASE), folder / CONVERTED)


def table(folder: Path, name: str) -> pl.DataFrame:
    """An event table of a conversion."""
    return pl.read_parquet(folder / CONVERTED / "tables" / name)


OOXML = "http://schemas.openxmlformats.org"
MAIN, LINKS = f"{OOXML}/spreadsheetml/2006/main", f"{OOXML}/officeDocument/2006/relationships"


def workbook(**sheets: list[list[str]]) -> bytes:
    """A workbook of sheets of text."""
    names = "".join(f'<sheet name="{one}" sheetId="{n}" r:id="r{n}"/>' for n, one in enumerate(sheets, 1))
    link = '<Relationship Id="{0}" Type="{1}" Target="{2}"/>'
    root = link.format("w", f"{LINKS}/officeDocument", "xl/workbook.xml")
    links = "".join(
        link.format(f"r{n}", f"{LINKS}/worksheet", f"worksheets/{n}.xml") for n, _ in enumerate(sheets, 1)
    )
    related = f'<Relationships xmlns="{OOXML}/package/2006/relationships">'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{OOXML}/package/2006/content-types"/>',
        "_rels/.rels": f"{related}{root}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"{related}{links}</Relationships>",
    }
    for number, rows in enumerate(sheets.values(), 1):
        cells = "".join(f'<row r="{line}">{cells_of(line, row)}</row>' for line, row in enumerate(rows, 1))
        part = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
        parts[f"xl/worksheets/{number}.xml"] = part
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def cells_of(line: int, texts: list[str]) -> str:
    """The cells of a row of a workbook, from column A on."""
    return "".join(
        f'<c r="{chr(65 + column)}{line}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        for column, text in enumerate(texts)
    )


def problem(mapping: str) -> str:
    """What is wrong with a mapping file."""
    with pytest.raises(SourceError) as caught:
        read_mapping(mapping, "m.yaml")
    return str(caught.value)


def test_records_become_rows(tmp_path: Path) -> None:
    """Rows, things that stand in several rows, and what is left out by rule."""
    rows = told(tmp_path, "gifts.csv", GIFTS)
    gifts = rows.tables["contribution"]
    assert gifts["id"].to_list() == ["contribution/my-state/2", "contribution/my-state/3"]
    assert gifts["amount"].to_list() == [Decimal("1250.50"), Decimal(300)]
    assert gifts["date"].to_list() == ["2024-03-01", "2024-03-02"]
    assert gifts["payer"].to_list() == [
        "party/my-state/Baker%2C%20Ada/Omaha",
        "party/my-state/Lind%20Works%20Inc./-",
    ]
    assert rows.tables["party"]["city"].to_list() == ["Omaha", None]
    assert (rows.left_out, rows.problems.height) == (1, 0)


def test_a_dataset_of_a_mapping_is_converted_like_any_other(tmp_path: Path) -> None:
    """Every record is told, rejected or left out, and things stand once."""
    facts = converted(dataset(tmp_path, "gifts.csv", GIFTS), tmp_path)
    assert (facts.rows, facts.rejected, facts.left_out, facts.problems) == (3, 0, 1, 0)
    assert table(tmp_path, "committee")["label"].to_list() == ["Friends of the Harbor"]
    assert table(tmp_path, "party").height == 2


def test_the_mapping_file_is_part_of_what_the_dataset_is(tmp_path: Path) -> None:
    """Another mapping is another conversion."""
    first = dataset(tmp_path, "gifts.csv", GIFTS)
    second = dataset(tmp_path, "gifts.csv", GIFTS, MAPPING.replace("USD", "CAD"))
    assert first.digest != second.digest
    assert first.options == {"mapping": str(tmp_path / "gifts.yaml")}


def test_a_mapping_that_is_not_named_is_missing(tmp_path: Path) -> None:
    """The option must be given, and its file be there."""
    dataset(tmp_path, "gifts.csv", GIFTS)
    whole = (tmp_path / "source.toml").read_text("utf-8")
    (tmp_path / "source.toml").write_text(whole.replace('[options]\nmapping = "gifts.yaml"\n', ""), "utf-8")
    with pytest.raises(SourceError) as caught:
        read_dataset(tmp_path)
    assert (
        str(caught.value)
        == f"{tmp_path}/source.toml: options.mapping is missing; wanted the mapping file, in YAML"
    )
    (tmp_path / "source.toml").write_text(whole, "utf-8")
    (tmp_path / "gifts.yaml").unlink()
    with pytest.raises(SourceError) as caught:
        read_dataset(tmp_path)
    assert str(caught.value) == f"{tmp_path}/gifts.yaml: not found; wanted a file of a dataset"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("table: party", "table: parti", "m.yaml:7:10: table: 'parti' is not known; did you mean 'party'?"),
        ("  city:", "  citi:", "m.yaml:10:3: 'citi' is not a column of party; did you mean 'city'?"),
        (
            "  currency: {constant: USD}\n",
            "",
            "m.yaml:14:3: contribution: currency is missing; wanted text",
        ),
        (
            "  payee: committee/my-state/77\n",
            "",
            "m.yaml:14:3: contribution: payee is missing; wanted the path of a thing of Agent",
        ),
        (
            "amount: sum",
            "amount: {day: sum}",
            "m.yaml:18:12: amount: day does not give an amount; wanted one of money, constant",
        ),
        (
            "date: day",
            'date: {day: day, formats: ["%m/%Y"]}',
            "m.yaml:20:30: formats[0]: '%m/%Y' has no year, month or day; wanted one such as %m/%d/%Y",
        ),
        (
            "date: day",
            "notNewMoney: {constant: not-new-mem}",
            (
                "m.yaml:20:27: constant: 'not-new-mem' is not a code of NotNewMoney;"
                " did you mean 'not-new-memo'?"
            ),
        ),
        (
            "date: day",
            "notNewMoney: {column: type, codes: {refund: not-new-refun}}",
            (
                "m.yaml:20:47: refund: 'not-new-refun' is not a code of NotNewMoney;"
                " did you mean 'not-new-refund'?"
            ),
        ),
        (
            "date: day",
            "notNewMoney: type",
            "m.yaml:20:16: notNewMoney: 'type' is not a code; wanted {column: NAME, codes: {PRINTED: CODE}}",
        ),
        (
            "date: day",
            "memo: type",
            "m.yaml:20:9: memo: 'type' is not true or false; wanted {flag: NAME, yes: [TEXT]}",
        ),
        ("date: day", "line: line", "m.yaml:20:3: line is filled in for every row; leave it out"),
        (
            "date: day",
            "memo: {flag: type}",
            "m.yaml:20:9: flag: yes missing; wanted the texts that mean true",
        ),
        (
            "constant: USD",
            "constant: dollars",
            "m.yaml:19:24: constant: 'dollars' is not text like ^[A-Z]{3}$",
        ),
        (
            "amount: sum",
            "amount: {constant: 1.234}",
            "m.yaml:18:22: constant: '1.234' is not an amount",
        ),
        (
            "amount: sum",
            "amount: {money: sum, whole: sum}",
            "m.yaml:18:11: amount: wanted one of money, constant",
        ),
        (
            "amount: sum",
            "amount: {money: sum, formats: [a]}",
            "m.yaml:18:24: 'formats' does not go with money",
        ),
        (
            "committee/my-state/77\n  label",
            "committee/my state/77\n  label",
            (
                "m.yaml:12:7: id: 'committee/my state/77' is not a path such as party/my-state/{Name}:"
                " letters, digits, - . _ ~ and columns, between slashes"
            ),
        ),
        (
            "label: donor",
            "label: '{donor'",
            (
                "m.yaml:9:10: label: '{donor' is not columns in braces, such as {Name};"
                " a brace as text is written twice"
            ),
        ),
        ("  note:", "  day:", "m.yaml:2:3: 'day' is ignored and used at m.yaml:20:9"),
        ("ignored:", "ignord:", "m.yaml:1:1: 'ignord' is not a key here; did you mean 'ignored'?"),
        ("  reason: told in another file\n", "", "m.yaml:4:3: reason missing in left_out[0]"),
    ],
)
def test_what_is_wrong_with_a_mapping_is_told_with_its_place(before: str, after: str, message: str) -> None:
    """Before any record is read: line, column, what was there and what was wanted."""
    assert MAPPING.count(before) >= 1
    assert problem(MAPPING.replace(before, after, 1)) == message


def test_all_problems_are_told_at_once() -> None:
    """A reader of the message need not run the build again and again."""
    wrong = MAPPING.replace("amount: sum", "amount: {flag: sum}").replace("USD", "usd")
    assert problem(wrong) == (
        "m.yaml:18:12: amount: flag does not give an amount; wanted one of money, constant\n"
        "m.yaml:19:24: constant: 'usd' is not text like ^[A-Z]{3}$"
    )


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            "{a: {slug: b}, b: x}",
            (
                "m.yaml:21:13: a: the value 'b' is made later;"
                " a value reads columns of the file and values before it"
            ),
        ),
        (
            "{a: {flag: x, yes: [y]}}",
            (
                "m.yaml:21:14: a: flag does not give text; wanted one of"
                " column, template, money, whole, day, match, slug, county"
            ),
        ),
        ("{line: x}", "m.yaml:21:10: 'line' is the line of a record; give the value another name"),
        (
            "{a: {match: x, pattern: '('}}",
            "m.yaml:21:33: pattern: '(' is not a regular expression",
        ),
        (
            "{a: {match: x}}",
            "m.yaml:21:13: match: pattern missing; wanted a regular expression such as ^[0-9]{5}",
        ),
        ("{type: {slug: donor}}", "m.yaml:4:10: 'type' is a value; wanted a column of the file"),
    ],
)
def test_values_with_a_name_are_checked(values: str, message: str) -> None:
    """A value reads columns, and values before it."""
    assert problem(f"{MAPPING}values: {values}\n") == message


def test_a_column_the_file_lacks_is_told_where_the_mapping_names_it(tmp_path: Path) -> None:
    """With the nearest column there is, or how a constant is written."""
    with pytest.raises(SourceError) as caught:
        told(tmp_path, "gifts.csv", GIFTS.replace("sum,day", "summ,Date"))
    mapping, file = tmp_path / "gifts.yaml", tmp_path / "gifts.csv"
    has = "donor, place, summ, Date, type, note"
    unused = f"is neither used nor ignored in {mapping}; say under `ignored` why it is not told"
    assert str(caught.value) == (
        f"{file}:1:1: column 'Date' {unused}\n"
        f"{file}:1:1: column 'summ' {unused}\n"
        f"{mapping}:18:11: {file} has no column 'sum'; did you mean 'summ'?\n"
        f"{mapping}:20:9: {file} has no column 'day'; it has {has} (a constant is written {{constant: day}})"
    )


def test_a_column_that_is_neither_used_nor_ignored_is_an_error(tmp_path: Path) -> None:
    """Nothing of a file is passed over in silence."""
    with pytest.raises(SourceError) as caught:
        told(tmp_path, "gifts.csv", GIFTS, MAPPING.replace("  note: remarks of the clerk\n", "  x: y\n"))
    assert str(caught.value) == (
        f"{tmp_path}/gifts.csv:1:1: column 'note' is neither used nor ignored in {tmp_path}/gifts.yaml;"
        " say under `ignored` why it is not told"
    )


def test_a_column_a_file_may_lack_is_blank(tmp_path: Path) -> None:
    """What is optional is no error; what is not there is blank."""
    data = "donor,sum,day,type\nAda,5,2024-03-01,gift\n"
    rows = told(tmp_path, "gifts.csv", data, f"{MAPPING}optional: [place]\n")
    assert rows.tables["contribution"]["payer"].to_list() == ["party/my-state/Ada/-"]


def test_what_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    """A row without what its table needs is rejected as a whole; else only the value is left out."""
    data = GIFTS.replace('"1,250.50"', "lots").replace("2024-03-02", "March").replace("donor", "donor")
    rows = told(tmp_path, "gifts.csv", data)
    assert rows.problems.rows() == [
        (2, "sum", "lots", "an amount such as 1234.50", True),
        (3, "day", "March", "a day as %Y-%m-%d", False),
    ]
    assert rows.tables["contribution"]["date"].to_list() == [None]
    assert rows.tables["party"]["label"].to_list() == ["Lind Works Inc."]


def test_a_blank_in_a_path_or_a_required_column_rejects_the_row(tmp_path: Path) -> None:
    """A thing without a name is not made up."""
    data = "donor,place,sum,day,type,note\n,Omaha,5,2024-03-01,gift,\nAda,Omaha,5, ,gift,\n"
    rows = told(tmp_path, "gifts.csv", data, f"{MAPPING}required: [day]\n")
    assert rows.problems.sort("line", "wanted").rows() == [
        (2, "donor", "", "text", True),
        (2, "donor", "", "text, for id of party", True),
        (2, "donor", "", "text, for payer of contribution", True),
        (3, "day", "", "text: the column is required", True),
    ]
    assert rows.tables["contribution"].height == 0


def test_a_record_that_no_rule_is_about_is_rejected(tmp_path: Path) -> None:
    """A kind of record nobody thought of does not vanish."""
    mapping = MAPPING.replace("  id:", "  when: {type: gift}\n  id:")
    rows = told(tmp_path, "gifts.csv", GIFTS + "Cay,,7,2024-03-09,loan,\n", mapping)
    wanted = "a record that `when` of a table is about, or that `left_out` names"
    assert rows.problems.rows() == [(5, "type", "loan", wanted, True)]


@pytest.mark.parametrize(
    ("when", "lines"),
    [
        ("{type: gift}", [2, 3]),
        ("{type: [gift, refund]}", [2, 3, 4]),
        ("{type: {not: gift}}", [4]),
        ("{place: ''}", [3]),
        ("{place: null}", [3]),
        ("{place: {not: ['', Lincoln]}}", [2, 4]),
        ("{type: gift, place: Omaha}", [2]),
        ("{sum: 20}", [4]),
    ],
)
def test_conditions_choose_records(tmp_path: Path, when: str, lines: list[int]) -> None:
    """All of them must hold; nothing is a blank."""
    mapping = f"""\
ignored: {{donor: x, place: x, sum: x, day: x, type: x, note: x}}
tables:
- table: filing
  id: filing/x/{{line}}
- table: committee
  when: {when}
  id: committee/x/{{line}}
"""
    used = [name for name in ("place", "type", "sum") if f"{name}:" in when]
    for name in used:
        mapping = mapping.replace(f"{name}: x, ", "")
    rows = told(tmp_path, "gifts.csv", GIFTS, mapping)
    assert rows.tables["committee"]["line"].to_list() == lines


VALUES = """\
file: {{encoding: utf-8}}
blank: [n/a]
values:
  code: {{county: place, state: GA}}
  name: "{{first}} {{last}}"
  short: {{slug: name}}
  on: {{day: when, formats: ["%d.%m.%Y", "%Y%m%d"]}}
  zip: {{match: zip, pattern: "^([0-9]{{5}})"}}
  votes: {{whole: n}}
tables:
- table: tally
  id: tally/x/{{on}}/{{code}}/{{short}}/{{zip|-}}/{{votes}}
  contest: contest/{{on}}/us-{{code}}/{{short}}
  choiceKind: {{constant: choice-candidate}}
  choiceText: name
  countStatus: {{constant: count-official}}
  measure: {{constant: measure-votes}}
  reportingPlace: county/us/{{code}}
  tallyLevel: {{constant: level-county}}
  value: n
  voteMode: {{column: mode, codes: {{Early: mode-early, All: mode-total}}}}
  repeated: {{flag: again, yes: [Y], no: [N]}}
"""


def _tally_codes() -> str:
    """The mapping with codes the lists have."""
    from ontology import CODES

    status = CODES["CountStatus"][0].name
    measure = CODES["Measure"][0].name
    return VALUES.format().replace("count-official", status).replace("measure-votes", measure)


def test_every_reader_makes_its_values(tmp_path: Path) -> None:
    """Counties by name, short names, days in two forms, parts of text, figures, codes and flags."""
    data = (
        "place,first,last,when,zip,n,mode,again\n"
        'Fulton,José,O’Neil,5.11.2024,30303-1,"1,234",early,Y\n'
        "DEKALB COUNTY,Ann,Lee,20241105,n/a,7,ALL,N\n"
    )
    rows = told(tmp_path, "votes.csv", data, _tally_codes())
    assert rows.problems.rows() == []
    tallies = rows.tables["tally"]
    assert tallies["id"].to_list() == [
        "tally/x/2024-11-05/13121/jose-oneil/30303/1234",
        "tally/x/2024-11-05/13089/ann-lee/-/7",
    ]
    assert tallies["contest"].to_list()[0] == "contest/2024-11-05/us-13121/jose-oneil"
    assert tallies["value"].to_list() == [1234, 7]
    assert tallies["voteMode"].to_list() == ["mode-early", "mode-total"]
    assert tallies["repeated"].to_list() == [True, False]
    assert tallies["choiceText"].to_list() == ["José O’Neil", "Ann Lee"]


def test_what_readers_cannot_read_is_told(tmp_path: Path) -> None:
    """Each reader says what it wanted."""
    data = "place,first,last,when,zip,n,mode,again\nFultonia,José,O’Neil,2024,3030,x,Later,maybe\n"
    rows = told(tmp_path, "votes.csv", data, _tally_codes())
    found = {(column, text, wanted) for _, column, text, wanted, _ in rows.problems.rows() if text}
    assert found == {
        ("place", "Fultonia", "the name of a county"),
        ("when", "2024", "a day as %d.%m.%Y or %Y%m%d that has one meaning"),
        ("zip", "3030", "text like ^([0-9]{5})"),
        ("n", "x", "a whole number"),
        ("mode", "Later", "one of All, Early"),
        ("again", "maybe", "one of Y, N"),
    }
    assert rows.tables["tally"].height == 0


def test_a_day_that_means_two_days_is_not_guessed(tmp_path: Path) -> None:
    """5/6 is two days when both forms are said to stand in the column; 25/6 is one."""
    mapping = MAPPING.replace("date: day", 'date: {day: day, formats: ["%m/%d/%Y", "%d/%m/%Y"]}')
    data = GIFTS.replace("2024-03-01", "5/6/2024").replace("2024-03-02", "25/6/2024")
    rows = told(tmp_path, "gifts.csv", data, mapping)
    assert rows.tables["contribution"]["date"].to_list() == [None, "2024-06-25"]
    wanted = "a day as %m/%d/%Y or %d/%m/%Y that has one meaning"
    assert rows.problems.rows() == [(2, "day", "5/6/2024", wanted, False)]


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("1.234,56", "1234.56"),
        ("1234,5", "1234.50"),
        ("1234", "1234.00"),
        ("(7,00)", "-7.00"),
        ("-7", "-7.00"),
        ("1,234.56", None),
        ("1.23", None),
        ("1,234", None),
    ],
)
def test_amounts_with_a_comma_before_the_cents(tmp_path: Path, printed: str, amount: str | None) -> None:
    """A point then stands between thousands, and what looks like the other way is refused."""
    mapping = MAPPING.replace("amount: sum", "amount: {money: sum, point: ','}")
    header, first, *_ = GIFTS.splitlines()
    rows = told(tmp_path, "gifts.csv", f"{header}\n{first.replace('1,250.50', printed)}\n", mapping)
    expected = [] if amount is None else [Decimal(amount)]
    assert rows.tables["contribution"]["amount"].to_list() == expected


def test_text_workbook_and_parquet_give_the_same_rows(tmp_path: Path) -> None:
    """What a table is kept in makes no difference but to the number of a row."""
    frame = pl.read_csv(GIFTS.encode(), infer_schema=False)
    typed = frame.with_columns(
        pl.col("sum").str.replace(",", "").cast(pl.Decimal(12, 4)),
        pl.col("day").str.to_date(),
        pl.col("type").cast(pl.Categorical),
    )
    made = {"csv": GIFTS.encode(), "tsv": frame.write_csv(separator="\t", null_value="").encode()}
    typed.write_parquet(tmp_path / "made.parquet")
    made |= {"parquet": (tmp_path / "made.parquet").read_bytes()}
    made |= {"xlsx": workbook(Gifts=list(csv.reader(GIFTS.splitlines())))}
    mapping = MAPPING.replace("my-state/{line}", "my-state/{donor}/{day}")
    rows = {suffix: told(tmp_path, f"gifts.{suffix}", data, mapping) for suffix, data in made.items()}
    for suffix in ("tsv", "xlsx", "parquet"):
        for name in ("contribution", "party", "committee"):
            left, right = (rows[kind].tables[name].drop("line") for kind in ("csv", suffix))
            assert_frame_equal(left, right)
    assert rows["parquet"].tables["contribution"]["line"].to_list() == [1, 2]


def test_columns_of_parquet_are_text_in_one_form(tmp_path: Path) -> None:
    """Days, moments, logical values and nulls, whatever their type."""
    frame = pl.DataFrame(
        {
            "day": ["2024-03-01", None],
            "flag": [True, None],
            "number": [1.5, 100.0],
            "moment": ["2024-03-01T10:00:00", "2024-03-01T10:00:00.5"],
        }
    ).with_columns(pl.col("day").str.to_date(), pl.col("moment").str.to_datetime())
    frame.write_parquet(tmp_path / "x.parquet")
    mapping = """\
tables:
- table: filing
  id: filing/x/{day|-}/{flag|-}/{number}/{moment}
"""
    rows = told(tmp_path, "x.parquet", (tmp_path / "x.parquet").read_bytes(), mapping)
    assert rows.tables["filing"]["id"].to_list() == [
        "filing/x/2024-03-01/true/1.5/2024-03-01T10%3A00%3A00",
        "filing/x/-/-/100.0/2024-03-01T10%3A00%3A00.500000",
    ]


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (
            pl.DataFrame({"a": [[1]]}),
            "column 'a' holds List(Int64); wanted text, numbers, days or logical values",
        ),
        (
            pl.DataFrame({"a": ["x"], "line": [1]}),
            "a column is named 'line', as the number of a row; give it another name",
        ),
    ],
)
def test_parquet_that_holds_no_single_values_is_refused(
    tmp_path: Path, frame: pl.DataFrame, message: str
) -> None:
    """Lists are not put into words."""
    frame.write_parquet(tmp_path / "x.parquet")
    mapping = "ignored: {line: x}\ntables:\n- table: filing\n  id: filing/x/{a}\n"
    with pytest.raises(SourceError) as caught:
        told(tmp_path, "x.parquet", (tmp_path / "x.parquet").read_bytes(), mapping)
    assert str(caught.value) == f"{tmp_path}/x.parquet: {message}"


def test_broken_parquet_is_one_message(tmp_path: Path) -> None:
    """A file that was cut off is told as such."""
    with pytest.raises(SourceError) as caught:
        told(tmp_path, "x.parquet", b"PAR1 and no more PAR1")
    assert str(caught.value).startswith(f"{tmp_path}/x.parquet: broken Parquet file: parquet: ")


def test_one_sheet_of_a_workbook_is_read_when_it_is_named(tmp_path: Path) -> None:
    """The others need not fit; a sheet that is not there is told."""
    data = workbook(Notes=[["words"], ["none"]], Gifts=list(csv.reader(GIFTS.splitlines())))
    rows = told(tmp_path, "gifts.xlsx", data, f"{MAPPING}file: {{sheet: Gifts}}\n")
    assert rows.tables["contribution"]["line"].to_list() == [2, 3]
    with pytest.raises(SourceError) as caught:
        told(tmp_path, "gifts.xlsx", data, f"{MAPPING}file: {{sheet: Gift}}\n")
    assert str(caught.value) == (
        f"{tmp_path}/gifts.yaml: {tmp_path}/gifts.xlsx has no sheet 'Gift'; did you mean 'Gifts'?"
    )


def test_a_batch_is_converted_alike_wherever_it_is(tmp_path: Path) -> None:
    """The layout and the place of a batch can be sent elsewhere; the mapping file need not be there."""
    found = dataset(tmp_path, "gifts.csv", GIFTS)
    ((_, batches),) = LAYOUT.records(tmp_path / "gifts.csv", found.options)
    (batch,) = batches
    place = Place("gifts", "gifts.csv", found.options, LAYOUT.context(lambda _: iter(()), found.options))
    here = LAYOUT.convert(batch.kind, batch.frame, place)
    (tmp_path / "gifts.yaml").unlink()
    layout, kind, frame, there = pickle.loads(pickle.dumps((LAYOUT, batch.kind, batch.frame, place)))  # noqa: S301 - our own
    for name, rows in layout.convert(kind, frame, there).tables.items():
        assert_frame_equal(rows, here.tables[name])
    assert layouts()["mapping"] is LAYOUT


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="{}|"), min_size=1).filter(str.strip)


@given(st.lists(WORDS, min_size=2, max_size=2))
def test_a_column_is_one_part_of_a_path(texts: list[str]) -> None:
    """Whatever its text, slashes included: percent-encoded as RFC 3986 says."""
    frame = pl.DataFrame({"a": [texts[0]], "b": [texts[1]]})
    stripped = frame.select(pl.all().str.strip_chars()).row(0)
    made = frame.select(path_of(read_path("x/{a}/y-{b}")).alias("p"))["p"].item()
    first, second = (quote(text, safe="-._~") for text in stripped)
    assert made == (None if "" in stripped else f"x/{first}/y-{second}")


def test_braces_and_what_stands_for_a_blank() -> None:
    """Doubled braces are text; after a bar stands what a blank is told as."""
    assert read_template("{{{a|none}}}") == (Part("{"), Part("none", "a", optional=True), Part("}"))
    frame = pl.DataFrame({"a": ["x", " "]})
    assert frame.select(text_of(read_template("{{{a|none}}}")).alias("t"))["t"].to_list() == ["{x}", "{none}"]
    assert frame.select(text_of(read_template("<{a}>")).alias("t"))["t"].to_list() == ["<x>", None]


def test_the_schema_in_sources_is_the_generated_one() -> None:
    """Editors complete what the reader takes."""
    assert (ROOT / "sources" / "mapping.schema.json").read_text("utf-8") == mapping_schema_text()


@pytest.mark.parametrize("mapping", [MAPPING, _tally_codes()], ids=["gifts", "tallies"])
def test_the_schema_takes_what_the_reader_takes(mapping: str) -> None:
    """An editor marks no mapping that can be used, and marks what cannot."""
    validator = jsonschema.Draft202012Validator(mapping_schema())
    assert list(validator.iter_errors(parse_yaml(mapping, "m").value)) == []
    wrong = mapping.replace("  id:", "  idd:", 1)
    assert [error.validator for error in validator.iter_errors(parse_yaml(wrong, "m").value)] != []


DONATIONS = """\
ignored:
  Street: street addresses are not told
  Country: the country of an address
  ReportingDate: when the party told of the gift, which has its own day
tables:
- table: party
  id: party/bundestag/{Party}/-
  label: Party
  partyKind: {constant: party-kind-political-party}
- table: party
  id: party/bundestag/{Donor}/{City|-}
  label: Donor
  city: City
  partyKind:
    column: DonorType
    codes: {PERSON: party-kind-individual, ORG: party-kind-organization, COMPANY: party-kind-organization}
- table: contribution
  id: contribution/bundestag/{line}
  payer: party/bundestag/{Donor}/{City|-}
  payee: party/bundestag/{Party}/-
  amount: DonationEUR
  currency: {constant: EUR}
  date: DonationDate
"""


def test_donations_to_german_parties_are_told_as_the_csv_module_reads_them(
    shared: Path, tmp_path: Path
) -> None:
    """A real file: each row, sums by party, donors and days equal an independent reading."""
    file = shared / "data" / "opensanctions__nomenklatura" / "tests" / "fixtures" / "donations.csv"
    facts = converted(dataset(tmp_path, "donations.csv", file.read_bytes(), DONATIONS), tmp_path)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [{name: text.strip() for name, text in row.items()} for row in csv.DictReader(lines)]
    assert (facts.rows, facts.rejected, facts.left_out, facts.problems) == (len(rows), 0, 0, 0)
    expected = [
        (
            "/".join(("party/bundestag", quote(row["Donor"], safe=""), quote(row["City"] or "-", safe=""))),
            f"party/bundestag/{quote(row['Party'], safe='')}/-",
            Decimal(row["DonationEUR"]),
            row["DonationDate"],
        )
        for row in rows
    ]
    gifts = table(tmp_path, "contribution")
    assert gifts.select("payer", "payee", "amount", "date").rows() == expected
    assert gifts["currency"].unique().to_list() == ["EUR"]
    named = {row["Party"] for row in rows} | {row["Donor"] for row in rows}
    parties = table(tmp_path, "party")
    assert (
        set(parties["label"]) | set(parties.select(pl.col("id")).to_series().str.split("/").list.get(2))
        >= named
    )


FEC_MAPPING = f"""\
file: {{separator: "|", quoted: false, header: [{", ".join(ITCONT)}]}}
values:
  zip: {{match: ZIP_CODE, pattern: "^[0-9]{{5}}"}}
  filing: {{match: FILE_NUM, pattern: "^[1-9][0-9]*$"}}
ignored:
  IMAGE_NUM: where the image of the page is
  RPT_TP: told with the filing
  AMNDT_IND: told with the filing
  OTHER_ID: no committee gives here
tables:
- table: party
  id: party/fec/{{NAME}}/{{zip}}
  label: NAME
  city: CITY
  stateCode: STATE
  postcode: zip
  partyKind: {{column: ENTITY_TP, codes: {{IND: party-kind-individual, ORG: party-kind-organization}}}}
- table: contribution
  when: {{TRANSACTION_TP: ["15", 10]}}
  id: contribution/fec/{{SUB_ID}}
  payer: party/fec/{{NAME}}/{{zip}}
  payee: committee/fec/{{CMTE_ID}}
  amount: TRANSACTION_AMT
  currency: {{constant: USD}}
  date: {{day: TRANSACTION_DT, formats: ["%m%d%Y"]}}
  electionCode: TRANSACTION_PGI
  employer: EMPLOYER
  occupation: OCCUPATION
  filing: filing/fec/{{filing}}
  transaction: TRAN_ID
  transactionType: TRANSACTION_TP
  memo: {{flag: MEMO_CD, yes: [X]}}
  memoText: MEMO_TEXT
  notNewMoney: {{column: MEMO_CD, codes: {{X: not-new-memo}}}}
"""
FEC_ROWS = (
    "C00123456|N|Q3|P2024|1|15|IND|WINKELTON, ADA|OMAHA|NE|681020001|OWN|BAKER|08312024|250||SA1|1800001|||1",
    'C00123456|N|Q3|G2024|1|15|IND|O\'MALLEY "BO"|SÃO|NE|68102|NONE||09012024|-5.5||SA2|1800001|X|half|2',
    "C00765432|A|Q3||1|10|ORG|LIND/WORKS #1|LINCOLN|NE|68501||| |1000||SA3|||NOTE|3",
    "C00765432|A|Q3||1|15|IND|CAY|LINCOLN|NE|68501|||13012024|10||SA4|12|||4",
)


def test_a_mapping_gives_what_the_reader_of_the_same_files_gives(tmp_path: Path) -> None:
    """Rows shaped as the FEC's: each column that is mapped equals what fec-bulk makes of it."""
    data = "\n".join(FEC_ROWS) + "\n"
    mapped = told(tmp_path, "itcont.txt", data, FEC_MAPPING)
    ((_, batches),) = FEC.records(tmp_path / "itcont.txt", {})
    frame = pl.concat(batch.frame for batch in batches if batch.frame.height > 0)
    place = Place("gifts", "itcont.txt", {}, FEC.context(lambda _: iter(()), {}))
    known = FEC.convert("itcont", frame, place)
    for name in ("contribution", "party"):
        mine = mapped.tables[name].drop("line") if name == "party" else mapped.tables[name]
        columns = sorted(mine.columns)
        theirs = known.tables[name].select(columns)
        assert_frame_equal(mine.select(columns).sort("id"), theirs.sort("id"), check_dtypes=False)
    assert mapped.problems.select("line", "column", "found").rows() == [(4, "TRANSACTION_DT", "13012024")]


def test_the_schema_is_json() -> None:
    """The text in sources is what an editor reads."""
    text = (ROOT / "sources" / "mapping.schema.json").read_text("utf-8")
    assert json.loads(text)["title"] == "moneytrail mapping"


def test_values_of_a_mapping_know_where_they_stand() -> None:
    """A message about a file can name the line of the mapping."""
    mapping = read_mapping(MAPPING, "m.yaml")
    assert str(mapping.used["sum"]) == "m.yaml:18:11"
    amount = dict(mapping.tables[2].values)["amount"]
    assert amount == Value("money", mapping.used["sum"], column="sum")
