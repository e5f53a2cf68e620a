"""What the process of a query says went wrong, as an error for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import NotRdfError, QueryError
from graph.sparql.mistakes import UNGROUPED, explain
from graph.sparql.terms import Prefixes

UNSELECTED = "in its SELECT projection"
ENDED = "most likely the query is nested too deeply, or needs more memory than there is"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as its messages need it; `added` are the bound variables its SELECT does not name."""

    sparql: str
    name: str
    prefixes: Prefixes
    added: tuple[str, ...] = ()


def as_error(said: Mapping[str, Any], asked: Asked) -> QueryError | NotRdfError:
    """The error for what a `FaultError` says of a query."""
    message = said["message"]
    if UNSELECTED in message or (asked.added and UNGROUPED in message):
        wanted = ", ".join(f"?{name}" for name in asked.added) or "every variable"
        return QueryError(
            f"{asked.name}: {wanted}: a value is given, so the query has to use the variable,"
            " and to name it in GROUP BY where it counts or sums"
        )
    if said["error"] == "syntax":
        return explain(asked.name, asked.sparql, asked.prefixes.namespaces, message, said["place"])
    if said["error"] == "data":
        return NotRdfError(Path(said["path"]), message)
    return QueryError(f"{asked.name}: {message}")
