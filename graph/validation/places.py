"""Where in the sheets a graph breaks a shape: source, claims, file, line and column."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Store

from graph.derive.claim_quads import claim_node
from graph.nodes import Names, term
from graph.sparql.terms import Prefixes
from graph.store import Manifest, open_store, read_manifest
from graph.validation.breach import Breach
from graph.validation.validate import Report
from ontology import PREFIXES
from sources.document import FILE
from sources.errors import Position
from sources.source import Source, digest_of, read_source

PREMISES = ("prov:wasDerivedFrom",)
BEARERS = ("evidence", "resolvedBy", "fact", "oa:hasSelector", "attributionChain", "step", "paragraph")
DEPTH = 3
SHORT = Prefixes(PREFIXES)


@dataclass(frozen=True, slots=True)
class Placed:
    """A breach and where it comes from.

    Attributes:
        source: Ids of the sources that define the thing, or its premises; "" when unknown.
        claims: Keys of the claims it belongs to or rests on.
        position: Where in the sheets, None when the sheets are not at hand.
    """

    breach: Breach
    source: str = ""
    claims: tuple[str, ...] = ()
    position: Position | None = None


def place_breaches(report: Report, folder: Path, places: Iterable[Path]) -> tuple[Placed, ...]:
    """The breaches of a built graph with their places, by source.

    Args:
        report: What the shapes say of the graph.
        folder: Folder of the graph.
        places: Folders of sources; those the graph was not built from are left out.
    """
    if not report.breaches:
        return ()
    manifest = read_manifest(folder)
    known = known_positions(manifest, places)
    store = open_store(folder)
    placed = [_place(breach, store, manifest, known) for breach in report.breaches]
    return tuple(sorted(placed, key=lambda one: one.source))


def known_positions(manifest: Manifest, places: Iterable[Path]) -> dict[str, Position]:
    """Where the sheets say what the graph holds, by IRI; only of sheets that have not changed since."""
    names = Names(manifest.base)
    built = {part.digest for part in manifest.sources}
    found: dict[str, Position] = {}
    for place in places:
        if digest_of(place) in built:
            found.update(_positions(read_source(place), names))
    return found


def _positions(source: Source, names: Names) -> Iterator[tuple[str, Position]]:
    yield names.thing(f"document/{source.id}").value, Position(str(source.document.folder / FILE))
    for entity in source.entities:
        yield names.thing(entity.path).value, entity.position
    for claim in source.claims:
        yield claim_node(claim, names).value, claim.position


def _place(breach: Breach, store: Store, manifest: Manifest, known: dict[str, Position]) -> Placed:
    focus = NamedNode(breach.focus)
    claims = _claims(store, focus)
    near = [focus, *claims, *_values(store, focus, PREMISES)]
    position = next((known[node.value] for node in near if node.value in known), None)
    sources = _sources(store, focus, manifest) or {
        source for node in near for source in _sources(store, node, manifest)
    }
    keys = sorted(_text(store, claim, "dcterms:identifier") for claim in claims)
    return Placed(breach, ", ".join(sorted(sources)), tuple(keys), position)


def _claims(store: Store, focus: NamedNode) -> list[NamedNode]:
    """The claims a thing is, rests on, or belongs to."""
    reached = {focus, *_values(store, focus, PREMISES)}
    for _ in range(DEPTH):
        reached |= {
            quad.subject
            for node in reached
            for prop in BEARERS
            for quad in store.quads_for_pattern(None, term(prop), node, DefaultGraph())
            if isinstance(quad.subject, NamedNode)
        }
    return sorted((node for node in reached if _is_claim(store, node)), key=lambda node: node.value)


def _is_claim(store: Store, node: NamedNode) -> bool:
    return any(store.quads_for_pattern(node, term("rdf:type"), term("Claim"), DefaultGraph()))


def _values(store: Store, node: NamedNode, props: Iterable[str]) -> list[NamedNode]:
    return sorted(
        (
            quad.object
            for prop in props
            for quad in store.quads_for_pattern(node, term(prop), None, DefaultGraph())
            if isinstance(quad.object, NamedNode)
        ),
        key=lambda found: found.value,
    )


def _text(store: Store, node: NamedNode, prop: str) -> str:
    quads = store.quads_for_pattern(node, term(prop), None, DefaultGraph())
    return next((str(getattr(quad.object, "value", "")) for quad in quads), "")


def _sources(store: Store, node: NamedNode, manifest: Manifest) -> set[str]:
    """Ids of the sources that define a thing; none for what is derived."""
    ids = {part.name for part in manifest.sources}
    graphs = {quad.graph_name for quad in store.quads_for_pattern(node, term("rdf:type"), None, None)}
    names = {graph.value.rpartition("/")[2] for graph in graphs if isinstance(graph, NamedNode)}
    return ids & names


def report_lines(placed: Iterable[Placed]) -> Iterator[str]:
    """The breaches for people, source by source: place, rule in words, thing and claims."""
    last: str | None = None
    for one in placed:
        if one.source not in (last, ""):
            yield f"{one.source}:"
        last = one.source
        where = f"{one.position}: " if one.position is not None else ""
        yield f"  {where}{one.breach.severity}: {one.breach.message}"
        yield f"    {_thing(one)}"


def _thing(one: Placed) -> str:
    parts = [SHORT.shorten(one.breach.focus)]
    if one.claims:
        parts.append(f"claims {' '.join(one.claims)}" if len(one.claims) > 1 else f"claim {one.claims[0]}")
    if one.breach.value is not None:
        value = one.breach.value
        found = SHORT.shorten(value.value) if isinstance(value, NamedNode) else repr(value.value)
        parts.append(f"found {found}")
    return f"{', '.join(parts)} (rule {one.breach.rule})"
