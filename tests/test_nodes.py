"""Values as RDF terms: each with its datatype, none lost on the way through N-Quads."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.errors import BaseIriError
from graph.nodes import (
    Names,
    Writer,
    boolean,
    check_base,
    code,
    date_terms,
    decimal,
    digest,
    integer,
    term,
    text,
    value_term,
)
from ontology import NAMESPACE, PREFIXES
from sources.claim import Thing

XSD = PREFIXES["xsd"]
HOSTILE = st.text(st.characters(exclude_categories=("Cs",)))
NAMES = Names("https://example.org/money/")


@given(HOSTILE)
def test_any_text_comes_back_from_n_quads(words: str) -> None:
    """Quotes, line ends, control characters and signs of every script survive being written and read."""
    quad = Quad(NAMES.thing("a"), term("gloss"), text(words), NAMES.graph("g"))
    line = f"{quad.triple} {quad.graph_name} .\n"
    assert line.count("\n") == 1
    assert list(parse(line.encode(), RdfFormat.N_QUADS)) == [quad]


@given(HOSTILE.filter(lambda path: path != ""))
def test_any_path_makes_an_iri_that_comes_back(path: str) -> None:
    """Whatever a name holds, its IRI is ASCII without spaces, quotes or angle brackets, and is read back."""
    node = NAMES.thing(path)
    assert node.value.isascii()
    assert not set(node.value) & set(' "<>\\^`{|}\n\t')
    quad = Quad(node, term("gloss"), text("x"), node)
    assert list(parse(f"{quad.triple} {node} .\n".encode(), RdfFormat.N_QUADS)) == [quad]


@given(HOSTILE, HOSTILE)
def test_two_paths_make_two_iris(one: str, other: str) -> None:
    """Percent-encoding keeps names apart: a name with %20 in it is not the name with a space."""
    assert (NAMES.thing(one) == NAMES.thing(other)) == (one == other)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=-(10**17), max_value=10**17))
def test_a_decimal_keeps_its_value_and_has_one_spelling(value: Decimal) -> None:
    """No digit is lost and no exponent written; equal numbers are equal terms."""
    literal = decimal(value)
    assert Decimal(literal.value) == value
    assert "E" not in literal.value.upper()
    assert literal == decimal(value * Decimal("1.000"))
    assert literal.datatype == NamedNode(XSD + "decimal")


@pytest.mark.parametrize(
    ("value", "written"),
    [("100.00", "100"), ("0.10", "0.1"), ("-0.0", "0"), ("1E+3", "1000"), ("1E-7", "0.0000001"), ("0", "0")],
)
def test_a_decimal_is_written_plainly(value: str, written: str) -> None:
    """Needless zeros, signs and exponents go."""
    assert decimal(Decimal(value)).value == written


def test_thirty_digits_are_thirty_digits() -> None:
    """A number longer than the usual precision of Decimal is not rounded."""
    long = "123456789012345678901234567890.123456789"
    assert decimal(Decimal(long)).value == long


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_finite_number_is_refused(value: str) -> None:
    """There is no decimal for it."""
    with pytest.raises(ValueError, match=r"^Decimal\('-?(NaN|Infinity)'\) is not a finite number$"):
        decimal(Decimal(value))


@given(st.integers())
def test_a_whole_number_is_an_integer(value: int) -> None:
    """It has the datatype and all its digits."""
    assert integer(value) == Literal(str(value), datatype=NamedNode(XSD + "integer"))


def test_a_boolean_is_no_number() -> None:
    """True is not taken for 1."""
    with pytest.raises(TypeError, match=r"^True is a boolean, wanted a whole number$"):
        integer(value=True)
    assert value_term(True, NAMES) == boolean(value=True)  # noqa: FBT003 - a qualifier's value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Thing("person/cari-tuna"), NamedNode("https://example.org/money/id/person/cari-tuna")),
        ("words", Literal("words")),
        (5, Literal("5", datatype=NamedNode(XSD + "integer"))),
        (Decimal("70.40"), Literal("70.4", datatype=NamedNode(XSD + "decimal"))),
        (False, Literal("false", datatype=NamedNode(XSD + "boolean"))),
    ],
)
def test_each_kind_of_value_has_its_term(value: Thing | str | int, expected: NamedNode | Literal) -> None:
    """An entity is an IRI, anything else a literal with its datatype."""
    assert value_term(value, NAMES) == expected


def test_what_has_no_term_is_refused() -> None:
    """A float never becomes a literal."""
    with pytest.raises(TypeError, match=r"^1\.5 has no RDF term$"):
        value_term(1.5, NAMES)  # type: ignore[arg-type]


def test_a_date_has_its_first_and_last_day() -> None:
    """The text stays as written; a day that is not known is left out."""
    day = NamedNode(XSD + "date")
    assert date_terms("2018-06") == (
        (term("date"), text("2018-06")),
        (term("earliest"), Literal("2018-06-01", datatype=day)),
        (term("latest"), Literal("2018-06-30", datatype=day)),
    )
    assert [name for name, _ in date_terms("../2018")] == [term("date"), term("latest")]
    assert [name for name, _ in date_terms("2018/..")] == [term("date"), term("earliest")]


def test_terms_and_codes_have_the_namespace_of_the_ontology() -> None:
    """A plain name is the ontology's, a prefixed one another vocabulary's."""
    assert term("gaveTo").value == NAMESPACE + "gaveTo"
    assert term("dcterms:title").value == PREFIXES["dcterms"] + "title"
    assert code("modality", "reported").value == NAMESPACE + "modality-reported"


@given(st.lists(HOSTILE.filter(lambda part: "\x1f" not in part), min_size=1, max_size=4))
def test_a_digest_depends_on_every_part(parts: list[str]) -> None:
    """Sixteen hexadecimal digits, others when a part is added or parts are joined."""
    assert len(digest(*parts)) == 16
    assert int(digest(*parts), 16) >= 0
    assert digest(*parts) != digest(*parts, "")
    if len(parts) > 1:
        assert digest(*parts) != digest("".join(parts))


@pytest.mark.parametrize("base", ["", "example.org/", "https://example.org", "https://exa mple.org/", "a b"])
def test_a_base_that_makes_no_iris_is_refused(base: str) -> None:
    """A base is absolute and ends where a name can follow."""
    with pytest.raises(BaseIriError) as caught:
        check_base(base)
    assert str(caught.value) == (
        f"base: {base!r} is not an absolute IRI that ends in / or #, such as https://example.org/money/"
    )


def test_a_value_of_a_code_list_is_a_term_of_the_ontology() -> None:
    """A qualifier or link that takes codes is written as the code, any other text as text."""
    out = Writer(NAMES.graph("g"), [])
    for name, value in (("marginSize", "margin-large"), ("marginAsWritten", "margin-large")):
        out.add_value(NAMES.thing("a"), name, value, NAMES)
    assert [quad.object for quad in out.quads] == [term("margin-large"), text("margin-large")]


def test_empty_text_makes_no_statement() -> None:
    """A field that is not given leaves no empty string behind."""
    out = Writer(NAMES.graph("g"), [])
    out.add_text(NAMES.thing("a"), "note", "")
    assert out.quads == []
    out.add_text(NAMES.thing("a"), "note", " ")
    assert out.quads == [Quad(NAMES.thing("a"), term("note"), text(" "), NAMES.graph("g"))]
