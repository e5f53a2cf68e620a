"""The page of the documentation on finding rules, made from the rules and from what they find."""

from collections.abc import Iterable, Iterator

from graph.derive.world import make_world
from graph.findings.finding import Finding
from graph.findings.rule import Rule, find_all, rules
from graph.findings.statements import Statements
from sources.catalog import shipped_sources
from sources.source import read_source

INTRO = """# Finding rules

Made from the rules in `graph/findings/rules/` by `make generate`; edit them, not this page. What findings are
and how to ask for them: [findings](findings.md). Under each rule stands what it finds in the five articles.
"""


def shipped_rules_page() -> str:
    """The text of `docs/finding_rules.md`."""
    world = make_world(read_source(folder) for folder in shipped_sources())
    return rules_page(rules(), find_all(Statements(world)))


def rules_page(rules: Iterable[Rule], findings: Iterable[Finding]) -> str:
    """Each rule with what it finds among some findings."""
    found = list(findings)
    parts = [
        "\n".join(_section(rule, [finding for finding in found if finding.rule == rule.id])) for rule in rules
    ]
    return "\n".join([INTRO, *parts])


def _section(rule: Rule, findings: list[Finding]) -> Iterator[str]:
    yield f"## {rule.id} {rule.title}\n"
    yield f"{rule.says}\n"
    yield f"In the graph: {rule.handling}\n"
    if not findings:
        yield "In the five articles it finds nothing.\n"
        return
    yield "| finding | confidence | what | computation | claims |"
    yield "|---|---|---|---|---|"
    for finding in findings:
        keys = ", ".join(claim.key for claim in finding.claims)
        cells = (finding.kind, finding.confidence, finding.says, finding.computation, keys)
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
    yield ""
