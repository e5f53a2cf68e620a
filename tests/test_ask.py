"""Named queries: how they are read, found, given values and shown, and the page made of them."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Store

import graph
from graph.ask import NamedQuery, Parameter, ask_named, named_queries, named_query, read_named
from graph.ask_page import queries_page
from graph.build import build
from graph.errors import QueryError, UnknownNameError
from graph.sparql.engine import Target
from graph.sparql.mistakes import unknown_terms
from graph.sparql.terms import BASE
from ontology import PREFIXES
from sources.catalog import find_sources, reference, registry

if TYPE_CHECKING:
    import subprocess

Run = Callable[..., "subprocess.CompletedProcess[str]"]
DOCS = Path(__file__).parent.parent / "docs"
TUNA, KING = f"{BASE}id/person/cari-tuna", f"{BASE}id/committee/unnamed/led-by-shaun-king-2018"
HARRISES = "id:person/kamala-harris (Kamala Harris) or id:person/shane-harris (Shane Harris)"
EVERY = pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)


def test_a_head_is_read_field_by_field() -> None:
    """What it answers, notes, questions, parameters with kinds, columns; the rest is the query."""
    text = """# Who gave how much.
# Totals are left out.
# question CQ99
# param donor (default id:person/cari-tuna): who gave
# param least (default 2.5): at least so much
# param since (default 2018-01-01): from when on
# param word (default a b): in the wording
# column amount: dollars
# column per-cent: percent (of all)
SELECT ?amount {} # column not: in the head
"""
    assert read_named("gifts", text) == NamedQuery(
        name="gifts",
        answers="Who gave how much.",
        notes="Totals are left out.",
        questions=("CQ99",),
        parameters=(
            Parameter("donor", "id:person/cari-tuna", "who gave"),
            Parameter("least", "2.5", "at least so much"),
            Parameter("since", "2018-01-01", "from when on"),
            Parameter("word", "a b", "in the wording"),
        ),
        columns=(("amount", "dollars"), ("per-cent", "percent (of all)")),
        text=text,
    )
    kinds = [parameter.kind for parameter in read_named("gifts", text).parameters]
    assert kinds == ["thing", "number", "date", "text"]


@EVERY
def test_a_head_describes_its_query(query: NamedQuery) -> None:
    """A sentence, a meaning for everything, and exactly the columns and parameters the SELECT names."""
    assert query.answers.endswith(".")
    assert all(parameter.text and parameter.default for parameter in query.parameters)
    assert all(text for _, text in query.columns)
    found = Store().query(query.text, prefixes=PREFIXES)
    selected = [variable.value for variable in found.variables]  # type: ignore[union-attr]
    told = [name for name, _ in query.columns]
    assert [name for name in selected if name in told] == told
    assert set(selected) - set(told) == {one.name for one in query.parameters if one.name not in told}


@EVERY
def test_a_named_query_uses_terms_of_the_ontology_only(query: NamedQuery) -> None:
    """No term in it is in no vocabulary."""
    assert list(unknown_terms(query.text, PREFIXES)) == []


@EVERY
def test_a_named_query_is_quick_and_ordered(query: NamedQuery, built: Path) -> None:
    """Also without its parameters it ends in ten seconds, and it orders its rows."""
    graph.query(query.text, built, timeout=10)
    assert "ORDER BY" in query.text.rpartition("}")[2]


@pytest.mark.parametrize(
    "donor", ["person/cari-tuna", "id:person/cari-tuna", TUNA, f"<{TUNA}>", "Cari Tuna", "cari tuna"]
)
def test_a_thing_is_given_by_path_iri_or_name(built: Path, donor: str) -> None:
    """All of them mean the same; the parameter is no column of the answer."""
    found = ask_named(named_query("gift-with-source"), {"donor": donor, "recipient": KING}, Target(built))
    assert found.columns == tuple(name for name, _ in named_query("gift-with-source").columns)
    assert [(row["at_least"], row["claim"]) for row in found] == [(Decimal(650_000), "C001-036")]


def test_a_name_as_a_document_writes_it_is_found(built: Path) -> None:
    """The other names of a thing count as well, accents and apostrophes as they are."""
    found = ask_named(named_query("claims-about"), {"entity": "O’Malley"}, Target(built))
    assert "C001-065" in [row["claim"] for row in found]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"donor": "Harris"}, f"--donor: 'Harris' may be {HARRISES}; give one of these"),
        (
            {"donor": "Cari Tunna"},
            "--donor: nothing is called 'Cari Tunna'; did you mean Cari Tuna (id:person/cari-tuna)?",
        ),
        ({"donor": "Zzyzx"}, "--donor: nothing is called 'Zzyzx'"),
        (
            {"dono": "x"},
            "gift-with-source has no parameter --dono (it takes --donor, --recipient); did you mean --donor?",
        ),
    ],
)
def test_what_nobody_knows_is_told_with_the_nearest(built: Path, given: dict[str, str], message: str) -> None:
    """A name of several things, of nothing, and a parameter the query does not take."""
    with pytest.raises(UnknownNameError) as error:
        ask_named(named_query("gift-with-source"), given, Target(built))
    assert str(error.value) == message


def test_a_query_nobody_knows_is_told_with_the_nearest() -> None:
    """As for things."""
    with pytest.raises(UnknownNameError) as error:
        named_query("gift-with-sorce")
    assert str(error.value) == (
        "no query is named gift-with-sorce (`moneytrail ask` lists them);"
        " did you mean gift-with-source or same-gift-twice or gifts-by-state?"
    )


def test_a_number_is_a_number(built: Path) -> None:
    """Fewer edges have more witnesses; a word is refused."""
    query, target = named_query("firm-edges"), Target(built)
    counts = [len(ask_named(query, {"witnesses": number}, target)) for number in ("1", "2", "3")]
    assert counts[0] > counts[1] > counts[2] == 0
    with pytest.raises(QueryError, match=r"^--witnesses: 'two' is not a number$"):
        ask_named(query, {"witnesses": "two"}, target)


DAY = """# Contests since a day.
# param since (default 2020-01-01): from when on
# param word (default Los): in the name
# column contest: the contest
SELECT ?since ?word ?contest { ?contest a mt:Contest ; mt:earliest ?day ; rdfs:label ?name
  FILTER(?day >= ?since && CONTAINS(STR(?name), ?word)) } ORDER BY ?contest
