"""Constraints compiled from the shapes say of columns what pySHACL says of the triples made from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Quad, RdfFormat, parse

from graph.nodes import BASE, TYPE, Names, term
from graph.tables.checks import FEW, PATH, are_paths, broken_values, check
from graph.tables.nquads import lines_of, to_nquads
from graph.tables.shapes import read_tables
from graph.validation.validate import validate_quads
from ontology import CLASSES, CODES, EDGES, PROPERTIES, QUALIFIERS, TABLES, ColumnTerm
from sources.tables.layouts.rows import ID, table_schema

GRAPH = f"{BASE}id/graph/dataset/d"
SCHEMES = ("A", "committee/x", "2024-01-31", "USD", "01001", "in", "for", "1")
GOOD = {"integer": 1, "decimal": Decimal("1.00"), "boolean": True, "date": date(2024, 1, 31)}


@dataclass(frozen=True)
class Case:
    """A row in which one value breaks a shape."""

    table: str
    column: str
    value: object

    @property
    def thing(self) -> str:
        """The path of the row's thing."""
        return f"thing/{self.table}/{self.column}/{'missing' if self.value is None else 'wrong'}"


def good_value(column: ColumnTerm) -> object:
    """A value that keeps the shape of a column; of ids, the path of a thing of the class that is wanted."""
    if column.kind == "id":
        return f"target/{column.target or 'Entity'}"
    if column.kind == "code":
        return CODES[column.target][0].name if column.target else "Contribution"
    if column.kind in GOOD:
        return GOOD[column.kind]
    frame = pl.DataFrame({"text": SCHEMES})
    fitting = frame.filter(pl.col("text").str.contains(column.pattern)) if column.pattern else frame
    return fitting["text"][0]


def cases() -> Iterator[Case]:
    """Every way in which a column of a table can break its shape."""
    for name, table in TABLES.items():
        for column, asked in table.columns.items():
            if asked.required and column not in ("dataset", "sourceFile"):
                yield Case(name, column, None)  # without these two the shape of a table does not hold at all
            if asked.pattern:
                yield Case(name, column, "?")
            elif asked.shortest:
                yield Case(name, column, "")
            if asked.minimum is not None:
                yield Case(name, column, asked.minimum - 1)
            if asked.kind == "code" and asked.target:
                yield Case(name, column, "claim-kind-not-a-code")


CASES = list(cases())


def rows_of(table: str) -> pl.DataFrame:
    """A good row of a table, and one for each case."""
    good = {name: good_value(column) for name, column in TABLES[table].columns.items()}
    rows = [{ID: f"thing/{table}/good", **good}]
    rows += [{ID: case.thing, **good, case.column: case.value} for case in CASES if case.table == table]
    return pl.DataFrame(rows, schema=table_schema(table), orient="row")


def targets() -> Iterator[Quad]:
    """The things the good rows refer to."""
    columns = (column for table in TABLES.values() for column in table.columns.values())
    for name in sorted({column.target or "Entity" for column in columns if column.kind == "id"}):
        yield Quad(Names().thing(f"target/{name}"), TYPE, term(name))


@pytest.fixture(scope="module")
def by_shacl() -> set[tuple[str, str]]:
    """Thing and property of each value pySHACL complains of."""
    quads: list[Quad] = list(targets())
    for name in TABLES:
        lines = to_nquads(name, rows_of(name), BASE, GRAPH)
        quads += parse("\n".join(lines_of(lines)).encode(), RdfFormat.N_QUADS)
    breaches = validate_quads(quads).breaches
    start = f"{BASE}id/"
    return {(breach.focus.removeprefix(start), breach.path) for breach in breaches if breach.focus != ""}


@pytest.mark.parametrize("few", [0, FEW])
@pytest.mark.parametrize("table", TABLES)
def test_columns_and_triples_give_the_same_verdicts(
    table: str, few: int, by_shacl: set[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same rows break the same properties, whoever looks, and if a column is first asked as a whole."""
    monkeypatch.setattr("graph.tables.checks.FEW", few)
    columns = {
        (thing, term(TABLES[table].columns[column].property).value)
        for thing, column, _, _ in broken_values(table, rows_of(table))
    }
    shacl = {found for found in by_shacl if found[0].startswith(f"thing/{table}/")}
    assert columns == shacl
    assert {thing for thing, _ in columns} == {case.thing for case in CASES if case.table == table}


@given(st.lists(st.none() | st.text("a/%2C \n~é", max_size=4), min_size=1))
def test_a_column_said_to_have_paths_alone_has_no_other_text(texts: list[str | None]) -> None:
    """What is found of a column as a whole is found of each value too."""
    column = pl.Series(texts, dtype=pl.String)
    if are_paths(column):
        assert column.drop_nulls().str.contains(PATH).all()
    if column.drop_nulls().str.contains("^[a/~]+$").all():
        assert are_paths(column)


def test_a_row_that_breaks_a_shape_is_left_out_and_told() -> None:
    """The other rows are kept; the problem names line, column, what was there and what was wanted."""
    frame = rows_of("tally")
    kept, problems = check("tally", frame, pl.Series("line", range(10, 10 + frame.height), pl.UInt32))
    assert kept[ID].to_list() == ["thing/tally/good"]
    assert problems.filter(pl.col("column") == "value", pl.col("found") != "").rows() == [
        (9 + frame[ID].to_list().index("thing/tally/value/wrong") + 1, "value", "-1", "a number from 0", True)
    ]


@pytest.mark.parametrize("path", ["", "a b", "a%2", "é", "a<b", None], ids=repr)
def test_an_id_that_is_no_path_is_left_out(path: str | None) -> None:
    """What cannot stand in an IRI never reaches the quads."""
    frame = rows_of("committee").head(1).with_columns(pl.lit(path, pl.String).alias(ID))
    kept, problems = check("committee", frame, pl.Series("line", [3], pl.UInt32))
    assert kept.height == 0
    assert problems["line"].unique().to_list() == [3]


def test_the_generated_tables_are_those_of_the_shapes() -> None:
    """ontology/tables.py is up to date."""
    assert read_tables() == TABLES


def test_every_table_is_of_a_class_and_columns_of_properties_of_the_ontology() -> None:
    """No table tells of what the ontology does not know."""
    known = {*PROPERTIES, *QUALIFIERS, *EDGES}
    for table in TABLES.values():
        assert table.cls in CLASSES
        names = {column.property for column in table.columns.values() if ":" not in column.property}
        assert names <= known
