"""The graphs that no publisher wrote: the vocabulary, and what follows from the sources by rule."""

from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from graph.derive.edges import edge_quads, find_edges
from graph.derive.event_quads import event_quads
from graph.derive.events import find_events
from graph.derive.world import World
from graph.findings.rule import find_all, rules
from graph.findings.statements import Statements
from graph.findings.told.quads import finding_quads
from graph.identity.applying import for_sheets
from graph.identity.mapping import Identity
from graph.identity.quads import identity_quads
from graph.nodes import Names
from graph.record.quads import match_quads
from graph.record.record import RULE as RECORD_RULE
from graph.record.record import check_record
from graph.settling import Settled
from ontology import TURTLE


def derived_graphs(
    world: World, conversions: Mapping[str, Path], settled: Settled, names: Names, identity: Identity
) -> dict[str, Iterable[Quad]]:
    """The quads of each graph by the name of its file; of other names and identity where there are any.

    Args:
        world: The sources.
        conversions: The folders of the conversions of datasets, by the id of the dataset.
        settled: What the default graph has otherwise than the datasets.
        names: Mints the IRIs.
        identity: Who stands for whom, as people decided.
    """
    statements = Statements(world)
    checked = check_record(statements, conversions)
    findings = (*find_all(statements), *checked.findings)
    graphs: dict[str, Iterable[Quad]] = {
        "ontology": ontology_quads(names),
        "derived-events": event_quads(find_events(world), world, names),
        "derived-edges": edge_quads(find_edges(world, for_sheets(identity, world)), world, names),
        "derived-findings": finding_quads(findings, (*rules(), RECORD_RULE), names),
        "derived-record-matches": match_quads(checked.matches, names),
    }
    if identity.stands_for:
        graphs["derived-identity"] = identity_quads(identity, names)
    return graphs | ({"derived-names": settled.names} if settled.names else {})


def ontology_quads(names: Names) -> list[Quad]:
    """The vocabulary itself, so that queries find labels, comments and super-properties."""
    graph = names.graph("ontology")
    quads = []
    for name in TURTLE:
        data = files("ontology").joinpath(f"{name}.ttl").read_bytes()
        quads += [
            Quad(quad.subject, quad.predicate, quad.object, graph) for quad in parse(data, RdfFormat.TURTLE)
        ]
    return quads
