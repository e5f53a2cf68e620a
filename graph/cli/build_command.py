"""`moneytrail build`."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.endpoint import Server, load_into
from graph.cli.options import DEFAULT_GRAPH, Decisions, GraphFolder, User, decisions_to_apply, tell
from graph.cli.rows import (
    EngineName,
    Limit,
    Master,
    RowsAre,
    Since,
    Storage,
    Where,
    progress_bar,
    row_options,
)

if TYPE_CHECKING:
    from graph.store import Manifest


def build_command(  # noqa: PLR0913 - options of a command
    folders: Annotated[
        list[Path] | None,
        typer.Argument(help="Source folders, or folders of source folders, besides the sources that ship."),
    ] = None,
    graph: GraphFolder = DEFAULT_GRAPH,
    base: Annotated[
        str | None,
        typer.Option(help="Base of the IRIs of things; else that of the graph in place, or the usual one."),
    ] = None,
    *,
    shipped: Annotated[
        bool,
        typer.Option(
            "--shipped/--only-mine", help="With the five founding articles, or with the registry alone."
        ),
    ] = True,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
    decisions: Decisions = None,
    limit: Limit = None,
    where: Where = None,
    since: Since = "",
    engine: EngineName = "local",
    master: Master = "local[*]",
    storage: Storage = "",
    rows: RowsAre = "auto",
    endpoint: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Address for queries of a SPARQL server; the graph is then loaded into it as well.",
        ),
    ] = None,
    user: User = None,
    store_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Where the server takes graphs (Graph Store Protocol), if it is not found."
        ),
    ] = None,
    update_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where the server takes SPARQL updates, to load by updates."),
    ] = None,
    count_only: Annotated[
        bool,
        typer.Option(
            "--count-only", help="After loading compare numbers of triples alone, and read nothing back."
        ),
    ] = False,
) -> None:
    """Build the graph: sorted N-Quads per source and an on-disk store, only what changed, all or nothing.

    With --endpoint the graph is then put on a SPARQL server, graph by graph: what is there is kept, what
    was cut off goes on, and what the server holds is compared with what was sent.
    """
    from graph.build import build
    from sources.catalog import find_sources, reference, registry, shipped_sources
    from sources.dataset import DATASET
    from sources.kinds import kind_of

    if endpoint is None and (store_url or update_url or count_only):
        raise typer.BadParameter("--store-url, --update-url and --count-only go with --endpoint")
    start = time.perf_counter()
    chosen = list(shipped_sources() if shipped else registry())
    for place in folders or []:
        chosen += find_sources(place)
    if any(kind_of(folder) == DATASET for folder in chosen):
        chosen += reference()
    options = row_options(limit, where, since, (engine, master, storage), rows)
    with progress_bar(options, quiet=quiet) as shown:
        told = _silent if quiet else tell
        built = build(chosen, graph, told, base, shown, decisions=decisions_to_apply(decisions))
    manifest = built.manifest
    state = "built" if built.fresh else "up to date"
    typer.echo(
        f"{graph}: {state}: {len(manifest.sources)} sources, {manifest.claims} claims,"
        f"{_datasets(manifest)} {manifest.quads} quads, {manifest.triples} triples,"
        f" {time.perf_counter() - start:.1f} s"
    )
    if endpoint is not None:
        server = Server(endpoint, user, store_url, update_url)
        load_into(server, graph, _silent if quiet else tell, count_only=count_only)


def _datasets(manifest: "Manifest") -> str:
    return f" {len(manifest.datasets)} datasets," if manifest.datasets else ""


def _silent(_: str) -> None:
    pass
