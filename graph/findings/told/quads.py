"""Findings and their rules as quads of the derived graph of findings."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from graph.derive.claim_quads import claim_node
from graph.derive.laws import law_quads
from graph.findings.finding import Finding
from graph.findings.rule import Rule
from graph.nodes import Names, Writer, code, english, text

BETWEEN_TWO = {
    "contradiction": "contradicts",
    "contradiction-by-rule": "contradicts",
    "tension": "inTensionWith",
    "corroborated": "confirms",
}
"""What the two claims of a finding are to each other; both ways."""


def finding_quads(findings: Iterable[Finding], rules: Iterable[Rule], names: Names) -> list[Quad]:
    """Every statement about the rules and what they found, in the derived graph of findings."""
    out, found = Writer(names.graph("derived/findings"), []), tuple(findings)
    for rule in rules:
        _write_rule(rule, names, out)
    for finding in found:
        _write_finding(finding, names, out)
    laws = law_quads(names, {path for finding in found for path in finding.premises}, out.graph)
    return [*out.quads, *laws]


def _write_rule(rule: Rule, names: Names, out: Writer) -> None:
    node = names.thing(rule.path)
    out.a(node, "ConsistencyRule")
    out.add(node, "dcterms:identifier", text(rule.id))
    out.add(node, "rdfs:label", english(rule.title))
    out.add(node, "dcterms:description", text(rule.says))
    out.add(node, "handling", text(rule.handling))


def _write_finding(finding: Finding, names: Names, out: Writer) -> None:
    node = names.thing(finding.path)
    out.a(node, "ConsistencyFinding")
    out.add(node, "dcterms:identifier", text(finding.key))
    out.add(node, "rdfs:label", english(finding.says))
    out.add(node, "byRule", names.thing(finding.rule_path))
    out.add(node, "findingKind", code("finding", finding.kind))
    out.add(node, "confidence", text(finding.confidence))
    out.add_text(node, "computation", finding.computation)
    out.add_text(node, "handling", finding.handling)
    if finding.verdict:
        out.add(node, "verdict", code("record", finding.verdict))
    for path in finding.about:
        out.add(node, "isAbout", names.thing(path))
    for path in finding.premises:
        out.add(node, "prov:wasDerivedFrom", names.thing(path))
    _write_claims(finding, node, names, out)


def _write_claims(finding: Finding, node: NamedNode, names: Names, out: Writer) -> None:
    for claim in finding.claims:
        out.add(node, "concerns", claim_node(claim, names))
        out.add(node, "prov:wasDerivedFrom", claim_node(claim, names))
    link = BETWEEN_TWO.get(finding.kind, "")
    if link and finding.between:
        one, other = (claim_node(claim, names) for claim in finding.between)
        out.add(one, link, other)
        out.add(other, link, one)
