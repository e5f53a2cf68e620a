"""Every document, claim and entity of the inventory is in the graph, field by field, by SPARQL.

The inventory is the project's own reading of the five founding articles; it lies in the shared
folder, and `inventory_ids.csv` says which of our names stands for which of its ids.
"""

import csv
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from graph.store import open_store

BASE = "https://w3id.org/moneytrail/id/"
TERMS = "https://w3id.org/moneytrail/ns#"
PREFIXES = f"""\
PREFIX mt: <{TERMS}>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
UNSOURCED = "person:RileySuspect"  # names a private person, and nobody looked it up
DATES = ("date", "posted", "since", "until", "as_of")
NAMESPACES = {
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
Inventory = dict[str, Any]
Value = str | int | bool | Decimal
Facts = dict[str, dict[str, set[Value]]]  # values by property, by subject


@pytest.fixture(scope="module")
def inventory(shared: Path) -> Inventory:
    """The reading of the five articles."""
    with (shared / "inventory" / "inventory.yaml").open(encoding="utf-8") as file:
        loaded: Inventory = yaml.load(file, yaml.CSafeLoader)
    return loaded


@pytest.fixture(scope="module")
def paths() -> dict[str, str]:
    """Path of each entity and document by its id in the inventory."""
    with Path(__file__).with_name("inventory_ids.csv").open(encoding="utf-8", newline="") as file:
        return {row["inventory"]: row["moneytrail"] for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def store(built: Path) -> Store:
    """The store of a graph of the shipped sources."""
    return open_store(built)


@pytest.fixture(scope="module")
def claims(store: Store) -> Facts:
    """Every property of every claim, by its number."""
    rows = _ask(
        store, "?claim a mt:Claim ; dcterms:identifier ?key ; ?property ?value", "?key ?property ?value"
    )
    return _by_subject(rows)


@pytest.fixture(scope="module")
def entities(store: Store) -> Facts:
    """What the registry says of every entity, and its names in documents, by its path."""
    where = f"""{{ GRAPH <{BASE}graph/registry> {{ ?entity mt:namedInDocuments ?named ; ?property ?value }} }}
        UNION {{ ?entity mt:namedInDocuments ?named ; skos:altLabel ?value BIND(skos:altLabel AS ?property) }}
        BIND(STR(?entity) AS ?key)"""
    found = _by_subject(_ask(store, where, "?key ?property ?value"))
    return {key.removeprefix(BASE): values for key, values in found.items()}


def _ask(store: Store, where: str, variables: str) -> list[tuple[Value, ...]]:
    solutions = store.query(f"{PREFIXES} SELECT {variables} WHERE {{ {where} }}")
    assert isinstance(solutions, QuerySolutions)
    return [tuple(_value(node) for node in row) for row in solutions]


def _value(node: object) -> Value:
    """A literal as a Python value, a thing as its path, a term as its local name."""
    if isinstance(node, NamedNode):
        return node.value.removeprefix(BASE).removeprefix(TERMS)
    assert isinstance(node, Literal), node
    kind = node.datatype.value.rpartition("#")[2]
    readers = {"integer": int, "decimal": Decimal, "boolean": lambda text: text == "true"}
    read: Value = readers.get(kind, str)(node.value)
    return read


def _by_subject(rows: list[tuple[Value, ...]]) -> Facts:
    found: Facts = {}
    for key, name, value in rows:
        found.setdefault(str(key), {}).setdefault(_short(str(name)), set()).add(value)
    return found


def _short(name: str) -> str:
    for prefix, namespace in NAMESPACES.items():
        name = name.replace(namespace, f"{prefix}:")
    return name


def _one(values: Facts, name: str) -> dict[str, Value | None]:
    """The one value of a property of each subject, None for none; several are a failure."""
    for key, found in values.items():
        assert len(found.get(name, ())) <= 1, (key, name, found[name])
    return {key: next(iter(found.get(name, ())), None) for key, found in values.items()}


def _all(values: Facts, name: str) -> dict[str, set[Value]]:
    return {key: found.get(name, set()) for key, found in values.items()}


def _said(inventory: Inventory, name: str, default: Value | None = None) -> dict[str, Any]:
    return {claim["id"]: claim.get(name, default) for claim in inventory["claims"]}


def _edtf(text: str) -> str:
    return re.sub("^after (.*)$", r"\1/..", re.sub("^before ", "../", text))


def _without_finding(note: str | None) -> str | None:
    """A note without names and numbers that mean nothing outside the inventory."""
    if note is None:
        return None
    for pattern, said in (
        (r" \(K\d+\)", ""),
        (r" \(see consistency finding K\d+\)", "; the text leaves it open"),
        (r"as pac:.*", "as the two committees it is linked to; kept apart."),
    ):
        note = re.sub(pattern, said, note)
    return note


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(other.capitalize() for other in others)


# ---------------------------------------------------------------------------------------------------- claims


def test_there_are_443_claims_with_the_numbers_of_the_inventory(claims: Facts, inventory: Inventory) -> None:
    """No claim is left out and none is added, in all and in each document."""
    assert len(claims) == 443
    assert sorted(claims) == sorted(claim["id"] for claim in inventory["claims"])
    documents = Counter(_one(claims, "document").values())
    assert documents == {
        "document/000": 73,
        "document/001": 102,
        "document/002": 71,
        "document/003": 128,
        "document/004": 69,
    }


@pytest.mark.parametrize(("field", "name"), [("doc", "document"), ("subject", "rdf:subject")])
def test_claims_name_the_same_things(
    claims: Facts,
    inventory: Inventory,
    paths: dict[str, str],
    field: str,
    name: str,
) -> None:
    """Document and subject of each claim are the inventory's, by the table of names."""
    wanted = {
        key: paths[f"doc:{id_}" if field == "doc" else id_] for key, id_ in _said(inventory, field).items()
    }
    assert _one(claims, name) == wanted


