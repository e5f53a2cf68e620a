"""`moneytrail build`."""

import time
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, GraphFolder, tell


def build_command(
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
) -> None:
    """Build the graph: sorted N-Quads per source and an on-disk store, only what changed, all or nothing."""
    from graph.build import build
    from sources.catalog import find_sources, registry, shipped_sources

    start = time.perf_counter()
    chosen = list(shipped_sources() if shipped else registry())
    for place in folders or []:
        chosen += find_sources(place)
    built = build(chosen, graph, _silent if quiet else tell, base)
    manifest = built.manifest
    state = "built" if built.fresh else "up to date"
    typer.echo(
        f"{graph}: {state}: {len(manifest.sources)} sources, {manifest.claims} claims,"
        f" {manifest.quads} quads, {manifest.triples} triples, {time.perf_counter() - start:.1f} s"
    )


def _silent(_: str) -> None:
    pass
