"""The folder of a built graph, and how it is opened.

moneytrail-graph/
  CURRENT                       name of the generation in use, replaced last
  build.lock                    held while a build writes
  generations/<name>/
    manifest.json               sources, digests, counts
    quads/<source>.nq           sorted N-Quads, one file a source, and the derived graphs
    withdrawn.nt                what datasets say and the default graph has not, since others say otherwise
    store/                      the on-disk store made from them
    virtual/                    tables whose rows are not in the store (graph/virtual/mapping.py)
    loaded/                     a store with their rows as well, when they are asked for both ways
  converted/<digest>/           rows of a dataset as N-Quads and event tables (graph/tables/conversion.py)
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Store

from graph.errors import NoGraphError, NotRdfError

if TYPE_CHECKING:
    from rdflib import Dataset

CURRENT = "CURRENT"
MANIFEST = "manifest.json"
DEFAULT_FOLDER = Path("moneytrail-graph")


@dataclass(frozen=True, slots=True)
class Part:
    """One file of quads.

    Attributes:
        name: Id of the source, or name of the derived graph.
        digest: Digest of what it was made from.
        claims: Number of claims in it.
        quads: Number of quads in it.
    """

    name: str
    digest: str
    claims: int
    quads: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds.

    Attributes:
        base: Base of the IRIs of its things.
        converter: Digest of the code and ontology that made it.
        sources: Its sources, by id.
        derived: Its derived graphs, by name.
        datasets: Its datasets, by id; the digest names the folder of the conversion.
        triples: Number of triples in the default graph; one that two datasets tell counts twice.
    """

    base: str
    converter: str
    sources: tuple[Part, ...]
    derived: tuple[Part, ...]
    datasets: tuple[Part, ...]
    triples: int

    @property
    def claims(self) -> int:
        """Number of claims in all sources."""
        return sum(part.claims for part in self.sources)

    @property
    def quads(self) -> int:
        """Number of quads in all files."""
        return sum(part.quads for part in (*self.sources, *self.derived, *self.datasets))

    def to_json(self) -> str:
        """The text of `manifest.json`."""
        return json.dumps(asdict(self), indent=2, sort_keys=True) + "\n"


def generation_folder(folder: Path) -> Path:
    """The folder of the generation in use.

    Raises:
        NoGraphError: Nothing is built here.
    """
    try:
        name = (folder / CURRENT).read_text("utf-8").strip()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoGraphError(folder) from error
    generation = folder / "generations" / name
    if not (generation / MANIFEST).is_file():
        raise NoGraphError(folder)
    return generation


def read_manifest(folder: Path) -> Manifest:
    """What the graph in a folder holds.

    Raises:
        NoGraphError: Nothing is built here, or by a version that wrote another manifest.
    """
    text = (generation_folder(folder) / MANIFEST).read_text("utf-8")
    try:
        values = json.loads(text)
        return Manifest(
            base=values["base"],
            converter=values["converter"],
            sources=tuple(Part(**part) for part in values["sources"]),
            derived=tuple(Part(**part) for part in values["derived"]),
            datasets=tuple(Part(**part) for part in values["datasets"]),
            triples=values["triples"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise NoGraphError(folder) from error


def open_store(folder: Path) -> Store:
    """The store of a built graph with its virtual rows, read-only.

    Raises:
        NoGraphError: Nothing is built here.
        MissingExtraError: Its rows are virtual, and DuckDB is not installed.
    """
    from graph.virtual.opening import open_whole

    return open_whole(generation_folder(folder))


def open_graph(path: str | Path = DEFAULT_FOLDER) -> "Dataset":
    """A built graph as an rdflib Dataset, read-only, with the prefixes of the ontology and `id:`.

    A plain pattern asks the default graph, which holds every triple once; `GRAPH ?g { }` asks who says so.
    Queries reach neither files nor the network; for that, rdflib's `SPARQL_LOAD_GRAPHS` is switched off
    in the whole process.

    Raises:
        NoGraphError: Nothing is built at the path.
    """
    from oxrdflib import OxigraphStore

    from graph.sparql.guarded import GuardedDataset
    from ontology import PREFIXES

    folder = Path(path)
    dataset = GuardedDataset(OxigraphStore(store=open_store(folder)))
    for prefix, namespace in {**PREFIXES, "id": f"{read_manifest(folder).base}id/"}.items():
        dataset.bind(prefix, namespace, replace=True)
    return dataset


def load_file(path: Path) -> Store:
    """An RDF file as a store in memory; triples go into the default graph.

    Raises:
        NotRdfError: The file is not there, has no RDF file name, or is not what its name says.
    """
    rdf_format = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if rdf_format is None:
        raise NotRdfError(
            path, f"{path.suffix!r} is not an ending of an RDF file such as .ttl, .nq or .jsonld"
        )
    store = Store()
    try:
        store.bulk_load(path=str(path), format=rdf_format)
    except SyntaxError as error:
        raise NotRdfError(path, str(error)) from error
    except OSError as error:
        raise NotRdfError(path, error.strerror or str(error)) from error
    return store
