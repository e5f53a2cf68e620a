"""A contest: who stood, how they ended, the figures told of it over time, and the money of each side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.cards import figure
from graph.derive.edges import carries_money
from graph.dossier import sum_of_edges
from graph.picture import Interval
from graph.plain_edges import PlainEdge, edges_of, edges_within
from graph.reading import Reader, term_label
from graph.server.held import Held
from graph.server.pages.told import claims_behind, is_one, told_events
from graph.server.table import Cell
from ontology import EDGES

FIGURES = ("Tally", "Forecast", "Result")


@dataclass(frozen=True, slots=True)
class Standing:
    """One who stood: name, and each outcome with the edge that tells it."""

    who: Cell
    outcomes: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A figure told of a contest.

    Attributes:
        since: When it was first told, as EDTF.
        until: When it was last told.
        what: What is counted or foreseen, as a link to its event.
        words: The figure with its wording, or the outcome; "" for neither.
        status: How final the count is, "" for not known.
        claims: The claims that tell it.
    """

    since: str
    until: str
    what: Cell
    words: str
    status: str
    claims: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """Money for or against one: each flow with its edge, and their sum where it may be formed."""

    words: str
    flows: tuple[tuple[Cell, str], ...]
    total: Interval | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What documents tell of a contest."""

    standing: tuple[Standing, ...]
    figures: tuple[Told, ...]
    sides: tuple[Side, ...]


def contest(held: Held, node: NamedNode) -> Outcome:
    """What documents tell of a contest; what rows tell is in its dossier."""
    reader = held.reader
    inside = edges_within(reader, node, held.names.graph("derived/edges"))
    figures = (one for one in told_events(held, node) if any(is_one(reader, one, kind) for kind in FIGURES))
    return Outcome(
        tuple(_standing(reader, edges_of(reader, node))),
        tuple(sorted((_told(reader, one) for one in figures), key=lambda one: (one.since, one.what.text))),
        tuple(_sides(reader, [*inside, *edges_of(reader, node)])),
    )


def _standing(reader: Reader, edges: Iterable[PlainEdge]) -> Iterator[Standing]:
    outcomes: dict[NamedNode, list[Cell]] = defaultdict(list)
    for edge in edges:
        if EDGES[edge.relation].family == "candidacy":
            outcomes[edge.source].append(Cell(EDGES[edge.relation].label, edge.iri.value))
    for who in sorted(outcomes, key=reader.label):
        ended = [one for one in outcomes[who] if one.text != EDGES["ranIn"].label]
        yield Standing(Cell(reader.label(who), who.value), tuple(ended or outcomes[who]))


def _told(reader: Reader, event: NamedNode) -> Told:
    claims = claims_behind(reader, event)
    words = figure(reader, event) or ", ".join(
        reader.label(one) for one in reader.nodes(event, "outcomeCode")
    )
    status = reader.text(event, "countStatus")
    return Told(
        since=reader.text(event, "firstSaid"),
        until=reader.text(event, "lastSaid"),
        what=Cell(reader.label(event), event.value),
        words=words,
        status="" if status.endswith("-unknown") else term_label(status.rpartition("#")[2]),
        claims=tuple(Cell(reader.text(one, "dcterms:identifier"), one.value) for one in claims),
    )


def _sides(reader: Reader, edges: Iterable[PlainEdge]) -> Iterator[Side]:
    """The money of a contest by whom it went to or was spent for or against."""
    by_side: dict[tuple[str, str], dict[str, PlainEdge]] = defaultdict(dict)
    for edge in edges:
        if carries_money(edge.relation) and edge.event is not None:
            against = EDGES[edge.relation].family == "opposition"
            words = f"{'against' if against else 'to or for'} {reader.label(edge.target)}"
            by_side[edge.target.value, words][edge.iri.value] = edge
    for (_, words), mine in sorted(by_side.items()):
        flows = [mine[iri] for iri in sorted(mine)]
        yield Side(words, tuple(_flow(reader, edge) for edge in flows), sum_of_edges(reader, flows))


def _flow(reader: Reader, edge: PlainEdge) -> tuple[Cell, str]:
    words = f"{reader.label(edge.source)} {EDGES[edge.relation].label} {reader.label(edge.target)}"
    return Cell(words, edge.iri.value), reader.amount(edge.event).text if edge.event is not None else ""
