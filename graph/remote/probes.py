"""What a server answers wrongly, found out by small queries over a small graph, in plain words.

They ask the graphs `id/graph/probe` and `id/graph/probe/twin`; every load writes both.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.nodes import Names
from graph.remote.asking import select
from graph.remote.connection import Connection
from graph.remote.errors import EndpointError, RefusedError, UnreachableError
from graph.sparql.tokens import Token, read_tokens
from graph.stated import PROBE, TWIN

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Probe:
    """One thing that servers answer differently.

    Attributes:
        sparql: A query for one value; `P` stands for the probe graph, `T` for its twin.
        right: The right value, in each way it may be written.
        wrong: What to say when another value comes, or none.
        concerns: Whether it matters to a query of these words.
    """

    sparql: str
    right: frozenset[str]
    wrong: str
    concerns: Callable[[Tokens], bool]


def find_wrong(connection: Connection, names: Names, sparql: str | None = None) -> Iterator[str]:
    """What a server answers wrongly, in words.

    Args:
        connection: To the server, with the graphs of the probe.
        names: The names of its things.
        sparql: A query for which it matters; None for everything.

    Raises:
        UnreachableError: Nobody answers.
        RefusedError: The server wants another user.
    """
    tokens = None if sparql is None else read_tokens(sparql)
    for probe in PROBES:
        if (tokens is None or probe.concerns(tokens)) and not _is_right(connection, names, probe):
            yield probe.wrong


def concerning(wrong: Iterable[str], sparql: str) -> tuple[str, ...]:
    """Of what a server answers wrongly, what matters to a query."""
    tokens, told = read_tokens(sparql), frozenset(wrong)
    return tuple(probe.wrong for probe in PROBES if probe.wrong in told and probe.concerns(tokens))


def takes_default_graph(connection: Connection, names: Names) -> bool:
    """Whether a server answers from the default graph it is given; else none of our queries is right."""
    return _is_right(connection, names, GIVEN)


def _is_right(connection: Connection, names: Names, probe: Probe) -> bool:
    place, twin = names.graph(PROBE).value, names.graph(TWIN).value
    text = probe.sparql.replace("<P", f"<{place}").replace("<T>", f"<{twin}>")
    try:
        rows = select(connection, text, "" if " FROM " in text else place)
    except (UnreachableError, RefusedError):
        raise
    except EndpointError:
        return False
    return [value for row in rows for value in row.values()] in [[right] for right in probe.right]


def _has(*words: str) -> Callable[[Tokens], bool]:
    return lambda tokens: any(token.is_word(*words) for token in tokens)


def _has_several_from(tokens: Tokens) -> bool:
    pairs = pairwise(tokens)
    return sum(first.is_word("FROM") and not second.is_word("NAMED") for first, second in pairs) > 1


def _divides(tokens: Tokens) -> bool:
    """Whether a / stands between numbers; between names it is a path."""
    return any(
        two.text == "/"
        and (one.kind in ("variable", "number") or three.kind in ("variable", "number", "word"))
        for one, two, three in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if three.text != "a"
    )


def _has_path(*modifiers: str) -> Callable[[Tokens], bool]:
    """Whether a path goes a step so many times: what stands before the modifier is a step."""
    return lambda tokens: any(
        second.text in modifiers and (first.kind in ("name", "iri") or first.text in (")", "a"))
        for first, second in pairwise(tokens)
    )


def _never(_: Tokens) -> bool:
    """For what changes no row, only how a value is written: it is told after a load, and not of queries."""
    return False


GIVEN = Probe(
    "SELECT (COUNT(*) AS ?n) WHERE { ?s <P/next> ?o }",
    frozenset(("3",)),
    "does not answer from the default graph that a query is sent with",
    lambda _: True,
)
SEVERAL = Probe(
    "SELECT (COUNT(*) AS ?n) FROM <P> FROM <T> WHERE { <P/a> <P/next> ?o }",
    frozenset(("1",)),
    "counts a triple once for each graph it stands in, where a query names several with FROM",
    _has_several_from,
)
PROBES = (
    Probe(
        "SELECT (COUNT(*) AS ?n) FROM <P> WHERE { ?s <P/next> ?o }",
        frozenset(("3",)),
        "does not answer from the graph that FROM names",
        _has("FROM"),
    ),
    SEVERAL,
    Probe(
        "SELECT (1/2 AS ?n) WHERE {}",
        frozenset(("0.5",)),
        "divides whole numbers without the rest, so that 1/2 is 0; write 1.0/2",
        _divides,
    ),
    Probe(
        "SELECT (SUM(?amount) AS ?n) WHERE { ?s <P/amount> ?amount }",
        frozenset(("0.3", "0.30")),
        "does not add decimal numbers exactly",
        _has("SUM", "AVG"),
    ),
    Probe(
        "SELECT (COUNT(*) AS ?n) WHERE { ?s <P/next>+ ?o }",
        frozenset(("6",)),
        "follows no path with + or * between two unknown ends; name one end",
        _has_path("+", "*"),
    ),
    Probe(
        "SELECT (COUNT(*) AS ?n) WHERE { ?s <P/amount> ?amount"
        " { ?s <P/next> ?o } UNION { ?s <P/before> ?o } ?o <P/next>* <P/d> }",
        frozenset(("2",)),
        "repeats or loses rows where a path with ?, * or + is joined with UNION, MINUS or another",
        _has_path("?", "+", "*"),
    ),
    Probe(
        "SELECT (MIN(?word) AS ?n) WHERE { ?s <P/word> ?word }",
        frozenset(("alpha",)),
        "does not find the first of several texts with MIN, nor the last with MAX",
        _has("MIN", "MAX"),
    ),
    Probe(
        "SELECT (1 = 1 AS ?n) WHERE {}",
        frozenset(("true",)),
        "gives the truths it works out as the numbers 1 and 0",
        _never,
    ),
)
