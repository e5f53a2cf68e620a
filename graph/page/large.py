"""A large picture as a page takes it: the summary as its document, and the whole in packed columns beside it.

The numbers come at once, so that everything can be drawn; names next; what is behind a line or mark stands in
blocks, each of which is unpacked when a reader asks for it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from graph.large.centres import Centres, find_centres
from graph.large.folding import Folding, Line, fold
from graph.large.places import Places, find_places
from graph.page.days import days_of_edges
from graph.page.marks import amount_mark
from graph.page.packing import Numbers, column, pack_columns, pack_json
from graph.picture import Edge, Node, Picture, RowsCard
from sources.writing import counted

Json = dict[str, object]
BLOCK = 2_000
"""Lines, or marks, a block."""
NO_SIZE = -1.0
"""Stands for "no amount" among sizes."""


@dataclass(frozen=True, slots=True)
class Large:
    """A large picture for a page.

    Attributes:
        summary: The picture the page opens on.
        part: What the page's document says of the whole.
        chunks: Packed texts by the ids of the elements they stand in.
    """

    summary: Picture
    part: Json
    chunks: Mapping[str, str]


class Codes:
    """Numbers for values, in the order in which they first come."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}

    def number(self, value: object) -> int:
        """The number of a value."""
        return self._numbers.setdefault(value, len(self._numbers))

    def values(self) -> list[object]:
        """The values, each at its number."""
        return list(self._numbers)


def make_large(picture: Picture) -> Large:
    """Fold a picture, place all its marks and pack them; the same picture gives the same bytes."""
    centres = find_centres(picture)
    places = find_places(picture, centres)
    folding = fold(picture, centres)
    order = sorted(range(len(picture.edges)), key=lambda number: _largest_first(picture.edges[number]))
    cards = {card.edge: card for card in picture.rows}
    marks, tables_of_marks = _mark_columns(picture, places, folding)
    lines, tables = _line_columns(picture, folding, order, cards)
    numbers, told = pack_columns(marks | lines)
    start, paths = _paths(picture.nodes)
    edges = [picture.edges[number] for number in order]
    chunks = {
        "large-numbers": numbers,
        "large-names": pack_json([node.label for node in picture.nodes]),
        "large-paths": pack_json(paths),
        **_blocks("large-lines", [_line_evidence(picture, edge, cards.get(edge.iri)) for edge in edges]),
        **_blocks("large-marks", [_about(picture, node) for node in picture.nodes]),
    }
    part: Json = {
        "marks": len(picture.nodes),
        "lines": len(edges),
        "block": BLOCK,
        "start": start,
        **tables_of_marks,
        **tables,
        "columns": told,
        "zones": [{**asdict(zone), "column": int(zone.column)} for zone in places.zones],
        "communities": _communities(picture, centres, places),
        "height": places.height,
    }
    return Large(_with_its_own(folding.summary), part, chunks)


def _with_its_own(summary: Picture) -> Picture:
    """A summary with the claims and happenings of its marks and findings; other claims are in evidence."""
    keys = {key for node in summary.nodes for key in node.claims}
    keys |= {key for edge in summary.edges for key in edge.claims}
    keys |= {key for finding in summary.findings for key in finding.claims}
    marks = {node.iri for node in summary.nodes} | {edge.iri for edge in summary.edges}
    return replace(
        summary,
        claims={key: card for key, card in summary.claims.items() if key in keys},
        happenings=tuple(one for one in summary.happenings if one.marks == () or marks & {*one.marks}),
    )


def _largest_first(edge: Edge) -> tuple[float, str]:
    size = None if edge.amount is None else edge.amount.size
    return (1.0 if size is None else -float(size), edge.iri)


def _mark_columns(picture: Picture, places: Places, folding: Folding) -> tuple[dict[str, Numbers], Json]:
    """Columns of marks, and the tables their numbers stand for."""
    whole = {node.iri: number for number, node in enumerate(folding.summary.nodes)}
    kinds, states = Codes(), Codes()
    at = [places.marks[node.iri] for node in picture.nodes]
    columns = {
        "x": column("i", [x for x, _ in at]),
        "y": column("i", [y for _, y in at]),
        "column": column("B", [int(node.column) for node in picture.nodes]),
        "kind": column("H", [kinds.number(node.kind) for node in picture.nodes]),
        "states": column("H", [states.number(node.states) for node in picture.nodes]),
        "grouped": column("B", [node.grouped for node in picture.nodes]),
        "whole": column("i", [whole.get(node.iri, -1) for node in picture.nodes]),
    }
    return columns, {"kinds": kinds.values(), "states": states.values()}


