"""A source as quads: its document, entities, mentions and claims, in its own graph."""

from pyoxigraph import NamedNode, Quad

from graph.derive.claim_quads import write_chain, write_claim
from graph.nodes import Names, Writer, boolean, date_terms, english, integer, text
from sources.claim import Entity, Mention
from sources.document import Document, Text
from sources.source import Source


def source_quads(source: Source, names: Names) -> list[Quad]:
    """Every statement of one source; they depend on it alone."""
    out = Writer(names.graph(graph_path(source)), [])
    outside = Writer(names.graph(f"outside/{source.id}"), [])
    if source.document.text is not None:
        _write_document(source.document, source.document.text, names, out)
        _write_outside(f"document/{source.id}", source.document.outside, names, outside)
    for entity in source.entities:
        _write_entity(entity, names, out)
        _write_outside(entity.path, entity.outside, names, outside)
    for mention in source.mentions:
        _write_mention(mention, names, out)
    for claim in source.claims:
        write_claim(claim, names, out)
    return [*out.quads, *outside.quads]


def graph_path(source: Source) -> str:
    """Path of the graph that holds what a source says."""
    return f"document/{source.id}" if source.document.text is not None else source.id


def _write_document(document: Document, words: Text, names: Names, out: Writer) -> None:
    node = names.thing(f"document/{document.id}")
    out.a(node, "SourceDocument")
    out.add(node, "dcterms:identifier", text(document.id))
    out.add(node, "rdfs:label", english(document.title))
    out.add(node, "dcterms:title", english(document.title))
    out.add(node, "dcterms:publisher", text(document.publisher))
    out.add(node, "dcterms:license", text(document.licence))
    out.add_text(node, "dcterms:source", document.url)
    for author in document.authors:
        out.add(node, "dcterms:creator", text(author))
    for prop, value in date_terms(document.date):
        out.add(node, prop, value)
    for name, value_text in (
        ("bestDate", document.date_best),
        ("dateBasis", document.date_basis),
        ("authorBasis", document.authors_basis),
        ("dcterms:alternative", document.title_given),
        ("titleBasis", document.title_basis),
        ("structure", document.structure),
    ):
        out.add_text(node, name, value_text)
    _write_text(node, document.id, words, names, out)
    _write_relations(node, document, names, out)


def _write_text(node: NamedNode, document: str, words: Text, names: Names, out: Writer) -> None:
    out.add(node, "fileName", text(words.file))
    out.add(node, "textDigest", text(words.sha256))
    out.add(node, "characters", integer(words.characters))
    out.add(node, "bytes", integer(words.bytes))
    for number, span in enumerate(words.paragraphs, 1):
        paragraph = names.thing(f"document/{document}/paragraph/{number}")
        out.a(paragraph, "Paragraph")
        out.add(paragraph, "partOfDocument", node)
        out.add(paragraph, "paragraphNumber", integer(number))
        out.add(paragraph, "spanStart", integer(span.start))
        out.add(paragraph, "spanEnd", integer(span.end))


def _write_relations(node: NamedNode, document: Document, names: Names, out: Writer) -> None:
    if document.origin:
        origin = names.thing(f"origin/{document.origin.lower()}")
        out.add(node, "origin", origin)
        out.a(origin, "Origin")
        out.add(origin, "rdfs:label", text(document.origin))
    speakers = [(speaker.agent, speaker.inferred) for speaker in document.speakers]
    chain = write_chain([(f"document/{document.id}", False), *speakers], names, out)
    out.add(node, "attributionChain", chain)
    for related in document.related:
        for other in related.documents:
            prop = "sameReportAs" if related.same_report else "relatedDocument"
            out.add(node, prop, names.thing(f"document/{other}"))
        note = f"{related.relation}. Evidence: {related.evidence}. Consequence: {related.consequence}"
        out.add(node, "relationNote", text(note))


def _write_entity(entity: Entity, names: Names, out: Writer) -> None:
    node = names.thing(entity.path)
    out.a(node, entity.kind)
    out.add(node, "rdfs:label", english(entity.label))
    out.add(node, "namedInDocuments", boolean(value=entity.named))
    out.add_text(node, "skos:scopeNote", entity.disambiguation)
    for name, values in entity.links:
        for value in values:
            out.add_value(node, name, value, names)


def _write_mention(mention: Mention, names: Names, out: Writer) -> None:
    entity = names.thing(mention.entity)
    span = f"{mention.first_at}-{mention.first_at + len(mention.text)}"
    node = names.thing(f"mention/{mention.document}/{span}/{mention.entity}")
    out.a(node, "Mention")
    out.add(node, "mentionOf", entity)
    out.add(node, "mentionedIn", names.thing(f"document/{mention.document}"))
    out.add(node, "mentionText", text(mention.text))
    out.add(node, "occurrences", integer(mention.occurrences))
    out.add(node, "firstAt", integer(mention.first_at))
    out.add(entity, "skos:altLabel", text(mention.text))


def _write_outside(path: str, statements: tuple[str, ...], names: Names, out: Writer) -> None:
    for number, statement in enumerate(statements, 1):
        node = names.thing(f"outside/{path}/{number}")
        out.a(node, "OutsideStatement")
        out.add(node, "about", names.thing(path))
        out.add(node, "dcterms:description", text(statement))
