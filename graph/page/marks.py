"""Nodes and edges as marks of the page: places from the layout, labels in lines, amounts in words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, replace
from decimal import Decimal

from graph.force_layout import spread
from graph.layout import Layout, Mark, arrange
from graph.page import amounts, labels
from graph.page.days import days_of_edges
from graph.page_options import Arrangement
from graph.picture import Column, Edge, Interval, Node, Picture

Json = dict[str, object]

NAME_SIZE, NAME_LINE, NAME_CHARACTERS = 13.0, 14.5, 28
NOTE_SIZE, NOTE_LINE, NOTE_CHARACTERS = 10.5, 11.5, 36
PADDING = 5.0
GAP_BESIDE = 8.0
ROOM_OF_A_NAME = 230.0
NOTES_BESIDE = (Column.COMMITTEES, Column.CANDIDATES, Column.OUTCOMES)
ROOM_BESIDE_TEXT = {
    Column.DONORS: 30.0,
    Column.COMMITTEES: 22.0,
    Column.CANDIDATES: 22.0,
    Column.COUNTIES: 26.0,
    Column.OUTCOMES: 24.0,
}
TITLES = {Column.DONORS: "Donors, backers"}
"""Headings that say more than the column's name: who only endorses gives no money."""
ROOM_OF_A_LINE = 4.5
"""Room along the side of a mark for each edge that ends there."""


def lay_out(picture: Picture, arrangement: Arrangement = Arrangement.LAYERED) -> Layout:
    """Find a place for every node of a picture; only layers have lanes."""
    links = [(edge.source, edge.target) for edge in picture.edges]
    layered = arrange(marks_of(picture), links)
    if arrangement is Arrangement.LAYERED or len(picture.nodes) == 0:
        return layered
    return replace(layered, positions=spread(_marks(picture, Counter()), links, layered.positions), lanes={})


def marks_of(picture: Picture) -> list[Mark]:
    """The room each node takes in columns, with room along its sides for the edges that end there."""
    return _marks(picture, _ends_at_a_side(picture))


def _marks(picture: Picture, ends: Mapping[str, int]) -> list[Mark]:
    """The room each node takes, given how many edges need room along its side."""
    return [
        Mark(node.iri, int(node.column), _width(node), _height(node, ends[node.iri]))
        for node in picture.nodes
    ]


def _ends_at_a_side(picture: Picture) -> Counter[str]:
    """Count for each node the edges at the busier one of its two sides."""
    column = {node.iri: node.column for node in picture.nodes}
    right, left = Counter[str](), Counter[str]()
    for edge in picture.edges:
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            side = left if column[here] > column[there] else right
            side[here] += 1
    return right | left


def _width(node: Node) -> float:
    names = [labels.width(name, NAME_SIZE) for name in _names(node)]
    notes = [labels.width(note, NOTE_SIZE) for note in _notes(node)]
    if _is_beside(node):
        names, notes = [*names, names[-1] + GAP_BESIDE + notes[0]], []
    return max((*names, *notes), default=0.0) + ROOM_BESIDE_TEXT[node.column]


def _is_beside(node: Node) -> bool:
    """Whether the one note stands beside the last line of the name, where there is room, and not below it."""
    names, notes = _names(node), _notes(node)
    if node.column not in NOTES_BESIDE or len(notes) != 1 or names == []:
        return False
    taken = labels.width(names[-1], NAME_SIZE) + GAP_BESIDE + labels.width(notes[0], NOTE_SIZE)
    return taken <= ROOM_OF_A_NAME


def _height(node: Node, ends: int) -> float:
    """Room for the text, and along the side for every edge that ends there."""
    below = [] if _is_beside(node) else _notes(node)
    text = NAME_LINE * len(_names(node)) + NOTE_LINE * len(below)
    return max(text, ROOM_OF_A_LINE * ends) + PADDING


def _names(node: Node) -> list[str]:
    return labels.lines(node.label, NAME_CHARACTERS)


def _notes(node: Node) -> list[str]:
    """Lines below the name: what the sources fix of its money, or what it is."""
    money = _money(node)
    notes = labels.lines(node.subtitle, NOTE_CHARACTERS)
    if node.column in {Column.DONORS, Column.COMMITTEES} and money != "":
        return [*notes[:1], money]
    return notes[:2]


def _money(node: Node) -> str:
    """Money in and out in short; a donor's column says by itself that it is money out."""
    ins = "" if node.money_in is None else amounts.in_short(node.money_in)
    out = "" if node.money_out is None else amounts.in_short(node.money_out)
    if node.column == Column.DONORS:
        return out
    return " · ".join(part for part in (ins and f"in {ins}", out and f"out {out}") if part != "")


def node_marks(picture: Picture, layout: Layout) -> list[Json]:
    """Turn nodes into what vis-network and the page's script read; `id` is the place in this list."""
    ends = _ends_at_a_side(picture)
    return [
        {**_node_mark(node, layout), "id": number, "height": _height(node, ends[node.iri])}
        for number, node in enumerate(picture.nodes)
    ]


def _node_mark(node: Node, layout: Layout) -> Json:
    place = layout.positions[node.iri]
    notes = _notes(node)
    return {
        **asdict(node),
        "x": place.x,
        "y": place.y,
        "names": _names(node),
        "notes": notes,
        "beside": _is_beside(node),
        "money": _money(node) in notes and _money(node) != "",
        "money_in": amount_mark(node.money_in),
        "money_out": amount_mark(node.money_out),
    }


def edge_marks(picture: Picture, layout: Layout) -> list[Json]:
    """Turn edges into what vis-network and the page's script read; `id` is the place in this list."""
    place = {node.iri: number for number, node in enumerate(picture.nodes)}
    column = {node.iri: node.column for node in picture.nodes}
    days = days_of_edges(picture)
    return [
        {
            **asdict(edge),
            "id": number,
            "from": place[edge.source],
            "to": place[edge.target],
            "amount": amount_mark(edge.amount),
            "days": days[number],
            "lane": _lane(edge, layout, leftwards=column[edge.source] > column[edge.target]),
        }
        for number, edge in enumerate(picture.edges)
    ]


def _lane(edge: Edge, layout: Layout, *, leftwards: bool) -> list[float]:
    """List the heights at which an edge passes the columns between its ends, in its own direction."""
    ends = (edge.target, edge.source) if leftwards else (edge.source, edge.target)
    ys = [place.y for place in layout.lanes.get(ends, ())]
    return ys[::-1] if leftwards else ys


def amount_mark(amount: Interval | None) -> Json | None:
    """Keep every figure as written decimals, with the amount in words and in short."""
    if amount is None:
        return None
    return {
        "low": figure_text(amount.low),
        "high": figure_text(amount.high),
        "low_open": amount.low_open,
        "high_open": amount.high_open,
        "about": figure_text(amount.about),
        "size": figure_text(amount.size),
        "words": amounts.in_words(amount),
        "short": amounts.in_short(amount),
    }


def figure_text(figure: Decimal | None) -> str | None:
    """A figure as written decimals, None for none."""
    return None if figure is None else f"{figure:f}"


def columns(layout: Layout) -> list[Json]:
    """List the columns that have marks, with their headings and their room."""
    return [
        {
            "number": int(column),
            "title": TITLES.get(column, column.name.capitalize()),
            **asdict(layout.bands[column]),
        }
        for column in Column
        if column in layout.bands
    ]
