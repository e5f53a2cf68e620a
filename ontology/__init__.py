"""What may be said: vocabulary, code lists, shapes and how classes are drawn, as data."""

from ontology.model import TURTLE, ClassTerm, CodeTerm, EdgeTerm, PredicateTerm, PropertyTerm
from ontology.terms import CLASSES, CODES, EDGES, NAMESPACE, PREDICATES, PREFIXES, PROPERTIES, QUALIFIERS

__all__ = [
    "CLASSES",
    "CODES",
    "EDGES",
    "NAMESPACE",
    "PREDICATES",
    "PREFIXES",
    "PROPERTIES",
    "QUALIFIERS",
    "TURTLE",
    "ClassTerm",
    "CodeTerm",
    "EdgeTerm",
    "PredicateTerm",
    "PropertyTerm",
]