def test_claims_have_the_same_objects(
    claims: Facts, inventory: Inventory, paths: dict[str, str], store: Store
) -> None:
    """An object that is an entity is one here, and one that is words is those words."""
    words = {claim["id"] for claim in inventory["claims"] if claim["object_is"] != "entity"}
    wanted = {
        claim["id"]: claim["object"] if claim["id"] in words else paths[claim["object"]]
        for claim in inventory["claims"]
    }
    assert _one(claims, "rdf:object") == wanted
    literal = _ask(store, "?c dcterms:identifier ?key ; rdf:object ?o FILTER(isLiteral(?o))", "?key")
    assert {key for (key,) in literal} == words
    assert len(words) == 164


@pytest.mark.parametrize(
    ("field", "name", "prefix"),
    [
        ("predicate", "rdf:predicate", ""),
        ("kind", "claimKind", "kind-"),
        ("polarity", "polarity", "polarity-"),
        ("anchor", "anchor", ""),
        ("gloss", "gloss", ""),
    ],
)
def test_claims_say_the_same(claims: Facts, inventory: Inventory, field: str, name: str, prefix: str) -> None:
    """Predicate, kind, polarity, anchor and gloss of each claim are the inventory's."""
    assert _one(claims, name) == {key: f"{prefix}{value}" for key, value in _said(inventory, field).items()}


@pytest.mark.parametrize(
    ("field", "place", "name"),
    [
        ("par", None, "paragraphNumber"),
        ("span", 0, "spanStart"),
        ("span", 1, "spanEnd"),
        ("anchor_span", 0, "anchorStart"),
        ("anchor_span", 1, "anchorEnd"),
    ],
)
def test_claims_stand_at_the_same_place(
    claims: Facts, inventory: Inventory, field: str, place: int | None, name: str
) -> None:
    """Paragraph, span and the anchor's span of each claim are the inventory's."""
    said = _said(inventory, field)
    assert _one(claims, name) == {
        key: value if place is None else value[place] for key, value in said.items()
    }


def test_the_evidence_of_a_claim_is_also_a_web_annotation(store: Store, inventory: Inventory) -> None:
    """The selectors give the span and the anchor's words of every claim."""
    where = """?c dcterms:identifier ?key ; mt:evidence ?evidence .
        ?evidence oa:hasSource/dcterms:identifier ?document ; oa:hasSelector ?span , ?quote .
        ?span oa:start ?start ; oa:end ?end . ?quote oa:exact ?words"""
    rows = _ask(store, where, "?key ?document ?start ?end ?words")
    assert sorted(rows) == sorted(
        (claim["id"], claim["doc"], *claim["span"], claim["anchor"]) for claim in inventory["claims"]
    )


