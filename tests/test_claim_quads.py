"""A claim as quads: every field is a statement, and nothing else is."""

from decimal import Decimal

import pytest
from pyoxigraph import Literal, NamedNode

from graph.derive.claim_quads import write_chain, write_claim
from graph.nodes import Names, Writer
from ontology import NAMESPACE, PREFIXES
from sources.claim import Claim, Evidence, Span, Thing
from sources.errors import Position
from sources.quantity import StatedFigure, read_quantity

NAMES = Names("https://example.org/money/")
THINGS = "https://example.org/money/id/"
CLAIM = Claim(
    key="T-001",
    document="trial",
    evidence=Evidence(2, Span(12, 40), "gave more than", 20),
    kind="money",
    subject="person/ann-lee",
    predicate="gaveTo",
    object=Thing("person/bo-ray"),
    gloss="A gift",
    position=Position("f"),
)


def _statements(claim: Claim) -> dict[str, list[str]]:
    """Values of the claim's node by the short name of their property, things without their base."""
    out = Writer(NAMES.graph("document/trial"), [])
    write_claim(claim, NAMES, out)
    assert {quad.graph_name for quad in out.quads} == {NAMES.graph("document/trial")}
    found: dict[str, list[str]] = {}
    for quad in out.quads:
        if quad.subject == NAMES.thing(f"claim/{claim.digest}"):
            found.setdefault(_short(quad.predicate), []).append(_short(quad.object))
    return found


def _short(node: object) -> str:
    assert isinstance(node, NamedNode | Literal)
    value = node.value.removeprefix(THINGS).removeprefix(NAMESPACE)
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace):
            return f"{prefix}:{value.removeprefix(namespace)}"
    return value


def _with(**changes: object) -> Claim:
    fields = {name: getattr(CLAIM, name) for name in Claim.__slots__}
    return Claim(**{**fields, **changes})


def test_a_plain_claim_states_who_what_where_and_how_firmly() -> None:
    """Subject, predicate, object, kind, polarity, modality, place and number are there, and no note."""
    digest = CLAIM.digest
    chain = _statements(CLAIM).pop("attributionChain")
    assert len(chain) == 1
    assert {name: values for name, values in _statements(CLAIM).items() if name != "attributionChain"} == {
        "rdf:type": ["Claim"],
        "dcterms:identifier": ["T-001"],
        "rdf:subject": ["person/ann-lee"],
        "rdf:predicate": ["gaveTo"],
        "rdf:object": ["person/bo-ray"],
        "claimKind": ["kind-money"],
        "polarity": ["polarity-positive"],
        "modality": ["modality-asserted"],
        "implicature": ["false"],
        "gloss": ["A gift"],
        "document": ["document/trial"],
        "paragraph": ["document/trial/paragraph/2"],
        "paragraphNumber": ["2"],
        "spanStart": ["12"],
        "spanEnd": ["40"],
        "anchor": ["gave more than"],
        "anchorStart": ["20"],
        "anchorEnd": ["34"],
        "evidence": [f"evidence/{digest}"],
        "holder": ["document/trial"],
    }


def test_evidence_is_a_web_annotation_of_span_and_anchor() -> None:
    """A selector of positions and one of the anchor's words, both of the document."""
    out = Writer(NAMES.graph("g"), [])
    write_claim(CLAIM, NAMES, out)
    place = f"evidence/{CLAIM.digest}"
    about = [(_short(q.subject), _short(q.predicate), _short(q.object)) for q in out.quads]
    assert [triple for triple in about if triple[0].startswith(place)] == [
        (place, "rdf:type", "Evidence"),
        (place, "rdf:type", "oa:SpecificResource"),
        (place, "oa:hasSource", "document/trial"),
        (place, "oa:hasSelector", f"{place}/span"),
        (place, "oa:hasSelector", f"{place}/anchor"),
        (f"{place}/span", "rdf:type", "oa:TextPositionSelector"),
        (f"{place}/span", "oa:start", "12"),
        (f"{place}/span", "oa:end", "40"),
        (f"{place}/anchor", "rdf:type", "oa:TextQuoteSelector"),
        (f"{place}/anchor", "oa:exact", "gave more than"),
    ]


def test_the_chain_keeps_its_order_from_the_outside_in() -> None:
    """The document comes first, then outlet and speaker; the last one holds the claim."""
    out = Writer(NAMES.graph("g"), [])
    write_claim(_with(attributed_to=("publication/post", "person/ann-lee")), NAMES, out)
    triples = [(_short(q.subject), _short(q.predicate), _short(q.object)) for q in out.quads]
    (chain,) = [value for _, name, value in triples if name == "attributionChain"]
    steps = [(step, name, value) for step, name, value in triples if step.startswith(f"{chain}/")]
    assert [(name, value) for _, name, value in steps if name in ("position", "says")] == [
        ("position", "1"),
        ("says", "document/trial"),
        ("position", "2"),
        ("says", "publication/post"),
        ("position", "3"),
        ("says", "person/ann-lee"),
    ]
    assert [value for _, name, value in triples if name == "holder"] == ["person/ann-lee"]
    assert [value for _, name, value in triples if name == "attributedTo"] == [
        "publication/post",
        "person/ann-lee",
    ]


