"""What a worker does for clients that match tables."""

import json
from collections.abc import Callable, Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from graph.identity.sides import Side
from graph.reading import Reader
from graph.server.frames import Answer
from graph.server.held import Held
from graph.server.media import HTML, content_type
from graph.server.reconciliation.answering import candidates, description, facts_of, kinds_of, types_of
from graph.server.reconciliation.extending import extended
from graph.server.reconciliation.features import features
from graph.server.reconciliation.suggesting import beginning_with
from graph.server.tasks import Request
from graph.sparql.evaluation import FaultError
from ontology import CLASSES


def answer_questions(held: Held, request: Request, answer: Answer) -> None:
    """The candidates of a batch."""
    _write(answer, candidates(held.reconciled.matcher, held.reader, request["questions"]))


def answer_extension(held: Held, request: Request, answer: Answer) -> None:
    """The values of properties of things."""
    asked = [(str(name), int(most)) for name, most in request["properties"]]
    _write(answer, extended(held.reconciled, held.reader, request["ids"], asked))


def answer_entities(held: Held, request: Request, answer: Answer) -> None:
    """The things whose names begin as somebody types."""
    found = beginning_with(held.reconciled, request["prefix"], request["cursor"])
    _write(answer, {"result": [_suggestion(held.reader, side) for side in found]})


def answer_flyout(held: Held, request: Request, answer: Answer) -> None:
    """A few words on a thing, for who points at it in a list."""
    side = _side(held, request["path"])
    html = _template("flyout").render(name=side.label, words=description(side))
    _write(answer, {"id": request["path"], "html": html})


def answer_preview(held: Held, request: Request, answer: Answer) -> None:
    """A small page on a thing."""
    side = _side(held, request["path"])
    kinds = [CLASSES[kind].label for kind in kinds_of(held.reader, side.path)]
    _write_page(answer, _template("preview").render(side=side, kinds=kinds, told=facts_of(side)))


def answer_features(_: Held, __: Request, answer: Answer) -> None:
    """The page on what scores are made of."""
    _write_page(answer, _template("features").render(features=features()))


RECONCILING: Mapping[str, Callable[[Held, Request, Answer], None]] = {
    "reconcile": answer_questions,
    "reconcile-extend": answer_extension,
    "reconcile-entities": answer_entities,
    "reconcile-flyout": answer_flyout,
    "reconcile-preview": answer_preview,
    "reconcile-features": answer_features,
}


def _side(held: Held, path: str) -> Side:
    found = held.reconciled.sides([path])
    if not found:
        raise FaultError("missing", f"{path!r} is nothing that is matched")
    return found[0]


def _suggestion(reader: Reader, side: Side) -> dict[str, object]:
    kinds = types_of(kinds_of(reader, side.path), side)
    return {"id": side.path, "name": side.label, "description": description(side), "notable": kinds}


def _write(answer: Answer, told: Mapping[str, object]) -> None:
    answer.begin(type="application/json")
    answer.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "replace"))


def _write_page(answer: Answer, page: str) -> None:
    answer.begin(type=content_type(HTML))
    answer.write(page.encode("utf-8", "replace"))


@cache
def _template(name: str) -> Template:
    """A template, which escapes what is put into it."""
    loader = PackageLoader("graph.server.reconciliation")
    found = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return found.get_template(f"{name}.html.jinja")
