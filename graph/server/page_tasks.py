"""What a worker can be asked for that takes more modules than a query: pages, and why a query takes long."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict

from graph.errors import GraphError
from graph.server.frames import Answer
from graph.server.held import Held
from graph.server.media import HTML, content_type
from graph.server.names import Hit, nearest_to, search
from graph.server.pages.around import missing_page, query_page, search_page
from graph.server.pages.front import front_page
from graph.server.pages.lists import list_page
from graph.server.pages.render import page_of
from graph.server.pages.things import thing_page
from graph.server.pages.vocabulary import vocabulary_page, word_page
from graph.server.table import Table, table_of
from graph.server.tasks import Request, explained, found_by, thing_at
from graph.workbench.data import workbench_data

MISSING = 404
SUGGESTED = 12
"""Things offered while somebody types."""


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
    _write_page(answer, search_page(held, request["text"], _hits(held, request["text"])))


def answer_hits(held: Held, request: Request, answer: Answer) -> None:
    """What is called so, as JSON for a script."""
    hits = _hits(held, request["text"])[:SUGGESTED]
    answer.begin(type="application/json")
    told = [{**asdict(hit), "href": page_of(held, hit.iri)} for hit in hits]
    answer.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "replace"))


def answer_list(held: Held, request: Request, answer: Answer) -> None:
    """What there is of a kind."""
    _write_page(answer, list_page(held, request["name"]))


def answer_vocabulary(held: Held, _: Request, answer: Answer) -> None:
    """All terms of the vocabulary."""
    _write_page(answer, vocabulary_page(held))


def answer_word(held: Held, request: Request, answer: Answer) -> None:
    """A term of the vocabulary."""
    _write_page(answer, word_page(held, request["name"]))


def answer_workbench(held: Held, _: Request, answer: Answer) -> None:
    """What the workbench knows of the graph."""
    told = workbench_data(held.reader, held.manifest)
    answer.begin(type="application/json")
    answer.write(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode())


def answer_form(held: Held, request: Request, answer: Answer) -> None:
    """The form for a query, with what it finds as a table, or what is wrong with it."""
    table, wrong = None, ""
    if request["query"].strip():
        try:
            table = _table(held, request["query"])
        except GraphError as error:
            wrong = str(error)
    _write_page(answer, query_page(held, request["query"], table, wrong))


def _explain(held: Held, request: Request, answer: Answer) -> None:
    """Why a query takes long; what takes it apart takes longest to import, and pages do without."""
    from graph.server.explain_task import answer_explanation

    answer_explanation(held, request, answer)


PAGE_TASKS: Mapping[str, Callable[[Held, Request, Answer], None]] = {
    "thing": answer_thing,
    "front": answer_front,
    "search": answer_search,
    "form": answer_form,
    "hits": answer_hits,
    "list": answer_list,
    "vocabulary": answer_vocabulary,
    "word": answer_word,
    "explain": _explain,
    "workbench": answer_workbench,
}


def _hits(held: Held, text: str) -> tuple[Hit, ...]:
    return search(held.reader, held.known, held.tables, text)


def _table(held: Held, sparql: str) -> Table:
    with explained(held, sparql):
        return table_of(held.reader, held.prefixes, found_by(held, sparql))


def _write_page(answer: Answer, page: str, status: int = 200) -> None:
    answer.begin(type=content_type(HTML), status=status)
    answer.write(page.encode("utf-8", "replace"))