def _line_columns(
    picture: Picture, folding: Folding, order: Sequence[int], cards: Mapping[str, RowsCard]
) -> tuple[dict[str, Numbers], Json]:
    """Columns of lines, and the tables their numbers stand for."""
    place = {node.iri: number for number, node in enumerate(picture.nodes)}
    part_of, whole = _parts(folding, len(picture.edges))
    relations, dates, hedges, behind = Codes(), Codes(), Codes(), Codes()
    days = days_of_edges(picture)
    edges = [picture.edges[number] for number in order]
    found = [cards.get(edge.iri) for edge in edges]
    columns = {
        "from": column("I", [place[edge.source] for edge in edges]),
        "to": column("I", [place[edge.target] for edge in edges]),
        "size": column("d", [_size(edge) for edge in edges]),
        "relation": column("H", [relations.number(_relation(edge)) for edge in edges]),
        "date": column("H", [dates.number((picture.edges[number].date, *days[number])) for number in order]),
        "hedges": column("H", [hedges.number(edge.hedges) for edge in edges]),
        "behind": column("H", [behind.number(_behind(card)) for card in found]),
        "rows": column("I", [0 if card is None else card.count for card in found]),
        "contest": column(
            "i", [-1 if edge.contest is None else place.get(edge.contest, -1) for edge in edges]
        ),
        "counted": column("B", [edge.counted for edge in edges]),
        "exact": column("B", [_is_exact(edge) for edge in edges]),
        "part": column("I", [part_of[number] for number in order]),
        "wholeLine": column("i", [whole[number] for number in order]),
    }
    tables = {"relations": relations, "dates": dates, "hedges": hedges, "behind": behind}
    return columns, {name: codes.values() for name, codes in tables.items()}


def _size(edge: Edge) -> float:
    size = None if edge.amount is None else edge.amount.size
    return NO_SIZE if size is None else float(size)


def _is_exact(edge: Edge) -> bool:
    return edge.amount is not None and edge.amount.low is not None and edge.amount.low == edge.amount.high


def _relation(edge: Edge) -> tuple[str, ...]:
    return edge.relation, edge.label, edge.family, edge.result


def _behind(card: RowsCard | None) -> tuple[str, str]:
    """Dataset and firmness; both empty for what documents say."""
    return ("", "") if card is None else (card.dataset, card.firmly)


def _parts(folding: Folding, lines: int) -> tuple[list[int], list[int]]:
    """For each line of the whole: which line of the summary it is part of, and which it is itself or -1.

    A line inside a group is part of the number after those of all lines, plus that of the group among marks;
    one that is too small to be drawn has the number after those of all marks.
    """
    number = {node.iri: place for place, node in enumerate(folding.summary.nodes)}
    drawn = len(folding.summary.edges)
    part_of, whole = [drawn + len(number)] * lines, [-1] * lines
    place = 0
    for line in folding.lines:
        for part in line.parts:
            part_of[part] = _part(line, place, drawn, number)
            whole[part] = place if line.is_drawn and not line.is_folded else -1
        place += line.is_drawn
    return part_of, whole


def _part(line: Line, place: int, drawn: int, number: Mapping[str, int]) -> int:
    if line.is_drawn:
        return place
    group = number.get(line.edge.source) if line.is_inside else None
    return drawn + (len(number) if group is None else group)


def _paths(nodes: Iterable[Node]) -> tuple[str, list[str]]:
    """What the IRIs of most marks start with, and the rest of each; one that starts otherwise is whole."""
    iris = [node.iri for node in nodes]
    start = iris[0].partition("/id/")[0] + "/id/" if iris else ""
    return start, [f".{iri.removeprefix(start)}" if iri.startswith(start) else iri for iri in iris]


def _line_evidence(picture: Picture, edge: Edge, card: RowsCard | None) -> Json:
    """What is behind a line, without what is empty."""
    told: Json = {
        "amount": amount_mark(edge.amount),
        "detail": edge.detail,
        "how_sure": edge.how_sure,
        "origins": edge.origins,
        "denied": edge.denied,
        "claims": edge.claims,
        "cards": _claim_cards(picture, edge.claims),
    }
    if card is not None:
        told |= {"says": card.says, "files": card.files, "first": card.first, "rest": card.rest}
    return {name: value for name, value in told.items() if value not in ("", None, (), [], 0, False)}


def _claim_cards(picture: Picture, keys: Iterable[str]) -> list[Json]:
    """The claims with some keys; the page has those of its summary already, and takes them up again."""
    return [asdict(picture.claims[key]) for key in keys if key in picture.claims]


def _about(picture: Picture, node: Node) -> Json:
    """What is told of a mark, without what is empty."""
    told: Json = {
        "subtitle": node.subtitle,
        "money_in": amount_mark(node.money_in),
        "money_out": amount_mark(node.money_out),
        "facts": node.facts,
        "claims": node.claims,
        "cards": _claim_cards(picture, node.claims),
    }
    return {name: value for name, value in told.items() if value not in ("", None, (), [])}


def _blocks(name: str, entries: Sequence[Json]) -> dict[str, str]:
    """Entries packed in blocks, by the ids of their elements."""
    starts = range(0, len(entries), BLOCK)
    return {f"{name}-{start // BLOCK}": pack_json(entries[start : start + BLOCK]) for start in starts}


def _communities(picture: Picture, centres: Centres, places: Places) -> list[Json]:
    """Room and name of each community."""
    label = {node.iri: node.label for node in picture.nodes}
    members = dict.fromkeys(label, 0)
    for home in centres.home.values():
        members[home] += 1
    return [
        {
            "title": f"around {label[found[0]]}: {counted(sum(members[iri] for iri in found), 'mark')}",
            **asdict(strip),
        }
        for found, strip in zip(centres.communities, places.strips, strict=True)
    ]
