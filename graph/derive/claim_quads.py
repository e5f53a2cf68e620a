"""Claims, with their evidence and attribution, as quads of their document's graph."""

from pyoxigraph import NamedNode

from graph.nodes import (
    Names,
    Writer,
    boolean,
    code,
    decimal,
    digest,
    integer,
    term,
    text,
    value_term,
)
from sources.claim import Claim
from sources.quantity import Bound, Quantity

CLASS_OF_KIND = {
    "characterisation": "Characterization",
    "position": "PolicyPosition",
    "statement": "SpeechAct",
    "forecast": "Forecast",
}


def claim_node(claim: Claim, names: Names) -> NamedNode:
    """The IRI of a claim: the digest of document, span and assertion."""
    return names.thing(f"claim/{claim.digest}")


def write_claim(claim: Claim, names: Names, out: Writer) -> None:
    """Add everything a claim says."""
    node = claim_node(claim, names)
    out.a(node, "Claim")
    if claim.kind in CLASS_OF_KIND:
        out.a(node, CLASS_OF_KIND[claim.kind])
    out.add(node, "dcterms:identifier", text(claim.key))
    out.add(node, "rdf:subject", names.thing(claim.subject))
    out.add(node, "rdf:predicate", term(claim.predicate))
    out.add(node, "rdf:object", value_term(claim.object, names))
    out.add(node, "claimKind", code("kind", claim.kind))
    out.add(node, "polarity", code("polarity", "positive" if claim.positive else "negative"))
    for modality in claim.modality:
        out.add(node, "modality", code("modality", modality))
    out.add(node, "implicature", boolean(value=claim.implicature))
    out.add(node, "gloss", text(claim.gloss))
    out.add_text(node, "note", claim.note)
    _write_evidence(claim, node, names, out)
    _write_attribution(claim, node, names, out)
    _write_qualifiers(claim, node, names, out)
    if claim.quantity is not None:
        write_quantity(claim.quantity, node, out)
    if claim.fact:
        _write_fact(claim, node, names, out)
    if claim.resolution:
        resolution = names.thing(f"resolution/{claim.digest}")
        out.add(node, "resolvedBy", resolution)
        out.a(resolution, "Resolution")
        out.add(resolution, "resolutionText", text(claim.resolution))


def write_quantity(quantity: Quantity, node: NamedNode, out: Writer) -> None:
    """Add a figure flat on a node: value, precision, unit, wording and bounds."""
    out.add(node, "precision", code("precision", quantity.precision))
    out.add(node, "unit", text(quantity.unit))
    out.add(node, "asWritten", text(quantity.as_written))
    if quantity.value is not None:
        out.add(node, "value", decimal(quantity.value))
    write_bounds(quantity.lower, quantity.upper, ("atLeast", "atMost"), node, out)


def write_bounds(
    lower: Bound | None, upper: Bound | None, properties: tuple[str, str], node: NamedNode, out: Writer
) -> None:
    """Add both ends of an interval and whether they belong to it."""
    for bound, name in zip((lower, upper), properties, strict=True):
        if bound is not None:
            out.add(node, name, decimal(bound.value))
            out.add(node, f"{name}Inclusive", boolean(value=bound.inclusive))


def _write_evidence(claim: Claim, node: NamedNode, names: Names, out: Writer) -> None:
    document = names.thing(f"document/{claim.document}")
    place = claim.evidence
    anchor_end = place.anchor_at + len(place.anchor)
    out.add(node, "document", document)
    out.add(node, "paragraph", names.thing(f"document/{claim.document}/paragraph/{place.paragraph}"))
    out.add(node, "paragraphNumber", integer(place.paragraph))
    out.add(node, "spanStart", integer(place.span.start))
    out.add(node, "spanEnd", integer(place.span.end))
    out.add(node, "anchor", text(place.anchor))
    out.add(node, "anchorStart", integer(place.anchor_at))
    out.add(node, "anchorEnd", integer(anchor_end))
    evidence = names.thing(f"evidence/{claim.digest}")
    span, anchor = (names.thing(f"evidence/{claim.digest}/{part}") for part in ("span", "anchor"))
    out.add(node, "evidence", evidence)
    out.a(evidence, "Evidence")
    out.a(evidence, "oa:SpecificResource")
    out.add(evidence, "oa:hasSource", document)
    out.add(evidence, "oa:hasSelector", span)
    out.add(evidence, "oa:hasSelector", anchor)
    out.a(span, "oa:TextPositionSelector")
    out.add(span, "oa:start", integer(place.span.start))
    out.add(span, "oa:end", integer(place.span.end))
    out.a(anchor, "oa:TextQuoteSelector")
    out.add(anchor, "oa:exact", text(place.anchor))


def _write_attribution(claim: Claim, node: NamedNode, names: Names, out: Writer) -> None:
    agents = (f"document/{claim.document}", *claim.attributed_to)
    out.add(node, "holder", names.thing(agents[-1]))
    for agent in claim.attributed_to:
        out.add(node, "attributedTo", names.thing(agent))
    chain = write_chain([(agent, False) for agent in agents], names, out)
    out.add(node, "attributionChain", chain)


def write_chain(steps: list[tuple[str, bool]], names: Names, out: Writer) -> NamedNode:
    """Add an attribution chain and give its IRI; a step is an agent and whether it is inferred."""
    chain = names.thing(f"attribution/{digest(*(f'{agent} {inferred}' for agent, inferred in steps))}")
    out.a(chain, "AttributionChain")
    for number, (agent, inferred) in enumerate(steps, 1):
        step = NamedNode(f"{chain.value}/{number}")
        out.add(chain, "step", step)
        out.a(step, "AttributionStep")
        out.add(step, "position", integer(number))
        out.add(step, "says", names.thing(agent))
        out.add(step, "inferred", boolean(value=inferred))
    return chain


def _write_qualifiers(claim: Claim, node: NamedNode, names: Names, out: Writer) -> None:
    for name, values in claim.qualifiers:
        for value in values:
            out.add_value(node, name, value, names)


def _write_fact(claim: Claim, node: NamedNode, names: Names, out: Writer) -> None:
    fact = names.thing(f"fact/{claim.fact}")
    out.add(node, "fact", fact)
    out.a(fact, "Fact")
    out.add(fact, "dcterms:identifier", text(claim.fact))
