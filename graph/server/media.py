"""Formats by their media types; the first of those a client likes equally well is taken."""

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


def content_type(media: str) -> str:
    """A media type as a header says it; text is UTF-8."""
    return media + UTF8 if media.startswith("text/") else media
