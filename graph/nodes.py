"""The one place where a value becomes an RDF term, with an explicit datatype.

Terms are pyoxigraph's. Every function refuses what it cannot type.
"""

from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import BaseIriError
from ontology import CODES, NAMESPACE, PREFIXES, QUALIFIERS
from ontology.terms import PROPERTIES
from sources.claim import Literal as Scalar
from sources.claim import Thing
from sources.edtf import read_date

BASE = "https://w3id.org/moneytrail/"
XSD = PREFIXES["xsd"]
INTEGER = NamedNode(XSD + "integer")
DECIMAL = NamedNode(XSD + "decimal")
BOOLEAN = NamedNode(XSD + "boolean")
DAY = NamedNode(XSD + "date")
TYPE = NamedNode(PREFIXES["rdf"] + "type")
DIGITS = 16


def check_base(base: str) -> str:
    """A base of IRIs, after making sure that names can be put behind it.

    Raises:
        BaseIriError: It is not an absolute IRI that ends in / or #.
    """
    try:
        NamedNode(f"{base}id/x")
    except ValueError as error:
        raise BaseIriError(base) from error
    if not base.endswith(("/", "#")):
        raise BaseIriError(base)
    return base


@dataclass(frozen=True, slots=True)
class Names:
    """Mints the IRIs of things and graphs under a base."""

    base: str = BASE

    def thing(self, path: str) -> NamedNode:
        """The IRI of a path under `id/`; what is not ASCII is percent-encoded."""
        return NamedNode(f"{self.base}id/{quote(path, safe='/-._~')}")

    def known(self, path: str) -> NamedNode:
        """The IRI of a path as it stands in an IRI, percent-encoded."""
        return NamedNode(f"{self.base}id/{path}")

    def graph(self, path: str) -> NamedNode:
        """The IRI of a named graph."""
        return self.thing(f"graph/{path}")


def term(name: str) -> NamedNode:
    """The IRI of a term: a local name of the ontology, or a prefixed name."""
    prefix, colon, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local) if colon else NamedNode(NAMESPACE + name)


def code(kind: str, notation: str) -> NamedNode:
    """The IRI of a value of a code list, for example `code("modality", "reported")`."""
    return NamedNode(f"{NAMESPACE}{kind}-{notation}")


def text(value: str) -> Literal:
    """A string."""
    return Literal(value)


def english(value: str) -> Literal:
    """A string in English, for labels."""
    return Literal(value, language="en")


def integer(value: int) -> Literal:
    """A whole number."""
    if isinstance(value, bool):
        raise TypeError(f"{value!r} is a boolean, wanted a whole number")
    return Literal(str(value), datatype=INTEGER)


def decimal(value: Decimal) -> Literal:
    """A decimal number without exponent or needless zeros, so that equal numbers are equal terms."""
    if not value.is_finite():
        raise ValueError(f"{value!r} is not a finite number")
    whole, _, fraction = format(value, "f").partition(".")
    digits = fraction.rstrip("0")
    plain = f"{whole}.{digits}" if digits else whole
    return Literal("0" if plain == "-0" else plain, datatype=DECIMAL)


def boolean(*, value: bool) -> Literal:
    """A truth value."""
    return Literal("true" if value else "false", datatype=BOOLEAN)


def day(value: object) -> Literal:
    """A calendar day."""
    return Literal(str(value), datatype=DAY)


def date_terms(edtf: str) -> tuple[tuple[NamedNode, Literal], ...]:
    """Property and value of an EDTF date: the date itself, its first and its last day."""
    interval = read_date(edtf)
    terms = [(term("date"), text(edtf))]
    if interval.earliest is not None:
        terms.append((term("earliest"), day(interval.earliest)))
    if interval.latest is not None:
        terms.append((term("latest"), day(interval.latest)))
    return tuple(terms)


def value_term(value: Thing | Scalar, names: Names) -> NamedNode | Literal:
    """The term of an object or qualifier value."""
    if isinstance(value, Thing):
        return names.thing(value.path)
    if isinstance(value, bool):
        return boolean(value=value)
    if isinstance(value, int):
        return integer(value)
    if isinstance(value, Decimal):
        return decimal(value)
    if isinstance(value, str):
        return text(value)
    raise TypeError(f"{value!r} has no RDF term")


def _takes_codes(name: str) -> bool:
    """Whether the values of a link or qualifier are of a code list."""
    known = QUALIFIERS.get(name) or PROPERTIES.get(name)
    return known is not None and known.range in CODES


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits over parts, for the IRIs of what has no name of its own."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:DIGITS]


@dataclass(frozen=True, slots=True)
class Writer:
    """Collects the statements of one graph."""

    graph: NamedNode
    quads: list[Quad]

    def add(self, subject: NamedNode, predicate: str | NamedNode, value: NamedNode | Literal) -> None:
        """Add a statement; a predicate may be given by its name."""
        prop = term(predicate) if isinstance(predicate, str) else predicate
        self.quads.append(Quad(subject, prop, value, self.graph))

    def add_text(self, subject: NamedNode, predicate: str, value: str) -> None:
        """Add a string, unless it is empty."""
        if value != "":
            self.add(subject, predicate, text(value))

    def add_value(self, subject: NamedNode, name: str, value: Thing | Scalar, names: Names) -> None:
        """Add a link or qualifier; a date comes with its first and last day."""
        if name == "date" and isinstance(value, str):
            for prop, date_value in date_terms(value):
                self.add(subject, prop, date_value)
        elif isinstance(value, str) and _takes_codes(name):
            self.add(subject, name, term(value))
        else:
            self.add(subject, name, value_term(value, names))

    def a(self, subject: NamedNode, kind: str) -> None:
        """Add a type."""
        self.add(subject, TYPE, term(kind))
