"""Findings of a built graph as people read them."""

from collections.abc import Iterable

from pyoxigraph import NamedNode

from graph.findings.finding import GRAVITY, KINDS
from graph.nodes import code
from graph.picture import FindingCard
from graph.reading import Reader, local, term_label


def read_findings(reader: Reader) -> tuple[FindingCard, ...]:
    """Every finding, the gravest first."""
    return _in_order(reader, reader.instances("ConsistencyFinding"))


def findings_to_show(reader: Reader, claims: Iterable[NamedNode]) -> tuple[FindingCard, ...]:
    """What cannot be so anywhere in the graph, and the findings on any of some claims, the gravest first."""
    found = {node for claim in claims for node in reader.subjects("concerns", claim)}
    alarms = (code("finding", kind) for kind in GRAVITY["alarm"])
    found |= {node for alarm in alarms for node in reader.subjects("findingKind", alarm)}
    return _in_order(reader, found)


def findings_on(reader: Reader, entity: NamedNode) -> tuple[FindingCard, ...]:
    """The findings about an entity, the gravest first."""
    return _in_order(reader, reader.subjects("isAbout", entity))


def _in_order(reader: Reader, nodes: Iterable[NamedNode]) -> tuple[FindingCard, ...]:
    cards = (finding_card(reader, node) for node in nodes)
    return tuple(sorted(cards, key=lambda card: (KINDS.index(card.kind), card.rule, card.claims, card.key)))


def finding_card(reader: Reader, node: NamedNode) -> FindingCard:
    """One finding."""
    named = next(iter(reader.nodes(node, "findingKind")))
    rule = next(iter(reader.nodes(node, "byRule")))
    verdict = reader.node(node, "verdict")
    claims = set(reader.nodes(node, "concerns"))
    premises = [one for one in reader.nodes(node, "prov:wasDerivedFrom") if one not in claims]
    premises.sort(key=lambda one: not reader.text(one, "rdfs:label"))
    kind = local(named).removeprefix("finding-")
    return FindingCard(
        key=reader.text(node, "dcterms:identifier"),
        iri=node.value,
        kind=kind,
        gravity=next(gravity for gravity, kinds in GRAVITY.items() if kind in kinds),
        kind_label=reader.label(named),
        rule=reader.text(rule, "dcterms:identifier"),
        rule_title=reader.label(rule),
        says=reader.label(node),
        computation=reader.text(node, "computation"),
        confidence=reader.text(node, "confidence"),
        verdict="" if verdict is None else term_label(local(verdict)),
        handling=reader.text(node, "handling") or reader.text(rule, "handling"),
        claims=tuple(sorted(reader.text(claim, "dcterms:identifier") for claim in claims)),
        about=tuple(reader.label(one) for one in reader.nodes(node, "isAbout")),
        premises=tuple(reader.label(one) for one in premises),
    )
