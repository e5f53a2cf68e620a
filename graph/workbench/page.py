"""The page of the workbench, and the policy under which nothing but its own files can run in it."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template


def workbench_page(nonce: str, wrong: Sequence[str] = ()) -> str:
    """The page; it looks for `sparql`, `id/` and `workbench/` beside itself.

    Args:
        nonce: A word made up for this one answer; the editor's styles carry it.
        wrong: What the server that holds the graph answers wrongly, in words.
    """
    return _template().render(nonce=nonce, wrong=wrong)


def content_policy(nonce: str) -> str:
    """The Content-Security-Policy to send with the page."""
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self';"
        " img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


@cache
def _template() -> Template:
    text = (files(__package__) / "page.html.jinja").read_text("utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(text)