"""


def test_a_day_is_a_day_and_text_is_text(built: Path) -> None:
    """Both are bound as such; what is no day is refused."""
    query, target = read_named("contests-since", DAY), Target(built)
    los_angeles = f"{BASE}id/contest/2024-11-05/us-06037/district-attorney"
    assert ask_named(query, {}, target).rows == [{"contest": los_angeles}]
    assert ask_named(query, {"since": "2024-11-06"}, target).rows == []
    assert ask_named(query, {"word": '") } SERVICE'}, target).rows == []
    with pytest.raises(QueryError, match=r"^--since: 'May' is not a day such as 2018-06-05$"):
        ask_named(query, {"since": "May"}, target)


def test_donors_are_intervals_that_count_nothing_twice(built: Path) -> None:
    """1.5 million through a committee is not added to the gift to it; what has no upper bound has none."""
    rows = ask_named(named_query("donors-by-amount"), {}, Target(built)).rows
    soros = next(row for row in rows if row["donor"] == f"{BASE}id/person/george-soros")
    assert (soros["at_least"], soros["at_most"], soros["flows"], soros["left_out"]) == (1_900_000, None, 2, 1)
    assert soros["claims"] == "C001-029 C001-055"
    tuna = next(row for row in rows if row["donor"] == TUNA)
    assert (tuna["at_least"], tuna["at_most"], tuna["flows"], tuna["claims"]) == (
        650_000,
        None,
        1,
        "C001-036",
    )


TOLD_TWICE = """@prefix mt: <https://w3id.org/moneytrail/ns#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix : <http://x/> .
:c1 dcterms:identifier "1" . :c2 dcterms:identifier "2" . :c3 dcterms:identifier "3" .
:gift a mt:MoneyFlow ; mt:payer :ann ; mt:amount 500.0 ; mt:amountAtLeast 500.0 ; mt:amountAtMost 500.0 ;
   prov:wasDerivedFrom :c1 , :c2 .
:spent a mt:MoneyFlow ; mt:payer :ann ; mt:amountAtLeast 500.0 ; mt:via :committee ;
   mt:possiblySameMoneyAs :gift ; mt:possiblyIncludedIn :gift ; prov:wasDerivedFrom :c3 .
"""


def test_a_gift_that_two_claims_tell_counts_once(tmp_path: Path) -> None:
    """A sum goes over gifts, not over those who tell of them; of spending and gift it counts the gift."""
    (tmp_path / "gift.ttl").write_text(TOLD_TWICE, "utf-8")
    target = Target(tmp_path, (tmp_path / "gift.ttl",))
    (row,) = ask_named(named_query("donors-by-amount"), {}, target).rows
    assert row == {
        "donor": "http://x/ann", "at_least": 500, "at_most": 500,
        "flows": 1, "without_figure": 0, "left_out": 1, "claims": "1 2",
    }  # fmt: skip


SHARES = """@prefix mt: <https://w3id.org/moneytrail/ns#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix : <http://x/> .
:c1 dcterms:identifier "1" . :c2 dcterms:identifier "2" . :c3 dcterms:identifier "3" .
:a a mt:Tally ; mt:measure mt:measure-share ; mt:contest :k ; mt:candidate :p ; mt:atLeast 60.0 ;
   mt:asWritten "over 60" ; prov:wasDerivedFrom :c1 .
:b a mt:Tally ; mt:measure mt:measure-share ; mt:contest :k ; mt:candidate :p ;
   mt:atLeast 55.0 ; mt:atMost 55.0 ; mt:asWritten "55" ; prov:wasDerivedFrom :c2 .
:c a mt:Tally ; mt:measure mt:measure-share ; mt:contest :k ; mt:candidate :q ;
   mt:atLeast 45.0 ; mt:atMost 45.0 ; mt:asWritten "45" ; prov:wasDerivedFrom :c3 .
