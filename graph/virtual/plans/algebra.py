"""Parts of a query as rdflib has them, looked into."""

from collections.abc import Iterator
from typing import Any

import rdflib
from rdflib.plugins.sparql.algebra import traverse
from rdflib.plugins.sparql.parserutils import CompValue


def is_anything(expr: Any) -> bool:  # noqa: ANN401 - as rdflib has it
    """Whether OPTIONAL has no filter."""
    return isinstance(expr, CompValue) and expr.name == "TrueFilter"


def conjuncts(expr: Any) -> Iterator[Any]:  # noqa: ANN401 - as rdflib has it
    """The conditions that all have to hold."""
    if isinstance(expr, CompValue) and expr.name == "ConditionalAndExpression":
        for part in (expr.expr, *expr.other):
            yield from conjuncts(part)
    else:
        yield expr


def variables_in(part: Any) -> set[str]:  # noqa: ANN401 - as rdflib has it
    """The variables of a part of a query."""
    found: set[str] = set()

    def look(one: Any) -> None:  # noqa: ANN401
        if isinstance(one, rdflib.Variable):
            found.add(str(one))

    traverse(part, visitPre=look)
    return found


def triples_of(part: CompValue) -> list[object]:
    """The triples of a chain of optional patterns."""
    return list(part.triples) if part.name == "BGP" else [*triples_of(part.p1), *triples_of(part.p2)]
