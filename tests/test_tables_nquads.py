"""N-Quads from rows of tables are what the store's own serializer writes."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.nodes import BASE, DAY, TYPE, Names, boolean, decimal, integer, term
from graph.tables.nquads import DATATYPES, edges_to_nquads, lines_of, statements, to_nquads, write_lines
from ontology import TABLES
from sources.tables.layouts.columns import percent_encoded
from sources.tables.layouts.rows import TYPES, table_schema

GRAPH = f"{BASE}id/graph/dataset/made-up"
TABLE = "contribution"
COLUMNS = TABLES[TABLE].columns
Row = dict[str, Any]
HOSTILE = [
    'He said "hi"',
    "back\\slash",
    "two\nlines\r\n",
    "tab\tbell\x07nul\x00del\x7f",
    "\ufffe\uffff\U0001f600",
    "%41 already %",
    "{curly}|pipe^caret`tick<lt>gt",
    "\u2028\u2029\x85",
    "é e\u0301 ﷽",
    "NULL",
    "nan",
    "' OR 1=1 --",
    "<https://example.org/> .",
]
TEXTS = st.none() | st.text(st.characters(codec="utf-8"), max_size=12)
PATHS = st.lists(st.sampled_from([*"abz019-._~/", "%20", "%C3%A9"]), min_size=1).map("".join)
VALUES = {
    "id": st.none() | PATHS,
    "code": st.none() | st.just("not-new-memo"),
    "text": TEXTS,
    "decimal": st.none() | st.decimals(-(10**9), 10**9, places=2),
    "integer": st.none() | st.integers(-(2**63), 2**63 - 1),
    "boolean": st.none() | st.booleans(),
    "date": st.none() | st.dates(),
}
ROWS = st.lists(
    st.fixed_dictionaries({"id": PATHS, **{name: VALUES[column.kind] for name, column in COLUMNS.items()}}),
    max_size=6,
)


def frame_of(rows: list[Row], table: str = TABLE) -> pl.DataFrame:
    """Rows as a frame of a table."""
    return pl.DataFrame(rows, schema=table_schema(table), orient="row")


def value_term(kind: str, value: object) -> NamedNode | Literal:
    """A value through the one place where values become terms."""
    if kind == "id":
        return NamedNode(f"{BASE}id/{value}")
    if kind == "code":
        return term(str(value))
    if isinstance(value, bool):
        return boolean(value=value)
    if isinstance(value, int):
        return integer(value)
    if isinstance(value, Decimal):
        return decimal(value)
    return Literal(str(value), datatype=DAY) if isinstance(value, date) else Literal(str(value))


def expected(rows: list[Row]) -> list[str]:
    """The same statements through the store's serializer, a row at a time."""
    lines = []
    for row in rows:
        thing = NamedNode(f"{BASE}id/{row['id']}")
        pairs: list[tuple[NamedNode, NamedNode | Literal]] = [(TYPE, term(TABLES[TABLE].cls))]
        for name, column in sorted(COLUMNS.items()):
            if row[name] is not None:
                pairs.append((term(column.property), value_term(column.kind, row[name])))
        lines += [f"{Quad(thing, prop, value, NamedNode(GRAPH))} ." for prop, value in pairs]
    return lines


@given(ROWS)
def test_any_rows_give_the_serializers_bytes(rows: list[Row]) -> None:
    """Every kind of column, escapes and missing values, whatever the text."""
    assert list(lines_of(to_nquads(TABLE, frame_of(rows), BASE, GRAPH))) == expected(rows)


@given(ROWS)
def test_what_is_written_parses_and_is_counted(rows: list[Row]) -> None:
    """The bytes of a file are N-Quads, as many as are counted."""
    frame = frame_of(rows)
    out = io.BytesIO()
    write_lines(to_nquads(TABLE, frame, BASE, GRAPH), out)
    assert len(list(parse(out.getvalue(), RdfFormat.N_QUADS))) == statements(frame)
    assert out.getvalue() == "".join(f"{line}\n" for line in expected(rows)).encode()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_gives_the_serializers_bytes(text: str) -> None:
    """Text that breaks careless converters, among rows that need no escape."""
    rows = [dict.fromkeys(table_schema(TABLE)) | {"id": f"row/{i}"} for i in range(3)]
    rows[1]["memoText"] = text
    rows[2]["memoText"] = "plain"
    assert list(lines_of(to_nquads(TABLE, frame_of(rows), BASE, GRAPH))) == expected(rows)


@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_paths_are_encoded_as_the_prose_lane_encodes_them(parts: list[str | None]) -> None:
    """A part of a path is what `Names.thing` makes of it, but that a slash in it is no separator."""
    encoded = percent_encoded(pl.Series(parts, dtype=pl.String)).to_list()
    for part, path in zip(parts, encoded, strict=True):
        thing = None if part is None else Names().thing(part.replace("/", "\0")).value
        wanted = None if thing is None else thing.removeprefix(f"{BASE}id/").replace("%00", "%2F")
        if part is None or "\0" not in part:
            assert path == wanted


def test_batches_do_not_change_the_lines() -> None:
    """A column that is empty in one batch and not in another gives the same lines as in one piece."""
    rows = [dict.fromkeys(table_schema(TABLE)) | {"id": f"row/{i}"} for i in range(4)]
    rows[2] |= {"memo": True, "memoText": 'a "note"'}
    whole = list(lines_of(to_nquads(TABLE, frame_of(rows), BASE, GRAPH)))
    parts = [line for row in rows for line in lines_of(to_nquads(TABLE, frame_of([row]), BASE, GRAPH))]
    assert parts == whole


def test_several_values_are_several_statements() -> None:
    """A column of lists gives a statement a value, after those of the rows."""
    frame = pl.DataFrame(
        {"id": ["d/1"], "label": ["North"], "coversCounty": [["county/us/1", "county/us/2"]]}
    )
    lines = list(lines_of(to_nquads("district", frame, BASE, GRAPH)))
    start = f"<{BASE}id/d/1> <{BASE}ns#coversCounty> <{BASE}id/county/us/"
    assert lines[1] == f'<{BASE}id/d/1> <http://www.w3.org/2000/01/rdf-schema#label> "North"@en <{GRAPH}> .'
    assert lines[2:] == [f"{start}1> <{GRAPH}> .", f"{start}2> <{GRAPH}> ."]
    assert statements(frame) == len(lines)


def test_edges_are_plain_statements() -> None:
    """A pair of paths and a property make one line."""
    pairs = pl.DataFrame({"subject": ["party/a"], "object": ["committee/b"]})
    made = list(lines_of(edges_to_nquads(pairs, "gaveTo", BASE, GRAPH)))
    assert made == [f"<{BASE}id/party/a> <{BASE}ns#gaveTo> <{BASE}id/committee/b> <{GRAPH}> ."]


def test_every_kind_of_column_has_a_type_and_a_datatype() -> None:
    """No kind of column the shapes can ask for is left without a way to write it."""
    kinds = {column.kind for table in TABLES.values() for column in table.columns.values()}
    assert kinds <= TYPES.keys()
    assert kinds - DATATYPES.keys() <= {"id", "code", "label", "text"}
