"""A named query cut where the values of its parameters go, for a page that knows no SPARQL.

The values stand where `graph.remote.binding` puts them: the one place that knows how.
"""

import re

from graph.ask import NamedQuery
from graph.remote.binding import bind_values

SLOT = "urn:moneytrail:parameter:"
_SLOTS = re.compile(f"<{SLOT}([^>]+)>")


def query_slots(query: NamedQuery) -> list[str | dict[str, str]]:
    """The text of a query in order: what stands fast, and `{"parameter": name}` where a value goes."""
    marks = {one.name: {"type": "uri", "value": SLOT + one.name} for one in query.parameters}
    parts = _SLOTS.split(bind_values(_body(query.text), marks, query.name))
    return [{"parameter": part} if place % 2 else part for place, part in enumerate(parts)]


def _body(text: str) -> str:
    """A query below its head, which the page shows by itself."""
    lines = text.splitlines()
    start = next((place for place, line in enumerate(lines) if not line.startswith("#")), 0)
    return "\n".join(lines[start:]).strip() + "\n"
