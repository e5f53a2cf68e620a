"""Terms of a file as terms of the graph: blank nodes get IRIs, figures one form, and what is odd is refused.

A blank node of a file becomes `id/dataset/<source>/<file>/blank/<label>`, where the label is its own in
N-Triples and N-Quads and else counts blank nodes in the order of the file: the same file gives the
same IRIs. Terms of our own vocabulary must be in it.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from graph.nodes import XSD, boolean, decimal
from graph.rdf.places import find_text
from ontology import NAMESPACE, TURTLE
from sources.errors import Position, StatementsError, did_you_mean
from sources.tables.reading.packed import Member

Term = NamedNode | BlankNode | Literal | Triple
WHOLE = ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "unsignedInt")
FORMS = {
    **{f"{XSD}{name}": (r"[+-]?[0-9]+", "a whole number") for name in WHOLE},
    f"{XSD}decimal": (r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)", "a decimal number"),
    f"{XSD}boolean": ("true|false|1|0", "true or false"),
    f"{XSD}date": (r"-?[0-9]{4,}-[0-9]{2}-[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?", "a date"),
    f"{XSD}dateTime": (
        r"-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})?",
        "a date and time",
    ),
    f"{XSD}gYear": (r"-?[0-9]{4,}(Z|[+-][0-9]{2}:[0-9]{2})?", "a year"),
    f"{XSD}double": (r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?INF|NaN", "a number"),
    f"{XSD}float": (r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?INF|NaN", "a number"),
}
DAY = 10


@dataclass
class FileTerms:
    """The terms of one file while it is read.

    Attributes:
        member: The file.
        start: Start of the IRIs of its blank nodes.
        keeps_labels: Whether blank nodes keep the labels they have in the file.
    """

    member: Member
    start: str
    keeps_labels: bool
    _numbers: dict[str, int] = field(default_factory=dict)

    def told(self, value: Term) -> NamedNode | Literal:
        """A term of the file as a term of the graph.

        Raises:
            StatementsError: It is a triple, a term the ontology has not, or text not of its datatype.
        """
        return self._literal(value) if isinstance(value, Literal) else self.node(value)

    def node(self, value: NamedNode | BlankNode | Triple) -> NamedNode:
        """A thing of the file as a thing of the graph; raises as `told`."""
        if isinstance(value, NamedNode):
            return self._named(value)
        if isinstance(value, BlankNode):
            return NamedNode(f"{self.start}{self._label(value.value)}")
        place = find_text(self.member, "<<")
        raise StatementsError(place, "a statement about a statement (RDF 1.2); wanted plain triples")

    def _label(self, label: str) -> str:
        if self.keeps_labels:
            return quote(label, safe="")
        return str(self._numbers.setdefault(label, len(self._numbers) + 1))

    def _named(self, value: NamedNode) -> NamedNode:
        if value.value.startswith(NAMESPACE) and value.value not in known_terms():
            name = value.value.removeprefix(NAMESPACE)
            hint = did_you_mean(name, [term.removeprefix(NAMESPACE) for term in sorted(known_terms())])
            place = _first_place(self.member, (f":{name}", f"#{name}", name))
            raise StatementsError(place, f"mt:{name} is not a term of the ontology{hint}")
        return value

    def _literal(self, value: Literal) -> Literal:
        if value.direction is not None:
            raise StatementsError(
                find_text(self.member, value.value), "text with a direction (RDF 1.2); leave it out"
            )
        form = FORMS.get(value.datatype.value)
        if form is None:
            return value
        text, (pattern, wanted) = value.value.strip(), form
        if re.fullmatch(pattern, text) is None or not _is_day(text, value.datatype.value):
            place = find_text(self.member, value.value)
            raise StatementsError(place, f"{value.value!r} is not {wanted}, as its datatype says")
        return _in_one_form(text, value)


def _in_one_form(text: str, value: Literal) -> Literal:
    """A figure or truth value as the store writes it, so that equal ones are equal."""
    kind = value.datatype.value.removeprefix(XSD)
    if kind in ("integer", "decimal"):
        return Literal(decimal(Decimal(text)).value, datatype=value.datatype)
    return boolean(value=text in ("true", "1")) if kind == "boolean" else value


def _is_day(text: str, datatype: str) -> bool:
    """Whether a date, with its time if it has one, is one; of other text, true."""
    if datatype not in (f"{XSD}date", f"{XSD}dateTime") or re.match(r"\d{4}-", text) is None:
        return True
    try:
        # midnight at the end of a day is 24:00:00 in XML Schema (part 2, section 3.3.7)
        datetime.fromisoformat(text.replace("T24:00:00", "T00:00:00") if "T" in text else text[:DAY])
    except ValueError:
        return False
    return True


def _first_place(member: Member, texts: tuple[str, ...]) -> Position:
    places = [find_text(member, text, offset=len(text) - len(texts[-1])) for text in texts]
    return next((place for place in places if place.line), places[-1])


@cache
def known_terms() -> frozenset[str]:
    """The IRIs of everything the ontology describes in its own namespace."""
    texts = (files("ontology").joinpath(f"{name}.ttl").read_bytes() for name in TURTLE)
    subjects = (quad.subject for text in texts for quad in parse(text, RdfFormat.TURTLE))
    names = {node.value for node in subjects if isinstance(node, NamedNode)}
    return frozenset(name for name in names if name.startswith(NAMESPACE))
