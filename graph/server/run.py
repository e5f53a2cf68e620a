"""Starting the server on a host and port."""

import socket
from collections.abc import Callable
from dataclasses import replace

from graph.errors import GraphError, MissingExtraError

try:
    import uvicorn

    from graph.server.app import make_app
    from graph.server.headers import LONGEST
except ImportError as missing:
    raise MissingExtraError("moneytrail serve", "server") from missing
from graph.server.settings import Settings
from graph.store import generation_folder
from sources.quotation import TextFolder

AT_ONCE = 512
"""Connections at the same time; one more is turned away."""
GRACE = 5


class PortError(GraphError, OSError):
    """Nothing can listen at a host and port."""

    exit_code = 2

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(f"{host}:{port}: cannot listen: {reason}")


def serve(settings: Settings, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve a graph until the process is told to end.

    Args:
        settings: What is served and how; without a `url`, the address listened at is it.
        host: Address of this machine to listen at.
        port: Port to listen at; 0 for any that is free.
        tell: Takes the line that says where the server is.

    Raises:
        NoGraphError: Nothing is built in the folder.
        MissingSourceError: There is no such folder of texts.
        PortError: Something else listens there, or the host is none of this machine.
    """
    place: object = settings.folder if settings.elsewhere is None else settings.elsewhere.url
    if settings.elsewhere is None:
        generation_folder(settings.folder)
    if settings.documents is not None:
        TextFolder(settings.documents)
    with _listening(host, port) as listening:
        address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
        line = f"serving {place} at {address}/ (SPARQL at {address}/sparql); Ctrl-C ends it"
        app = make_app(replace(settings, url=settings.url or address), lambda: tell(line))
        config = uvicorn.Config(
            app,
            log_level="warning",
            http="h11",
            ws="none",
            h11_max_incomplete_event_size=LONGEST,
            limit_concurrency=AT_ONCE,
            timeout_graceful_shutdown=GRACE,
            server_header=False,
            proxy_headers=False,
        )
        uvicorn.Server(config).run([listening])


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)  # asyncio sends at once only where it is told
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen()
    except OSError as error:
        raise PortError(host, port, error.strerror or str(error)) from error
    return listening
