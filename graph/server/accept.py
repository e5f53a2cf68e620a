"""Which of several formats a client likes best, by its header Accept (RFC 9110, section 12.5.1).

The header is read by Werkzeug; of formats a client likes equally well the first one offered is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from graph.server.media import HTML, ROWS, TRIPLES


@dataclass(frozen=True, slots=True)
class Wanted:
    """The best media types of rows and of triples for a client, "" where none will do."""

    rows: str
    triples: str


def best(accept: str, offered: Sequence[str]) -> str:
    """The media type a client likes best, by its Accept header; "" when it takes none of those offered."""
    wanted = parse_accept_header(accept or "*/*", MIMEAccept)
    return max(offered, key=wanted.quality) if any(map(wanted.quality, offered)) else ""


def wanted_formats(accept: str) -> Wanted:
    """What a client wants a result in, whatever kind of result it turns out to be."""
    return Wanted(best(accept, tuple(ROWS)), best(accept, tuple(TRIPLES)))


def wants_page(accept: str) -> bool:
    """Whether a client prefers a page for people to data, as browsers do."""
    return best(accept, ("text/turtle", HTML)) == HTML