def test_claims_are_as_firm(claims: Facts, inventory: Inventory) -> None:
    """The modalities of each claim are the inventory's, all of them, and so is what is only suggested."""
    wanted = {key: {f"modality-{one}" for one in many} for key, many in _said(inventory, "modality").items()}
    assert _all(claims, "modality") == wanted
    assert _one(claims, "implicature") == _said(inventory, "implicature", default=False)
    assert sum(_one(claims, "implicature").values()) == 9  # type: ignore[arg-type] # booleans, as just compared


def test_claims_are_attributed_in_the_same_order(
    store: Store, claims: Facts, inventory: Inventory, paths: dict[str, str]
) -> None:
    """The chain of each claim runs from the document over outlet and speaker to the one who holds it."""
    where = """?c a mt:Claim ; dcterms:identifier ?key ; mt:attributionChain/mt:step ?step .
        ?step mt:position ?position ; mt:says ?who"""
    found: dict[str, list[str]] = {}
    for key, _, who in sorted(_ask(store, where, "?key ?position ?who")):
        found.setdefault(str(key), []).append(str(who))
    wanted = {key: [paths[who] for who in chain] for key, chain in _said(inventory, "attribution").items()}
    assert found == wanted
    assert _one(claims, "holder") == {key: chain[-1] for key, chain in wanted.items()}
    assert _all(claims, "attributedTo") == {key: set(chain[1:]) for key, chain in wanted.items()}


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("value", "value"),
        ("lower", "atLeast"),
        ("lower_inclusive", "atLeastInclusive"),
        ("upper", "atMost"),
        ("upper_inclusive", "atMostInclusive"),
        ("unit", "unit"),
        ("semantics", "precision"),
        ("as_written", "asWritten"),
    ],
)
def test_claims_give_the_same_figures(claims: Facts, inventory: Inventory, field: str, name: str) -> None:
    """Value, bounds and whether they belong, unit, precision and wording are the inventory's."""
    wanted: dict[str, Value | None] = {}
    for key, quantity in _said(inventory, "quantity").items():
        value = None if quantity is None else quantity.get(field)
        if field == "semantics" and value is not None:
            value = f"precision-{value.replace('_', '-')}"
        wanted[key] = (
            Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value
        )
    assert _one(claims, name) == wanted
    assert sum(value is not None for value in wanted.values()) > 30


def test_claims_have_the_same_qualifiers(claims: Facts, inventory: Inventory, paths: dict[str, str]) -> None:
    """Every qualifier of every claim is there with all its values, and there is no other."""
    names = {"date_basis": "dateBasisText"}
    wanted: Facts = {}
    for key, qualifiers in _said(inventory, "qualifiers").items():
        wanted[key] = {
            names.get(name, _camel(name)): {
                _edtf(str(value)) if name in DATES else paths.get(value, value)
                for value in (given if isinstance(given, list) else [given])
            }
            for name, given in (qualifiers or {}).items()
        }
    known = {name for qualifiers in wanted.values() for name in qualifiers}
    assert len(known) == 40
    found = {
        key: {name: values for name, values in said.items() if name in known} for key, said in claims.items()
    }
    assert found == wanted


def test_dates_of_claims_have_their_first_and_last_day(claims: Facts) -> None:
    """Whoever asks for a period compares days, not texts."""
    dated = [found for found in claims.values() if "date" in found]
    assert len(dated) == 41
    assert all("earliest" in found or "latest" in found for found in dated)
    assert claims["C001-048"]["earliest"] == claims["C001-048"]["latest"] == {"2018-06-05"}


def test_claims_about_one_fact_are_joined(claims: Facts, store: Store, inventory: Inventory) -> None:
    """The 44 facts said more than once join the claims the inventory joins, under their names."""

    def name(fact: str) -> str:
        return fact.removeprefix("F-").lower()

    said = {
        key: None if fact is None else f"fact/{name(fact)}" for key, fact in _said(inventory, "fact").items()
    }
    assert _one(claims, "fact") == said
    rows = _ask(
        store, "?c mt:fact ?fact ; dcterms:identifier ?key . ?fact dcterms:identifier ?name", "?name ?key"
    )
    groups: dict[str, set[str]] = {}
    for fact, key in rows:
        groups.setdefault(str(fact), set()).add(str(key))
    shared_facts = {name(fact): set(keys) for fact, keys in inventory["shared_facts"].items()}
    assert len(shared_facts) == 44
    assert {fact: keys for fact, keys in groups.items() if len(keys) > 1} == shared_facts


