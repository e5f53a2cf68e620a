"""`/reconcile` and what is under it: requests of clients that match tables."""

from dataclasses import asdict
from html import escape
from http import HTTPStatus
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from graph.server.answers import answer, pool_of
from graph.server.problems import Problem
from graph.server.protocol import read_form
from graph.server.reconciliation.manifest import manifest
from graph.server.reconciliation.questions import read_extension, read_questions
from graph.server.reconciliation.vocabulary import (
    Named,
    beginning,
    local_id,
    properties,
    properties_of,
    types,
)
from graph.store import read_manifest
from ontology import CLASSES

HEADERS = {"Cache-Control": "no-cache"}
LONGEST = 200
"""Characters of what is typed, at most."""
EMBEDDED = {
    **HEADERS,
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
    ),
}
"""Headers of a page that stands in pages of others."""


async def reconcile(request: Request) -> Response:
    """The candidates of questions, the values of properties, or without either the manifest."""
    form = dict(await read_form(request))
    pool = pool_of(request)
    if "queries" in form:
        asked = {key: asdict(one) for key, one in read_questions(form["queries"]).items()}
        return await answer(request, pool, "reconcile", HEADERS, questions=asked)
    if "extend" in form:
        wanted = read_extension(form["extend"])
        return await answer(request, pool, "reconcile-extend", HEADERS, **asdict(wanted))
    if request.method == "POST":
        raise Problem(HTTPStatus.BAD_REQUEST, "the form has neither queries nor extend")
    base = read_manifest(pool.settings.folder).base
    return _json(manifest(pool.settings.url, base, request.app.state.version))


async def suggest(request: Request) -> Response:
    """Things, types or properties that begin as somebody types."""
    prefix = request.query_params.get("prefix", "")[:LONGEST]
    cursor = request.query_params.get("cursor", "0")
    skipped = int(cursor) if cursor.isdecimal() else 0
    kind = request.path_params["kind"]
    if kind == "entity":
        pool = pool_of(request)
        return await answer(request, pool, "reconcile-entities", HEADERS, prefix=prefix, cursor=skipped)
    found = list(beginning(_offered(kind), prefix))[skipped:]
    return _json({"result": [asdict(one) for one in found]})


async def flyout(request: Request) -> Response:
    """A few words on a thing, a type or a property."""
    kind = request.path_params["kind"]
    given = _id(request)
    if kind == "entity":
        return await answer(request, pool_of(request), "reconcile-flyout", HEADERS, path=given)
    known = next((one for one in _offered(kind) if one.id == given), None)
    if known is None:
        raise Problem(HTTPStatus.NOT_FOUND, f"{given!r} is no {kind} that is known here")
    words = f"<p><strong>{escape(known.name)}</strong></p><p>{escape(known.description)}</p>"
    return _json({"id": given, "html": words})


async def proposals(request: Request) -> Response:
    """The properties that things of a type may have."""
    given = request.query_params.get("type", "")
    limit = request.query_params.get("limit", "")
    found = properties_of(local_id(given)) if local_id(given) in CLASSES else properties()
    shown = found[: int(limit)] if limit.isdecimal() else found
    return _json({"properties": [asdict(one) for one in shown], "type": given})


async def preview(request: Request) -> Response:
    """A small page on a thing, to stand in pages of others."""
    return await answer(request, pool_of(request), "reconcile-preview", EMBEDDED, path=_id(request))


async def features(request: Request) -> Response:
    """The page on what scores are made of."""
    return await answer(request, pool_of(request), "reconcile-features", HEADERS)


async def view(request: Request) -> Response:
    """Lead to the page of a thing."""
    return RedirectResponse(f"/page/{quote(_id(request), safe='/-._~%')}", 303)


RECONCILIATION = (
    Route("/reconcile", reconcile, methods=["GET", "HEAD", "POST"]),
    Route("/reconcile/suggest/{kind}", suggest),
    Route("/reconcile/flyout/{kind}", flyout),
    Route("/reconcile/properties", proposals),
    Route("/reconcile/preview", preview),
    Route("/reconcile/features", features),
    Route("/reconcile/view", view),
)


def _offered(kind: str) -> tuple[Named, ...]:
    """The types or the properties."""
    if kind not in ("type", "property"):
        raise Problem(HTTPStatus.NOT_FOUND, f"{kind!r} is not one of entity, type, property")
    return types() if kind == "type" else properties()


def _id(request: Request) -> str:
    return request.query_params.get("id", "")


def _json(told: dict[str, object]) -> Response:
    return JSONResponse(told, headers=HEADERS)
