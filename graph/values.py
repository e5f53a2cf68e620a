"""Values for programs: as JSON, or as CSV with a line for each and lists joined by spaces."""

import csv
import json
from collections.abc import Mapping, Sequence
from io import StringIO

Values = Mapping[str, object]


def write_values(rows: Sequence[Values], layout: str) -> str:
    """Rows of equal names as "json" or "csv"."""
    return to_json(rows) if layout == "json" else to_csv(rows)


def to_json(values: object) -> str:
    """Values as indented JSON."""
    return json.dumps(values, indent=2, ensure_ascii=False) + "\n"


def to_csv(rows: Sequence[Values]) -> str:
    """Rows as CSV with a head; nothing for no rows."""
    if not rows:
        return ""
    text = StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    return "" if value is None else str(value)