def test_notes_and_resolutions_are_kept(claims: Facts, store: Store, inventory: Inventory) -> None:
    """Each reader's note is there, and each reason for who is meant."""
    wanted = {key: _without_finding(note) for key, note in _said(inventory, "note").items()}
    assert _one(claims, "note") == wanted
    assert sum(note is not None for note in wanted.values()) == 48
    rows = _ask(store, "?c dcterms:identifier ?key ; mt:resolvedBy/mt:resolutionText ?text", "?key ?text")
    resolutions = {claim["id"]: claim["resolution"] for claim in inventory["claims"] if "resolution" in claim}
    assert len(resolutions) == 20
    assert dict(rows) == resolutions


# -------------------------------------------------------------------------------------------------- entities


RELABELLED = {
    "group/soros-and-allied-donors": "Soros and allied donors",
    "group/other-liberal-donors": "donors allied with Soros",
    "group/progressive-candidates-three-counties-2018": (
        "candidates called progressive in Yolo, Riverside and San Bernardino"
    ),
    "group/traditional-prosecutors-2024": "prosecutors called traditional, 2024 contests",
    "group/soros-backed-prosecutors-2024": "prosecutors called Soros-backed, 2024 contests",
    "group/losing-soros-candidates-2024": "losing candidates called Soros candidates, November 2024",
    "group/soros-linked-winners-2024": "winning candidates called Soros-linked, November 2024",
    "set/leldf-25-contests-2024": "25 contests of district attorneys called Soros-linked, November 2024",
    "set/leldf-75-prosecutors-2022": "about 75 prosecutors LELDF calls Soros-linked",
    "committee/unnamed/soros-alameda-2018": "committee ascribed to Soros, Alameda County 2018",
    "committee/unnamed/soros-san-diego-ads-2018": "committee ascribed to Soros, San Diego ads 2018",
    "office/us/ga/savannah/prosecutor": "prosecutor’s office, Savannah",
}
"""Names that carried a source's word for people; the word stays in the claims, with its holder."""


def test_there_are_214_entities_with_the_classes_of_the_inventory(
    entities: Facts, inventory: Inventory, paths: dict[str, str]
) -> None:
    """No entity is left out and none is added; each has the class of the inventory, and a neutral name."""
    listed = inventory["entities"]
    assert len(entities) == len(listed) == 214
    assert _one(entities, "rdf:type") == {paths[entity["id"]]: entity["type"] for entity in listed}
    given = {paths[entity["id"]]: entity["label"] for entity in listed}
    assert set(RELABELLED) <= set(given)
    assert all(given[path] != label for path, label in RELABELLED.items())
    assert _one(entities, "rdfs:label") == {**given, **RELABELLED}
    named = {paths[entity["id"]]: entity["named_in_documents"] for entity in listed}
    assert _one(entities, "namedInDocuments") == named


def test_entities_are_told_apart_in_the_same_words(
    entities: Facts, inventory: Inventory, paths: dict[str, str]
) -> None:
    """Each disambiguation is kept, without the numbers the inventory gives its findings."""
    scope = "http://www.w3.org/2004/02/skos/core#scopeNote"
    wanted = {
        paths[entity["id"]]: _without_finding(entity.get("disambiguation"))
        for entity in inventory["entities"]
    }
    assert _one(entities, scope) == wanted
    assert sum(note is not None for note in wanted.values()) == 91


def test_entities_are_written_as_the_documents_write_them(
    store: Store,
    entities: Facts,
    inventory: Inventory,
    paths: dict[str, str],
) -> None:
    """Every name of every entity in every document is there, with its count and first place."""
    where = """?m a mt:Mention ; mt:mentionOf ?entity ; mt:mentionedIn/dcterms:identifier ?document ;
        mt:mentionText ?text ; mt:occurrences ?count ; mt:firstAt ?first"""
    wanted = [
        (paths[entity["id"]], document, alias["text"], alias["occurrences"], alias["first_at"])
        for entity in inventory["entities"]
        for document, aliases in (entity["aliases"] or {}).items()
        for alias in aliases
    ]
    assert len(wanted) == 250
    assert sorted(_ask(store, where, "?entity ?document ?text ?count ?first")) == sorted(wanted)
    alternatives: dict[str, set[Value]] = {path: set() for path in entities}
    for path, _, text, _, _ in wanted:
        alternatives[path].add(text)
    assert _all(entities, "http://www.w3.org/2004/02/skos/core#altLabel") == alternatives


