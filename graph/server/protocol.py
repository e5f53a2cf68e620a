"""A request of the SPARQL 1.1 Protocol: the query, and the graphs it is put to."""

import asyncio
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.requests import Request
from werkzeug.http import parse_options_header

from graph.server.problems import Problem

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
LONGEST = 1_000_000
"""Bytes of a body, at most."""
PATIENCE = 30.0
"""Seconds a body may take to arrive."""
READ_ONLY = "this graph is read-only and takes no updates; `moneytrail build` makes it from its sources"
Parameters = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Question:
    """What a request asks.

    Attributes:
        query: The query; None where none is asked.
        dataset: The default graphs and the named graphs it is put to; None for those of the query.
    """

    query: str | None
    dataset: tuple[tuple[str, ...], tuple[str, ...]] | None = None


async def read_question(request: Request) -> Question:
    """What a request asks.

    Raises:
        Problem: It is no request of the protocol, or an update.
    """
    parameters = _parameters(request.scope["query_string"])
    if request.method != "POST":
        return _question(parameters)
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind == UPDATE:
        raise Problem(HTTPStatus.FORBIDDEN, READ_ONLY)
    if kind not in (FORM, QUERY):
        words = f"a query is posted as {FORM} or {QUERY}, not as {kind or 'a body without a type'}"
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, words)
    if options.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a query is posted in UTF-8")
    body = await _body(request)
    if kind == FORM:
        return _asked([*_parameters(body), *parameters])
    if any(name == "query" for name, _ in parameters):
        raise Problem(HTTPStatus.BAD_REQUEST, "the query is given twice: in the address and in the body")
    return _question([*parameters, ("query", _decoded(body))])


async def read_form(request: Request) -> Parameters:
    """Names and values of a posted form, and of the address; raises Problem."""
    parameters = _parameters(request.scope["query_string"])
    if request.method != "POST":
        return parameters
    kind, _ = parse_options_header(request.headers.get("content-type", ""))
    if kind != FORM:
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"a request is posted as {FORM}, not as {kind!r}")
    return [*_parameters(await _body(request)), *parameters]


def _asked(parameters: Parameters) -> Question:
    """A question that has to have a query."""
    question = _question(parameters)
    if question.query is None:
        raise Problem(HTTPStatus.BAD_REQUEST, "the form has no field query")
    return question


def _question(parameters: Parameters) -> Question:
    if any(name == "update" for name, _ in parameters):
        raise Problem(HTTPStatus.FORBIDDEN, READ_ONLY)
    queries = _values(parameters, "query")
    if len(queries) > 1:
        raise Problem(HTTPStatus.BAD_REQUEST, "there is more than one query; a request asks one")
    default, named = _values(parameters, "default-graph-uri"), _values(parameters, "named-graph-uri")
    return Question(queries[0] if queries else None, (default, named) if default or named else None)


def _values(parameters: Parameters, wanted: str) -> tuple[str, ...]:
    return tuple(value for name, value in parameters if name == wanted)


def _parameters(encoded: bytes) -> Parameters:
    """Names and values of a form or of an address."""
    try:
        return parse_qsl(
            encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000
        )
    except ValueError as error:
        words = "the parameters are not percent-encoded UTF-8, or too many"
        raise Problem(HTTPStatus.BAD_REQUEST, words) from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Problem(HTTPStatus.BAD_REQUEST, "the query is not UTF-8") from error


async def _body(request: Request) -> bytes:
    """The body of a request, which may be neither long nor late."""
    found = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for piece in request.stream():
                found += piece
                if len(found) > LONGEST:
                    words = f"a query may have {LONGEST:,} bytes"
                    raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, words)
    except TimeoutError as error:
        raise Problem(HTTPStatus.REQUEST_TIMEOUT, "the query did not arrive in time") from error
    return bytes(found)
