"""The ontology is complete, says what its generated files say, and carries what the inventory needs."""

import re
from dataclasses import fields
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from rdflib import RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.namespace import FOAF, ORG, PROV, SDO, DefinedNamespace

import ontology
from graph.vocabulary import MT, TURTLE, read_ontology, read_vocabulary, terms_module
from ontology import terms
from sources.schema import schema_text

NEIGHBOURS = {
    "PROV-O": "http://www.w3.org/ns/prov#",
    "ORG": "http://www.w3.org/ns/org#",
    "Web Annotation": "http://www.w3.org/ns/oa#",
    "schema.org": "https://schema.org/",
    "Open Civic Data": "https://open-civic-data.readthedocs.io/",
    "VIP": "https://vip-specification.readthedocs.io/",
    "NIST 1500-100": "https://pages.nist.gov/ElectionResultsReporting/",
    "FollowTheMoney": "https://schema.followthemoney.tech/#",
    "Wikidata": "http://www.wikidata.org/",
}
NEWER_THAN_RDFLIB = {"PoliticalParty"}
"""Terms of schema.org that the list in rdflib does not have yet."""
LOADED = ("attack", "foe", "radical", "crony", "puppet", "so-called", "victim", "scheme", "buy ")
"""Words that judge, and have no place in a definition."""


@pytest.fixture(scope="module")
def graph() -> Graph:
    """Every triple of the ontology."""
    return read_ontology()