def test_entities_belong_to_the_same_things(
    entities: Facts, inventory: Inventory, paths: dict[str, str]
) -> None:
    """Jurisdictions, offices, elections, members and the like are linked as in the inventory."""
    names = {"members": "member"}
    wanted = {
        paths[entity["id"]]: {
            names.get(name, name): {_edtf(value) if name == "date" else paths[value] for value in values}
            for name, values in (entity.get("links") or {}).items()
        }
        for entity in inventory["entities"]
    }
    known = {name for links in wanted.values() for name in links}
    assert len(known) == 9
    found = {path: {name: said[name] for name in said if name in known} for path, said in entities.items()}
    assert found == wanted


def test_claims_lead_to_the_entities_they_name(
    store: Store, inventory: Inventory, paths: dict[str, str]
) -> None:
    """From every entity one reaches the claims the inventory lists for it."""
    where = "?c a mt:Claim ; dcterms:identifier ?key ; ?any ?entity . ?entity mt:namedInDocuments ?named"
    found: dict[str, set[str]] = {path: set() for path in paths.values()}
    for entity, key in _ask(store, where, "?entity ?key"):
        found[str(entity)].add(str(key))
    missing = {
        entity["id"]: set(entity["claims"]) - found[paths[entity["id"]]] for entity in inventory["entities"]
    }
    assert {entity: keys for entity, keys in missing.items() if keys} == {}


def test_what_comes_from_outside_stays_outside(
    store: Store, inventory: Inventory, paths: dict[str, str]
) -> None:
    """Statements from outside the documents are in graphs of their own, never in the default graph."""
    where = "GRAPH ?graph { ?s a mt:OutsideStatement ; mt:about ?thing ; dcterms:description ?text }"
    rows = _ask(store, where, "?graph ?thing ?text")
    wanted = [
        ("graph/outside/registry", paths[entity["id"]], text)
        for entity in inventory["entities"]
        for text in entity.get("outside_knowledge", ())
        if entity["id"] != UNSOURCED
    ]
    wanted += [
        (f"graph/outside/{document['id']}", f"document/{document['id']}", text)
        for document in inventory["documents"]
        for text in document.get("outside_knowledge", ())
    ]
    assert sorted(rows) == sorted(wanted)
    assert _ask(store, "?s a mt:OutsideStatement", "?s") == []
    texts = {text for _, _, text in wanted}
    everything = {value for (value,) in _ask(store, "?s ?p ?value FILTER(isLiteral(?value))", "?value")}
    assert everything & texts == set()


# ------------------------------------------------------------------------------------------------- documents


@pytest.fixture(scope="module")
def documents(store: Store) -> Facts:
    """Every property of every document, by its id."""
    where = "?document a mt:SourceDocument ; dcterms:identifier ?key ; ?property ?value"
    return _by_subject(_ask(store, where, "?key ?property ?value"))


@pytest.mark.parametrize(
    ("name", "field", "part"),
    [
        ("fileName", "file", ""),
        ("textDigest", "sha256", ""),
        ("characters", "characters", ""),
        ("bytes", "bytes", ""),
        ("dcterms:publisher", "apparent_publisher", ""),
        ("date", "date", "value"),
        ("bestDate", "date", "best"),
        ("dateBasis", "date", "basis"),
        ("authorBasis", "authors", "basis"),
        ("dcterms:alternative", "title", "value"),
        ("titleBasis", "title", "basis"),
        ("structure", "structure", ""),
    ],
)
def test_documents_are_described_alike(
    documents: Facts, inventory: Inventory, name: str, field: str, part: str
) -> None:
    """File, digest, counts, publisher, date, authors, title and structure are the inventory's."""
    wanted = {
        document["id"]: document[field][part] if part else document[field]
        for document in inventory["documents"]
    }
    assert len(wanted) == 5
    assert _one(documents, name) == wanted


def test_documents_have_their_authors(documents: Facts, inventory: Inventory) -> None:
    """Two authors of one document and one of another."""
    wanted = {document["id"]: set(document["authors"]["value"]) for document in inventory["documents"]}
    assert sum(len(authors) for authors in wanted.values()) == 3
    assert _all(documents, "dcterms:creator") == wanted


