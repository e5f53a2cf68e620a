"""HTTP to one server: who we are, how long we wait, what is tried again, and what an answer says.

Whatever is sent here may be sent twice: queries only read, and triples without blank nodes are the same
triples when they come again. So a connection that breaks and a server that is busy are tried again; an
answer that is late is not, since the server may still be working at it.
"""

import os
import re
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from types import TracebackType
from typing import IO, Self

import httpx

from graph.remote.credentials import PASSWORD, UNAUTHORIZED, Challenged, Tell, check_address
from graph.remote.errors import EndpointError, RefusedError, UnreachableError

FORBIDDEN = 403
BUSY = frozenset((429, 502, 503, 504))
WAITS = (0.5, 2.0)
CONNECT = 10.0
PATIENCE = 300.0
LONGEST = 300
CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent.

    Attributes:
        parameters: Parameters of the address.
        form: Fields of a form, sent as the body.
        body: The body, where there is no form.
        kind: Media type of the body.
        accept: Media types of the answer.
    """

    method: str
    url: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str | list[str]] | None = None
    body: bytes | None = None
    kind: str = ""
    accept: str = "*/*"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def good(self) -> bool:
        """Whether the server did what it was asked."""
        return 200 <= self.status < 300  # noqa: PLR2004 - HTTP has it so

    @property
    def kind(self) -> str:
        """Media type of the body, without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def line(self) -> str:
        """Status and first line of the answer; all the words of an HTML page, its title first."""
        text = self.body.decode("utf-8", "replace")
        if self.kind == "text/html":
            words = " ".join(unescape(re.sub(r"(?s)<[^>]*>", " ", text)).split())
        else:
            words = next((line.strip() for line in text.splitlines() if line.strip()), "")
        shown = "".join(char if char.isprintable() else "?" for char in words)[:LONGEST]
        moved = self.headers.get("location", "") if 300 <= self.status < 400 else ""  # noqa: PLR2004 - as above
        return " ".join(
            part for part in (f"{self.status}", shown, moved and f"moved to {moved}; name that") if part
        )


class Connection:
    """HTTP to the server of an endpoint; open until it is closed.

    No proxy, no `.netrc` and no other setting of the environment is followed, but SSL_CERT_FILE for a
    certificate of your own; a redirection is an error that names the new address.
    """

    def __init__(self, endpoint: str, user: str | None, tell: Tell) -> None:
        """Open the connection; the password is that of the environment variable MONEYTRAIL_PASSWORD.

        Raises:
            AddressError: The endpoint is no address of a server, or has a password in it.
            RefusedError: A user is given and no password.
        """
        self.endpoint = check_address(endpoint)
        password = os.environ.get(PASSWORD, "")
        if user is not None and not password:
            raise RefusedError(endpoint, f"the password of {user} is wanted in the variable {PASSWORD}")
        self._user = user
        self._client = httpx.Client(
            auth=None if user is None else Challenged(user, password, tell),
            verify=httpx.create_ssl_context(),
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def send(
        self, request: Request, seconds: float | None = PATIENCE, into: IO[bytes] | None = None
    ) -> Reply:
        """The answer to a request, be it good or bad; tried again while the server is away or busy.

        Args:
            request: What is sent.
            seconds: How long the whole of it may take; None for as long as it takes.
            into: A file that takes the body of a good answer; without it, the body is in the reply.

        Raises:
            UnreachableError: Nobody answers.
            RefusedError: The server wants another user.
            TimeoutError: The answer was not complete in time.
        """
        for wait in (*WAITS, None):
            try:
                reply = self._send(request, seconds, into)
            except httpx.TransportError as error:
                if wait is None:
                    reason = str(error) or type(error).__name__
                    raise UnreachableError(request.url, f"no answer: {reason}") from error
            else:
                if reply.status not in BUSY or wait is None:
                    self._refuse_stranger(request, reply)
                    return reply
            time.sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _send(self, request: Request, seconds: float | None, into: IO[bytes] | None) -> Reply:
        deadline = None if seconds is None else time.monotonic() + seconds
        connect = CONNECT if seconds is None else min(CONNECT, seconds)
        body = BytesIO()
        try:
            response = self._client.send(
                self._built(request, httpx.Timeout(seconds, connect=connect)), stream=True
            )
            with closing(response):
                out = body if into is None or not response.is_success else into
                out.seek(0)
                out.truncate()
                for chunk in response.iter_bytes(CHUNK):
                    out.write(chunk)
                    if deadline is not None and time.monotonic() > deadline:
                        raise TimeoutError(seconds)
        except httpx.ConnectTimeout as error:
            raise UnreachableError(request.url, f"no answer after {connect:g} s") from error
        except httpx.TimeoutException as error:
            raise TimeoutError(seconds) from error
        except httpx.DecodingError as error:
            raise EndpointError(request.url, f"an answer that cannot be unpacked: {error}") from error
        return Reply(response.status_code, {**response.headers}, body.getvalue())

    def _built(self, request: Request, timeout: httpx.Timeout) -> httpx.Request:
        headers = {"accept": request.accept, **({"content-type": request.kind} if request.kind else {})}
        return self._client.build_request(
            request.method,
            httpx.URL(request.url).copy_merge_params(dict(request.parameters)),
            data=None if request.form is None else dict(request.form),
            content=request.body,
            headers=headers,
            timeout=timeout,
        )

    def _refuse_stranger(self, request: Request, reply: Reply) -> None:
        if reply.status not in (UNAUTHORIZED, FORBIDDEN):
            return
        if self._user is None:
            hint = f"give a user who may with --user, and the password in the variable {PASSWORD}"
        else:
            hint = f"{self._user} may not, or the password in {PASSWORD} is another"
        raise RefusedError(request.url, f"refused: {reply.line}; {hint}")
