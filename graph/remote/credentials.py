"""Who we are to a server: an address without secrets, and a password only where the server asks for one."""

from collections.abc import Callable, Generator
from ipaddress import ip_address

import httpx

from graph.remote.errors import AddressError

Tell = Callable[[str], None]
PASSWORD = "MONEYTRAIL_PASSWORD"  # noqa: S105 - the name of a variable
UNAUTHORIZED = 401


class Challenged(httpx.Auth):
    """Says who we are once the server has asked: by digest where it knows that, else by the password."""

    def __init__(self, user: str, password: str, tell: Tell) -> None:
        self._user = user
        self._password = password
        self._tell = tell
        self._chosen: httpx.DigestAuth | httpx.BasicAuth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The requests of one exchange; as httpx has it."""
        if self._chosen is None:
            response = yield request
            self._chosen = self.choose(response)
        if self._chosen is not None:
            yield from self._chosen.auth_flow(request)

    def choose(self, response: httpx.Response) -> httpx.DigestAuth | httpx.BasicAuth | None:
        """How to answer a server that asks; None where it does not, or asks for what we do not know."""
        if response.status_code != UNAUTHORIZED:
            return None
        asked = [header.lower() for header in response.headers.get_list("www-authenticate")]
        if any(header.startswith("digest ") for header in asked):
            return httpx.DigestAuth(self._user, self._password)
        if not any("basic" in header for header in asked):
            return None
        if response.url.scheme == "http" and not _is_here(response.url.host):
            self._tell(f"warning: the password goes to {response.url.host} unencrypted; https would hide it")
        return httpx.BasicAuth(self._user, self._password)


def check_address(address: str) -> str:
    """An address of a server, after making sure that it is one and holds no password; raises AddressError."""
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise AddressError(address, f"not an address: {error}") from error
    if url.userinfo:
        hidden = str(url.copy_with(username=None, password=None))
        raise AddressError(hidden, f"give the user with --user and the password in the variable {PASSWORD}")
    if url.scheme not in ("http", "https") or not url.host:
        raise AddressError(address, "not an address of a server, such as http://localhost:8890/sparql")
    return address


def _is_here(host: str) -> bool:
    """Whether a host is this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
