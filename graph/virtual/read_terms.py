"""Terms as values of SQL have them, read and, for values of any kind, written."""

from decimal import Decimal

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.virtual.conversions import LETTERS
from graph.virtual.terms import DATATYPES, IRIS, KINDS_OF, XSD, NotTranslatedError, Term
from ontology import NAMESPACE


def read_term(value: object, kind: str, things: str) -> Term | None:
    """The term of a value that SQL gives."""
    if value is None or kind == "nothing":
        return None
    text = _digits(value) if isinstance(value, Decimal) else str(value)
    if kind in IRIS:
        start = {"id": things, "code": NAMESPACE, "iri": ""}[kind]
        return NamedNode(start + text)
    if kind == "term":
        return _read_any(text)
    if kind in ("text", "label"):
        return Literal(text, language="en" if kind == "label" else None)
    return Literal(text.lower() if kind == "boolean" else text, datatype=NamedNode(DATATYPES[kind]))


def _digits(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def any_term(term: Term) -> str:
    """A term as the text of kind `term`."""
    if isinstance(term, NamedNode):
        return f"i{term.value}"
    if isinstance(term, BlankNode):
        return f"_{term.value}"
    if isinstance(term, Triple):
        raise NotTranslatedError("a statement as a value")
    if term.language is not None:
        return f"l{term.language}|{term.value}"
    if term.datatype.value == XSD + "string":
        return f"s{term.value}"
    kind = KINDS_OF.get(term.datatype.value)
    return f"{LETTERS[kind]}{term.value}" if kind else f"o{term.datatype.value}|{term.value}"


def _read_any(text: str) -> Term:
    letter, rest = text[0], text[1:]
    if letter in "io_l":
        head, _, tail = rest.partition("|")
        match letter:
            case "i":
                return NamedNode(rest)
            case "_":
                return BlankNode(rest)
            case "l":
                return Literal(tail, language=head)
        return Literal(tail, datatype=NamedNode(head))
    if letter == "s":
        return Literal(rest)
    kind = next(kind for kind, known in LETTERS.items() if known == letter)
    return Literal(rest, datatype=NamedNode(DATATYPES[kind]))
