"""`moneytrail serve`."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Base, Documents, Endpoint, GraphFolder, User, tell

if TYPE_CHECKING:
    from graph.server.settings import Elsewhere


def serve_command(  # noqa: PLR0913, PLR0917 - options of a command
    graph: GraphFolder = DEFAULT_GRAPH,
    host: Annotated[str, typer.Option(help="Address of this machine to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 for any that is free.")] = 8765,
    url: Annotated[
        str, typer.Option(metavar="URL", help="Address by which others reach the server, behind a proxy.")
    ] = "",
    timeout: Annotated[
        float, typer.Option(min=0, help="Seconds of work after which a query is stopped; 0 for never.")
    ] = 60.0,
    workers: Annotated[
        int, typer.Option(min=0, help="Queries answered at the same time; 0 for as many as processors.")
    ] = 0,
    max_result: Annotated[
        int, typer.Option(min=0, help="Megabytes after which an answer is ended; 0 for never.")
    ] = 256,
    max_memory: Annotated[
        int, typer.Option(min=0, help="Megabytes of memory a query may take; 0 for any.")
    ] = 2048,
    documents: Documents = None,
    endpoint: Endpoint = None,
    user: User = None,
    base: Base = None,
    *,
    public: Annotated[
        bool, typer.Option("--public", help="For the public, behind a proxy: refuse what is unsafe there.")
    ] = False,
) -> None:
    """Serve the built graph on this machine, read-only: SPARQL, a page and data for each thing, a search.

    The server ends with Ctrl-C. A build may replace the graph while it is served. A host that others
    reach needs limits; --public needs the address of a proxy as well.
    """
    from graph.server.run import serve
    from graph.server.settings import Settings, machine_memory, refuse_unsafe

    settings = Settings(
        folder=graph,
        url=url.rstrip("/"),
        timeout=timeout,
        result=max_result,
        memory=max_memory,
        workers=workers or max(os.cpu_count() or 1, 2),
        documents=documents,
        elsewhere=_elsewhere(endpoint, user, base),
    )
    refuse_unsafe(settings, host, machine_memory(), public=public)
    serve(settings, host, port, tell)


def _elsewhere(endpoint: str | None, user: str | None, base: str | None) -> "Elsewhere | None":
    """The graph on a server of others, with what it answers wrongly told."""
    if endpoint is None:
        return None
    from graph.server.elsewhere import look_elsewhere

    found = look_elsewhere(endpoint, user, base, tell)
    for wrong in found.wrong:
        tell(f"warning: {endpoint} {wrong}")
    return found
