"""Pages made from the program are up to date."""

from pathlib import Path

from graph.documentation import commands_page
from graph.findings.told.rules_page import shipped_rules_page

DOCS = Path(__file__).parent.parent / "docs"


def test_the_page_of_finding_rules_is_what_the_rules_find() -> None:
    """docs/finding_rules.md is made from the rules and the five articles, and up to date."""
    assert (DOCS / "finding_rules.md").read_text("utf-8") == shipped_rules_page()


def test_the_reference_of_commands_is_what_the_commands_say() -> None:
    """`make generate` was run after the last change of a command."""
    assert (DOCS / "commands.md").read_text("utf-8") == commands_page()
