"""The front page where the workbench is not bundled: documents, and named queries for the form."""

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from pyoxigraph import Literal

from graph.ask import NamedQuery, named_queries
from graph.cards import read_documents
from graph.server.held import Held
from graph.server.pages.render import render
from graph.workbench.assets import MISSING


@dataclass(frozen=True, slots=True)
class Linked:
    """A named query as the front page offers it: its name, what it answers, and where it is asked."""

    name: str
    answers: str
    href: str


def front_page(held: Held) -> str:
    """The page everything is found from."""
    return render(
        held,
        "front.html.jinja",
        manifest=held.manifest,
        documents=read_documents(held.reader).values(),
        queries=_linked_queries(),
        missing="" if held.bundle is not None else MISSING,
    )


@cache
def _linked_queries() -> tuple[Linked, ...]:
    return tuple(
        Linked(query.name, query.answers, f"/query?{urlencode({'query': with_defaults(query)})}")
        for query in named_queries()
    )


def with_defaults(query: NamedQuery) -> str:
    """A named query with the defaults of its parameters, as a person may change them."""
    if not query.parameters:
        return query.text
    names = " ".join(f"?{parameter.name}" for parameter in query.parameters)
    values = " ".join(_default(parameter.default, parameter.kind) for parameter in query.parameters)
    return f"{query.text.rstrip()}\nVALUES ({names}) {{ ({values}) }}\n"


def _default(text: str, kind: str) -> str:
    match kind:
        case "thing":
            return f"<{text.removeprefix('id:')}>"
        case "number":
            return text
        case "date":
            return f'"{text}"^^xsd:date'
        case _:
            return str(Literal(text))
