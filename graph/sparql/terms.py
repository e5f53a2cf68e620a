"""Values of Python as terms of a query, and terms of a result as values of Python; IRIs short and long."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.nodes import BASE
from ontology import PREFIXES

__all__ = ["BASE", "Bindable", "Prefixes", "Term", "Value", "json_term", "value_of"]

Term = NamedNode | Literal | BlankNode | Triple
Value = str | int | Decimal | float | bool | date | datetime | None
Bindable = str | int | Decimal | float | bool | date | datetime | NamedNode | Literal
XSD = PREFIXES["xsd"]
IRI = re.compile(r"(?:https?|urn|mailto):[^\s<>\"{}|\\^`]+")
"""What is taken for a full IRI when a string is bound."""


@dataclass(frozen=True, slots=True)
class Prefixes:
    """Prefixes and their namespaces."""

    namespaces: Mapping[str, str]

    def shorten(self, iri: str) -> str:
        """An IRI with its prefix, `id:person/noah-phillips`; the longest namespace counts."""
        fitting = [item for item in self.namespaces.items() if iri.startswith(item[1]) and iri != item[1]]
        if not fitting:
            return f"<{iri}>"
        prefix, namespace = max(fitting, key=lambda item: len(item[1]))
        return f"{prefix}:{iri.removeprefix(namespace)}"

    def expand(self, text: str) -> str | None:
        """The IRI of a full or prefixed one, None when the text is neither."""
        if IRI.fullmatch(text):
            return text
        if text.startswith("<") and text.endswith(">") and IRI.fullmatch(text[1:-1]):
            return text[1:-1]
        prefix, colon, local = text.partition(":")
        if colon and prefix in self.namespaces and local and not re.search(r"[\s<>\"{}|\\^`]", local):
            return self.namespaces[prefix] + local
        return None


def json_term(value: Bindable, prefixes: Prefixes) -> dict[str, str]:
    """A value as a term in SPARQL JSON."""
    if isinstance(value, str):
        iri = prefixes.expand(value)
        return _literal(value, "string") if iri is None else {"type": "uri", "value": iri}
    if isinstance(value, NamedNode):
        return {"type": "uri", "value": value.value}
    if isinstance(value, Literal):
        found = {"type": "literal", "value": value.value, "datatype": value.datatype.value}
        return found if value.language is None else {**found, "language": value.language}
    return _typed(value)


def _typed(value: float | Decimal | date) -> dict[str, str]:
    match value:
        case bool():
            return _literal("true" if value else "false", "boolean")
        case int():
            return _literal(str(value), "integer")
        case Decimal():
            return _literal(format(value, "f"), "decimal")
        case float():
            return _literal(repr(value), "double")
        case datetime():
            return _literal(value.isoformat(), "dateTime")
        case date():
            return _literal(value.isoformat(), "date")
    raise TypeError(f"{value!r} cannot be bound in a query")


def _literal(text: str, datatype: str) -> dict[str, str]:
    return {"type": "literal", "value": text, "datatype": XSD + datatype}


def value_of(term: Term | None) -> Value:
    """A term as Python has it: numbers, dates and truth as such, IRIs and the rest as strings."""
    if term is None:
        return None
    if not isinstance(term, Literal):
        return term.value if isinstance(term, NamedNode) else str(term)
    try:
        return _value(term.value, term.datatype.value)
    except (ValueError, KeyError, InvalidOperation):
        return term.value


def _value(text: str, datatype: str) -> Value:
    reader = READERS.get(datatype.removeprefix(XSD))
    return text if reader is None else reader(text)


def _truth(text: str) -> bool:
    return {"true": True, "1": True, "false": False, "0": False}[text]


READERS: dict[str, Callable[[str], Value]] = {
    **dict.fromkeys(("integer", "int", "long", "short", "byte", "nonNegativeInteger"), int),
    **dict.fromkeys(("positiveInteger", "unsignedInt", "unsignedLong", "unsignedShort"), int),
    "decimal": Decimal,
    "double": float,
    "float": float,
    "boolean": _truth,
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
}
