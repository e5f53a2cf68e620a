"""The pages around things: the search, the form for queries without a script, and that nothing is there."""

from collections.abc import Sequence
from urllib.parse import urlencode

from graph.server.held import Held
from graph.server.names import Hit
from graph.server.pages.render import render
from graph.server.table import Table

EXAMPLE = "SELECT ?donor ?to WHERE { ?donor mt:gaveTo ?to } ORDER BY ?donor"


def search_page(held: Held, text: str, hits: Sequence[Hit]) -> str:
    """What is called so."""
    return render(held, "search.html.jinja", text=text, hits=hits)


def query_page(held: Held, query: str, table: Table | None, wrong: str) -> str:
    """The form for a query with the first rows of its answer, or with what is wrong with it."""
    href = f"/sparql?{urlencode({'query': query})}"
    shown = query or EXAMPLE
    return render(held, "query.html.jinja", query=shown, table=table, wrong=wrong, download=href)


def missing_page(held: Held, iri: str, near: Sequence[Hit]) -> str:
    """That there is no such thing, and what may be meant."""
    return render(held, "missing.html.jinja", iri=iri, hits=near)
