"""The ontology as its Turtle says it, and the files that are generated from it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from ontology import TURTLE
from ontology.model import ClassTerm, CodeTerm, EdgeTerm, PredicateTerm, PropertyTerm

MT = Namespace("https://w3id.org/moneytrail/ns#")
SCHEMA = Namespace("https://schema.org/")
PREFIXES = {
    "mt": str(MT),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": str(SKOS),
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "schema": str(SCHEMA),
    "id": "https://w3id.org/moneytrail/id/",
    "sh": "http://www.w3.org/ns/shacl#",
}


HEADER = '''"""The terms of the ontology as constants.

Generated from ontology/*.ttl by `make generate`; edit the Turtle, not this file.
"""
'''


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms by local name, in order; codes by the class of their list, and the names of lists."""

    classes: dict[str, ClassTerm]
    properties: dict[str, PropertyTerm]
    qualifiers: dict[str, PropertyTerm]
    predicates: dict[str, PredicateTerm]
    edges: dict[str, EdgeTerm]
    codes: dict[str, tuple[CodeTerm, ...]]
    schemes: tuple[str, ...]


def read_ontology() -> Graph:
    """Every triple of the shipped ontology except the shapes."""
    ontology = Graph()
    folder = files("ontology")
    for name in TURTLE:
        ontology.parse(data=folder.joinpath(f"{name}.ttl").read_text("utf-8"), format="turtle")
    return ontology


def read_vocabulary() -> Vocabulary:
    """The terms of the shipped ontology as values."""
    ontology = read_ontology()
    edges = {_local(term) for term in ontology.subjects(RDF.type, MT.PlainEdgeProperty)}
    properties = {_local(term) for term in ontology.subjects(RDF.type, RDF.Property)}
    qualifiers = {_local(term) for term in ontology.subjects(RDFS.subPropertyOf, MT.qualifier)}
    families = {_local(term) for term in ontology.subjects(RDFS.subPropertyOf, MT.claimPredicate)}
    predicates = {
        _local(term) for family in families for term in ontology.subjects(RDFS.subPropertyOf, MT[family])
    }
    plain = properties - qualifiers - predicates - edges
    return Vocabulary(
        classes={name: _class(ontology, name) for name in _class_names(ontology)},
        properties={name: _property(ontology, name) for name in sorted(plain | (edges - predicates))},
        qualifiers={name: _property(ontology, name) for name in sorted(qualifiers)},
        predicates={name: _predicate(ontology, name) for name in sorted(predicates)},
        edges={name: _edge(ontology, name) for name in sorted(edges)},
        codes=_codes(ontology),
        schemes=tuple(sorted(_local(term) for term in ontology.subjects(RDF.type, SKOS.ConceptScheme))),
    )


def terms_module() -> str:
    """The text of `ontology/terms.py`."""
    vocabulary = read_vocabulary()
    parts = [
        HEADER,
        "from ontology.model import ClassTerm, CodeTerm, EdgeTerm, PredicateTerm, PropertyTerm\n",
        f"NAMESPACE = {quoted(str(MT))}",
        _mapping("PREFIXES", "str", {name: quoted(iri) for name, iri in PREFIXES.items()}),
    ]
    for name, kind, terms in (
        ("CLASSES", "ClassTerm", vocabulary.classes),
        ("PROPERTIES", "PropertyTerm", vocabulary.properties),
        ("QUALIFIERS", "PropertyTerm", vocabulary.qualifiers),
        ("PREDICATES", "PredicateTerm", vocabulary.predicates),
        ("EDGES", "EdgeTerm", vocabulary.edges),
    ):
        parts.append(_mapping(name, kind, {key: _call(term) for key, term in terms.items()}))
    codes = {
        key: "(" + ", ".join(_call(code) for code in values) + ",)"
        for key, values in vocabulary.codes.items()
    }
    parts.append(_mapping("CODES", "tuple[CodeTerm, ...]", codes))
    parts.append(f"SCHEMES = {vocabulary.schemes}")
    return "\n".join(parts) + "\n"


def _class_names(ontology: Graph) -> list[str]:
    return sorted(
        _local(term) for term in ontology.subjects(RDF.type, RDFS.Class) if str(term).startswith(MT)
    )


def _class(ontology: Graph, name: str) -> ClassTerm:
    parents = (term for term in ontology.objects(MT[name], RDFS.subClassOf) if str(term).startswith(MT))
    return ClassTerm(
        label=_text(ontology, name, RDFS.label),
        comment=_text(ontology, name, RDFS.comment),
        parents=tuple(sorted(_local(term) for term in parents)),
        column=_code(ontology, name, MT.column),
        disjoint=_names(ontology, name, OWL.disjointWith),
    )


def _property(ontology: Graph, name: str) -> PropertyTerm:
    return PropertyTerm(
        label=_text(ontology, name, RDFS.label),
        comment=_text(ontology, name, RDFS.comment),
        domain=_name(ontology, name, RDFS.domain),
        range=_name(ontology, name, RDFS.range),
    )


def _predicate(ontology: Graph, name: str) -> PredicateTerm:
    return PredicateTerm(
        label=_text(ontology, name, RDFS.label),
        comment=_text(ontology, name, RDFS.comment),
        family=_name(ontology, name, RDFS.subPropertyOf),
        domain=_name(ontology, name, RDFS.domain),
        range=_name(ontology, name, RDFS.range),
        domain_includes=_names(ontology, name, SCHEMA.domainIncludes),
        range_includes=_names(ontology, name, SCHEMA.rangeIncludes),
        draws=_name(ontology, name, MT.draws),
        draws_to=_name(ontology, name, MT.drawsTo),
        asserts=_name(ontology, name, MT.asserts),
        subject_role=_name(ontology, name, MT.subjectRole),
        object_role=_name(ontology, name, MT.objectRole),
        subject_outcome=_name(ontology, name, MT.subjectOutcome),
        object_outcome=_name(ontology, name, MT.objectOutcome),
        measure=_name(ontology, name, MT.figureMeasures),
        strength=_name(ontology, name, MT.assertsStrength),
        event_kind=_name(ontology, name, MT.assertsEventKind),
        entails=_names(ontology, name, MT.entails),
        excludes=_names(ontology, name, MT.excludesAtOneTime),
        expects=_name(ontology, name, MT.expectsOutcome),
    )


def _edge(ontology: Graph, name: str) -> EdgeTerm:
    return EdgeTerm(label=_text(ontology, name, MT.edgeLabel), family=_code(ontology, name, MT.family))


def _codes(ontology: Graph) -> dict[str, tuple[CodeTerm, ...]]:
    found: dict[str, list[CodeTerm]] = {}
    for term in sorted(ontology.subjects(SKOS.inScheme, None), key=str):
        name = _local(term)
        found.setdefault(_name(ontology, name, RDF.type), []).append(_code_term(ontology, name))
    return {kind: tuple(found[kind]) for kind in sorted(found)}


def _code_term(ontology: Graph, name: str) -> CodeTerm:
    firmness = ontology.value(MT[name], MT.firmness)
    weakens = ontology.value(MT[name], MT.weakens)
    return CodeTerm(
        name=name,
        label=_text(ontology, name, RDFS.label),
        comment=_text(ontology, name, RDFS.comment),
        firmness=None if firmness is None else int(str(firmness)),
        weakens=None if weakens is None else str(weakens) == "true",
        broader=_names(ontology, name, SKOS.broader),
    )


def _local(term: Node) -> str:
    return str(term).removeprefix(str(MT))


def shortened(term: Node) -> str:
    """The prefixed name of a term; local in the `mt:` namespace."""
    iri = str(term)
    if iri.startswith(str(MT)):
        return iri.removeprefix(str(MT))
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    raise ValueError(f"{iri} is in no known namespace")


def _text(ontology: Graph, name: str, prop: URIRef) -> str:
    value = ontology.value(MT[name], prop, any=False)
    if not isinstance(value, Literal):
        raise ValueError(f"mt:{name} has no {shortened(prop)}")  # noqa: TRY004 - the ontology is at fault
    return str(value)


def _names(ontology: Graph, name: str, prop: URIRef) -> tuple[str, ...]:
    values = (value for value in ontology.objects(MT[name], prop) if not isinstance(value, BNode))
    return tuple(sorted(shortened(value) for value in values))


def _name(ontology: Graph, name: str, prop: URIRef) -> str:
    names = _names(ontology, name, prop)
    if len(names) > 1:
        raise ValueError(f"mt:{name} has more than one {shortened(prop)}: {', '.join(names)}")
    return names[0] if names else ""


def _code(ontology: Graph, name: str, prop: URIRef) -> str:
    return _name(ontology, name, prop).partition("-")[2]


def quoted(text: str) -> str:
    """Text as a literal of Python."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _call(term: ClassTerm | PropertyTerm | PredicateTerm | EdgeTerm | CodeTerm) -> str:
    return f"{type(term).__name__}({', '.join(_arguments(term))})"


def _arguments(term: ClassTerm | PropertyTerm | PredicateTerm | EdgeTerm | CodeTerm) -> Iterator[str]:
    for field in fields(term):
        value = getattr(term, field.name)
        if value in ("", (), None):
            continue
        yield f"{field.name}={_literal(value)}"


def _literal(value: str | int | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, tuple):
        return "(" + "".join(f"{quoted(item)}, " for item in value).rstrip() + ")"
    return repr(value)


def _mapping(name: str, kind: str, entries: dict[str, str]) -> str:
    lines = [f"    {quoted(key)}: {text}," for key, text in entries.items()]
    return "\n".join([f"{name}: dict[str, {kind}] = {{", *lines, "}\n"])
