"""The property graph as FollowTheMoney entities, one JSON object a line.

Schemata and properties are those of https://followthemoney.tech/explorer/. A gift is a Payment only
when its payee received it; spending for or against somebody, stated totals and every tie the model
has no edge for are UnknownLinks with their role in words. An amount stands only where it is one
number, exact or about; bounds and hedges are told in the description.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, BinaryIO

from pyoxigraph import NamedNode, Store

from graph.exports.projection import Value
from graph.nodes import Names, digest
from graph.reading import Reader
from sources.check import is_kind

if TYPE_CHECKING:
    import networkx as nx

SCHEMA_OF_CLASS = (
    ("Person", "Person"),
    ("Company", "Company"),
    ("PublicBody", "PublicBody"),
    ("Organization", "Organization"),
    ("Agent", "LegalEntity"),
    ("Office", "Position"),
    ("Place", "Address"),
    ("Work", "Asset"),
)
OTHER_SCHEMA = "Event"
PARENTS = {
    "Company": "Organization",
    "PublicBody": "Organization",
    "Organization": "LegalEntity",
    "Person": "LegalEntity",
}
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
Properties = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Link:
    """An edge of FollowTheMoney: its schema, and property and schema of both ends."""

    schema: str
    source: tuple[str, str]
    target: tuple[str, str]
    words: str = "role"


PAYMENT = Link("Payment", ("payer", "LegalEntity"), ("beneficiary", "LegalEntity"), "purpose")
DIRECTORSHIP = Link("Directorship", ("director", "LegalEntity"), ("organization", "Organization"))
EMPLOYMENT = Link("Employment", ("employee", "Person"), ("employer", "Organization"))
OCCUPANCY = Link("Occupancy", ("holder", "Person"), ("post", "Position"), "status")
OTHER_LINK = Link("UnknownLink", ("subject", ""), ("object", ""))
LINKS = {
    "gaveTo": PAYMENT,
    "memberOf": Link("Membership", ("member", "LegalEntity"), ("organization", "Organization")),
    "leads": DIRECTORSHIP,
    "presidentOf": DIRECTORSHIP,
    "policyDirectorOf": EMPLOYMENT,
    "editorAt": EMPLOYMENT,
    "spouseOf": Link("Family", ("person", "Person"), ("relative", "Person"), "relationship"),
    "holdsOffice": OCCUPANCY,
    "heldOffice": OCCUPANCY,
}


def write_ftm(network: "nx.MultiDiGraph[str]", store: Store, base: str, out: BinaryIO) -> None:
    """Write documents, entities and links, in this order, each sorted by IRI."""
    reader = Reader(store)
    for entity in (*_documents(reader), *_entities(network, reader), *_links(network, reader, Names(base))):
        line = json.dumps(entity, ensure_ascii=False)
        out.write(f"{line}\n".encode())


def ftm_id(iri: str) -> str:
    """The id of an entity: FollowTheMoney takes letters, digits, dots and hyphens only."""
    return f"moneytrail-{digest(iri)}"


def schema_of(kind: str) -> str:
    """The schema of the nearest class that has one."""
    return next((schema for name, schema in SCHEMA_OF_CLASS if is_kind(kind, name)), OTHER_SCHEMA)


def link_of(relation: str, source: str, target: str, event_class: str) -> Link:
    """The link for a relation between two schemata, UnknownLink when no other fits both ends."""
    link = LINKS.get(relation, OTHER_LINK)
    fits = _is_a(source, link.source[1]) and _is_a(target, link.target[1])
    total = event_class != "" and is_kind(event_class, "MoneyTotal")
    return link if fits and not total else OTHER_LINK


def _is_a(schema: str, wanted: str) -> bool:
    return wanted in ("", schema) or (schema in PARENTS and _is_a(PARENTS[schema], wanted))


def _entity(iri: str, schema: str, properties: Properties) -> dict[str, object]:
    filled = {name: values for name, values in properties.items() if any(values)}
    return {"id": ftm_id(iri), "schema": schema, "properties": filled}


def _documents(reader: Reader) -> Iterator[dict[str, object]]:
    for node in reader.instances("SourceDocument"):
        properties = {
            "name": [f"document {reader.text(node, 'dcterms:identifier')}"],
            "title": [reader.text(node, "dcterms:title")],
            "publisher": [reader.text(node, "dcterms:publisher")],
            "author": [author.value for author in reader.values(node, "dcterms:creator")],
            "fileName": [reader.text(node, "fileName")],
            "publishedAt": [date for date in [reader.text(node, "date")] if DAY.fullmatch(date)],
            "notes": [f"SHA-256 of the text: {reader.text(node, 'textDigest')}"],
            "sourceUrl": [node.value],
        }
        yield _entity(node.value, "Article", properties)


def _entities(network: "nx.MultiDiGraph[str]", reader: Reader) -> Iterator[dict[str, object]]:
    for iri, data in network.nodes(data=True):
        schema = schema_of(data["class"])
        node = NamedNode(iri)
        properties = {
            "name": [data["label"]],
            "alias": [name.value for name in reader.values(node, "skos:altLabel")],
            "notes": [reader.text(node, "skos:scopeNote")],
            "sourceUrl": [iri],
        }
        if schema == OTHER_SCHEMA:
            properties |= _dates(reader, node)
        yield _entity(iri, schema, properties)


def _links(network: "nx.MultiDiGraph[str]", reader: Reader, names: Names) -> Iterator[dict[str, object]]:
    kinds = {iri: schema_of(data["class"]) for iri, data in network.nodes(data=True)}
    for source, target, key, data in network.edges(keys=True, data=True):
        link = link_of(data["relation"], kinds[source], kinds[target], str(data.get("event_class", "")))
        properties = {
            link.source[0]: [ftm_id(source)],
            link.target[0]: [ftm_id(target)],
            link.words: [_words(data["relation"], link)],
            **(_of_rows(data) if "dataset" in data else _of_claims(data, key, reader, names)),
        }
        if link is PAYMENT:
            properties |= _amount(data)
        yield _entity(key, link.schema, properties)


def _of_claims(data: dict[str, Value], key: str, reader: Reader, names: Names) -> Properties:
    """What claims say of an edge."""
    return {
        "summary": [reader.text(NamedNode(key), "rdfs:label")],
        "description": list(_description(data, reader, NamedNode(key))),
        "recordId": str(data.get("claims", "")).split(),
        **_proof(str(data.get("documents", "")).split(), reader, names),
        **_dates(reader, NamedNode(key)),
    }


def _of_rows(data: dict[str, Value]) -> Properties:
    """What rows of a dataset say of an edge: a sum, a candidacy or an outcome."""
    words = [f"Known from rows of the dataset {data['dataset']}"]
    if "rows" in data:
        words.append(f"Sum of {data['rows']} rows; new money {format(data['new_money'], 'f')}")
    if "votes" in data:
        words.append(f"{data['votes']} votes")
    event = str(data["event"]).partition("/id/")[2]
    return {"description": words, "recordId": [event], "date": [str(data.get("date", ""))]}


def _words(relation: str, link: Link) -> str:
    from ontology import EDGES

    if link is OCCUPANCY:
        return "current" if relation == "holdsOffice" else "ended"
    return EDGES[relation].label


def _description(data: dict[str, Value], reader: Reader, edge: NamedNode) -> Iterator[str]:
    """What does not fit into a property of its own: bounds, hedges, and each claim in the project's words."""
    if "as_written" in data:
        event = NamedNode(str(data["event"]))
        words = reader.amount(event).text if "currency" in data else f"in {data.get('unit', '')}"
        yield f"Figure: {words}; as written: {data['as_written']}"
    if is_kind(str(data.get("event_class", "Entity")), "MoneyTotal"):
        yield "A stated total over time or several recipients; never add it to payments."
    if "possibly_same_money_as" in data:
        yield "The same money may be told a second time; never add both."
    if "hedges" in data:
        yield f"Every claim behind it is hedged: {str(data['hedges']).replace(' ', ', ')}"
    for claim in reader.nodes(edge, "prov:wasDerivedFrom"):
        gloss = reader.text(claim, "gloss")
        if gloss:
            yield f"{reader.text(claim, 'dcterms:identifier')}: {gloss}"


def _proof(documents: list[str], reader: Reader, names: Names) -> Properties:
    nodes = [names.thing(f"document/{document}") for document in documents]
    publishers = sorted({reader.text(node, "dcterms:publisher") for node in nodes})
    return {"proof": [ftm_id(node.value) for node in nodes], "publisher": publishers}


def _dates(reader: Reader, node: NamedNode) -> Properties:
    date = reader.text(node, "date")
    if DAY.fullmatch(date):
        return {"date": [date]}
    return {"startDate": [reader.text(node, "earliest")], "endDate": [reader.text(node, "latest")]}


def _amount(data: dict[str, Value]) -> Properties:
    amount = data.get("amount")
    if not isinstance(amount, Decimal):
        return {}
    return {"amount": [format(amount, "f")], "currency": [str(data["currency"])]}
