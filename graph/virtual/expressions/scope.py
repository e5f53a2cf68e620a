"""Expressions of SPARQL in SQL: an error is NULL, and what has no exact counterpart is refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import rdflib
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.constants import constant
from graph.virtual.expressions.any_kind import truth_of_any
from graph.virtual.patterns import node
from graph.virtual.terms import NotTranslatedError, Shape, Value

Lookup = Callable[[str], Value]
"""Gives a variable as an expression."""
TRUTH = Shape("boolean", nullable=True)


@dataclass(frozen=True, slots=True)
class Scope:
    """Translates the expressions of one relation.

    Attributes:
        lookup: Gives its variables.
        things: What the IRIs of things start with.
        translations: How each operator and function is translated, by rdflib's name of it.
    """

    lookup: Lookup
    things: str
    translations: "Mapping[str, Translation]"

    def condition(self, expr: object) -> str:
        """An expression as a condition: what it is worth as a truth.

        Raises:
            NotTranslatedError: It has no exact counterpart.
        """
        return truth(self.value(expr))

    def value(self, expr: object) -> Value:
        """An expression in SQL.

        Raises:
            NotTranslatedError: It has no exact counterpart.
        """
        if isinstance(expr, rdflib.Variable):
            return self.lookup(str(expr))
        if isinstance(expr, rdflib.Literal | rdflib.URIRef):
            return constant(node(expr), self.things)  # type: ignore[arg-type]
        if not isinstance(expr, CompValue):
            raise NotTranslatedError(f"the expression {expr}")
        if expr.name not in self.translations:
            raise NotTranslatedError(word(expr))
        return self.translations[expr.name](self, expr)


Translation = Callable[[Scope, Any], Value]
"""Translates one kind of expression."""


def word(expr: CompValue) -> str:
    """The name of an operator or function, as a query has it."""
    return str(expr.name).removeprefix("Builtin_")


def truth(value: Value) -> str:
    """What a value is worth as a truth."""
    match value.kind:
        case "boolean":
            return value.sql
        case "decimal" | "integer":
            return f"({value.sql} <> 0)"
        case "text":
            return f"({value.sql} <> '')"
        case "term":
            return truth_of_any(value)
    return "CAST(NULL AS BOOLEAN)"
