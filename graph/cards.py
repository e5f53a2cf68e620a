"""Claims and documents as people read them."""

from collections.abc import Iterable, Mapping

from pyoxigraph import Literal, NamedNode

from graph.money import dollars
from graph.picture import ClaimCard, DocumentCard, Quotation
from graph.reading import Reader, term_label
from ontology import QUALIFIERS

SILENT = {"dateAsWritten", "dateBasisText", "earliest", "latest", "postedBasis", "postedAsWritten"}
NO_QUOTATIONS: Mapping[str, Quotation] = {}


def read_claims(
    reader: Reader, claims: Iterable[NamedNode], quotations: Mapping[str, Quotation] = NO_QUOTATIONS
) -> dict[str, ClaimCard]:
    """Claims by their keys, in order of keys; `quotations` gives the words in context by key."""
    cards = (_card(reader, node, quotations) for node in claims)
    return {card.key: card for card in sorted(cards, key=lambda card: card.key)}


def claim_keys(reader: Reader) -> dict[str, str]:
    """The key of every claim by its IRI."""
    return {node.value: reader.text(node, "dcterms:identifier") for node in reader.instances("Claim")}


def claim_nodes(reader: Reader, keys: Iterable[str]) -> list[NamedNode]:
    """The claims of keys; a key that no claim has is left out."""
    wanted = set(keys)
    return [NamedNode(iri) for iri, key in claim_keys(reader).items() if key in wanted]


def read_documents(reader: Reader) -> dict[str, DocumentCard]:
    """Every document by its key."""
    cards = (_document(reader, node) for node in reader.instances("SourceDocument"))
    return {card.key: card for card in sorted(cards, key=lambda card: card.key)}


def _card(reader: Reader, node: NamedNode, quotations: Mapping[str, Quotation]) -> ClaimCard:
    key = reader.text(node, "dcterms:identifier")
    return ClaimCard(
        key=key,
        iri=node.value,
        document=_document_key(reader, node),
        paragraph=int(reader.text(node, "paragraphNumber")),
        start=int(reader.text(node, "spanStart")),
        end=int(reader.text(node, "spanEnd")),
        anchor=reader.text(node, "anchor"),
        subject=_value(reader, node, "rdf:subject"),
        predicate=_value(reader, node, "rdf:predicate"),
        object=_value(reader, node, "rdf:object"),
        gloss=reader.text(node, "gloss"),
        positive=reader.text(node, "polarity").endswith("-positive"),
        modality=_modality(reader, node),
        attribution=attribution(reader, node),
        quantity=figure(reader, node),
        qualifiers=_qualifiers(reader, node),
        note=_note(reader, node),
        quotation=quotations.get(key),
    )


def _document_key(reader: Reader, node: NamedNode) -> str:
    document = reader.node(node, "document")
    return "" if document is None else reader.text(document, "dcterms:identifier")


def _value(reader: Reader, node: NamedNode, prop: str) -> str:
    return next((reader.label(value) for value in reader.values(node, prop)), "")


def _modality(reader: Reader, node: NamedNode) -> tuple[str, ...]:
    labels = [reader.label(value) for value in reader.values(node, "modality")]
    if reader.flag(node, "implicature") and "implicature" not in labels:
        labels.append("implicature")
    return tuple(labels)


def attribution(reader: Reader, node: NamedNode) -> tuple[str, ...]:
    """The chain of a claim or document from the outside in."""
    chain = reader.node(node, "attributionChain")
    if chain is None:
        return ()
    steps = sorted(reader.nodes(chain, "step"), key=lambda step: int(reader.text(step, "position")))
    inferred = (" (inferred)" if reader.flag(step, "inferred") else "" for step in steps)
    says = (_value(reader, step, "says") for step in steps)
    return tuple(f"{who}{mark}" for who, mark in zip(says, inferred, strict=True))


def figure(reader: Reader, node: NamedNode) -> str:
    """The figure of a claim in words with its unit and wording, "" without one."""
    written = reader.text(node, "asWritten")
    if written == "":
        return ""
    unit = reader.text(node, "unit")
    precision = reader.text(node, "precision").partition("-")[2].replace("-", " ")
    value = reader.number(node, "value")
    words = "" if value is None else (dollars(value) if unit == "USD" else f"{value.normalize():f} {unit}")
    stated = " ".join(part for part in ("" if precision == "exact" else precision, words) if part)
    return f"{stated} (“{written}”)"


def _qualifiers(reader: Reader, node: NamedNode) -> tuple[tuple[str, str], ...]:
    shown = ((name, value) for name, value in reader.items(node) if name in QUALIFIERS and name not in SILENT)
    return tuple((term_label(name), _words(reader, value)) for name, value in shown)


def _words(reader: Reader, value: NamedNode | Literal) -> str:
    if isinstance(value, Literal) and value.value in ("true", "false"):
        return "yes" if value.value == "true" else "no"
    return reader.label(value)


def _note(reader: Reader, node: NamedNode) -> str:
    notes = [reader.text(node, "note")]
    notes += [
        f"Resolved: {reader.text(evidence, 'resolutionText')}"
        for evidence in reader.nodes(node, "resolvedBy")
    ]
    return " ".join(note for note in notes if note)


def _document(reader: Reader, node: NamedNode) -> DocumentCard:
    origin = reader.node(node, "origin")
    basis = reader.text(node, "dateBasis")
    date = reader.text(node, "bestDate") or reader.text(node, "date")
    return DocumentCard(
        key=reader.text(node, "dcterms:identifier"),
        iri=node.value,
        title=reader.text(node, "dcterms:title"),
        publisher=reader.text(node, "dcterms:publisher"),
        date=f"{date} ({basis})" if basis else date,
        origin="" if origin is None else reader.label(origin),
        digest=reader.text(node, "textDigest"),
        address=reader.text(node, "dcterms:source"),
    )
