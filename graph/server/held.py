"""What a worker holds open from task to task: the store of one generation, and what was worked out of it."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, parse

from graph.nodes import Names
from graph.sparql.terms import Prefixes
from graph.stated import DEFAULT, MANIFEST, Stated, manifest_triples, probe_graphs
from graph.store import Manifest, read_manifest
from graph.virtual.opening import open_whole
from ontology import PREFIXES

LOG = logging.getLogger(__name__)
if TYPE_CHECKING:
    from graph.picture import Quotation
    from graph.reading import Quads, Reader
    from graph.remote.query import Endpoint
    from graph.rows.event_tables import EventTables
    from graph.server.names import Known
    from graph.server.reconciliation.held import Reconciled


@dataclass(slots=True)
class Held:
    """A generation of a graph, open.

    Attributes:
        folder: Folder of the graph.
        generation: Name of the generation.
        merged: Stores of several graphs put together, by the graphs; the newest last.
        documents: Folder with the texts of documents, None for none.
        bundle: Folder of the bundled workbench, None where it is not made.
        endpoint: The server of others that holds the graph; None where it is in the folder.
        wrong: What that server answers wrongly, in words.
    """

    folder: Path
    generation: str
    store: "Quads"
    manifest: Manifest
    merged: dict[tuple[tuple[str, ...], tuple[str, ...]], Store] = field(default_factory=dict)
    documents: Path | None = None
    bundle: Path | None = None
    endpoint: "Endpoint | None" = None
    wrong: tuple[str, ...] = ()
    _tables: "EventTables | None" = None
    _known: "Known | None" = None
    _quotations: "Mapping[str, Quotation] | None" = None
    _stated: Mapping[str, bytes] | None = None
    _reconciled: "Reconciled | None" = None

    @property
    def names(self) -> Names:
        """The names of its things."""
        return Names(self.manifest.base)

    @property
    def prefixes(self) -> Prefixes:
        """The prefixes known without declaring them."""
        return Prefixes({**PREFIXES, "id": f"{self.manifest.base}id/"})

    @property
    def embedded(self) -> Store:
        """The store, where it is in the folder."""
        if self.endpoint is not None:
            raise TypeError(self.endpoint)
        return cast("Store", self.store)  # or a whole graph, which has what callers of one use

    @property
    def reader(self) -> "Reader":
        """A reader of the store."""
        from graph.reading import Reader

        return Reader(self.store, self.manifest.base)

    @property
    def tables(self) -> "EventTables":
        """The event tables of its datasets."""
        from graph.rows.event_tables import EventTables, open_tables

        if self._tables is None:
            far = self.endpoint is not None
            self._tables = EventTables(self.manifest.base) if far else open_tables(self.folder)
        return self._tables

    @property
    def known(self) -> "Known":
        """The names of entities that sources tell of, read once."""
        from graph.server.names import known_names

        if self._known is None:
            self._known = known_names(self.reader)
        return self._known

    @property
    def quotations(self) -> "Mapping[str, Quotation]":
        """The words of claims in context, by the keys of the claims; none without the texts."""
        from graph.texts import read_quotations

        if self._quotations is None:
            self._quotations = read_quotations(self.reader, self.documents, LOG.warning)
        return self._quotations

    @property
    def reconciled(self) -> "Reconciled":
        """Its things, made ready once to be matched; raises MissingExtraError."""
        from graph.server.reconciliation.held import open_reconciled

        if self._reconciled is None:
            self._reconciled = open_reconciled(self.reader, self.tables)
        return self._reconciled

    @property
    def stated(self) -> Mapping[str, bytes]:
        """The graphs that are in no store, as N-Triples: the manifest, and those answers are tried by."""
        if self._stated is None:
            names = self.names
            graphs = {names.graph(DEFAULT).value: None}
            graphs |= {
                graph.value: None for graph in self.store.named_graphs() if isinstance(graph, NamedNode)
            }
            manifest = manifest_triples(Stated(names.base, self.generation, graphs))
            self._stated = {names.graph(MANIFEST).value: manifest, **probe_graphs(names)}
        return self._stated

    def stated_store(self, graph: str) -> Store:
        """One of the graphs that are in no store, in the default graph of one in memory."""
        store = Store()
        store.extend(quad for quad in parse(self.stated[graph], RdfFormat.N_TRIPLES))
        return store

    def graph_node(self, graph: str) -> NamedNode | DefaultGraph:
        """A graph as the store names it."""
        return DefaultGraph() if graph == self.names.graph(DEFAULT).value else NamedNode(graph)


def open_held(folder: Path, generation: str) -> Held:
    """A generation, opened; raises NoGraphError and OSError when it is gone."""
    store = open_whole(folder / "generations" / generation)
    return Held(folder, generation, store, read_manifest(folder))
