"""The network of the founding articles: columns, edges, outcomes and sums."""

from pathlib import Path

import pytest

from graph.network import read_network
from graph.picture import Column, Edge, Node
from graph.reading import Reader
from graph.store import open_store

ID = "https://w3id.org/moneytrail/id/"
SOROS = f"{ID}person/george-soros"
PRICE = f"{ID}person/pamela-price"
ALAMEDA_2018 = f"{ID}contest/2018-06-05/us-06001/district-attorney"


@pytest.fixture(scope="module")
def network(built: Path) -> tuple[dict[str, Node], tuple[Edge, ...]]:
    """Nodes by IRI, and edges."""
    nodes, edges = read_network(Reader(open_store(built)))
    return {node.iri: node for node in nodes}, edges


Network = tuple[dict[str, Node], tuple[Edge, ...]]


def between(network: Network, source: str, target: str) -> list[Edge]:
    """The edges from one node to another."""
    return [edge for edge in network[1] if (edge.source, edge.target) == (source, target)]


def test_every_end_of_an_edge_is_a_node(network: Network) -> None:
    """No edge hangs in the air, and no node stands alone."""
    nodes, edges = network
    assert {end for edge in edges for end in (edge.source, edge.target)} == set(nodes)


def test_every_edge_has_claims_and_as_many_origins_as_they_have(network: Network) -> None:
    """Documents 000 and 002 are one origin."""
    origin = {"C000": "LAT", "C001": "FOX18", "C002": "LAT", "C003": "FOX24", "C004": "BREITBART"}
    for edge in network[1]:
        assert edge.claims
        assert edge.origins == len({origin[key[:4]] for key in edge.claims}), edge


@pytest.mark.parametrize(
    ("path", "column"),
    [
        ("person/george-soros", Column.DONORS),
        ("person/kamala-harris", Column.DONORS),
        ("committee/unnamed/led-by-shaun-king-2018", Column.COMMITTEES),
        ("campaign/price-recall-2024", Column.COMMITTEES),
        ("organization/open-society-foundations", Column.COMMITTEES),
        ("person/pamela-price", Column.CANDIDATES),
        ("person/chesa-boudin", Column.CANDIDATES),
        ("county/us/06001", Column.COUNTIES),
        ("circuit/us/fl/orange-osceola", Column.COUNTIES),
        ("contest/2018-06-05/us-06001/district-attorney", Column.OUTCOMES),
    ],
)
def test_columns(network: Network, path: str, column: Column) -> None:
    """Everyone stands where the edges and the class put them."""
    assert network[0][ID + path].column == column


@pytest.mark.parametrize(
    ("path", "subtitle"),
    [
        ("person/pamela-price", "2018 lost · 2024 recalled"),
        ("person/diana-becton", "2018 to a run-off · 2018 run-off: outcome not stated"),
        ("person/monique-worrell", "2024 won"),
        ("campaign/price-recall-2024", "raised about $3.7 million"),
        ("contest/2018-06-05/us-06013/district-attorney", "Diana Becton and Paul Graves to a run-off"),
        ("contest/2018-06-05/us-06113/district-attorney", "outcome not stated"),
        ("contest/2024-11-05/us-06001/district-attorney-recall", "Pamela Price recalled"),
    ],
)
def test_subtitles_say_the_outcome(network: Network, path: str, subtitle: str) -> None:
    """The second line says how it ended, for people and for contests."""
    assert network[0][ID + path].subtitle == subtitle


def test_money_of_a_donor_leaves_totals_out_and_counts_money_once(network: Network) -> None:
    """1.5 million is told twice and counted once; 2.7 and 16 million and 32 billion are totals."""
    money = network[0][SOROS].money_out
    assert money is not None
    assert money.text == "more than $1.5 million plus about $400,000"


def test_a_denied_backing_draws_no_edge(network: Network) -> None:
    """Document 004 says that Soros did not back Boudin directly."""
    assert between(network, SOROS, f"{ID}person/chesa-boudin") == []


def test_parallel_edges_are_kept(network: Network) -> None:
    """Backing in the contest of 2018 and backing in 2024 are two edges."""
    backed = between(network, SOROS, PRICE)
    assert [(edge.relation, edge.claims) for edge in backed] == [
        ("backed", ("C003-051", "C004-017")),
        ("backed", ("C000-033",)),
    ]


def test_a_hedged_edge_says_so(network: Network) -> None:
    """The 400,000 dollars are reported, not asserted."""
    edge = next(
        edge for edge in between(network, SOROS, f"{ID}person/noah-phillips") if edge.family == "money"
    )
    assert edge.hedges == ("reported",)
    assert edge.amount is not None
    assert edge.amount.text == "about $400,000"


def test_a_line_says_how_sure_it_is(network: Network) -> None:
    """Two documents of two origins say that Soros backed Gascón; what only places a contest says nothing."""
    (backed,) = between(network, SOROS, f"{ID}person/george-gascon")
    assert backed.how_sure == (
        "Said by 2 documents of 2 origins (1 October 2024 to 10 November 2024), firmest wording: asserted;"
        " nobody is quoted; nothing in the graph denies it."
    )
    assert all((edge.how_sure == "") == (edge.relation == "heldIn") for edge in network[1])


def test_opposition_is_its_own_family(network: Network) -> None:
    """Those who want the recall stand against Price."""
    against = [edge for edge in network[1] if edge.target == PRICE and edge.family == "opposition"]
    assert {edge.relation for edge in against} == {"supportsRecallOf"}
    assert len(against) == 2


def test_money_raised_against_a_recall_does_not_read_as_raised_for_it(network: Network) -> None:
    """Both sides of a recall raise money; the words fit either."""
    raised = [edge for edge in network[1] if edge.relation == "raisedFor"]
    assert {edge.source for edge in raised} == {
        f"{ID}campaign/price-recall-2024",
        f"{ID}campaign/price-against-recall-2024",
    }
    assert {edge.label for edge in raised} == {"raised money for its side in"}


def test_candidacies_lead_to_the_county_with_their_outcome(network: Network) -> None:
    """Price lost in 2018 and was recalled in 2024, both in Alameda County."""
    county = f"{ID}county/us/06001"
    assert {(edge.contest, edge.result) for edge in between(network, PRICE, county)} == {
        (ALAMEDA_2018, "lost"),
        (f"{ID}contest/2024-11-05/us-06001/district-attorney-recall", "recalled"),
    }


def test_a_place_decides_only_what_the_sources_know_the_outcome_of(network: Network) -> None:
    """The run-off of November 2018 lies ahead of the sources; the first round was decided."""
    county = f"{ID}county/us/06013"
    labels = {edge.target: edge.label for edge in network[1] if edge.source == county}
    assert labels == {
        f"{ID}contest/2018-06-05/us-06013/district-attorney": "decided",
        f"{ID}contest/2018-11/us-06013/district-attorney-runoff": "is the place of",
    }


def test_an_asserted_result_is_not_hedged_by_an_unofficial_lead(network: Network) -> None:
    """O'Malley led in unofficial counts and is said to have won: the edge says won, unhedged."""
    (edge,) = between(network, f"{ID}person/nancy-omalley", f"{ID}county/us/06001")
    assert (edge.result, edge.hedges) == ("won", ())
