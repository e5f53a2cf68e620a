"""From values to a page: text goes through templates that escape it, and nothing in a page runs."""

from functools import cache
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from graph.server.held import Held
from ontology import NAMESPACE


def render(held: Held, template: str, **values: object) -> str:
    """A page from a template; what it links to are things of this graph, words of its vocabulary, the web."""

    def href(iri: str) -> str:
        if page := page_of(held, iri):
            return page
        if iri.startswith(NAMESPACE):
            return f"/vocabulary/{quote(iri.removeprefix(NAMESPACE), safe='')}"
        return iri if iri.startswith(("http://", "https://")) else ""

    told = {"scripts": held.bundle is not None, "engine_faults": held.wrong}
    return _templates().get_template(template).render(href=href, asked=asked, **told, **values)


def page_of(held: Held, iri: str) -> str:
    """The address of the page of a thing of this graph, "" for another IRI."""
    place = f"{held.manifest.base}id/"
    return f"/page/{quote(iri.removeprefix(place), safe='/-._~%')}" if iri.startswith(place) else ""


def asked(query: str, view: str = "") -> str:
    """The address at which the workbench asks a query, in a view."""
    return f"/#{urlencode({'query': query, **({'view': view} if view else {})})}"


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("graph.server"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