"""


def test_contradicting_shares_are_found(tmp_path: Path) -> None:
    """60 and 55 percent of one candidate, 60 and 45 of rivals; 55 and 45 go together."""
    (tmp_path / "shares.ttl").write_text(SHARES)
    target = Target(files=(tmp_path / "shares.ttl",))
    found = ask_named(named_query("contradicting-shares"), {}, target).rows
    assert [(row["first_as_written"], row["second_as_written"], row["why"]) for row in found] == [
        ("over 60", "55", "one is below the other"),
        ("over 60", "45", "together more than 100 percent"),
    ]


def test_documents_of_one_report_are_named(built: Path) -> None:
    """000 and 002 are cuts of one report; the claims of all five are 443."""
    rows = ask_named(named_query("documents"), {}, Target(built)).rows
    assert [(row["document"], row["origin"], row["same_report_as"]) for row in rows] == [
        ("000", "LAT-2018", "002"),
        ("001", "FOX-2018", None),
        ("002", "LAT-2018", "000"),
        ("003", "FOX-LELDF-2024", None),
        ("004", "BREITBART-2024", None),
    ]
    assert sum(int(str(row["claims"])) for row in rows) == 443


def test_hedges_stand_at_the_edges(built: Path) -> None:
    """The reported gift to Phillips is hedged, his backing is not."""
    rows = ask_named(named_query("edges-with-evidence"), {}, Target(built)).rows
    hedges = {(str(row["from"]), str(row["relation"]).partition("#")[2]): row["hedges"] for row in rows}
    soros = f"{BASE}id/person/george-soros"
    assert hedges[soros, "gaveTo"] == "reported"
    assert hedges[soros, "backed"] is None
    assert hedges[KING, "workedFor"] == "implicature"


def test_facts_said_more_than_once_are_44(built: Path) -> None:
    """As many as the inventory lists; the state's politics have four claims and three witnesses."""
    rows = ask_named(named_query("facts-said-more-than-once"), {}, Target(built)).rows
    assert len(rows) == 44
    blue = next(row for row in rows if row["fact"] == "ca-blue")
    assert (blue["claims"], blue["witnesses"]) == ("C000-047 C003-047 C004-005 C004-057", 3)


def test_the_command_lists_what_can_be_asked(run: Run) -> None:
    """Every name with what it answers; no graph is needed."""
    done = run("ask")
    assert (done.returncode, done.stderr) == (0, "")
    listed = dict(line.split("  ", 1) for line in done.stdout.splitlines() if "  " in line)
    assert {name: text.strip() for name, text in listed.items()} == {
        query.name: query.answers for query in named_queries()
    }


def test_the_command_asks_with_parameters(run: Run, built: Path) -> None:
    """As options, apart or with an equals sign; things are shown by their names, or as IRIs."""
    options = ("--donor", "Cari Tuna", f"--recipient={KING}", "--graph", str(built))
    named = run("ask", "gift-with-source", *options, "--format", "markdown")
    assert (named.returncode, named.stderr) == (0, "")
    assert named.stdout.splitlines()[2].split(" | ")[3:5] == ["more than", "more than $650,000"]
    short = run("ask", "gift-with-source", *options, "--format", "markdown", "--iris")
    assert short.stdout.splitlines()[2].split(" | ")[3] == "mt:precision-more-than"


def test_the_command_shows_a_query(run: Run) -> None:
    """The whole file, which can be asked as it is."""
    done = run("ask", "gift-with-source", "--show")
    assert (done.returncode, done.stdout) == (0, named_query("gift-with-source").text)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("gift-with-sorce",),
            "moneytrail: no query is named gift-with-sorce (`moneytrail ask` lists them);",
        ),
        (("gift-with-source", "--donor"), "--donor needs a value"),
        (("gift-with-source", "Tuna"), "'Tuna' belongs to no parameter; write --parameter 'Tuna'"),
    ],
)
def test_a_slip_on_the_command_line_is_one_message(
    run: Run, built: Path, arguments: tuple[str, ...], message: str
) -> None:
    """Exit code 2, no traceback."""
    done = run("ask", *arguments, "--graph", str(built))
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (2, "", False)
    assert message in done.stderr


def test_an_answer_goes_to_a_file(run: Run, built: Path, tmp_path: Path) -> None:
    """In the format its name says."""
    done = run("ask", "documents", "--out", "documents.csv", "--graph", str(built))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len((tmp_path / "documents.csv").read_text("utf-8").splitlines()) == 6


def test_the_page_of_queries_is_what_the_graphs_answer(built: Path, tmp_path: Path) -> None:
    """docs/queries.md is made from the queries, the five articles and the examples, and up to date."""
    chosen = [*registry(), *reference(), *find_sources(DOCS / "examples")]
    build(chosen, tmp_path / "examples", lambda _: None)
    page = queries_page(Target(built), Target(tmp_path / "examples"))
    assert (DOCS / "queries.md").read_text("utf-8") == page
