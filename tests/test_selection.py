"""Which part of a graph a picture shows: focus, contests, places, years, amounts, queries, and rows alike."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from example_rows import build_example_graph

from graph.drawn.drawing import Limits
from graph.errors import EmptySelectionError, SelectionError, UnknownNameError
from graph.picture import Picture
from graph.rendering import make_picture
from graph.selection.selection import Selection

if TYPE_CHECKING:
    import subprocess

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Lines = set[tuple[str, str, str]]
SACRAMENTO = "contest/2018-06-05/us-06067/district-attorney"
TOOMBS = "contest/2016-11-08/us-ga-toombs-judicial-circuit/district-attorney"
KING = "Committee led by Shaun King"
TO_PHILLIPS = {
    ("Cari Tuna", "gaveTo", KING),
    ("Cari Tuna", "helpedRaiseFor", "Noah Phillips"),
    (KING, "workedFor", "Noah Phillips"),
}


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph with rows of four datasets."""
    return build_example_graph(tmp_path_factory.mktemp("selection"))


@cache
def drawn(folder: Path, selection: Selection) -> Picture:
    """The picture of a selection."""
    return make_picture(folder, selection=selection)


def lines(picture: Picture) -> Lines:
    """Source, relation and target of each edge."""
    labels = {node.iri: node.label for node in picture.nodes}
    return {(labels[edge.source], edge.relation, labels[edge.target]) for edge in picture.edges}


def money(picture: Picture) -> set[tuple[str, str, str]]:
    """Payer, target and amount of each sum of rows."""
    labels = {node.iri: node.label for node in picture.nodes}
    return {
        (labels[edge.source], labels[edge.target], edge.amount.text)
        for edge in picture.edges
        if edge.amount is not None
    }


def test_a_focus_draws_what_is_around_it(built: Path) -> None:
    """One step: its own relationships, and those between its neighbours; two: theirs as well."""
    near = drawn(built, Selection(focus=("Cari Tuna",)))
    far = drawn(built, Selection(focus=("person/cari-tuna",), hops=2))
    assert lines(near) == TO_PHILLIPS
    assert lines(far) == TO_PHILLIPS | {
        ("George Soros", "backed", "Noah Phillips"),
        ("George Soros", "gaveTo", "Noah Phillips"),
        ("Noah Phillips", "ranIn", "Sacramento County"),
    }
    assert near.subtitle == "1 step around Cari Tuna; 3 documents, 14 claims shown"


def test_a_part_has_its_evidence_and_no_other(built: Path) -> None:
    """Every claim of a mark is there, its document too, and every end of an edge is a node."""
    picture = drawn(built, Selection(contests=(SACRAMENTO,)))
    for mark in (*picture.nodes, *picture.edges):
        assert set(mark.claims) <= set(picture.claims)
    assert {card.document for card in picture.claims.values()} == set(picture.documents)
    assert {end for edge in picture.edges for end in (edge.source, edge.target)} == {
        node.iri for node in picture.nodes
    }


def test_a_node_keeps_the_sums_of_the_whole_graph(built: Path) -> None:
    """What somebody gave is not less because less of it is drawn."""
    whole = {node.iri: node for node in make_picture(built).nodes}
    for node in drawn(built, Selection(counties=("Sacramento County",))).nodes:
        assert node == whole[node.iri]


def test_a_contest_draws_what_names_it_and_what_stands_between(built: Path) -> None:
    """A gift for which no contest is told is drawn where both ends have part in the contest."""
    found = lines(drawn(built, Selection(contests=(SACRAMENTO,))))
    assert found == TO_PHILLIPS | {
        ("George Soros", "backed", "Noah Phillips"),
        ("George Soros", "gaveTo", "Noah Phillips"),
        ("Noah Phillips", "ranIn", "Sacramento County"),
        ("Anne Marie Schubert", "ranIn", "Sacramento County"),
        ("Sacramento County", "heldIn", "DA contest, Sacramento County, June 2018"),
    }


