"""What a worker can be asked for that takes more modules than a query: pages, and why a query takes long."""

from collections.abc import Callable, Mapping

from graph.errors import GraphError
from graph.server.explain_task import answer_explanation
from graph.server.frames import Answer
from graph.server.held import Held
from graph.server.media import HTML, content_type
from graph.server.names import nearest_to, search
from graph.server.pages import front_page, missing_page, query_page, search_page, thing_page
from graph.server.table import Table, table_of
from graph.server.tasks import Request, explained, found_by, thing_at

MISSING = 404


def answer_thing(held: Held, request: Request, answer: Answer) -> None:
    """The page of a thing; where there is none, one that names the nearest."""
    node = thing_at(held, request["path"])
    if held.reader.kinds(node):
        _write_page(answer, thing_page(held, node))
    else:
        _write_page(answer, missing_page(held, node.value, nearest_to(held, request["path"])), MISSING)


def answer_front(held: Held, _: Request, answer: Answer) -> None:
    """The front page."""
    _write_page(answer, front_page(held))


def answer_search(held: Held, request: Request, answer: Answer) -> None:
    """The page of what is called so."""
    hits = search(held.reader, held.known, held.tables, request["text"])
    _write_page(answer, search_page(held, request["text"], hits))


def answer_form(held: Held, request: Request, answer: Answer) -> None:
    """The form for a query, with what it finds as a table, or what is wrong with it."""
    table, wrong = None, ""
    if request["query"].strip():
        try:
            table = _table(held, request["query"])
        except GraphError as error:
            wrong = str(error)
    _write_page(answer, query_page(held, request["query"], table, wrong))


PAGE_TASKS: Mapping[str, Callable[[Held, Request, Answer], None]] = {
    "thing": answer_thing,
    "front": answer_front,
    "search": answer_search,
    "form": answer_form,
    "explain": answer_explanation,
}


def _table(held: Held, sparql: str) -> Table:
    with explained(held, sparql):
        return table_of(held.reader, held.prefixes, found_by(held, sparql))


def _write_page(answer: Answer, page: str, status: int = 200) -> None:
    answer.begin(type=content_type(HTML), status=status)
    answer.write(page.encode("utf-8", "replace"))
