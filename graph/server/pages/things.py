"""The page of a thing: its dossier, and what only things of its kind have."""

from collections.abc import Callable, Iterator

from pyoxigraph import NamedNode

from graph.cards import read_claims
from graph.dossier import Dossier, make_dossier
from graph.picture import ClaimCard
from graph.reading import Reader, term_label
from graph.rows.words import Section
from graph.server.held import Held
from graph.server.pages.contest import contest
from graph.server.pages.county import county
from graph.server.pages.derived import claim, edge, event
from graph.server.pages.document import document
from graph.server.pages.finding import finding
from graph.server.pages.render import render
from graph.server.pages.statements import MOST, linked, statements
from graph.server.pages.ties import ties
from graph.server.pages.timeline import timeline
from graph.server.pages.told import claims_behind, is_one
from graph.server.table import Cell
from ontology import CLASSES

Part = Callable[[Held, NamedNode], object]
PARTS: tuple[tuple[str, str, Part], ...] = (
    ("SourceDocument", "document", document),
    ("Contest", "contest", contest),
    ("County", "county", county),
    ("ConsistencyFinding", "finding", finding),
    ("Claim", "claim", claim),
    ("PlainEdge", "edge", edge),
    ("ReportedEvent", "event", event),
)
"""What a page has for things of a class and those below it: the template in `parts/`, and its value."""
PLAIN = ("Claim", "ConsistencyFinding", "PlainEdge", "SourceDocument")
"""Classes whose things have no dossier: their page says all of it."""
LINKS = ("office", "jurisdiction", "heldIn", "locatedIn", "partOfElection", "partOf", "document", "byRule")
"""Properties whose values stand at the head of a page."""


def thing_page(held: Held, node: NamedNode) -> str:
    """What the graph says of a thing."""
    reader = held.reader
    every = statements(held, node)
    with_dossier = _has_dossier(reader, node)
    lives = with_dossier and not is_one(reader, node, "ReportedEvent")
    dossier = make_dossier(reader, node, held.quotations, held.tables) if with_dossier else None
    return render(
        held,
        "thing.html.jinja",
        dossier=dossier,
        label=_title(reader, node),
        iri=node.value,
        kinds=[(term_label(kind), kind) for kind in reader.kinds(node)],
        links=_links(reader, node),
        parts_of=list(_parts(held, node)),
        network=ties(reader, node) if lives else None,
        moments=timeline(held, node) if lives else (),
        claims=_own_claims(held, node),
        rows=[(part.heading, [tuple(linked(held, line)) for line in part.lines]) for part in _rows(dossier)],
        statements=every[:MOST],
        more=len(every) > MOST,
    )


def _parts(held: Held, node: NamedNode) -> Iterator[tuple[str, object]]:
    """What only things of its kinds have, by the name of its template."""
    return ((name, part(held, node)) for kind, name, part in PARTS if is_one(held.reader, node, kind))


def _rows(dossier: Dossier | None) -> tuple[Section, ...]:
    return () if dossier is None else dossier.rows


def _title(reader: Reader, node: NamedNode) -> str:
    """The name of a thing; of a claim its number and what it says, of a document its title."""
    kinds = reader.kinds(node)
    if "Claim" in kinds:
        return f"{reader.text(node, 'dcterms:identifier')}: {reader.text(node, 'gloss')}"
    title = reader.text(node, "dcterms:title") if "SourceDocument" in kinds else ""
    return title or reader.label(node)


def _links(reader: Reader, node: NamedNode) -> list[tuple[str, Cell]]:
    """The things a thing stands beside: its office, its place, its election."""
    found = {
        other: term_label(prop)
        for prop in reversed(LINKS)
        for other in reader.nodes(node, prop)
        if other != node
    }
    return [(words, Cell(reader.label(other), other.value)) for other, words in reversed(found.items())]


def _has_dossier(reader: Reader, node: NamedNode) -> bool:
    """Whether more is told of a thing than its statements; of claims and what follows from them it is not."""
    kinds = [kind for kind in reader.kinds(node) if kind in CLASSES]
    return bool(kinds) and not any(is_one(reader, node, kind) for kind in PLAIN)


def _own_claims(held: Held, node: NamedNode) -> list[ClaimCard]:
    """The claim a thing is, or those it is derived from; those of a finding stand side by side elsewhere."""
    reader = held.reader
    if is_one(reader, node, "ConsistencyFinding"):
        return []
    nodes = [node] if "Claim" in reader.kinds(node) else claims_behind(reader, node)
    return list(read_claims(reader, nodes, held.quotations).values())
