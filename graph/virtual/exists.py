"""EXISTS and NOT EXISTS, whose groups rdflib leaves as they are written."""

from rdflib.plugins.sparql.algebra import simplify, translateGroupGraphPattern, translatePath, traverse
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.terms import NotTranslatedError

EXISTS = {"Builtin_EXISTS": True, "Builtin_NOTEXISTS": False}


def read_group(graph: CompValue) -> CompValue:
    """The algebra of the group of EXISTS."""
    found = traverse(translateGroupGraphPattern(traverse(graph, visitPost=translatePath)), visitPost=simplify)
    if not isinstance(found, CompValue):
        raise NotTranslatedError("EXISTS of this form")
    return found


def is_plain(part: CompValue) -> bool:
    """Whether a part of a query has the same solutions, wherever values from outside are put in."""
    if part.name == "Filter":
        return is_plain(part.p)
    if part.name in ("Join", "Union"):
        return is_plain(part.p1) and is_plain(part.p2)
    return bool(part.name == "BGP")
