"""Rows in columns: one graph for whoever asks, the same answers as from a store that has all triples."""

from collections import Counter
from collections.abc import Callable
from http import HTTPStatus
from itertools import islice
from pathlib import Path
from shutil import copyfile, copytree
from subprocess import CompletedProcess

import pytest
from awkward_rows import awkward_graph
from example_rows import example_sources
from pyoxigraph import DefaultGraph, NamedNode, QuerySolutions, Store
from random_queries import Queries
from random_sample import sample
from same_answers import KNOWN, Answers, answers, same_answers, without_keys
from serving import serving

from graph.build import build
from graph.build_rows import MANY, RowOptions, Rows, where_rows_are
from graph.errors import QueryError, QueryTimeoutError, UnreadableTablesError
from graph.nodes import BASE
from graph.server.datasets import Dataset
from graph.server.held import open_held
from graph.server.tasks import found_by
from graph.sparql.engine import query as ask_graph
from graph.store import generation_folder, open_store, read_manifest
from graph.tables import kept
from graph.tables.lines import write_missing_lines
from graph.virtual.columns import Columns
from graph.virtual.mapping import read_tables
from graph.virtual.whole import WholeGraph
from ontology import PREFIXES

SEED, NUMBER, AWKWARD = 8, 40, 100
RESEARCHER = Path(__file__).parent.parent / "bench" / "researcher"


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Folders of sources with rows."""
    return example_sources(tmp_path_factory.mktemp("sources"))


@pytest.fixture(scope="module")
def graphs(sources: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[Rows, Path]:
    """The folders of the same graph, with its rows in each place they can be."""
    folder = tmp_path_factory.mktemp("graphs")
    for where in (Rows.LOADED, Rows.BOTH, Rows.VIRTUAL):
        build(sources, folder / where, lambda _: None, options=RowOptions(where=where))
    return {where: folder / where for where in (Rows.LOADED, Rows.BOTH, Rows.VIRTUAL)}


@pytest.fixture(scope="module")
def loaded(graphs: dict[Rows, Path]) -> Store:
    """The store that has all triples."""
    return open_store(graphs[Rows.LOADED])


@pytest.fixture(scope="module")
def whole(graphs: dict[Rows, Path]) -> WholeGraph:
    """The graph whose rows are in their tables alone."""
    return _whole(graphs[Rows.VIRTUAL])


@pytest.fixture(scope="module")
def bare(graphs: dict[Rows, Path]) -> WholeGraph:
    """The same without keys."""
    generation = generation_folder(graphs[Rows.VIRTUAL])
    return without_keys(read_tables(generation), Store.read_only(str(generation / "store")))


@pytest.fixture(scope="module")
def both(graphs: dict[Rows, Path]) -> WholeGraph:
    """The graph whose rows are in both places."""
    return _whole(graphs[Rows.BOTH])


def _whole(folder: Path) -> WholeGraph:
    found: object = open_store(folder)
    assert isinstance(found, WholeGraph)
    return found


def _bag(store: Store | WholeGraph, query: str) -> Answers:
    """The answers to a query, however they are ordered."""
    found = answers(store, query)
    assert found != "refused", query
    return found


def test_the_triples_are_those_of_the_loaded_graph(loaded: Store, whole: WholeGraph) -> None:
    """What stands in the default graph stands in it wherever rows are, each triple once."""
    told = Counter(map(str, whole.quads_for_pattern(None, None, None, DefaultGraph())))
    assert told == Counter(map(str, loaded.quads_for_pattern(None, None, None, DefaultGraph())))
    assert set(map(str, whole.named_graphs())) == set(map(str, loaded.named_graphs()))


@pytest.mark.parametrize("place", [Rows.VIRTUAL, Rows.BOTH])
def test_random_queries_have_the_same_answers(
    loaded: Store, whole: WholeGraph, bare: WholeGraph, both: WholeGraph, place: Rows
) -> None:
    """Whatever is asked, the bag of answers is that of the store; most is answered from columns."""
    asked = whole if place is Rows.VIRTUAL else both
    ways: Counter[str] = Counter()
    for query in islice(Queries(sample(loaded), SEED), NUMBER if place is Rows.VIRTUAL else NUMBER // 3):
        assert same_answers(asked, bare, loaded, query), query
        ways[asked.way.name] += 1
    assert ways["columns"] > (NUMBER // 2 if place is Rows.VIRTUAL else 0)
    assert (min(ways["keys"], ways["ordinary"]) > 0) is (place is Rows.VIRTUAL)


def test_values_that_engines_disagree_about(tmp_path: Path) -> None:
    """Random queries on awkward values have the answers of the store; `make fuzz` asks ten thousand."""
    graph = awkward_graph(tmp_path)
    ways: Counter[str] = Counter()
    for query in islice(Queries(sample(graph.loaded), SEED), AWKWARD):
        assert same_answers(graph.whole, graph.bare, graph.loaded, query), query
        ways[graph.whole.way.name] += 1
    assert ways["columns"] > AWKWARD // 2


@pytest.mark.parametrize("file", sorted(RESEARCHER.glob("*.rq")), ids=lambda file: file.stem)
def test_queries_of_a_researcher_have_the_same_answers(loaded: Store, whole: WholeGraph, file: Path) -> None:
    """The queries that are measured are answered as by the store."""
    assert _bag(whole, file.read_text("utf-8")) == _bag(loaded, file.read_text("utf-8"))


GIFT = "?c a mt:Contribution"
PAYEE = f"{BASE}id/committee/fec/C99000001"
PATH = f"a path along {PREFIXES['mt']}payee, which rows have"
CASES = {
    "a sum of nothing is 0": f"SELECT (SUM(?x) AS ?s) {{ {GIFT} ; mt:amount ?x FILTER(?x < 0) }}",
    "a mean of nothing is 0": f"SELECT (AVG(?x) AS ?s) {{ {GIFT} ; mt:amount ?x FILTER(?x < 0) }}",
    "unbound values make no sum": "SELECT (SUM(?n) AS ?s)"
    f" {{ {GIFT} OPTIONAL {{ ?c mt:line ?n FILTER(?n > 5) }} }}",
    "groups of unbound keys": "SELECT ?e (COUNT(*) AS ?n)"
    f" {{ {GIFT} OPTIONAL {{ ?c mt:employer ?e }} }} GROUP BY ?e",
    "quotients are cut off": "SELECT ?c (?x / 7 AS ?y) (?x / 0 AS ?z) (-?x / 3 AS ?w)"
    f" {{ {GIFT} ; mt:amount ?x }}",
    "names differ in capitals": f"SELECT ?a ?A {{ {GIFT} ; mt:payee ?a ; mt:payer ?A }}",
    "any property of a row": "SELECT ?p ?o { <contribution/filings/fec/99000003> ?p ?o }",
    "whatever names a thing": "SELECT ?s ?p { ?s ?p <committee/fec/C99000002> }",
    "EXISTS of what is named": f"SELECT ?c {{ {GIFT} FILTER EXISTS {{ ?c mt:payee <{PAYEE}> }} }}",
    "nothing of what is named": f"SELECT ?c {{ {GIFT} FILTER NOT EXISTS {{ ?c mt:payee <{PAYEE}> }} }}",
    "a path through rows": "SELECT ?x { ?x (mt:payer|mt:payee)/mt:gaveTo* <committee/fec/C99000001> }",
    "a path to nowhere": "SELECT (COUNT(*) AS ?n) { ?x mt:payer? ?y }",
    "named graphs and rows": "SELECT ?g ?l"
    " { ?c a mt:Tally ; mt:reportingPlace ?p . GRAPH ?g { ?p rdfs:label ?l } }",
    "how often each property is told": f"SELECT ?p (COUNT(*) AS ?n) {{ {GIFT} ; ?p ?o }} GROUP BY ?p",
    "one of some properties": "SELECT * { VALUES ?p { mt:payee mt:payer rdf:type } ?c ?p ?o ; mt:amount ?x }",
    "either property": "SELECT ?c ?x { ?c mt:payer|mt:payee ?x }",
    "a filter that is no truth": f"SELECT * {{ {GIFT} FILTER(0) }}",
    "a filter that is empty": f"SELECT * {{ {GIFT} OPTIONAL {{ ?c mt:line ?n FILTER('') }} }}",
    "a negative decimal": f"SELECT * {{ {GIFT} ; mt:amount ?x FILTER(?x > - -3.25) VALUES ?y {{ -3.25 }} }}",
    "all variables in order": f"SELECT * {{ {GIFT} ; mt:payee ?b ; mt:amount ?a }}",
    "names joined": f"SELECT ?p (STRLEN(GROUP_CONCAT(?l)) AS ?n) {{ {GIFT} ; mt:payee ?p ; mt:currency ?l }}"
    " GROUP BY ?p",
    "made triples": "CONSTRUCT { ?p mt:gave ?x } { ?c mt:payer ?p ; mt:amount ?x }",
    "things described": f"DESCRIBE ?p {{ {GIFT} ; mt:payer ?p }}",
    "a thing described": "DESCRIBE <committee/fec/C99000002>",
    "escaped names": r"SELECT ?l { id:committee\/fec\/C99000002 rdfs:label ?l }",
    "several values": "SELECT ?c ?n { ?c a mt:Committee ; skos:altLabel ?n }",
    "joined groups": "SELECT ?t ?n { ?t a mt:FlowTotal ; mt:payer ?p"
    " { SELECT ?p (COUNT(*) AS ?n) { ?c mt:payer ?p } GROUP BY ?p } }",
    "kinds in one column": "SELECT ?v"
    " { { ?c mt:amount ?v } UNION { ?c mt:line ?v } UNION { ?c mt:payer ?v } }",
    "an order and a limit": f"SELECT ?x {{ {GIFT} ; mt:amount ?x }} ORDER BY DESC(?x) ?c LIMIT 3 OFFSET 1",
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_easily_got_wrong(loaded: Store, whole: WholeGraph, case: str) -> None:
    """What SQL would do otherwise is done as SPARQL says."""
    assert _bag(whole, CASES[case]) == _bag(loaded, CASES[case])


ORDERS = (
    "SELECT ?e ?c { ?c a mt:Contribution OPTIONAL { ?c mt:employer ?e } } ORDER BY ?e DESC(?c)",
    "SELECT ?x ?c { ?c a mt:Contribution ; mt:currency|mt:payee ?x } ORDER BY DESC(?x) ?c",
)


@pytest.mark.parametrize("query", ORDERS)
def test_the_order_is_kept(loaded: Store, whole: WholeGraph, query: str) -> None:
    """Solutions come in the order asked for: those without a value first, things before text."""
    found, wanted = (store.query(query, prefixes=KNOWN) for store in (whole, loaded))
    assert isinstance(found, QuerySolutions)
    assert isinstance(wanted, QuerySolutions)
    assert [tuple(map(str, row)) for row in found] == [tuple(map(str, row)) for row in wanted]
    assert whole.way.name == "columns"


def test_a_thing_told_of_twice_stays_in_the_store(whole: WholeGraph, graphs: dict[Rows, Path]) -> None:
    """Rows of things that two datasets tell of are loaded, and the query sees each triple once."""
    query = "SELECT ?d { <committee/fec/C99000002> mt:dataset ?d }"
    assert len(_bag(whole, query)) == 2  # type: ignore[arg-type] - a SELECT
    store = Store.read_only(str(next((graphs[Rows.VIRTUAL] / "generations").iterdir()) / "store"))
    contributions = store.query("SELECT ?c { ?c a mt:Contribution }", prefixes=KNOWN)
    assert isinstance(contributions, QuerySolutions)
    assert list(contributions) == []


def test_it_says_which_way_a_query_went(whole: WholeGraph, both: WholeGraph) -> None:
    """Columns, the store, keys or the ordinary way, and why."""
    _bag(whole, "SELECT ?l { ?c a mt:PlainEdge ; rdfs:label ?l }")
    assert (whole.way.name, whole.way.why) == ("store", "no pattern can meet a row of a table")
    _bag(whole, "SELECT ?x { <contribution/filings/fec/99000003> mt:payee+ ?x }")
    assert (whole.way.name, whole.way.why) == ("keys", "what it can meet was found by the things it names")
    _bag(whole, "SELECT ?x { ?c mt:payee+ ?x }")
    assert (whole.way.name, whole.way.why) == ("ordinary", f"{PATH} is not translated to columns")
    _bag(whole, "SELECT (SUM(?x) AS ?s) { ?c a mt:Contribution ; mt:amount ?x }")
    assert (whole.way.name, whole.way.tables) == ("columns", ("contribution",))
    _bag(both, "SELECT ?x { ?c a mt:Contribution ; mt:amount ?x }")
    assert both.way.why == "rows are loaded too, and nothing is counted or summed"


def test_a_property_that_shall_not_be_there_is_tested_in_the_scan(whole: WholeGraph) -> None:
    """The table is read once, also where NOT EXISTS asks for another property of the row."""
    _bag(whole, "SELECT ?x { ?x mt:amount ?much FILTER NOT EXISTS { ?x mt:notNewMoney ?why } }")
    assert whole.way.name == "columns"
    assert "ANTI" not in whole.way.sql


def test_rows_are_virtual_by_their_number(graphs: dict[Rows, Path]) -> None:
    """What is not wished is decided by the number of rows."""
    conversions = sorted((graphs[Rows.VIRTUAL] / "converted").iterdir())
    assert where_rows_are(conversions, Rows.AUTO, print) is Rows.LOADED
    assert MANY == 1_000_000
    assert not list((graphs[Rows.VIRTUAL] / "converted").glob("*/rows/contribution.nq"))


def test_a_value_given_to_a_variable_is_the_same_everywhere(loaded: Store, whole: WholeGraph) -> None:
    """Values of variables reach patterns, filters and groups as in the store."""
    from pyoxigraph import Variable

    query = "SELECT ?who (SUM(?x) AS ?s) { ?c mt:payee ?who ; mt:amount ?x } GROUP BY ?who"
    given = {Variable("who"): NamedNode(f"{BASE}id/committee/fec/C99000002")}
    found, wanted = (store.query(query, prefixes=KNOWN, substitutions=given) for store in (whole, loaded))
    assert isinstance(found, QuerySolutions)
    assert isinstance(wanted, QuerySolutions)
    rows = [tuple(map(str, row)) for row in found]
    assert rows == [tuple(map(str, row)) for row in wanted]
    assert len(rows) == 1
    assert whole.way.name == "keys"


def test_partitioned_files_are_asked_where_they_are(
    loaded: Store, graphs: dict[Rows, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables that lie elsewhere, partitioned by a column, are the same graph."""
    import duckdb

    graph = graphs[Rows.VIRTUAL]
    for table in (graph / "converted").glob("*/tables/*"):
        target = tmp_path / table.relative_to(graph)
        target.mkdir(parents=True)
        parts = ", PARTITION_BY (currency), WRITE_PARTITION_COLUMNS" if table.name == "contribution" else ""
        into = f"{target}" if parts else f"{target}/0.parquet"
        duckdb.execute(f"COPY (FROM '{table}/*.parquet') TO '{into}' (FORMAT parquet{parts})")
    assert list(tmp_path.glob("converted/*/tables/contribution/currency=USD/*.parquet"))
    monkeypatch.setenv("MONEYTRAIL_TABLES", str(tmp_path))
    moved = _whole(graph)
    query = f"SELECT ?u (SUM(?x) AS ?s) {{ {GIFT} ; mt:amount ?x ; mt:currency ?u }} GROUP BY ?u"
    assert _bag(moved, query) == _bag(loaded, query)
    assert moved.way.name == "columns"
    told = Counter(map(str, moved.quads_for_pattern(None, None, None, DefaultGraph())))
    assert told == Counter(map(str, loaded.quads_for_pattern(None, None, None, DefaultGraph())))


