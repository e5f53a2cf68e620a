"""Results in every format: the standard's own, tables and Markdown for people, frames and Parquet, RDF."""

import csv
import io
import json
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pandas as pd  # type: ignore[import-untyped]
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

import graph
from graph.errors import MissingExtraError, QueryError
from graph.sparql.results import Result
from graph.sparql.terms import BASE, Prefixes, Term
from ontology import PREFIXES

if TYPE_CHECKING:
    import subprocess

Run = Callable[..., "subprocess.CompletedProcess[str]"]
KNOWN = Prefixes({**PREFIXES, "id": f"{BASE}id/"})
XSD = PREFIXES["xsd"]
RESULT = "{http://www.w3.org/2005/sparql-results#}"
TUNA = NamedNode(f"{BASE}id/person/cari-tuna")
MIXED = """SELECT ?who ?number ?money ?whole ?day ?told ?mixed {
    VALUES (?who ?number ?money ?whole ?day ?told ?mixed) {
        (<person/cari-tuna> 1 1.50 true "2018-06-05"^^xsd:date "a|b" 1)
        (<person/cari-tuna> UNDEF 10.25 UNDEF UNDEF "c" "x") } }"""


def number(text: str, kind: str = "decimal") -> Literal:
    """A number as a term."""
    return Literal(text, datatype=NamedNode(XSD + kind))


def rows(columns: str, *terms: tuple[Term | None, ...]) -> Result:
    """A result with these rows; names of columns are separated by spaces."""
    return Result(tuple(columns.split()), terms, KNOWN)


def test_a_table_aligns_numbers_and_shortens_iris() -> None:
    """Numbers stand to the right with commas, IRIs have prefixes, unknown ones stay in brackets."""
    result = rows(
        "who amount", (TUNA, number("1234567.50")), (NamedNode("http://x/y"), number("-650000")), (None, None)
    )
    assert result.write("table").decode() == (
        "who                        amount\n"
        "───────────────────  ────────────\n"
        "id:person/cari-tuna  1,234,567.50\n"
        "<http://x/y>             -650,000\n"
        "\n"
    )


def test_years_and_lines_are_no_amounts() -> None:
    """A year, and the line of a file, have no commas between thousands; they stand to the right as well."""
    result = rows("first_year line rows", (number("2024", "integer"), number("12345"), number("6789")))
    assert result.write("table").decode() == (
        "first_year   line   rows\n──────────  ─────  ─────\n      2024  12345  6,789\n"
    )


def test_a_table_fits_the_terminal() -> None:
    """The widest cells go on in the next line, every word stays."""
    told = Literal("Diana Becton is credited with more than half of the votes")
    lines = rows("claim says", (Literal("C001-082"), told)).write("table", 40).decode().splitlines()
    assert lines == [
        "claim     says",
        "────────  ──────────────────────────────",
        "C001-082  Diana Becton is credited with",
        "          more than half of the votes",
    ]


def test_a_table_without_terminal_is_as_wide_as_it_is(run: Run, built: Path) -> None:
    """The same bytes whatever the width of the window the command runs in."""
    query = "SELECT ?says { ?c dcterms:identifier 'C004-056' ; mt:gloss ?says }"
    narrow = run("query", query, "--graph", str(built), COLUMNS="20")
    wide = run("query", query, "--graph", str(built), COLUMNS="400")
    told = "Should Price, Gascón and others lose, this would be a sign for cities everywhere"
    assert narrow.stdout == wide.stdout == f"says\n{'─' * len(told)}\n{told}\n"


def test_a_table_shows_control_characters() -> None:
    """What could move the cursor or break a line is shown, not sent."""
    assert (
        rows("x", (Literal("a\x1b[2Jb\nc\td"),)).write("table").decode().splitlines()[-1]
        == r"a\x1b[2Jb\nc\td"
    )


def test_markdown_cells_cannot_leave_their_cell() -> None:
    """Pipes, brackets, tags and line ends are escaped; numbers are aligned."""
    text = Literal("a|b <script>\n[x](y) `z` *w* \\")
    assert rows("text n", (text, number("10000", "integer"))).write("markdown").decode() == (
        "| text | n |\n"
        "| --- | ---: |\n"
        "| a\\|b &lt;script&gt;\\\\n\\[x\\](y) \\`z\\` \\*w\\* \\\\ | 10,000 |\n"
    )


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_markdown_has_a_line_a_row_and_a_cell_a_column(cells: list[str]) -> None:
    """Whatever stands in a cell, the table keeps its shape."""
    text = rows("a b", *((Literal(cell), Literal(cell)) for cell in cells)).write("markdown").decode()
    lines = text.split("\n")[:-1]
    assert len(lines) == len(cells) + 2
    assert {len(line.replace("\\\\", "").replace("\\|", "").split("|")) for line in lines} == {4}


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"))


