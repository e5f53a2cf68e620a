"""The folded summary of a large picture: the largest flows with their ends, and groups of all other marks.

What documents say stays as it is. Nothing is lost by folding: every line of the whole is part of one line,
which is drawn, stands inside a group, or is counted as too small to be drawn; and lines are added only where
they tell of the same relation by the same dataset. Who gives to several is counted with each, as in the group
of small donors of a recipient.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.large.centres import Centres
from graph.large.lines import add_lines, figure
from graph.picture import Column, Edge, Node, Picture, RowsCard
from sources.writing import counted

LARGEST_FLOWS = 25
NAMED_COMMUNITIES = 3
"""Communities with groups of their own; all others share one of each column."""
FOLDED_LINES = 70
"""How many lines of groups are drawn, the largest; more would hide all others."""
DOCUMENTED = 400
"""Up to so many lines of documents are drawn as they are."""
MEMBERS = {
    Column.DONORS: ("other donor", "other donors"),
    Column.COMMITTEES: ("other recipient", "other recipients"),
    Column.CANDIDATES: ("other candidate", "other candidates"),
    Column.COUNTIES: ("other place", "other places"),
    Column.OUTCOMES: ("other contest", "other contests"),
}
GROUP = "#"
"""In the IRI of a group, after that of what it is around; no path of a thing has it."""
FOLDED = "Folded"
"""The kind of a mark that stands for others."""

Ends = tuple[str, str]
Key = tuple[str, ...]
"""Ends, and what lines have to agree in to be drawn as one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a summary, or what is inside one of its groups.

    Attributes:
        edge: The line; from a group to itself where it is inside.
        rows: What is behind it, where rows are.
        parts: Numbers of the lines of the whole that it is made of.
        is_drawn: Whether the summary has it.
    """

    edge: Edge
    rows: RowsCard | None
    parts: tuple[int, ...]
    is_drawn: bool = True

    @property
    def is_folded(self) -> bool:
        """Whether an end of it is a group."""
        return GROUP in self.edge.source + self.edge.target

    @property
    def is_inside(self) -> bool:
        """Whether both ends are one group."""
        return self.edge.source == self.edge.target


@dataclass(frozen=True, slots=True)
class Folding:
    """A picture folded.

    Attributes:
        summary: The picture that is left; its edges are those of `lines` that are drawn, in order.
        lines: Every line of the whole is part of one of these.
    """

    summary: Picture
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a summary keeps, and how it calls the rest.

    Attributes:
        marks: IRIs of the marks that are kept.
        nodes: All marks of the whole by their IRI.
        centre: The largest centre of the community of each mark, "" for communities without a name.
    """

    marks: frozenset[str]
    nodes: Mapping[str, Node]
    centre: Mapping[str, str]

    def group(self, iri: str, other: str) -> str:
        """The IRI of the group a folded mark stands in when it is drawn with another."""
        column = self.nodes[iri].column
        near = other if column == Column.DONORS and other in self.marks else self.centre[iri]
        return f"{near}{GROUP}{column.name.lower()}"

    def ends(self, edge: Edge) -> Ends:
        """Between which marks of the summary a line of the whole is drawn."""
        one, other = edge.source, edge.target
        return (
            one if one in self.marks else self.group(one, other),
            other if other in self.marks else self.group(other, one),
        )


def fold(picture: Picture, centres: Centres, flows: int = LARGEST_FLOWS) -> Folding:
    """Fold a picture; the same picture is folded the same way.

    Args:
        picture: The whole.
        centres: What belongs together in it.
        flows: How many of the largest flows are kept with both their ends.
    """
    kept = _keep(picture, centres, flows)
    lines = tuple(_without_small(list(_lines(picture, kept)), flows))
    drawn = [line for line in lines if line.is_drawn]
    ends = {end for line in drawn for end in (line.edge.source, line.edge.target)}
    whole = (node for node in picture.nodes if node.iri in kept.marks)
    marks = (*whole, *_group_nodes(picture, kept, lines))
    summary = replace(
        picture,
        subtitle=f"{picture.subtitle}; {len(picture.edges):,} lines folded to {len(drawn):,}",
        nodes=tuple(node for node in marks if node.iri in ends),
        edges=tuple(line.edge for line in drawn),
        rows=tuple(line.rows for line in drawn if line.rows is not None),
    )
    return Folding(summary, lines)