def test_the_command_line_asks_columns_and_says_so(
    run: Callable[..., CompletedProcess[str]], graphs: dict[Rows, Path]
) -> None:
    """`query --explain` names the way, the tables and the SQL; `show` finds what is in columns."""
    graph = str(graphs[Rows.VIRTUAL])
    query = "SELECT (COUNT(*) AS ?n) { ?c a mt:Contribution }"
    done = run("query", query, "--explain", "--graph", graph)
    assert (done.returncode, done.stdout.split()[-1]) == (0, "11")
    way, tables, *_ = done.stderr.splitlines()
    assert way == "columns: every part has an exact counterpart in SQL"
    assert tables == "tables: contribution"
    row = "contribution/filings/fec/99000003"
    shown, wanted = (run("show", row, "--graph", place) for place in (graph, str(graphs[Rows.LOADED])))
    assert (shown.returncode, shown.stdout) == (0, wanted.stdout), shown.stderr


def test_too_many_triples_for_memory_are_refused(whole: WholeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in no way in columns and needs too much memory is refused with what to do."""
    monkeypatch.setattr("graph.virtual.ordinary.MOST", 100)
    with pytest.raises(QueryError) as refused:
        whole.query("SELECT * { ?c mt:payee+ ?x ; ?p ?o }", prefixes=KNOWN)
    assert str(refused.value) == (
        f"the query needs more than 100 triples in memory, because {PATH} is not translated to"
        " columns; name a class, a thing or a value in it, or build with --rows both"
    )


def test_the_server_answers_from_columns(loaded: Store, graphs: dict[Rows, Path]) -> None:
    """What a worker of the server holds open is one graph, asked by itself or by its name."""
    folder = graphs[Rows.VIRTUAL]
    held = open_held(folder, next((folder / "generations").iterdir()).name)
    query = f"SELECT (SUM(?x) AS ?s) {{ {GIFT} ; mt:amount ?x }}"
    for asked in (None, Dataset((held.names.graph("default").value,), ())):
        found = found_by(held, query, asked)
        assert isinstance(found, QuerySolutions)
        assert Counter(tuple(map(str, row)) for row in found) == _bag(loaded, query)


def test_statements_are_written_later_as_they_would_have_been(
    graphs: dict[Rows, Path], tmp_path: Path
) -> None:
    """What loads or exports virtual rows after all gets the bytes of a conversion that wrote them at once."""
    for part in read_manifest(graphs[Rows.VIRTUAL]).datasets:
        made, wanted = (graphs[place] / "converted" / part.digest for place in (Rows.VIRTUAL, Rows.LOADED))
        copied = tmp_path / part.digest
        copytree(made, copied)
        write_missing_lines(copied, part.name, BASE)
        told = {file.name: file.read_bytes() for file in (wanted / "rows").iterdir()}
        assert {file.name: file.read_bytes() for file in (copied / "rows").iterdir()} == told


def test_tables_that_are_gone_are_one_message(
    run: Callable[..., CompletedProcess[str]], graphs: dict[Rows, Path], tmp_path: Path
) -> None:
    """Where MONEYTRAIL_TABLES names a place without them, the query says so and which file it wanted."""
    graph = str(graphs[Rows.VIRTUAL])
    done = run("query", "ASK { ?c a mt:Contribution }", "--graph", graph, MONEYTRAIL_TABLES=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        "moneytrail: query: the tables of the graph cannot be read: IO Error: No files"
    )
    assert f"{tmp_path}/converted/" in done.stderr


def _runaway(things: int) -> str:
    """Contributions put together with contributions, and each found once."""
    names = [f"?c{number}" for number in range(things)]
    return (
        f"SELECT DISTINCT {' '.join(names)} {{ {' '.join(f'{name} a mt:Contribution .' for name in names)} }}"
    )


def test_a_runaway_over_tables_is_stopped_and_leaves_nothing(
    graphs: dict[Rows, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A limit of time ends what DuckDB does, in a process and in a worker; what it put on disk goes too."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("MONEYTRAIL_MEMORY", "400MB")
    graph = graphs[Rows.VIRTUAL]
    with pytest.raises(QueryTimeoutError, match="stopped after 2 s"):
        ask_graph(_runaway(12), graph, timeout=2)
    with serving(graph, "--timeout", "2", "--workers", "1") as server:
        stopped = server.ask(_runaway(12))
        assert stopped.status_code == HTTPStatus.GATEWAY_TIMEOUT
        assert "stopped after 2 s" in stopped.text
        assert server.ask("ASK { ?c a mt:Contribution }").json()["boolean"]
    assert list(tmp_path.glob("moneytrail-*")) == []


def test_more_than_the_memory_is_put_on_disk(
    graphs: dict[Rows, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer is whole; without room on disk the query says what it would need."""
    monkeypatch.setenv("MONEYTRAIL_MEMORY", "40MB")
    folder = next((graphs[Rows.VIRTUAL] / "generations").iterdir())
    columns = Columns(read_tables(folder), Store.read_only(str(folder / "store")))
    small = WholeGraph(columns)
    counted = f"SELECT (COUNT(*) AS ?n) {{ {_runaway(5)} }}"
    assert list(_bag(small, counted)) == [(f'"{11**5}"^^<{KNOWN["xsd"]}integer>',)]
    columns.connection.execute("SET max_temp_directory_size = '0KB'")
    with pytest.raises(QueryError, match="needs more than 40MB of memory and could not spill"):
        small.query(counted, prefixes=KNOWN)


def test_a_limit_of_memory_is_a_size(graphs: dict[Rows, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Anything else is one message."""
    monkeypatch.setenv("MONEYTRAIL_MEMORY", "plenty")
    with pytest.raises(
        UnreadableTablesError, match="MONEYTRAIL_MEMORY=plenty is no size of memory such as 500MB"
    ):
        open_store(graphs[Rows.VIRTUAL])


def test_a_change_of_a_source_makes_its_table_again_and_no_other(
    sources: list[Path], graphs: dict[Rows, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files of other conversions are not written again, and their rows are not read."""
    graph, changed = tmp_path / "graph", tmp_path / "changed"
    copytree(graphs[Rows.VIRTUAL], graph)
    *others, again, counts = sources
    copytree(again, changed)
    copyfile(again.parent / "itcont.txt", tmp_path / "itcont.txt")
    told = (changed / "source.toml").read_text("utf-8")
    (changed / "source.toml").write_text(told.replace('title = "', 'title = "New: '), "utf-8")
    before = _files(graph)
    made: list[str] = []
    convert = kept.convert_dataset
    monkeypatch.setattr(
        kept, "convert_dataset", lambda order, folder: (made.append(order.dataset.id), convert(order, folder))
    )
    build([*others, changed, counts], graph, lambda _: None, options=RowOptions(where=Rows.VIRTUAL))
    after = _files(graph)
    gone = {file.parts[0] for file in before.keys() - after.keys()}
    assert (made, len(gone)) == (["again"], 1)
    assert all(after[file] == state for file, state in before.items() if file.parts[0] not in gone)


def _files(graph: Path) -> dict[Path, tuple[int, bytes]]:
    """When each file of the conversions of a graph was written, and what is in it."""
    folder = graph / "converted"
    files = (file for file in folder.glob("**/*") if file.is_file())
    return {file.relative_to(folder): (file.stat().st_mtime_ns, file.read_bytes()) for file in files}
