"""N-Quads from data frames are what the store's own serializer writes."""

import io
from urllib.parse import quote

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.nodes import BASE, DECIMAL, Names
from graph.tables.nquads import Iri, Mapping, Pattern, Term, Text, Typed, to_nquads, write_nquads

GRAPH = NamedNode(f"{BASE}id/graph/rows")
SAYS = NamedNode(f"{BASE}ns#says")
KIND = NamedNode(f"{BASE}ns#Contribution")
ROW = Iri(f"{BASE}id/row/", ("file", "line"))
MAPPING = Mapping(
    GRAPH,
    (
        Pattern(ROW, SAYS, KIND),
        Pattern(ROW, SAYS, Text("name")),
        Pattern(ROW, SAYS, Typed("amount", DECIMAL)),
        Pattern(ROW, SAYS, Iri(f"{BASE}id/person/", ("name",))),
        Pattern(ROW, SAYS, Literal('fixed "words"\n', language="en")),
    ),
)
Row = tuple[str | None, str | None, str | None, str | None]
WORDS = st.one_of(st.none(), st.text(st.characters(codec="utf-8"), max_size=12))
ROWS = st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS), max_size=8)
HOSTILE = [
    'He said "hi"',
    "back\\slash",
    "two\nlines\r\n",
    "tab\tbell\x07nul\x00del\x7f",
    "\ufffe\uffff\U0001f600",
    "%41 already %",
    "a/b?c#d e",
    "{curly}|pipe^caret`tick<lt>gt",
    "\u2028\u2029\x85",
    "é e\u0301 ﷽",
    "",
    "NULL",
    "nan",
    "' OR 1=1 --",
]


def frame_of(rows: list[Row]) -> pl.DataFrame:
    """Rows as a frame of strings."""
    schema = dict.fromkeys(("file", "line", "name", "amount"), pl.String)
    return pl.DataFrame(rows, schema=schema, orient="row")


def expected(rows: list[Row], mapping: Mapping) -> str:
    """The same statements through the store's serializer, a row at a time."""
    lines = []
    for row in rows:
        values = dict(zip(("file", "line", "name", "amount"), row, strict=True))
        for pattern in mapping.patterns:
            subject, value = node(pattern.subject, values), node(pattern.object, values)
            if isinstance(subject, NamedNode) and value is not None:
                lines.append(f"{Quad(subject, pattern.predicate, value, mapping.graph)} .\n")
    return "".join(lines)


def node(term: Term, values: dict[str, str | None]) -> NamedNode | Literal | None:
    """A term of one row, None where a value is missing."""
    if isinstance(term, Iri):
        parts = [values[name] for name in term.columns]
        path = "/".join(quote(part, safe="/-._~") for part in parts if part is not None)
        return None if None in parts else NamedNode(term.prefix + path)
    if isinstance(term, Text | Typed):
        value = values[term.column]
        if value is None:
            return None
        return Literal(value, datatype=term.datatype) if isinstance(term, Typed) else Literal(value)
    return term


@settings(max_examples=200, deadline=None)
@given(ROWS)
def test_any_text_gives_the_serializers_bytes(rows: list[Row]) -> None:
    """Escapes, percent-encoding and missing values, whatever the text."""
    assert to_nquads(frame_of(rows), MAPPING).str.join("").item() == expected(rows, MAPPING)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_gives_the_serializers_bytes(text: str) -> None:
    """What breaks other converters: quotes, backslashes, controls, words that look like nothing."""
    rows: list[Row] = [(text, "1", text, text), ("f", text, "plain", "1")]
    assert to_nquads(frame_of(rows), MAPPING).str.join("").item() == expected(rows, MAPPING)


def test_paths_are_encoded_as_in_the_prose_lane() -> None:
    """One thing has one IRI, whichever lane names it."""
    text = "José/O'Neil & Söhne (%20)"
    mapping = Mapping(GRAPH, (Pattern(Iri(f"{BASE}id/", ("name",)), SAYS, KIND),))
    line = to_nquads(frame_of([("f", "1", text, "2")]), mapping).item()
    assert line == f"{Names().thing(text)} {SAYS} {KIND} {GRAPH} .\n"


def test_a_missing_value_makes_no_statement() -> None:
    """Null is not the word "None"."""
    mapping = Mapping(GRAPH, (Pattern(ROW, SAYS, Text("name")), Pattern(ROW, SAYS, Text("amount"))))
    rows: list[Row] = [("f", "1", None, "2"), (None, "2", "x", "y"), ("f", "3", None, None)]
    lines = to_nquads(frame_of(rows), mapping)
    assert lines.to_list() == [f'<{BASE}id/row/f/1> {SAYS} "2" {GRAPH} .\n']


def test_a_row_is_lines_in_the_order_of_the_patterns() -> None:
    """Nothing is shuffled on the way."""
    lines = to_nquads(frame_of([("f", "1", "n", "2.5")]), MAPPING).str.join("").item().splitlines()
    assert [line.split(" ", 2)[2].rsplit(" <", 1)[0] for line in lines] == [
        str(KIND),
        '"n"',
        f'"2.5"^^{DECIMAL}',
        f"<{BASE}id/person/n>",
        '"fixed \\"words\\"\\n"@en',
    ]


@pytest.mark.parametrize("batch", [1, 7, 1000])
def test_batches_do_not_change_the_bytes(batch: int) -> None:
    """A file that streams by in pieces is written as it would be at once."""
    rows: list[Row] = [("f", str(number), f'näme {number} "q"', f"{number}.5") for number in range(100)]
    out = io.BytesIO()
    count = write_nquads(frame_of(rows).lazy(), MAPPING, out, batch)
    assert (count, out.getvalue().decode()) == (100, expected(rows, MAPPING))


def test_an_empty_frame_writes_nothing() -> None:
    """A file with a header alone is no error here."""
    out = io.BytesIO()
    assert write_nquads(frame_of([]).lazy(), MAPPING, out) == 0
    assert out.getvalue() == b""