def _keep(picture: Picture, centres: Centres, flows: int) -> _Kept:
    """The ends of the largest flows, of what documents say, and of candidacies of whom either concerns."""
    documented = [edge for edge in picture.edges if len(edge.claims) > 0]
    paid = [edge for edge in picture.edges if edge.amount is not None]
    paid.sort(key=lambda edge: (-figure(edge), edge.iri))
    drawn = [*paid[:flows], *(documented if len(documented) <= DOCUMENTED else ())]
    marks = {end for edge in drawn for end in (edge.source, edge.target)}
    marks |= {edge.target for edge in picture.edges if edge.family == "candidacy" and edge.source in marks}
    named = {iri: found[0] for found in centres.communities[:NAMED_COMMUNITIES] for iri in found}
    return _Kept(
        frozenset(marks),
        {node.iri: node for node in picture.nodes},
        {iri: named.get(home, "") for iri, home in centres.home.items()},
    )


def _lines(picture: Picture, kept: _Kept) -> Iterator[Line]:
    """Lines of the whole as lines of the summary: those between kept marks alone, others added."""
    cards = {card.edge: card for card in picture.rows}
    parts = defaultdict[Key, list[int]](list)
    for number, edge in enumerate(picture.edges):
        ends = kept.ends(edge)
        if ends == (edge.source, edge.target):
            yield Line(edge, cards.get(edge.iri), (number,))
        else:
            dataset = cards[edge.iri].dataset if edge.iri in cards else ""
            told = "counted" if edge.counted else "not-counted"
            parts[*ends, edge.relation, edge.result, dataset, told].append(number)
    for (source, target, *rest), numbers in sorted(parts.items()):
        edges = [picture.edges[number] for number in numbers]
        yield Line(*add_lines((source, target), "/".join(rest), edges, cards), tuple(numbers))


def _without_small(lines: list[Line], flows: int) -> Iterator[Line]:
    """Lines, those not drawn that are inside a group, and those of rows that are small beside others."""
    paid = [line for line in lines if not line.is_inside and line.edge.amount and len(line.edge.claims) == 0]
    paid.sort(key=lambda line: (-figure(line.edge), line.edge.iri))
    single = [line for line in paid if not line.is_folded][:flows]
    drawn = {line.edge.iri for line in (*single, *paid[: flows + FOLDED_LINES])}
    small = {line.edge.iri for line in paid} - drawn
    for line in lines:
        yield replace(line, is_drawn=not line.is_inside and line.edge.iri not in small)


def _group_nodes(picture: Picture, kept: _Kept, lines: Sequence[Line]) -> Iterator[Node]:
    """A mark for each group, with how many it stands for."""
    members, inside = defaultdict[str, set[str]](set), defaultdict[str, list[Line]](list)
    for line in lines:
        for number in line.parts:
            edge = picture.edges[number]
            for iri, group in zip((edge.source, edge.target), kept.ends(edge), strict=True):
                if iri != group:
                    members[group].add(iri)
        if line.is_inside:
            inside[line.edge.source].append(line)
    for iri, marks in sorted(members.items()):
        column = kept.nodes[next(iter(marks))].column
        near = kept.nodes.get(iri.partition(GROUP)[0])
        one, several = MEMBERS[column]
        yield Node(
            iri=iri,
            label=f"{len(marks):,} {one if len(marks) == 1 else several}",
            kind=FOLDED,
            column=column,
            subtitle="of smaller communities" if near is None else f"around {near.label}",
            facts=tuple(("Inside it", _words(line)) for line in inside[iri]),
            grouped=True,
        )


def _words(line: Line) -> str:
    sum_of = "" if line.edge.amount is None else f": {line.edge.amount.text}"
    return f"{line.edge.label}, {counted(len(line.parts), 'line')}{sum_of}"