@pytest.mark.parametrize("county", ["Sacramento County", "06067", "county/us/06067"])
def test_a_county_is_found_by_name_code_and_path(built: Path, county: str) -> None:
    """It draws the contests that are held there."""
    of_county = drawn(built, Selection(counties=(county,)))
    assert lines(of_county) == lines(drawn(built, Selection(contests=(SACRAMENTO,))))


def test_states_years_and_counties_narrow_each_other(built: Path) -> None:
    """Of one option any value will do, of several options each must."""
    michigan = lines(drawn(built, Selection(states=("mi",), years=("2024",))))
    both = lines(drawn(built, Selection(states=("Michigan", "AZ"))))
    assert ("George Soros", "backed", "Challenger in Macomb County") in michigan
    assert {target for _, relation, target in both if relation == "ranIn"} == {
        "Macomb County",
        "Maricopa County",
    }
    with pytest.raises(EmptySelectionError) as caught:
        drawn(built, Selection(states=("mi",), years=("2018",)))
    assert str(caught.value) == (
        "nothing of this graph is drawn of the selection (in Michigan, 2018); leave out a part of it"
    )


def test_an_amount_draws_money_from_there_on_with_what_it_reaches(built: Path) -> None:
    """Backing without a sum stays where it stands between ends of money, an outcome with its candidate."""
    picture = drawn(built, Selection(min_amount=Decimal(1_600_000)))
    sizes = {edge.amount.size for edge in picture.edges if edge.amount is not None}
    assert min(size for size in sizes if size is not None) == Decimal(2_700_000)
    more = lines(drawn(built, Selection(min_amount=Decimal(1_500_000))))
    assert ("Geneviéve Jones-Wright", "ranIn", "San Diego County") in more
    assert ("Cari Tuna", "gaveTo", KING) not in more


@pytest.mark.parametrize(
    ("sparql", "found"),
    [
        (
            "SELECT ?node { VALUES ?node { <person/cari-tuna> <committee/unnamed/led-by-shaun-king-2018> } }",
            {("Cari Tuna", "gaveTo", KING)},
        ),
        ("SELECT ?edge { ?edge a mt:PlainEdge ; rdf:subject <person/cari-tuna> ; rdf:predicate mt:gaveTo }",
         {("Cari Tuna", "gaveTo", KING)}),
        ("SELECT ?source ?target { ?source mt:gaveTo ?target . FILTER(?source = <person/cari-tuna>) }",
         {("Cari Tuna", "gaveTo", KING)}),
        ("CONSTRUCT { <person/noah-phillips> mt:ranIn ?o } { <person/noah-phillips> mt:ranIn ?o }",
         {("Noah Phillips", "ranIn", "Sacramento County")}),
    ],
)  # fmt: skip
def test_a_query_names_what_is_drawn(built: Path, tmp_path: Path, sparql: str, found: Lines) -> None:
    """Nodes, edges, pairs and triples."""
    file = tmp_path / "which.rq"
    file.write_text(sparql, "utf-8")
    assert lines(drawn(built, Selection(query=file))) == found


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?who { ?who mt:gaveTo ?whom }", "this one has ?who"),
        ("ASK { ?who mt:gaveTo ?whom }", "this one has the answer to an ASK"),
        (None, "cannot read the query: No such file or directory"),
    ],
)
def test_a_query_that_names_nothing_is_refused(
    built: Path, tmp_path: Path, sparql: str | None, message: str
) -> None:
    """The message says which columns are asked for."""
    file = tmp_path / "which.rq"
    if sparql is not None:
        file.write_text(sparql, "utf-8")
    with pytest.raises(SelectionError, match=rf"^{file}: .*") as caught:
        drawn(built, Selection(query=file))
    assert str(caught.value).endswith(message)


def test_a_name_that_means_nothing_is_said(built: Path) -> None:
    """With the nearest one."""
    with pytest.raises(UnknownNameError) as caught:
        drawn(built, Selection(focus=("Cari Tunna",)))
    assert str(caught.value) == "'Cari Tunna' is no entity of this graph; did you mean 'Cari Tuna'?"


