"""Terms of a query in SQL."""

from pyoxigraph import Literal, NamedNode

from graph.virtual.terms import KINDS_OF, LONGEST, NotTranslatedError, Shape, Term, Value, quoted
from ontology import NAMESPACE, PREFIXES

STRING = PREFIXES["xsd"] + "string"


def constant(term: Term, things: str) -> Value:
    """A term of a query in SQL.

    Raises:
        NotTranslatedError: It is of a kind that columns have none of.
    """
    if isinstance(term, NamedNode):
        return _iri(term.value, things)
    if not isinstance(term, Literal):
        raise NotTranslatedError("a blank node or a statement as a value")
    kind = KINDS_OF.get(term.datatype.value, "")
    if term.language is None and term.datatype.value == STRING:
        return Value(quoted(term.value), Shape("text"))
    if term.language == "en":
        return Value(quoted(term.value), Shape("label"))
    return _typed(term, kind)


def _iri(iri: str, things: str) -> Value:
    if iri.startswith(things):
        path = iri.removeprefix(things)
        return Value(quoted(path), Shape("id", starts=(path.partition("/")[0],)))
    if iri.startswith(NAMESPACE):
        return Value(quoted(iri.removeprefix(NAMESPACE)), Shape("code"))
    return Value(quoted(iri), Shape("iri"))


def _typed(term: Literal, kind: str) -> Value:
    text = term.value
    if kind == "boolean" and text in ("true", "false"):
        return Value(text.upper(), Shape(kind))
    if kind == "integer" and _whole(text):
        return Value(f"CAST({int(text)} AS BIGINT)", Shape(kind, digits=len(text)))
    if kind == "date" and len(text) == len("2000-01-01") and text[0] != "-":
        return Value(f"DATE {quoted(text)}", Shape(kind))
    if kind == "decimal" and _whole(text.replace(".", "", 1)):
        whole, _, part = text.partition(".")
        part = part.rstrip("0")
        shape = Shape(kind, scale=len(part), digits=max(len(whole), 1))
        return Value(f"CAST({quoted(f'{whole or 0}.{part or 0}')} AS DECIMAL(38, {len(part)}))", shape)
    raise NotTranslatedError(f"the value {term}")


def _whole(text: str) -> bool:
    """Whether text is a whole number that SQL holds."""
    digits = text.removeprefix("-").removeprefix("+")
    return digits.isascii() and digits.isdigit() and len(digits) <= LONGEST
