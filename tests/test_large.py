"""Large pictures: what is folded, where marks stand, and that nothing is lost on the way to the page."""

import gzip
import json
from array import array
from base64 import b64decode
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
from made_up_large import ID, MORE_THAN, large_picture

from graph.large.centres import find_centres
from graph.large.folding import FOLDED, Folding, fold
from graph.large.places import SLOT_HEIGHT, SLOT_WIDTH, find_places
from graph.page.large import BLOCK, make_large
from graph.page.packing import column, pack_columns
from graph.picture import Interval, Picture


@pytest.fixture(scope="module")
def picture() -> Picture:
    """A picture of 2 801 lines."""
    return large_picture()


@pytest.fixture(scope="module")
def folding(picture: Picture) -> Folding:
    """That picture folded."""
    return fold(picture, find_centres(picture))


def test_every_line_is_part_of_exactly_one(picture: Picture, folding: Folding) -> None:
    """Nothing is lost and nothing is told twice, whatever is drawn of it."""
    parts = sorted(part for line in folding.lines for part in line.parts)
    assert parts == list(range(len(picture.edges)))


def test_sums_are_kept_by_relation_and_dataset(picture: Picture, folding: Folding) -> None:
    """To the cent, and a dataset's money is never in the line of another."""
    before, after = Counter[str](), Counter[str]()
    dataset = {card.edge: card.dataset for card in picture.rows}
    for edge in picture.edges:
        before[dataset.get(edge.iri, "claims")] += _figure(edge.amount)
    for line in folding.lines:
        of = {dataset.get(picture.edges[part].iri, "claims") for part in line.parts}
        assert len(of) == 1
        after[of.pop()] += _figure(line.edge.amount)
    assert before == after


def _figure(amount: Interval | None) -> Decimal:
    size = None if amount is None else amount.size
    return size or Decimal(0)


def test_what_documents_say_is_never_folded(folding: Folding) -> None:
    """It keeps its open bound, its hedge and its claim."""
    (told,) = [edge for edge in folding.summary.edges if edge.claims]
    assert (told.iri, told.amount, told.hedges) == (f"{ID}told", MORE_THAN, ("reported",))


def test_bounds_stay_bounds_when_lines_are_folded(picture: Picture) -> None:
    """A line with a gift of "more than" has no upper end."""
    vague = Interval(Decimal(5), low_open=True, text="more than $5")
    edges = tuple(replace(edge, amount=vague) if "0699" in edge.iri else edge for edge in picture.edges)
    folded = fold(replace(picture, edges=edges), find_centres(picture))
    lines = [line for line in folded.lines if any("0699" in edges[part].iri for part in line.parts)]
    assert len(lines) > 0
    assert all(
        line.edge.amount and line.edge.amount.high is None and line.edge.amount.low_open for line in lines
    )


def test_a_summary_is_a_small_picture_of_its_own(picture: Picture, folding: Folding) -> None:
    """Its edges end at its nodes, its groups say how many they are, and its subtitle says what was folded."""
    summary = folding.summary
    assert {end for edge in summary.edges for end in (edge.source, edge.target)} == {
        n.iri for n in summary.nodes
    }
    assert len(summary.edges) < 120
    assert f"{len(picture.edges):,} lines folded to {len(summary.edges):,}" in summary.subtitle
    groups = [node for node in summary.nodes if node.kind == FOLDED]
    assert all(node.grouped and node.label[0].isdigit() for node in groups)
    cards = {card.edge: card for card in summary.rows}
    assert all((edge.iri in cards) != (len(edge.claims) > 0) for edge in summary.edges)


