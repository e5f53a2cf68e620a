"""What rows of datasets add to the picture: sums, counts, what is behind them, and what is left out."""

from decimal import Decimal
from pathlib import Path

import pytest
from example_rows import build_example_graph

from graph.drawn.drawing import Limits
from graph.page import to_html
from graph.picture import Column, Edge, Node, Picture, RowsCard
from graph.rendering import make_picture

ID = "https://w3id.org/moneytrail/id/"
HARBOR = f"{ID}committee/fec/C99000002"
SAMPLE = f"{ID}committee/fec/C99000001"
MODEL = f"{ID}candidate/fec/H4GA99002"
CONTEST = "contest/2016-11-08/us-ga-toombs-judicial-circuit/district-attorney"
DOUPE = f"{ID}ballot-{CONTEST.replace('contest', 'candidate', 1)}/bill-doupe"
TOOMBS = f"{ID}district/us/ga/toombs-judicial-circuit"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph with rows of four datasets."""
    return build_example_graph(tmp_path_factory.mktemp("drawn"))


@pytest.fixture(scope="module")
def picture(folder: Path) -> Picture:
    """Its picture."""
    return make_picture(folder)


def of_dataset(picture: Picture, key: str) -> list[tuple[Edge, RowsCard]]:
    """The edges of a dataset, with the rows behind them."""
    edges = {edge.iri: edge for edge in picture.edges}
    return [(edges[card.edge], card) for card in picture.rows if card.dataset == key]


def between(picture: Picture, key: str, source: str, target: str) -> tuple[Edge, RowsCard]:
    """The edge of a dataset from one thing to another."""
    (found,) = [
        pair for pair in of_dataset(picture, key) if (pair[0].source, pair[0].target) == (source, target)
    ]
    return found


def node(picture: Picture, iri: str) -> Node:
    """The node of a thing."""
    return next(node for node in picture.nodes if node.iri == iri)


def test_every_edge_has_either_claims_or_rows(picture: Picture) -> None:
    """Nothing is drawn without evidence, and every card belongs to an edge."""
    behind = {card.edge for card in picture.rows}
    assert len(behind) == len(picture.rows) > 0
    assert all((len(edge.claims) == 0) == (edge.iri in behind) for edge in picture.edges)
    assert behind <= {edge.iri for edge in picture.edges}
    ends = {end for edge in picture.edges for end in (edge.source, edge.target)}
    assert ends == {node.iri for node in picture.nodes}


def test_spending_is_its_sum_with_rows_files_and_first_lines(picture: Picture) -> None:
    """Notices that a report tells again are not among the rows; the sum is told as it is."""
    edge, rows = between(picture, "filings", HARBOR, MODEL)
    assert (edge.relation, edge.family, edge.date) == ("spentAgainst", "opposition", "2024")
    assert edge.amount is not None
    assert edge.amount.low == edge.amount.high == Decimal("15300.25")
    assert edge.how_sure == "Filed with the Federal Election Commission; published by moneytrail."
    assert rows == RowsCard(
        edge=edge.iri,
        dataset="filings",
        firmly="filed",
        says="$15,300.25 in 2 rows",
        count=2,
        files=("independent_expenditure_2024.csv", "itpas2.txt"),
        first=(
            "2024-10-25: $3,300 — independent_expenditure_2024.csv:4",
            "2024-10-01: $12,000.25 — itpas2.txt:3",
        ),
        rest="moneytrail show committee/fec/C99000002",
    )


def test_small_private_donors_of_a_recipient_are_one_mark(picture: Picture) -> None:
    """Their number and sum are told, their names are not; organizations and large gifts have names."""
    gifts = [edge for edge, _ in of_dataset(picture, "filings") if edge.target in (HARBOR, SAMPLE)]
    told = {(node(picture, edge.source).label, edge.amount.low) for edge in gifts if edge.amount}
    assert told == {
        ("1 individual donor", Decimal(2500)),
        ("3 individual donors", Decimal("3950.5")),
        ("EXAMPLE, ADA", Decimal(10000)),
        ("HARBOR SHIPPING LLC", Decimal(50000)),
        ("UPSTATE MILLERS PAC", Decimal(5000)),
    }
    group = next(one for one in picture.nodes if one.label == "3 individual donors" and "filings" in one.iri)
    assert (group.grouped, group.column) == (True, Column.DONORS)
    _, rows = between(picture, "filings", group.iri, SAMPLE)
    assert rows.rest == "moneytrail ask top-donors-of-committee --committee committee/fec/C99000001"
    assert rows.count == 4
    assert not any("EXAMPLE" in line for line in rows.first)


def test_an_official_count_has_its_computation(picture: Picture) -> None:
    """The edge of a candidate carries the outcome, its rule and how final the count is."""
    edge, rows = between(picture, "toombs-2016", DOUPE, TOOMBS)
    assert (edge.label, edge.result, edge.contest) == ("ran in, won", "won", ID + CONTEST)
    assert edge.detail == "11 109 of 21 173 votes = 52.5 %; more than half (O.C.G.A. § 21-2-501)"
    assert edge.how_sure.startswith("Official count, certified; published by OpenElections")
    assert (rows.firmly, rows.says, rows.count) == ("official count", "11,109 votes (52.47 %)", 24)
    assert rows.first[0] == "Glascock County, absentee: 33 — 20161108__ga__general.csv:10"
    assert rows.rest == f"moneytrail show {CONTEST}"
    assert node(picture, DOUPE).subtitle == "2016 won, 52.47 % of votes"
    assert node(picture, ID + CONTEST).subtitle == "BILL DOUPE won"


def test_sums_of_two_datasets_are_not_added(picture: Picture) -> None:
    """A committee of two datasets has a line for each, and no sum beside its name."""
    harbor = node(picture, HARBOR)
    received = [text for label, text in harbor.facts if label == "Gifts received"]
    assert len(received) == len({text.rpartition("[")[2] for text in received}) > 1
    assert harbor.money_in is None


def test_the_largest_are_drawn_and_the_rest_is_told(folder: Path) -> None:
    """With a limit, the largest sums stay, and the page says how many there are."""
    limited = make_picture(folder, limits=Limits(most=2))
    money = [edge for edge in limited.edges if edge.amount is not None and len(edge.claims) == 0]
    everything = make_picture(folder, limits=Limits(most=1000))
    sizes = sorted(
        (e.amount.low for e in everything.edges if e.amount and e.amount.low and not e.claims), reverse=True
    )
    assert (
        sorted((edge.amount.low for edge in money if edge.amount and edge.amount.low), reverse=True)
        == sizes[:2]
    )
    assert f"the 2 largest of {len(sizes)} sums of filings" in limited.subtitle
    assert "largest" not in everything.subtitle


def test_of_a_contest_with_too_many_the_candidates_with_most_votes_are_drawn(folder: Path) -> None:
    """Room for one of two draws the winner, and the contest says that there is another."""
    limited = make_picture(folder, limits=Limits(most=1))
    standing = [edge for edge, _ in of_dataset(limited, "open") if edge.family == "candidacy"]
    assert [edge.source for edge in standing] == [DOUPE]
    assert node(limited, ID + CONTEST).subtitle == "1 of 2 candidates drawn, those with most votes"
    assert "the 1 of " in limited.subtitle


def test_donors_are_named_from_the_amount_that_is_asked_for(folder: Path) -> None:
    """Nobody is grouped from nothing on."""
    named = make_picture(folder, limits=Limits(named_from=Decimal(0)))
    assert [node.label for node in named.nodes if "individual-donors" in node.iri] == []
    assert "SAMPLER, BO" in {node.label for node in named.nodes}


def test_a_picture_without_datasets_has_nothing_of_rows(built: Path) -> None:
    """Neither in the picture nor in the data of the page."""
    picture = make_picture(built)
    assert (picture.rows, picture.datasets) == ((), ())
    assert "dataset" not in picture.subtitle
    data = to_html(picture).partition('id="picture">')[2].partition("</script>")[0]
    assert '"rows":[]' in data
    assert '"datasets":[]' in data
