"""Rows found by what they name: the rows of a table, whatever happened when their keys were written."""

import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from shutil import copytree, rmtree

import polars as pl
import pytest
from awkward_rows import Awkward, awkward_graph
from same_answers import KNOWN, answers

from graph.virtual.columns import Columns
from graph.virtual.forms import form_of
from graph.virtual.keys import TOLD, Keys, hashes, keys_folder, open_keys, write_keys
from graph.virtual.parsing import parsed
from graph.virtual.whole import WholeGraph
from ontology import PREFIXES

THINGS, AMOUNTS, ROWS = ("id", "payer", "payee"), ("amount",), 1000
GIFT, WHO = "<contribution/x/a>", "<committee/x/a>"
POINTS = (
    f"SELECT * {{ {GIFT} ?p ?o }}",
    f"SELECT * {{ ?s ?p {GIFT} }}",
    f"DESCRIBE {GIFT}",
    f"SELECT ?n {{ {GIFT} mt:payee/rdfs:label ?n }}",
    f"SELECT ?g {{ {WHO} ^mt:payee ?g }}",
    f"SELECT ?x {{ {GIFT} (mt:payer|mt:payee) ?x }}",
    f"SELECT * {{ ?g mt:payee {WHO} ; mt:amount ?x OPTIONAL {{ ?g mt:payer ?who . ?who rdfs:label ?n }} }}",
    f"SELECT (SUM(?x) AS ?s) {{ ?g mt:payee {WHO} ; mt:amount ?x FILTER NOT EXISTS {{ ?g mt:memo true }} }}",
    f"ASK {{ {GIFT} mt:payer ?x . ?x mt:gaveTo+ {WHO} }}",
    "SELECT * { <contribution/x/none> ?p ?o }",
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """The folder of a table in two files, in a conversion."""
    folder = tmp_path / "converted" / "one" / "tables" / "contribution"
    folder.mkdir(parents=True)
    number = pl.int_range(ROWS, eager=True)
    rows = pl.DataFrame(
        {
            "id": "contribution/x/" + number.cast(pl.String),
            "payer": pl.Series([f"party/x/{row % 90}" if row % 7 else None for row in range(ROWS)]),
            "payee": pl.Series([f"committee/x/{row % 3}" for row in range(ROWS)]),
            "amount": number.cast(pl.Decimal(18, 2)),
            "city": "of " + number.cast(pl.String),
        }
    )
    rows[:600].write_parquet(folder / "00000.parquet", row_group_size=100)
    rows[600:].write_parquet(folder / "00001.parquet", row_group_size=100)
    return folder


def _opened(table: Path) -> Keys:
    keys = open_keys(keys_folder(table))
    assert keys is not None
    return keys


def test_rows_are_found_and_read(table: Path) -> None:
    """What is found by a thing are its rows, in the order of the table, with columns near and far."""
    write_keys(table, THINGS, (*THINGS, *AMOUNTS))
    keys, rows = _opened(table), pl.read_parquet(table)
    for column, path in (("id", "contribution/x/610"), ("payer", "party/x/8")):
        found = keys.rows_with(column, *hashes((path,)), ROWS)
        assert found is not None
        for columns in (["id", "city"], ["amount", "id"], ["city"]):
            assert keys.read(found, columns)[columns].equals(rows.filter(pl.col(column) == path)[columns])
    assert keys.rows_with("payer", *hashes(("party/x/none",)), ROWS) == []
    assert keys.read([], ["id", "city"]).shape == (0, 2)
    assert keys.rows_with("payee", *hashes(("committee/x/1",)), 100) is None  # there are more
    assert keys.rows_with("city", *hashes(("of 1",)), 100) is None  # rows are not found by it


def test_keys_that_were_not_finished_are_made_again(table: Path) -> None:
    """What a process that was killed left is no keys, and no reason not to make them."""
    write_keys(table, THINGS, THINGS)
    whole = {file.name: file.read_bytes() for file in keys_folder(table).iterdir()}
    (keys_folder(table) / TOLD).unlink()
    (keys_folder(table) / "payer").write_bytes(b"half")
    left = keys_folder(table).with_name("contribution.1")
    copytree(keys_folder(table), left)
    assert open_keys(keys_folder(table)) is None
    assert open_keys(left) is None
    write_keys(table, THINGS, THINGS)
    assert {file.name: file.read_bytes() for file in keys_folder(table).iterdir()} == whole


def test_keys_with_other_hashes_or_without_their_table_are_not_used(table: Path) -> None:
    """Another hash would find nothing, so tables are scanned; and rows are not read where there are none."""
    write_keys(table, THINGS, THINGS)
    told = keys_folder(table) / TOLD
    text = told.read_text("utf-8")
    told.write_text(json.dumps({**json.loads(text), "hashes": "others"}), "utf-8")
    assert open_keys(keys_folder(table)) is None
    told.write_text(text, "utf-8")
    assert open_keys(keys_folder(table)) is not None
    rmtree(table)
    assert open_keys(keys_folder(table)) is None


def test_two_processes_make_keys_at_once(table: Path) -> None:
    """Both end well, and the keys are whole."""
    code = (
        "import sys; from pathlib import Path; from graph.virtual.keys import write_keys\n"
        f"sys.stdin.read(1); write_keys(Path(sys.argv[1]), {THINGS}, {THINGS})"
    )
    run = [sys.executable, "-c", code, str(table)]
    both = [subprocess.Popen(run, stdin=subprocess.PIPE) for _ in range(2)]
    for process in both:
        process.communicate(b"x")
    assert [process.returncode for process in both] == [0, 0]
    assert [folder.name for folder in keys_folder(table).parent.iterdir()] == ["contribution"]
    assert _opened(table).rows_with("id", *hashes(("contribution/x/7",)), 1) == [7]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Awkward:
    """A graph with rows in columns, with keys and without, and loaded."""
    return awkward_graph(tmp_path_factory.mktemp("awkward"))


@pytest.mark.parametrize("query", POINTS)
def test_a_table_without_keys_stands_beside_others(graph: Awkward, query: str) -> None:
    """Whichever tables have keys, the answers are those of the store; where all have, keys find them."""
    tables = graph.columns.tables
    wanted = answers(graph.loaded, query)
    assert answers(graph.whole, query) == wanted
    assert graph.whole.way.name == "keys"
    for without in ("contribution", "committee"):
        some = tuple(replace(one, keys="" if one.name == without else one.keys) for one in tables.tables)
        mixed = WholeGraph(Columns(replace(tables, tables=some), graph.columns.store))
        assert answers(mixed, query) == wanted


def _parts(query: object) -> Counter[str]:
    """What a query is made of; in which order its patterns stand is open."""
    return Counter(re.findall(r"[^\s(){},\[\]]+", str(query)))


def test_queries_of_one_form_are_read_as_each_alone() -> None:
    """Things are filled into what was read of another query, but not where they are no terms of a pattern."""
    things, known = KNOWN["id"], tuple(KNOWN.items())
    forms = (
        "SELECT * {{ <{0}> ?p <{1}> , <{0}> OPTIONAL {{ ?p a <{1}> FILTER(?p != <{0}>) }} }}",
        "DESCRIBE <{0}> ?x {{ VALUES ?x {{ <{1}> UNDEF }} ?x ^mt:payer/mt:payee <{0}> }}",
        "SELECT ?x {{ <{0}> (<{1}>|mt:payer)+ ?x }}",
        "PREFIX a: <{0}> BASE <{1}> SELECT (COUNT(*) AS ?n) {{ a:b ?p <c> , 'x'^^<{0}> }} GROUP BY ?p",
        "CONSTRUCT {{ <{0}> a ?x }} FROM <{1}> {{ GRAPH <{0}> {{ ?x ?y '<{1}>' }} }}",
    )
    for form in forms:
        for pair in (("a/b", "c/d"), ("c/d", "a/b"), ("e", "e")):
            query = form.format(*(things + path for path in pair))
            assert _parts(parsed(query, things, known)) == _parts(parsed(query, None, known))
    text, named = form_of(f"ASK {{ <{things}a> ?p <{PREFIXES['mt']}x> , <{things}\\u0061> }}", things)
    assert list(map(str, named.values())) == [f"{things}a"]
    assert text.count(f"<{things}a>") == 0