def test_marks_have_slots_of_their_own_and_money_goes_right(picture: Picture) -> None:
    """No name can touch another, and nineteen of twenty lines of money lead from left to right."""
    places = find_places(picture, find_centres(picture)).marks
    slots = {(x // SLOT_WIDTH, y // SLOT_HEIGHT) for x, y in places.values()}
    assert len(set(places.values())) == len(places) == len(picture.nodes)
    rows: dict[int, list[int]] = {}
    for x, y in places.values():
        rows.setdefault(x, []).append(y)
    gaps = [low - high for ys in rows.values() for high, low in zip(sorted(ys), sorted(ys)[1:], strict=False)]
    assert min(gaps) >= SLOT_HEIGHT - 1
    assert len(slots) > len(places) / 2
    rightwards = [places[edge.source][0] < places[edge.target][0] for edge in picture.edges]
    assert sum(rightwards) / len(rightwards) >= 0.95


def test_the_order_of_lines_does_not_move_a_mark(picture: Picture) -> None:
    """Communities and places depend on what is linked, not on the order in which it is told."""
    other = replace(picture, edges=picture.edges[::-1])
    assert find_places(other, find_centres(other)) == find_places(picture, find_centres(picture))


def test_everything_is_packed_and_the_same_bytes_each_time(picture: Picture) -> None:
    """Lines stand in order of size with their ends; the evidence of each is in its block."""
    made = make_large(picture)
    assert made == make_large(picture)
    columns = _unpack(made.chunks["large-numbers"], made.part["columns"])
    names = json.loads(_bytes(made.chunks["large-names"]))
    largest = max(picture.edges, key=lambda edge: edge.amount.size if edge.amount and edge.amount.size else 0)
    label = {node.iri: node.label for node in picture.nodes}
    assert names[int(columns["from"][0])] == label[largest.source]
    assert list(columns["size"]) == sorted(columns["size"], reverse=True)
    blocks = [key for key in made.chunks if key.startswith("large-lines")]
    evidence = [entry for key in blocks for entry in json.loads(_bytes(made.chunks[key]))]
    assert len(blocks) == -(-len(picture.edges) // BLOCK)
    assert evidence[0]["claims"] == ["c1"]
    second = evidence[1]
    assert second["first"] == ["2024-01-01: $20,000 — a.txt:0"]
    assert second["amount"]["words"] == "$20,000"


def test_many_documents_are_folded_and_their_claims_come_with_the_evidence() -> None:
    """A page of more lines of documents than can be told apart does not carry all their claims at once."""
    picture = large_picture(120)
    card = picture.claims["c1"]
    claims = {f"c{n}": replace(card, key=f"c{n}") for n in range(len(picture.edges))}
    edges = tuple(replace(edge, claims=(f"c{n}",)) for n, edge in enumerate(picture.edges))
    made = make_large(replace(picture, edges=edges, claims=claims, rows=()))
    assert len(made.summary.claims) < len(claims)
    evidence = json.loads(_bytes(made.chunks["large-lines-0"]))
    assert {card["key"] for told in evidence for card in told["cards"]} == set(claims)


def _bytes(packed: str) -> bytes:
    return gzip.decompress(b64decode(packed))


def _unpack(packed: str, told: object) -> dict[str, "array[float]"]:
    """Columns as a browser reads them."""
    data, found, start = _bytes(packed), {}, 0
    codes = {"Uint8": "B", "Uint16": "H", "Uint32": "I", "Int32": "i", "Float64": "d"}
    assert isinstance(told, list)
    for each in told:
        numbers = array(codes[each["type"]])
        end = start + numbers.itemsize * each["length"]
        numbers.frombytes(data[start:end])
        found[each["name"]], start = numbers, end
    assert start == len(data)
    return found


def test_columns_begin_where_numbers_of_their_width_may() -> None:
    """The widest come first, so that no typed array of a browser begins in the middle of a number."""
    packed, told = pack_columns({"a": column("B", [1, 2, 3]), "b": column("d", [0.5]), "c": column("H", [7])})
    assert [each["name"] for each in told] == ["b", "c", "a"]
    assert _unpack(packed, told)["b"][0] == 0.5


def test_a_picture_of_pairs_is_placed() -> None:
    """Marks without a common centre, and a line from a mark to itself, have their places too."""
    small = large_picture(3)
    alone = small.nodes[0]
    edges = (replace(small.edges[0], iri="self", source=alone.iri, target=alone.iri), *small.edges)
    picture = replace(small, edges=edges)
    places = find_places(picture, find_centres(picture))
    assert set(places.marks) == {node.iri for node in picture.nodes}
