"""What documents tell of a thing: the events derived from their claims, without the rows of datasets.

Rows may be millions; what is made of them is in the event tables.
"""

from pyoxigraph import NamedNode

from graph.reading import Reader
from graph.server.held import Held
from ontology import CLASSES
from sources.check import is_kind

EVENTS = "derived/events"


def told_events(held: Held, node: NamedNode) -> list[NamedNode]:
    """The events of documents in which a thing takes part, in order of their IRIs."""
    graph = held.names.graph(EVENTS)
    quads = held.store.quads_for_pattern(None, None, node, graph)
    found = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
    return [NamedNode(iri) for iri in sorted(found) if is_one(held.reader, NamedNode(iri), "ReportedEvent")]


def is_one(reader: Reader, node: NamedNode, kind: str) -> bool:
    """Whether a thing is of a class or of one below it."""
    return any(one in CLASSES and is_kind(one, kind) for one in reader.kinds(node))


def claims_behind(reader: Reader, node: NamedNode) -> list[NamedNode]:
    """The claims something is derived from."""
    return [one for one in reader.nodes(node, "prov:wasDerivedFrom") if "Claim" in reader.kinds(one)]