@given(st.lists(st.tuples(TEXTS, st.integers()), max_size=4))
def test_csv_gives_back_what_went_in(cells: list[tuple[str, int]]) -> None:
    """As a CSV reader reads it: text as text, numbers as they are written."""
    result = rows("text n", *((Literal(text), number(str(whole), "integer")) for text, whole in cells))
    read = list(csv.reader(io.StringIO(result.write("csv").decode(), newline="")))
    assert read == [["text", "n"], *([text, str(whole)] for text, whole in cells)]


def test_tsv_json_and_xml_are_those_of_the_standard(built: Path) -> None:
    """Terms keep their kind, datatype and language; what has no value is left out."""
    result = graph.query(MIXED, built)
    tsv = result.write("tsv").decode().splitlines()
    assert tsv[0] == "?who\t?number\t?money\t?whole\t?day\t?told\t?mixed"
    assert tsv[1].split("\t")[0] == f"<{TUNA.value}>"
    found = json.loads(result.write("json"))
    assert found["head"]["vars"] == ["who", "number", "money", "whole", "day", "told", "mixed"]
    assert found["results"]["bindings"][1] == {
        "who": {"type": "uri", "value": TUNA.value},
        "money": {"type": "literal", "value": "10.25", "datatype": f"{XSD}decimal"},
        "told": {"type": "literal", "value": "c"},
        "mixed": {"type": "literal", "value": "x"},
    }
    tree = ET.fromstring(result.write("xml"))  # noqa: S314 - we wrote it
    assert [one.get("name") for one in tree.iter(f"{RESULT}variable")] == found["head"]["vars"]
    assert len(list(tree.iter(f"{RESULT}result"))) == 2


def test_an_answer_is_a_truth_in_every_format(built: Path) -> None:
    """`true` for people, the standard's form in JSON and XML, a bool in Python."""
    yes, no = graph.query("ASK {}", built), graph.query("ASK { <x:a> <x:b> <x:c> }", built)
    assert (yes.truth, bool(yes), no.truth, bool(no)) == (True, True, False, False)
    assert (yes.rows, len(yes), yes.columns) == ([{"answer": True}], 1, ("answer",))
    assert [no.write(layout) for layout in ("table", "markdown", "csv")] == [
        b"false\n",
        b"false\n",
        b"false\n",
    ]
    assert json.loads(yes.write("json")) == {"head": {}, "boolean": True}
    assert "<boolean>true</boolean>" in yes.write("xml").decode()


def test_frames_have_typed_columns(built: Path) -> None:
    """Whole numbers, decimals, truths and days as such; what is mixed is text."""
    frame = graph.query(MIXED, built).to_polars()
    assert frame.schema == {
        "who": pl.String,
        "number": pl.Int64,
        "money": pl.Decimal(38, 2),
        "whole": pl.Boolean,
        "day": pl.Date,
        "told": pl.String,
        "mixed": pl.String,
    }
    assert frame.row(0) == (TUNA.value, 1, Decimal("1.50"), True, date(2018, 6, 5), "a|b", "1")
    assert frame.row(1) == (TUNA.value, None, Decimal("10.25"), None, None, "c", "x")


def test_pandas_frames_have_typed_columns(built: Path) -> None:
    """Integers and truths may be missing; decimals and days stay what they are."""
    frame = graph.query(MIXED, built).to_pandas()
    assert [str(kind) for kind in frame.dtypes] == [
        "object", "Int64", "object", "boolean", "object", "object", "object",
    ]  # fmt: skip
    assert frame["money"].tolist() == [Decimal("1.5"), Decimal("10.25")]
    assert (frame["number"][0], pd.isna(frame["number"][1])) == (1, True)


def test_frames_of_nothing_have_their_columns(built: Path) -> None:
    """No rows are no reason for other columns."""
    nothing = graph.query("SELECT ?a ?b { ?a <x:none> ?b }", built)
    assert nothing.to_polars().columns == list(nothing.to_pandas().columns) == ["a", "b"]


def test_numbers_too_large_for_a_column_are_text(built: Path) -> None:
    """Nothing is rounded to fit."""
    frame = graph.query("SELECT (12345678901234567890123 AS ?n) {}", built).to_polars()
    assert (frame.schema["n"], frame["n"][0]) == (pl.String, "12345678901234567890123")


def test_parquet_keeps_the_types(run: Run, built: Path, tmp_path: Path) -> None:
    """What is read back has the types of the frame."""
    done = run("query", MIXED, "--out", "mixed.parquet", "--graph", str(built))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert pl.read_parquet(tmp_path / "mixed.parquet").equals(graph.query(MIXED, built).to_polars())


