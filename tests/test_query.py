"""Asking the graph: in Python, on the command line, over files, and what a mistake says."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

import graph
from graph.errors import NoGraphError, QueryError, QuerySyntaxError
from graph.sparql.mistakes import unknown_terms, vocabulary
from graph.sparql.terms import Bindable
from ontology import NAMESPACE, PREFIXES

Run = Callable[..., "subprocess.CompletedProcess[str]"]
GIFT = "SELECT ?amount { ?gift mt:payer <person/george-soros> ; mt:payee ?to ; mt:amount ?amount }"
MEANT = (
    "(known: dcterms:, foaf:, geo:, id:, mt:, oa:, org:, owl:, prov:, rdf:, rdfs:, schema:, sh:, skos:, xsd:)"
)
PHILLIPS, ESCAPED = "person/noah-phillips", "person\\/noah-phillips"
UNNAMED = "; an expression in SELECT gets a name: (?a + ?b AS ?sum)"
BEYOND = "this breaks a rule of SPARQL beyond its grammar; most likely a variable is given a value twice"
SOROS = "https://w3id.org/moneytrail/id/person/george-soros"


def test_rows_have_values_of_python(built: Path) -> None:
    """Money is Decimal, counts are int, days are date, IRIs and text are str, nothing is None."""
    query = """SELECT ?payer ?amount ?included ?day ?number ?none {
        ?gift mt:payer ?payer ; mt:amount ?amount .
        <contest/2018-06-05/us-06067/district-attorney> mt:earliest ?day .
        BIND(false AS ?included) BIND(3 AS ?number) OPTIONAL { ?gift mt:nothing ?none } }"""
    assert graph.query(query, built).rows == [
        {
            "payer": SOROS,
            "amount": Decimal(400_000),
            "included": False,
            "day": date(2018, 6, 5),
            "number": 3,
            "none": None,
        }
    ]


def test_known_prefixes_and_short_iris_need_no_declaration(built: Path) -> None:
    """The one gift, by `mt:` and by paths relative to `id:`."""
    assert graph.query(GIFT, built).rows == [{"amount": Decimal(400_000)}]


def test_a_prefix_of_the_query_wins(built: Path) -> None:
    """Who declares `mt:` means what is declared."""
    query = "PREFIX mt: <http://example.org/> SELECT ?it { BIND(mt:a AS ?it) }"
    assert graph.query(query, built).rows == [{"it": "http://example.org/a"}]


def test_the_prefix_of_things_follows_the_base(tmp_path: Path) -> None:
    """In a graph built under another base, `id:` and short IRIs are under that base."""
    from graph.build import build
    from sources.catalog import registry

    folder = tmp_path / "graph"
    build(registry(), folder, lambda _: None, "https://example.org/money/")
    label = graph.query("SELECT ?label { <person/cari-tuna> rdfs:label ?label }", folder)
    assert label.rows == [{"label": "Cari Tuna"}]
    assert graph.query("ASK { id:person\\/cari-tuna ?p ?o }", folder).truth is True


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("id:person/noah-phillips", "https://w3id.org/moneytrail/id/person/noah-phillips"),
        ("http://example.org/a b", "http://example.org/a b"),
        ("http://example.org/a", "http://example.org/a"),
        ('text " } SERVICE <x>', 'text " } SERVICE <x>'),
        (3, 3),
        (True, True),
        (1.5, 1.5),
        (Decimal("0.10"), Decimal("0.1")),
        (date(2018, 6, 5), date(2018, 6, 5)),
        (datetime(2018, 6, 5, 12, 30), datetime(2018, 6, 5, 12, 30)),  # noqa: DTZ001 - as a document has it
        (NamedNode("urn:x"), "urn:x"),
        (Literal("ja", language="de"), "ja"),
    ],
)
def test_a_bound_value_comes_back(built: Path, value: Bindable, expected: object) -> None:
    """Whatever is bound is a value, never a piece of the query."""
    assert graph.query("SELECT ?value {}", built, value=value).rows == [{"value": expected}]


def test_what_has_no_term_is_not_bound(built: Path) -> None:
    """A list is no value of a variable."""
    with pytest.raises(TypeError, match=r"^\[1\] cannot be bound in a query$"):
        graph.query("SELECT ?value {}", built, value=[1])  # type: ignore[arg-type]


def test_a_bound_variable_need_not_be_selected(built: Path) -> None:
    """It is no column then, and it binds in ASK, CONSTRUCT and DESCRIBE too."""
    found = graph.query(
        "SELECT ?who { ?donor mt:gaveTo ?who } ORDER BY ?who", built, donor="id:person/cari-tuna"
    )
    committee = "https://w3id.org/moneytrail/id/committee/unnamed/led-by-shaun-king-2018"
    assert found.rows == [{"who": committee}]
    assert graph.query("ASK { ?donor mt:gaveTo ?who }", built, donor="id:person/noah-phillips").truth is False
    triples = graph.query("CONSTRUCT { ?d mt:gaveTo ?w } { ?d mt:gaveTo ?w }", built, d="id:person/cari-tuna")
    assert [row["object"] for row in triples] == [committee]


def test_a_value_for_a_variable_the_query_does_not_have_is_refused(built: Path) -> None:
    """It would change nothing, and the answer would be one to another question."""
    with pytest.raises(QueryError) as caught:
        graph.query("SELECT ?to { ?donor mt:gaveTo ?to }", built, donr="id:person/cari-tuna")
    assert str(caught.value) == (
        "query: a value is given for ?donr, which the query does not have; did you mean ?donor?"
    )


def test_a_bound_variable_is_grouped_where_the_query_groups(built: Path) -> None:
    """The message says what to write."""
    with pytest.raises(QueryError) as error:
        graph.query(
            "SELECT (COUNT(?who) AS ?n) { ?donor mt:gaveTo ?who }", built, donor="id:person/cari-tuna"
        )
    assert str(error.value) == (
        "query: ?donor: a value is given, so the query has to use the variable,"
        " and to name it in GROUP BY where it counts or sums"
    )


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x { ?x a foaff:Agent }", f"query:1:18: unknown prefix foaff:; did you mean foaf:? {MEANT}"),
        ("SELECT ?x {\n ?x a mt:Person", "query:1:11: this { is never closed"),
        ("SELECT ?x { ?x ?p ?o ) }", "query:1:22: this ) meets a { that is still open"),
        ("SELECT ?x { ?x ?p ?o } }", "query:1:24: this } closes what was never opened"),
        ("SELECT ?x\nWHERE { ?x ?p }", "query:2:9: from ?x on this is not SPARQL"),
        ("SELCT ?x { ?x ?p ?o }", "query:1:1: SELCT is no word of SPARQL; did you mean SELECT?"),
        ("PREFIX ex <http://x/> SELECT * {}", "query:1:8: a prefix is written with a colon: ex:"),
        ("  ", "query:1:1: the query is empty; it begins with SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("ASK", "query:1:4: the query ends too early"),
        (
            "SELECT ?x { ?x mt:gaveTo id:person/noah-phillips }",
            f"query:1:26: a name may not contain a bare slash; write <{PHILLIPS}> or id:{ESCAPED}",
        ),
        (
            "SELECT ?p (COUNT(?x) AS ?n) { ?x ?p ?o }",
            "query:1:8: ?p is neither in GROUP BY nor inside COUNT, SUM and the like",
        ),
        (
            "SELECT (?a + ?b) { ?a ?p ?b }",
            f"query:1:16: from ) on this is not SPARQL{UNNAMED}",
        ),
        (
            "SELECT * { ?x ?p ?o FILTER ?o > 3 }",
            "query:1:21: from FILTER on this is not SPARQL; its condition stands in brackets",
        ),
        (
            "SELECT (1 AS ?x) { BIND(2 AS ?x) }",
            "query:1:35: AS gives a name the query already uses; choose another variable",
        ),
        (
            "SELECT * { BIND(1 AS ?x) BIND(2 AS ?x) }",
            f"query:1:41: {BEYOND}",
        ),
    ],
)
def test_a_mistake_gives_place_reason_and_hint(built: Path, query: str, message: str) -> None:
    """The first line of the message; below it stand the line of the query and a mark."""
    with pytest.raises(QuerySyntaxError) as error:
        graph.query(query, built)
    assert str(error.value).splitlines()[0] == message


def test_a_mistake_shows_its_line_with_a_mark(built: Path) -> None:
    """The mark stands below the place, tabs kept; line and column are attributes."""
    with pytest.raises(QuerySyntaxError) as error:
        graph.query('SELECT ?x\n{\t?x a "é" ; foaff:name ?y }', built)
    assert (error.value.line, error.value.column) == (2, 14)
    assert str(error.value).splitlines()[1:] == ['    {\t?x a "é" ; foaff:name ?y }', "     \t           ^"]


def test_a_function_nobody_has_is_one_message(built: Path) -> None:
    """What fails while the query runs is told as what is wrong in the query."""
    with pytest.raises(QueryError, match=r"^query: The custom function <http://x/f> is not supported$"):
        graph.query("SELECT (<http://x/f>(1) AS ?x) {}", built)


def test_terms_in_no_vocabulary_are_named_with_what_was_meant() -> None:
    """Each once, only of the namespace of the ontology, whatever its prefix is called."""
    query = f"PREFIX m: <{NAMESPACE}> SELECT * {{ ?a m:gaveToo ?b ; mt:gaveToo ?c ; foaf:nme ?d }}"
    assert list(unknown_terms(query, PREFIXES)) == ["m:gaveToo is in no vocabulary; did you mean m:gaveTo?"]


def test_every_term_of_the_ontology_is_known() -> None:
    """No query is warned of a term that stands in the Turtle."""
    used = set()
    for file in files("ontology").iterdir():
        if file.name.endswith(".ttl"):
            for quad in parse(file.read_bytes(), RdfFormat.TURTLE):
                used |= {term.value for term in quad.triple if isinstance(term, NamedNode)}
    ours = {iri.removeprefix(NAMESPACE) for iri in used if iri.startswith(NAMESPACE)} - {""}
    assert {name for name in ours if not name.endswith("Shape")} - vocabulary() == set()


def test_a_graph_that_is_not_there_is_named(tmp_path: Path) -> None:
    """As everywhere: build first, or name the folder."""
    with pytest.raises(NoGraphError) as error:
        graph.query("ASK {}", tmp_path)
    assert str(error.value) == (
        f"{tmp_path}: no graph here; run `moneytrail build` first, or name its folder with --graph"
    )


def test_importing_the_package_costs_nothing() -> None:
    """`import graph` loads no engine, no rdflib and no ontology."""
    code = (
        "import sys, graph; print(sorted({'pyoxigraph', 'rdflib', 'ontology', 'typer'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_worker_starts_with_little() -> None:
    """The process of a query imports the store, and none of the libraries that take long to import."""
    heavy = ("duckdb", "jinja2", "networkx", "polars", "pyshacl", "rdflib", "rich", "typer", "yaml")
    asked = f"import sys, graph.sparql.worker; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_command_prints_a_table(run: Run, built: Path) -> None:
    """From an argument, a file, or standard input."""
    expected = " amount\n───────\n400,000\n"
    query = built.parent / "gift.rq"
    query.write_text(GIFT)
    for given, stdin in ((GIFT,), ""), (("--file", str(query)), ""), (("-",), GIFT), ((), GIFT):
        done = run("query", *given, "--graph", str(built), stdin=stdin)
        assert (done.returncode, done.stdout, done.stderr) == (0, expected, "")


def test_a_closed_standard_input_is_no_query(built: Path) -> None:
    """Where a scheduler starts the command without one, the message is that of a missing query."""
    command = [Path(sys.executable).with_name("moneytrail"), "query", "--graph", built]
    closed = ["sh", "-c", 'exec "$@" <&-', "sh", *command]
    done = subprocess.run(closed, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no query: give it as an argument" in done.stderr


def test_two_queries_are_one_too_many(run: Run, built: Path) -> None:
    """Which of them is meant is not guessed."""
    done = run("query", GIFT, "--file", "gift.rq", "--graph", str(built))
    assert (done.returncode, "give the query, or --file, not both" in done.stderr) == (2, True)


def test_ask_sets_the_exit_code(run: Run, built: Path, tmp_path: Path) -> None:
    """True is 0 and false 1; errors are neither."""
    for query, stdout, code in (
        ("ASK { <person/cari-tuna> mt:gaveTo ?x }", "true\n", 0),
        ("ASK { <person/noah-phillips> mt:gaveTo ?x }", "false\n", 1),
        ("ASK { <person/noah-phillips> mt:gaveTo ?x", "", 2),
    ):
        done = run("query", query, "--graph", str(built))
        assert (done.returncode, done.stdout) == (code, stdout)
    nowhere = run("query", "ASK {}", "--graph", str(tmp_path / "nowhere"))
    assert (nowhere.returncode, nowhere.stdout) == (2, "")


def test_a_mistake_is_told_with_the_name_of_the_file(run: Run, built: Path, tmp_path: Path) -> None:
    """One message, no traceback, exit code 2."""
    file = tmp_path / "broken.rq"
    file.write_text("SELECT ?x {\n  ?x a mt:Person .\n  FILTR(?x)\n}")
    done = run("query", "--file", "broken.rq", "--graph", str(built))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "moneytrail: broken.rq:3:3: FILTR is no word of SPARQL; did you mean FILTER?\n"
        "      FILTR(?x)\n"
        "      ^\n"
    )


def test_a_runaway_ends_with_exit_code_3(run: Run, built: Path) -> None:
    """`--timeout` stops it, and nothing is printed as if it were an answer."""
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    done = run("query", runaway, "--timeout", "1", "--graph", str(built))
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        "moneytrail: the query was stopped after 1 s; narrow it, or allow more with --timeout\n"
    )


def test_an_unknown_term_is_a_warning_not_an_error(run: Run, built: Path) -> None:
    """The query runs and finds nothing; what was meant is told beside it."""
    done = run("query", "SELECT * { ?a mt:gaveToo ?b }", "--graph", str(built))
    assert (done.returncode, done.stdout) == (0, "a  b\n─  ─\n")
    assert done.stderr == (
        "warning: mt:gaveToo is in no vocabulary; did you mean mt:gaveTo?\nnothing found\n"
    )


def test_files_are_asked_instead_of_a_graph(run: Run, tmp_path: Path) -> None:
    """Several files are one graph; nothing has to be built."""
    (tmp_path / "one.ttl").write_text("<http://a/s> <http://a/p> 1 .")
    (tmp_path / "two.nt").write_text("<http://a/s> <http://a/q> <http://a/o> .\n")
    query = "SELECT * { ?s <http://a/p> ?n ; <http://a/q> ?o }"
    done = run("query", query, "--data", "one.ttl", "--data", "two.nt", "--format", "csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["s,n,o", "http://a/s,1,http://a/o"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("data.ttl", "<http://a/s> <http://a/p> .", "data.ttl: not RDF: "),
        (
            "data.pdf",
            "",
            "data.pdf: not RDF: '.pdf' is not an ending of an RDF file such as .ttl, .nq or .jsonld",
        ),
        ("none.ttl", None, "none.ttl: not RDF: No such file or directory"),
    ],
)
def test_a_file_that_is_no_rdf_is_one_message(
    run: Run, tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    """With the name of the file; exit code 2, for 1 says false."""
    if content is not None:
        (tmp_path / name).write_text(content)
    done = run("query", "ASK {}", "--data", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"moneytrail: {message}")


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "q.rq: cannot read: No such file or directory"), (b"\xff", "q.rq: not UTF-8 text")],
)
def test_a_query_file_that_cannot_be_read(
    run: Run, tmp_path: Path, content: bytes | None, message: str
) -> None:
    """One message that names the file."""
    if content is not None:
        (tmp_path / "q.rq").write_bytes(content)
    done = run("query", "--file", "q.rq")
    assert (done.returncode, done.stderr) == (2, f"moneytrail: {message}\n")


def test_names_are_shown_on_request(run: Run, built: Path) -> None:
    """IRIs are short by default, things have their names with `--names`."""
    query = "SELECT ?who ?how { ?gift mt:payer ?who ; mt:amount ?a ; mt:precision ?how }"
    short = run("query", query, "--graph", str(built))
    named = run("query", query, "--names", "--graph", str(built))
    assert short.stdout.splitlines()[-1] == "id:person/george-soros  mt:precision-about"
    assert named.stdout.splitlines()[-1] == "George Soros  about"


def test_a_result_is_written_whole_or_not_at_all(run: Run, built: Path, tmp_path: Path) -> None:
    """The ending of the file says the format; a place that cannot be written leaves nothing behind."""
    done = run("query", GIFT, "--out", "gift.json", "--graph", str(built))
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((tmp_path / "gift.json").read_text())["head"] == {"vars": ["amount"]}
    failed = run("query", GIFT, "--out", "nowhere/gift.csv", "--graph", str(built))
    assert (failed.returncode, failed.stderr) == (
        2,
        "moneytrail: nowhere/gift.csv: cannot write: No such file or directory\n",
    )
    assert sorted(file.name for file in tmp_path.iterdir() if "gift" in file.name) == ["gift.json"]


def test_parquet_needs_a_file(run: Run, built: Path) -> None:
    """It is no text for a terminal."""
    done = run("query", GIFT, "--format", "parquet", "--graph", str(built))
    assert (done.returncode, done.stderr) == (2, "moneytrail: Parquet is no text; name a file with --out\n")