def test_equal_chains_are_one_node_and_others_are_not() -> None:
    """Order, agents and inference make a chain what it is."""
    out = Writer(NAMES.graph("g"), [])
    one = write_chain([("document/a", False), ("person/b", False)], NAMES, out)
    assert write_chain([("document/a", False), ("person/b", False)], NAMES, out) == one
    others = [
        write_chain([("person/b", False), ("document/a", False)], NAMES, out),
        write_chain([("document/a", False), ("person/b", True)], NAMES, out),
        write_chain([("document/a", False)], NAMES, out),
    ]
    assert len({one, *others}) == 4


@pytest.mark.parametrize(
    ("kind", "classes"),
    [
        ("characterisation", ["Claim", "Characterization"]),
        ("position", ["Claim", "PolicyPosition"]),
        ("statement", ["Claim", "SpeechAct"]),
        ("forecast", ["Claim", "Forecast"]),
        ("money", ["Claim"]),
    ],
)
def test_opinions_positions_and_forecasts_have_their_class(kind: str, classes: list[str]) -> None:
    """A loaded word is a characterization, never a property of a person."""
    assert _statements(_with(kind=kind))["rdf:type"] == classes


def test_hedges_denials_and_hints_are_stated() -> None:
    """Every modality, a negative polarity and an implicature are on the claim."""
    found = _statements(_with(modality=("reported", "tentative"), positive=False, implicature=True))
    assert found["modality"] == ["modality-reported", "modality-tentative"]
    assert (found["polarity"], found["implicature"]) == (["polarity-negative"], ["true"])


def test_a_figure_is_flat_on_the_claim_with_its_bounds() -> None:
    """A "more than" has a value, a lower bound that does not belong, and no upper one."""
    figure = read_quantity(StatedFigure("more-than", "USD", "more than $1.5 million", Decimal("1500000.00")))
    found = _statements(_with(quantity=figure))
    assert (found["precision"], found["unit"]) == (["precision-more-than"], ["USD"])
    assert (found["value"], found["asWritten"]) == (["1500000"], ["more than $1.5 million"])
    assert (found["atLeast"], found["atLeastInclusive"]) == (["1500000"], ["false"])
    assert "atMost" not in found
    assert "atMostInclusive" not in found


def test_a_figure_without_a_value_has_none() -> None:
    """The word "millions" is a bound without a value."""
    found = _statements(_with(quantity=read_quantity(StatedFigure("vague-plural", "USD", "millions"))))
    assert "value" not in found
    assert found["atLeast"] == ["1000000"]


def test_qualifiers_are_on_the_claim_each_with_all_its_values() -> None:
    """Entities are IRIs, words and flags literals; a date has its first and last day beside it."""
    qualifiers = (
        ("contest", (Thing("contest/a"), Thing("contest/b"))),
        ("date", ("2018-06",)),
        ("since", ("2014",)),
        ("jointSubject", (True,)),
    )
    found = _statements(_with(qualifiers=qualifiers))
    assert found["contest"] == ["contest/a", "contest/b"]
    assert (found["date"], found["earliest"], found["latest"]) == (
        ["2018-06"],
        ["2018-06-01"],
        ["2018-06-30"],
    )
    assert (found["since"], found["jointSubject"]) == (["2014"], ["true"])


def test_words_stand_for_an_object_as_they_are() -> None:
    """A claim whose object is words has a literal."""
    assert _statements(_with(object="person/bo-ray"))["rdf:object"] == ["person/bo-ray"]
    out = Writer(NAMES.graph("g"), [])
    write_claim(_with(object="his friend"), NAMES, out)
    assert [q.object for q in out.quads if _short(q.predicate) == "rdf:object"] == [Literal("his friend")]


def test_fact_note_and_resolution_are_stated_when_given() -> None:
    """A fact joins claims by its name; a resolution says what the entities rest on."""
    found = _statements(_with(fact="gift", note="n", resolution="Named before"))
    assert (found["fact"], found["note"]) == (["fact/gift"], ["n"])
    assert found["resolvedBy"] == [f"resolution/{CLAIM.digest}"]
    out = Writer(NAMES.graph("g"), [])
    write_claim(_with(resolution="Named before"), NAMES, out)
    assert "Named before" in [_short(q.object) for q in out.quads if _short(q.predicate) == "resolutionText"]