def test_a_focus_on_a_committee_draws_its_rows(rows: Path) -> None:
    """However few are drawn of all: the largest of its own, not the largest of everybody's."""
    one = Selection(focus=("committee/fec/C99000001",))
    sample = money(make_picture(rows, limits=Limits(most=2), selection=one))
    assert sample == {
        ("UPSTATE MILLERS PAC", "SAMPLE FOR CONGRESS", "$5,000"),
        ("3 individual donors", "SAMPLE FOR CONGRESS", "$3,950.50"),
    }
    wide = money(drawn(rows, Selection(focus=("SAMPLE FOR CONGRESS",), hops=2)))
    assert ("1 individual donor", "HARBOR FORWARD", "$2,500") in wide
    assert not any(target == "MODEL, CLEO" for _, target, _ in wide)


def test_a_candidate_in_focus_keeps_the_outcome_of_the_whole_contest(rows: Path) -> None:
    """The others who stood are not drawn, and who won is not made up from who is left."""
    alone = drawn(rows, Selection(focus=('DURWOOD R. "WOODY" DAVIS',)))
    assert lines(alone) == {
        ('DURWOOD R. "WOODY" DAVIS', "ranIn", "Toombs Judicial Circuit, Georgia"),
    }
    assert {edge.result for edge in alone.edges} == {"lost", "open"}
    assert len(alone.rows) == len(alone.edges) == 2


def test_years_reach_the_sums_and_the_rows_behind_them(rows: Path) -> None:
    """A gift of 2023 is a sum of its own, with its row alone."""
    picture = drawn(rows, Selection(years=("2023",)))
    assert money(picture) == {("1 individual donor", "SAMPLE FOR CONGRESS", "$500")}
    (card,) = picture.rows
    assert (card.count, len(card.first)) == (1, 1)
    assert card.first[0].startswith("2023-")


def test_places_and_contests_reach_the_rows(rows: Path) -> None:
    """Counts of a contest by its place; filings by who stands for an office of the state, and whose it is."""
    contest = drawn(rows, Selection(contests=(TOOMBS,)))
    georgia = drawn(rows, Selection(states=("ga",)))
    assert {edge.relation for edge in contest.edges} == {"ranIn", "heldIn"}
    assert lines(contest) < lines(georgia)
    assert ("HARBOR FORWARD", "MODEL, CLEO", "$15,300.25") in money(georgia)
    assert ("3 individual donors", "SAMPLE FOR CONGRESS", "$3,950.50") in money(georgia)
    assert not any(target == "HARBOR FORWARD" for _, target, _ in money(georgia))


def test_amounts_and_queries_reach_the_rows(rows: Path, tmp_path: Path) -> None:
    """Sums that come to less are not drawn; a query names pairs of rows as well."""
    large = drawn(rows, Selection(min_amount=Decimal(10_000)))
    assert {amount for _, _, amount in money(large)} == {"$50,000", "$15,300.25", "$10,000"}
    file = tmp_path / "which.rq"
    file.write_text("CONSTRUCT { ?a mt:spentAgainst ?b } { ?a mt:spentAgainst ?b }", "utf-8")
    assert money(drawn(rows, Selection(query=file))) == {("HARBOR FORWARD", "MODEL, CLEO", "$15,300.25")}


def test_the_command_selects_as_python_does(built: Path, run: Run) -> None:
    """Options may be given again."""
    done = run("render", "--graph", str(built), "--state", "mi", "--state", "az", "--year", "2024")
    picture = drawn(built, Selection(states=("mi", "az"), years=("2024",)))
    counts = f"{len(picture.nodes)} nodes, {len(picture.edges)} edges, {len(picture.claims)} claims"
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"moneytrail.html: {counts}, ")


def test_the_command_says_that_nothing_is_left(built: Path, run: Run) -> None:
    """One message, and no file."""
    done = run("render", "--graph", str(built), "--focus", "Cari Tuna", "--year", "2024")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "moneytrail: nothing of this graph is drawn of the selection (1 step around Cari Tuna, 2024);"
        " leave out a part of it\n"
    )