@pytest.fixture(scope="module")
def needs(shared: Path) -> dict[str, dict[str, object]]:
    """What section 6 of the inventory asks of a vocabulary."""
    inventory = yaml.load((shared / "inventory" / "inventory.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return inventory["vocabulary"]  # type: ignore[no-any-return]


def own_terms(graph: Graph) -> set[URIRef]:
    """The terms of the `mt:` namespace that are defined."""
    return {term for term in graph.subjects() if isinstance(term, URIRef) and term.startswith(MT)}


def test_every_term_has_one_label_and_one_comment(graph: Graph) -> None:
    """A term is named and explained once, in English, with a sentence that ends."""
    for term in own_terms(graph):
        for prop in (RDFS.label, RDFS.comment):
            values = list(graph.objects(term, prop))
            assert len(values) == 1, (term, prop)
            assert isinstance(values[0], Literal), term
            assert values[0].language == "en", term
        assert str(graph.value(term, RDFS.comment)).endswith("."), term


def test_no_two_comments_of_a_kind_are_the_same(graph: Graph) -> None:
    """Terms that are explained alike could not be told apart."""
    for kind in (RDFS.Class, RDF.Property):
        comments: dict[str, str] = {}
        for term in graph.subjects(RDF.type, kind):
            comment = str(graph.value(term, RDFS.comment))
            assert comments.setdefault(comment, str(term)) == str(term), comment


def test_every_property_has_one_domain_and_one_range(graph: Graph) -> None:
    """A property says once what it is of and what its values are."""
    for term in graph.subjects(RDF.type, RDF.Property):
        for prop in (RDFS.domain, RDFS.range):
            assert len(list(graph.objects(term, prop))) == 1, (term, prop)


def test_every_term_that_is_used_is_defined(graph: Graph) -> None:
    """No triple names a term of the namespace that has no type."""
    used = {node for triple in graph for node in triple if isinstance(node, URIRef) and node.startswith(MT)}
    assert {node for node in used if graph.value(node, RDF.type) is None} == set()


def test_shapes_name_defined_terms_only(graph: Graph) -> None:
    """The shapes use no term the ontology does not define."""
    shapes = Graph().parse(data=files("ontology").joinpath("shapes.ttl").read_bytes(), format="turtle")
    used = {node for triple in shapes for node in triple if isinstance(node, URIRef) and node.startswith(MT)}
    assert used - own_terms(graph) == set()


def test_every_class_leads_to_a_root() -> None:
    """No class is its own superclass, however far up."""
    for name, term in terms.CLASSES.items():
        seen, parents = {name}, list(term.parents)
        while parents:
            parent = parents.pop()
            assert parent not in seen or parent != name, name
            seen.add(parent)
            parents += terms.CLASSES[parent].parents


@pytest.mark.parametrize("name", TURTLE)
def test_terms_are_explained_in_neutral_words(name: str) -> None:
    """Definitions do not judge."""
    text = files("ontology").joinpath(f"{name}.ttl").read_text("utf-8")
    comments = re.findall(r'rdfs:comment "(.*?)"@en', text)
    found = [comment for comment in comments for word in LOADED if re.search(rf"\b{word}", comment.lower())]
    assert found == []


def test_the_constants_are_those_of_the_turtle() -> None:
    """`ontology/terms.py` says what the Turtle says, term for term."""
    vocabulary = read_vocabulary()
    for field in fields(vocabulary):
        assert getattr(terms, field.name.upper()) == getattr(vocabulary, field.name), field.name


def test_the_constants_are_written_by_the_generator() -> None:
    """The generated text, run, makes the constants that ship, in the same order."""
    made: dict[str, object] = {}
    exec(compile(terms_module(), "terms.py", "exec"), made)  # noqa: S102 - our own generated module
    for name in (
        "NAMESPACE",
        "PREFIXES",
        "CLASSES",
        "PROPERTIES",
        "QUALIFIERS",
        "PREDICATES",
        "EDGES",
        "CODES",
    ):
        assert made[name] == getattr(ontology, name), name
        assert repr(made[name]) == repr(getattr(ontology, name)), name


def test_the_schema_of_sheets_is_written_by_the_generator() -> None:
    """`sources/sheet.schema.json` is the text the generator writes."""
    assert files("sources").joinpath("sheet.schema.json").read_text("utf-8") == schema_text()


def test_code_lists_have_the_sizes_of_the_inventory() -> None:
    """Fifteen modalities, eleven precisions, two polarities."""
    assert [len(terms.CODES[kind]) for kind in ("Modality", "Precision", "Polarity")] == [15, 11, 2]


def test_there_are_195_predicates_in_20_families() -> None:
    """The predicates of claims are sub-properties of a small core."""
    assert len(terms.PREDICATES) == 195
    assert len({term.family for term in terms.PREDICATES.values()}) == 20


def test_every_edge_a_predicate_draws_is_one() -> None:
    """What a predicate draws is a plain edge, what it asserts a class of event, its roles are properties."""
    known = set(terms.PROPERTIES) | set(terms.QUALIFIERS)
    for name, term in terms.PREDICATES.items():
        assert term.draws in ("", *terms.EDGES), name
        assert term.asserts in ("", *terms.CLASSES), name
        assert {term.subject_role, term.object_role, term.draws_to} - {""} <= known, name


@pytest.mark.parametrize(("name", "space"), NEIGHBOURS.items(), ids=NEIGHBOURS.keys())
def test_terms_are_aligned_to_neighbouring_vocabularies(name: str, space: str, graph: Graph) -> None:
    """Each neighbour is pointed at by at least two terms, with a relation that fits."""
    relations = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, RDFS.seeAlso)
    found = {
        term
        for prop in relations
        for term, other in graph.subject_objects(prop)
        if str(other).startswith(space) and str(term).startswith(MT)
    }
    assert len(found) >= 2, name


@pytest.mark.parametrize("vocabulary", [PROV, ORG, SDO, FOAF], ids=["prov", "org", "schema", "foaf"])
def test_alignments_point_at_terms_that_exist(vocabulary: type[DefinedNamespace], graph: Graph) -> None:
    """No alignment names a term its vocabulary does not have."""
    space = str(vocabulary)
    pointed = {str(node).removeprefix(space) for node in graph.objects() if str(node).startswith(space)}
    unknown = {name for name in pointed if f"{space}{name}" not in {str(term) for term in dir(vocabulary)}}
    assert unknown - NEWER_THAN_RDFLIB == set()


def test_every_class_of_the_inventory_is_there(graph: Graph, needs: dict[str, dict[str, object]]) -> None:
    """A class is there under the name of the inventory, or under another that lists it as also known."""
    others = {}
    for term, label in graph.subject_objects(SKOS.altLabel):
        others[str(label).replace(" ", "")] = str(term).removeprefix(str(MT))
    for classes in needs["classes"].values():
        for one in classes:  # type: ignore[attr-defined]
            name = one["name"]
            assert name in terms.CLASSES or name.lower() in others, name


def test_every_predicate_of_the_inventory_is_there(needs: dict[str, dict[str, object]]) -> None:
    """Names, families, and the classes seen on both sides are those of the inventory."""
    predicates = needs["predicates"]
    assert set(terms.PREDICATES) == set(predicates)
    for name, need in predicates.items():
        term = terms.PREDICATES[name]
        family = str(need["super_property"])  # type: ignore[index]
        assert term.family == f"about{family[0].upper()}{family[1:]}", name
        for ours, theirs in ((term.domain_includes, "domain"), (term.range_includes, "range")):
            seen = {"rdfs:Literal" if kind == "literal" else kind for kind in need[theirs]}  # type: ignore[index]
            assert seen <= set(ours), name


def test_modalities_and_precisions_are_those_of_the_inventory(needs: dict[str, dict[str, object]]) -> None:
    """Every modality and precision of the inventory has its code."""
    for kind, need in (("Modality", "modality_values"), ("Precision", "quantity_semantics")):
        codes = {code.name.partition("-")[2] for code in terms.CODES[kind]}
        assert codes == {name.replace("_", "-") for name in needs[need]}


@pytest.mark.parametrize(
    ("need", "carried"),
    [
        ("hasClaim / inDocument", {"hasClaim", "document"}),
        ("paragraphNumber", {"paragraphNumber"}),
        ("spanStart, spanEnd", {"spanStart", "spanEnd"}),
        ("anchorText", {"anchor"}),
        ("claimSubject, claimPredicate, claimObject", set()),  # rdf:subject, rdf:predicate, rdf:object
        ("polarity", {"polarity"}),
        ("modality", {"modality"}),
        ("attributedTo + position", {"attributedTo", "attributionChain", "step", "position"}),
        ("isImplicature", {"implicature"}),
        (
            "quantity → value, unit, semantics, lower, lowerInclusive, upper, upperInclusive, asWritten",
            {
                "value",
                "unit",
                "precision",
                "atLeast",
                "atLeastInclusive",
                "atMost",
                "atMostInclusive",
                "asWritten",
            },
        ),
        ("jointSubject", {"jointSubject"}),
        ("sameFactAs / factKey", {"fact"}),
        ("sameSourceGroup", {"origin", "sameReportAs"}),
        (
            "contradicts, inTensionWith, supersedes, confirms",
            {"contradicts", "inTensionWith", "supersedes", "confirms"},
        ),
        ("possiblySameAs", {"possiblySameAs"}),
        ("resolvedBy", {"resolvedBy"}),
        ("sameMoneyAs, possiblyIncludedIn", {"possiblySameMoneyAs", "possiblyIncludedIn"}),
        ("derivedFrom", set()),  # prov:wasDerivedFrom
        ("outsideKnowledge", {"about"}),
    ],
    ids=lambda value: value.split(" ")[0] if isinstance(value, str) else "",
)
def test_claim_level_needs_have_their_properties(
    need: str, carried: set[str], needs: dict[str, dict[str, object]]
) -> None:
    """Every property the inventory needs for claims is one of ours, by the name given here."""
    assert need in {one["name"] for one in needs["claim_level_properties"]}  # type: ignore[index]
    assert carried <= set(terms.PROPERTIES) | set(terms.QUALIFIERS)


def test_qualifiers_of_the_inventory_are_there(needs: dict[str, dict[str, object]]) -> None:
    """Every qualifier the inventory lists is a qualifier here; a basis of a date has a longer name."""
    listed = next(
        one["name"]  # type: ignore[index]
        for one in needs["claim_level_properties"]
        if one["name"].startswith("qualifier: ")  # type: ignore[index]
    )
    names = {name.strip() for name in listed.removeprefix("qualifier: ").split(",")}
    assert names - set(terms.QUALIFIERS) == {"dateBasis"}
    assert "dateBasisText" in terms.QUALIFIERS
