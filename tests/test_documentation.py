"""Pages made from the program are up to date."""

from pathlib import Path

from graph.documentation import commands_page

DOCS = Path(__file__).parent.parent / "docs"


def test_the_reference_of_commands_is_what_the_commands_say() -> None:
    """`make generate` was run after the last change of a command."""
    assert (DOCS / "commands.md").read_text("utf-8") == commands_page()
