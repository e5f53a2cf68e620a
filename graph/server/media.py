"""Formats by their media types, and which of them a client likes best (RFC 9110, section 12.5.1).

The header is read by Werkzeug; of formats a client likes equally well the first one here is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

ROWS = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
"""Formats of rows and truths, by media type."""
TRIPLES = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/trig": "trig",
    "application/n-quads": "nquads",
    "application/rdf+xml": "rdfxml",
    "text/plain": "ntriples",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
}
"""Formats of triples, by media type."""
HTML = "text/html"
PLAIN = "text/plain"
PROBLEM = "application/problem+json"
UTF8 = "; charset=utf-8"


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


def content_type(media: str) -> str:
    """A media type as a header says it; text is UTF-8."""
    return media + UTF8 if media.startswith("text/") else media
