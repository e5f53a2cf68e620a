"""What may be said: vocabulary, code lists, shapes and how classes are drawn, as data."""

from ontology.model import (
    LAWS,
    SHAPES,
    TURTLE,
    ClassTerm,
    CodeTerm,
    ColumnTerm,
    EdgeTerm,
    PredicateTerm,
    PropertyTerm,
    TableTerm,
)
from ontology.tables import TABLES
from ontology.terms import (
    CLASSES,
    CODES,
    EDGES,
    NAMESPACE,
    PREDICATES,
    PREFIXES,
    PROPERTIES,
    QUALIFIERS,
    SCHEMES,
)

__all__ = [
    "CLASSES",
    "CODES",
    "EDGES",
    "LAWS",
    "NAMESPACE",
    "PREDICATES",
    "PREFIXES",
    "PROPERTIES",
    "QUALIFIERS",
    "SCHEMES",
    "SHAPES",
    "TABLES",
    "TURTLE",
    "ClassTerm",
    "CodeTerm",
    "ColumnTerm",
    "EdgeTerm",
    "PredicateTerm",
    "PropertyTerm",
    "TableTerm",
]
