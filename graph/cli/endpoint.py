"""What the commands do with `--endpoint`: ask a graph on a server, or load one into it."""

import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from graph.cli.options import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.remote.credentials import Tell
    from graph.sparql.engine import Target


@dataclass(frozen=True, slots=True)
class Server:
    """A server as the options of a command name it.

    Attributes:
        endpoint: Its address for queries.
        store: Its address for graphs, where it has to be told.
        update: Its address for updates, where it has to be told.
    """

    endpoint: str
    user: str | None
    store: str | None = None
    update: str | None = None


@contextmanager
def asked(
    folder: Path,
    endpoint: str | None,
    user: str | None,
    base: str | None,
    files: tuple[Path, ...] = (),
) -> "Iterator[Target]":
    """What a query is put to: the graph of a folder, files, or the graph on a server while it is asked."""
    from graph.sparql.engine import Target

    if endpoint is None:
        if base is not None:
            raise typer.BadParameter("--base chooses among the graphs of a server; name it with --endpoint")
        yield Target(folder, files)
        return
    if files:
        raise typer.BadParameter("give --data or --endpoint, not both")
    from graph.remote.query import opened

    with opened(endpoint, user, base, tell) as found:
        yield Target(folder, endpoint=found)


def warn_of_server(sparql: str, target: "Target") -> None:
    """Tell what the server that is asked answers wrongly of what the query asks."""
    if target.endpoint is not None:
        for wrong in target.endpoint.warnings(sparql):
            tell(f"warning: {target.endpoint.connection.endpoint} {wrong}")


def load_into(server: Server, folder: Path, progress: "Tell", *, count_only: bool) -> None:
    """Load the graph of a folder into a server, and tell what came of it and what the server gets wrong."""
    from graph.nodes import Names
    from graph.remote.connection import Connection
    from graph.remote.load import load
    from graph.remote.probes import find_wrong
    from graph.remote.servers import find_addresses
    from graph.stated import DEFAULT
    from graph.store import read_manifest

    start = time.perf_counter()
    names = Names(read_manifest(folder).base)
    with Connection(server.endpoint, server.user, tell) as connection:
        addresses = find_addresses(
            connection, user=server.user is not None, store=server.store, update=server.update
        )
        loaded = load(folder, connection, addresses, progress, count_only=count_only)
        for wrong in find_wrong(connection, names):
            tell(f"warning: {server.endpoint} {wrong}")
    state = "loaded" if loaded.changed else "up to date"
    typer.echo(
        f"{server.endpoint}: {state}: {loaded.graphs} graphs, {loaded.sent} of them sent,"
        f" {loaded.triples} triples, {time.perf_counter() - start:.1f} s"
    )
    progress(f"other tools find the graph with FROM <{names.graph(DEFAULT).value}>")