@pytest.mark.parametrize(
    ("package", "ask", "feature"),
    [
        ("polars", lambda result: result.write("parquet"), "Parquet"),
        ("polars", lambda result: result.to_polars(), "a polars frame"),
        ("pandas", lambda result: result.to_pandas(), "a pandas frame"),
    ],
)
def test_what_needs_an_extra_says_which(
    monkeypatch: pytest.MonkeyPatch, package: str, ask: Callable[[Result], object], feature: str
) -> None:
    """Without the package the message is the command that installs it."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError) as error:
        ask(rows("x", (Literal("a"),)))
    assert str(error.value) == f"{feature} needs an extra: pip install 'moneytrail[frames]'"


CONSTRUCT = """CONSTRUCT { ?gift a ?kind ; mt:amount ?amount ; rdfs:label ?label ; mt:x [ mt:y ?amount ] }
    WHERE { ?gift mt:amount ?amount ; a ?kind ; rdfs:label ?label }"""


@pytest.mark.parametrize(
    ("layout", "rdf"),
    [
        ("turtle", RdfFormat.TURTLE),
        ("trig", RdfFormat.TRIG),
        ("jsonld", RdfFormat.JSON_LD),
        ("ntriples", RdfFormat.N_TRIPLES),
    ],
)
def test_triples_are_the_same_in_every_format_and_run(built: Path, layout: str, rdf: RdfFormat) -> None:
    """Two runs give the same bytes, blank nodes included, and the bytes say what was constructed."""
    first, second = graph.query(CONSTRUCT, built), graph.query(CONSTRUCT, built)
    assert first.write(layout) == second.write(layout)
    read = {
        (str(quad.subject), str(quad.predicate), str(quad.object)) for quad in parse(first.write(layout), rdf)
    }
    assert len(read) == len(first) == 15
    assert {one for one in read if "_:" not in one[0] + one[2]} == {
        tuple(map(str, row)) for row in first.terms if "_:" not in str(row[0]) + str(row[2])
    }


def test_turtle_has_the_prefixes_it_needs_in_order(built: Path) -> None:
    """A type comes first, then properties in order; nothing unused is declared."""
    query = """CONSTRUCT { ?gift ?p ?o } {
        ?gift mt:payee <person/noah-phillips> ; ?p ?o . VALUES ?p { mt:payee mt:amount rdf:type } }"""
    lines = graph.query(query, built).write().decode().splitlines()
    assert lines[:5] == [
        f"@prefix id: <{BASE}id/> .",
        f"@prefix mt: <{BASE}ns#> .",
        f"@prefix rdf: <{PREFIXES['rdf']}> .",
        f"@prefix xsd: <{XSD}> .",
        "",
    ]
    assert lines[5].endswith(" a mt:MoneyFlow ;")
    assert [line.strip() for line in lines[6:]] == [
        'mt:amount "400000"^^xsd:decimal ;',
        "mt:payee id:person\\/noah-phillips .",
    ]


def test_jsonld_is_compact(built: Path) -> None:
    """Short IRIs, a context of what is used, and nothing else."""
    query = "CONSTRUCT { <person/cari-tuna> rdfs:label ?name } { <person/cari-tuna> rdfs:label ?name }"
    assert json.loads(graph.query(query, built).write("jsonld")) == {
        "@context": {"id": f"{BASE}id/", "rdfs": PREFIXES["rdfs"]},
        "@graph": [
            {"@id": "id:person/cari-tuna", "rdfs:label": [{"@language": "en", "@value": "Cari Tuna"}]},
        ],
    }


def test_triples_are_rows_too(built: Path) -> None:
    """A DESCRIBE can be a table or a frame; the columns are the parts of a triple."""
    described = graph.query("DESCRIBE <person/cari-tuna>", built)
    assert described.columns == ("subject", "predicate", "object")
    assert described.write("csv").decode().splitlines()[0] == "subject,predicate,object"
    assert {row["subject"] for row in described} == {TUNA.value}


TRIPLES = "the triples of CONSTRUCT and DESCRIBE"
FOR_ROWS = "table, csv, tsv, json, xml, markdown, parquet"
FOR_TRIPLES = "turtle, trig, jsonld, ntriples"


@pytest.mark.parametrize(
    ("query", "layout", "message"),
    [
        ("SELECT ?x {}", "turtle", f"turtle is a format for {TRIPLES}; for rows: {FOR_ROWS}"),
        ("DESCRIBE <x:y>", "yaml", f"yaml is a format for rows; for {TRIPLES}: {FOR_TRIPLES}"),
    ],
)
def test_a_format_that_does_not_fit_is_refused(built: Path, query: str, layout: str, message: str) -> None:
    """The message lists those that do."""
    with pytest.raises(QueryError) as error:
        graph.query(query, built).write(layout)
    assert str(error.value) == message
