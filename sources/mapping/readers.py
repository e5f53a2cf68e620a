"""Which readers make values of which kind, for the schema and for the checks."""

from ontology import TABLES, ColumnTerm

FILLED_IN = ("dataset", "sourceFile", "line")
"""Columns of tables that are filled in for every row."""
READERS = {
    "column": "Text as printed, without white space around it.",
    "template": "Text with columns in braces, such as {Name}, {City}; {City|-} says what stands for a blank.",
    "constant": "The same value for every record.",
    "money": "An amount with at most two decimal places: 1234.5, 1,234.50, $5, or (5.00) for minus five.",
    "whole": "A whole number.",
    "day": "A calendar day; `formats` says how it is written.",
    "flag": "True or false; `yes` and `no` list the texts.",
    "match": "The part of text that `pattern` finds: its first group, or all of it.",
    "slug": "Text as a short name: small letters and digits, joined by hyphens.",
    "county": "The code of a county, by its code or, with `state`, by its name.",
}
"""The column each of these keys names is read; with `codes`, `column` gives what the text stands for."""
EXTRAS = {
    "column": {"codes": "What each printed text means, whatever the case of its letters."},
    "money": {"point": "What stands before the cents: a point when left out, or a comma."},
    "day": {"formats": "How days are written, for example %m/%d/%Y; year-month-day when left out."},
    "flag": {"yes": "Texts that mean true.", "no": "Texts that mean false."},
    "match": {"pattern": "A regular expression, for example ^[0-9]{5}."},
    "county": {"state": "Two letters, or a template such as {state}; without it the column holds codes."},
}
"""What may stand beside a reader."""
OF_KIND = {
    "id": ("template", "constant", "column"),
    "code": ("column", "constant"),
    "label": ("column", "template", "constant", "match", "slug"),
    "text": ("column", "template", "constant", "match", "slug", "county", "day"),
    "decimal": ("money", "constant"),
    "integer": ("whole", "constant"),
    "date": ("day", "constant"),
    "boolean": ("flag", "constant"),
}
"""The readers that give values of a kind; `column` gives an id or a code only with `codes`."""
NAMED = ("column", "template", "money", "whole", "day", "match", "slug", "county")
"""The readers of values with a name."""
WANTED = {
    "id": "the path of a thing",
    "code": "a code",
    "label": "text",
    "text": "text",
    "decimal": "an amount",
    "integer": "a whole number",
    "date": "a day",
    "boolean": "true or false",
}
DAY_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def columns_of(table: str) -> dict[str, ColumnTerm]:
    """The columns of a table that a mapping fills, by name."""
    return {name: term for name, term in TABLES[table].columns.items() if name not in FILLED_IN}


def readers_of(column: ColumnTerm) -> tuple[str, ...]:
    """The readers that give values of a column."""
    readers = OF_KIND[column.kind]
    return readers if column.pattern in ("", DAY_PATTERN) else tuple(one for one in readers if one != "day")