def test_documents_have_their_paragraphs(store: Store, inventory: Inventory) -> None:
    """All 76 paragraphs stand where the inventory has them."""
    where = """?p a mt:Paragraph ; mt:partOfDocument/dcterms:identifier ?document ;
        mt:paragraphNumber ?number ; mt:spanStart ?start ; mt:spanEnd ?end"""
    wanted = [
        (document["id"], number, *span)
        for document in inventory["documents"]
        for number, span in enumerate(document["paragraph_spans"], 1)
    ]
    assert len(wanted) == 76
    assert sorted(_ask(store, where, "?document ?number ?start ?end")) == sorted(wanted)


def test_documents_go_back_to_their_origin(store: Store, inventory: Inventory) -> None:
    """Two of the five go back to one report."""
    rows = _ask(store, "?d dcterms:identifier ?id ; mt:origin/rdfs:label ?origin", "?id ?origin")
    assert dict(rows) == {document["id"]: document["source_group"] for document in inventory["documents"]}
    assert len({origin for _, origin in rows}) == 4


def test_documents_have_their_default_attribution(
    store: Store, inventory: Inventory, paths: dict[str, str]
) -> None:
    """What a document says goes back to an outlet where it says so, or where that is inferred."""
    where = """?d a mt:SourceDocument ; dcterms:identifier ?id ; mt:attributionChain/mt:step ?step .
        ?step mt:position ?position ; mt:says ?who ; mt:inferred ?inferred"""
    wanted = []
    for document in inventory["documents"]:
        for position, who in enumerate(document["default_attribution"], 1):
            plain = who.removesuffix(" (inferred)")
            wanted.append((document["id"], position, paths[plain], plain != who))
    assert sorted(_ask(store, where, "?id ?position ?who ?inferred")) == sorted(wanted)


def test_documents_are_related_as_the_inventory_relates_them(store: Store, inventory: Inventory) -> None:
    """Versions of one report are told from documents that are related otherwise, each with its reasons."""
    same: set[tuple[Value, ...]] = set()
    other: set[tuple[Value, ...]] = set()
    notes: set[tuple[Value, ...]] = set()
    for relation in inventory["document_relations"]:
        first, *others = relation["docs"]
        versions = relation["relation"].startswith("versions of the same")
        (same if versions else other).update((first, document) for document in others)
        parts = f"Evidence: {relation['evidence']}. Consequence: {relation['consequence']}"
        notes.add((first, f"{relation['relation']}. {parts}"))
    assert same == {("000", "002")}
    ids = "dcterms:identifier"
    assert set(_ask(store, f"?a {ids} ?x ; mt:sameReportAs/{ids} ?y", "?x ?y")) == same
    assert set(_ask(store, f"?a {ids} ?x ; mt:relatedDocument/{ids} ?y", "?x ?y")) == other
    assert set(_ask(store, f"?a {ids} ?x ; mt:relationNote ?note", "?x ?note")) == notes


# ---------------------------------------------------------------------------------------------------- counts


def test_the_counts_are_those_of_the_inventory(
    claims: Facts,
    entities: Facts,
    inventory: Inventory,
) -> None:
    """Claims by kind, modality and precision, entities by class, and the number of predicates used."""
    counts = inventory["meta"]["counts"]
    assert (
        Counter(str(kind).partition("-")[2] for kind in _one(claims, "claimKind").values())
        == (counts["claims_by_kind"])
    )
    modalities = Counter(
        str(modality).partition("-")[2] for many in _all(claims, "modality").values() for modality in many
    )
    assert modalities == counts["modality"]
    precisions = Counter(
        str(precision).partition("-")[2].replace("-", "_")
        for precision in _one(claims, "precision").values()
        if precision is not None
    )
    assert precisions == counts["quantity_semantics"]
    assert Counter(_one(entities, "rdf:type").values()) == counts["entities_by_type"]
    assert len(set(_one(claims, "rdf:predicate").values())) == counts["predicates"] == 195
    negative = [key for key, polarity in _one(claims, "polarity").items() if polarity == "polarity-negative"]
    assert sorted(negative) == counts["negative_claims"]
    implicatures = [key for key, suggested in _one(claims, "implicature").items() if suggested]
    assert sorted(implicatures) == counts["implicatures"]
