"""What the workbench knows of a graph: prefixes, vocabulary, named queries, and how much there is."""

from typing import Any

from pyoxigraph import DefaultGraph, NamedNode

from graph.ask import NamedQuery, named_queries
from graph.reading import Reader
from graph.store import Manifest
from graph.workbench.slots import query_slots
from graph.workbench.terms import Word, words
from ontology import NAMESPACE, PREFIXES, TABLES

Entry = dict[str, Any]
OTHERS = (
    ("rdf:type", "type", "what kind of thing it is; `a` for short"),
    ("rdf:subject", "subject", "what a claim or edge is about"),
    ("rdf:predicate", "predicate", "what a claim or edge says"),
    ("rdf:object", "object", "the other end of a claim or edge, or its value"),
    ("rdfs:label", "label", "name for people"),
    ("skos:altLabel", "other name", "another name, as printed"),
    ("dcterms:identifier", "identifier", "number for people, such as that of a claim"),
    ("prov:wasDerivedFrom", "derived from", "the claim or row something rests on"),
)
"""Properties of other vocabularies that most queries need."""


def workbench_data(reader: Reader, manifest: Manifest) -> Entry:
    """All of it, ready for JSON."""
    return {
        "base": f"{manifest.base}id/",
        "prefixes": {**PREFIXES, "id": f"{manifest.base}id/"},
        "terms": [*map(_term, words()), *(_entry(name, "property", *told) for name, *told in OTHERS)],
        "evidence": ["claim", "edge", "event", *(name for name, table in TABLES.items() if table.keeps_rows)],
        "queries": [_query(query) for query in named_queries()],
        "entities": _count_entities(reader),
        "claims": manifest.claims,
        "triples": manifest.triples,
    }


def _term(word: Word) -> Entry:
    told = _entry(f"mt:{word.name}", word.kind, word.label, word.comment, word.domain, word.range)
    return {**told, "parents": word.parents} if word.kind == "class" else told


def _entry(name: str, kind: str, label: str, comment: str, domain: str = "", values: str = "") -> Entry:
    return {"name": name, "kind": kind, "label": label, "comment": comment, "domain": domain, "range": values}


def _query(query: NamedQuery) -> Entry:
    return {
        "name": query.name,
        "answers": query.answers,
        "notes": query.notes,
        "parameters": [
            {"name": one.name, "default": one.default, "kind": one.kind, "text": one.text}
            for one in query.parameters
        ],
        "columns": [{"name": name, "text": text} for name, text in query.columns],
        "slots": query_slots(query),
    }


def _count_entities(reader: Reader) -> int:
    """How many entities sources name."""
    named = NamedNode(f"{NAMESPACE}namedInDocuments")
    return sum(1 for _ in reader.store.quads_for_pattern(None, named, None, DefaultGraph()))
