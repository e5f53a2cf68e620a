"""What stands before every request and answer: short heads, packing, pages that may do next to nothing."""

from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
LONGEST = 65_536
"""Bytes of the head of a request, at most: a query in an address is in it."""
TOO_LONG = PlainTextResponse(f"the head of a request may have {LONGEST:,} bytes; post a long query\n", 431)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class SafeHeaders:
    """Adds the headers to each answer, and refuses a request with too long a head."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with those of the headers that it does not set itself."""

        async def send_safe(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        too_long = scope["type"] == "http" and _length(scope) > LONGEST
        await (TOO_LONG if too_long else self._app)(scope, receive, send_safe)


class Packed(GZipMiddleware):
    """Packs answers for who takes gzip; `gzip;q=0` says that one does not."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, packed or not."""
        if scope["type"] == "http":
            headers = MutableHeaders(raw=list(scope["headers"]))
            taken = parse_accept_header(headers.get("accept-encoding"), Accept).quality("gzip") > 0
            headers["accept-encoding"] = "gzip" if taken else "identity"
            scope = {**scope, "headers": headers.raw}
        await super().__call__(scope, receive, send)


def _length(scope: Scope) -> int:
    """Bytes of the head of a request."""
    headers = sum(len(name) + len(value) for name, value in scope["headers"])
    return headers + len(scope["raw_path"]) + len(scope["query_string"])
