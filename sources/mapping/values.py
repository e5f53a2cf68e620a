"""How a mapping file says that a value is made: in short, or by the name of a reader."""

import re

import polars as pl
from polars.exceptions import ComputeError

from ontology import ColumnTerm
from sources.errors import did_you_mean
from sources.mapping.constants import check_constant
from sources.mapping.model import Value
from sources.mapping.notes import Notes, node_of, text_of, texts_of
from sources.mapping.readers import DAY_PATTERN, EXTRAS, READERS, WANTED
from sources.mapping.templates import is_template
from sources.yaml_file import Steps
from sources.yaml_file import Value as Yaml

ISO = "%Y-%m-%d"
NATURAL = {"label": "column", "text": "column", "decimal": "money", "integer": "whole", "date": "day"}
"""What a column named alone is read with, by the kind of value."""
DAY_PARTS = (("%Y", "%y"), ("%m", "%b", "%B"), ("%d", "%e"))
TEXT = ColumnTerm("", "text", pattern=DAY_PATTERN)
"""What a value with a name is: text, or a day as text."""


def read_value(
    notes: Notes, path: Steps, given: Yaml, column: ColumnTerm, readers: tuple[str, ...]
) -> Value | None:
    """How a value is made, None when the mapping file does not say it so that it can be read.

    Args:
        notes: Told what is wrong.
        path: Where the value stands.
        given: What stands there.
        column: What the value must be.
        readers: The readers that give such values.
    """
    if not isinstance(given, dict):
        return _short(notes, path, text_of(given), column, readers)
    heads = [name for name in given if name in READERS]
    if len(heads) != 1:
        notes.problem(path, f"{path[-1]}: wanted one of {', '.join(readers)}")
        return None
    head = heads[0]
    if head not in readers:
        wanted = f"{WANTED[column.kind]}; wanted one of {', '.join(readers)}"
        notes.key_problem((*path, head), f"{path[-1]}: {head} does not give {wanted}")
        return None
    for extra in given:
        if extra != head and extra not in EXTRAS.get(head, {}):
            known = list(EXTRAS.get(head, {}))
            notes.key_problem(
                (*path, extra), f"{extra!r} does not go with {head}{did_you_mean(extra, known)}"
            )
    return _long(notes, path, head, given, column)


def _short(
    notes: Notes, path: Steps, text: str, column: ColumnTerm, readers: tuple[str, ...]
) -> Value | None:
    """A template or the name of a column."""
    if column.kind == "id" or (is_template(text) and "template" in readers):
        return _template(notes, path, text, column)
    if column.kind not in NATURAL or is_template(text):
        usual = {"code": "{column: NAME, codes: {PRINTED: CODE}}", "boolean": "{flag: NAME, yes: [TEXT]}"}
        wanted = usual.get(column.kind, f"the name of a column, or {' or '.join(readers)}")
        notes.problem(path, f"{path[-1]}: {text!r} is not {WANTED[column.kind]}; wanted {wanted}")
        return None
    reader = (
        "day"
        if column.pattern == DAY_PATTERN and "day" in readers and column is not TEXT
        else NATURAL[column.kind]
    )
    return _of_column(notes, path, reader, text, {})


def _long(notes: Notes, path: Steps, head: str, given: dict[str, Yaml], column: ColumnTerm) -> Value | None:
    if head == "constant":
        return _constant(notes, (*path, head), given[head], column)
    if head == "template":
        return _template(notes, (*path, head), text_of(given[head]), column)
    if head == "column" and "codes" in given:
        return _codes(notes, path, given, column)
    if head == "column" and column.kind in ("id", "code"):
        notes.problem(path, f"{path[-1]}: codes missing; wanted what each printed text means")
        return None
    return _of_column(notes, (*path, head), head, text_of(given[head]), given)


def _template(notes: Notes, path: Steps, text: str, column: ColumnTerm) -> Value | None:
    parts = notes.template(text, path, in_path=column.kind == "id")
    return (
        Value("path" if column.kind == "id" else "template", notes.at(path), parts=parts) if parts else None
    )


def _of_column(notes: Notes, path: Steps, reader: str, name: str, given: dict[str, Yaml]) -> Value:
    """A value that a reader makes of a column; what stands beside the reader stands beside the path."""
    state = text_of(given.get("state"))
    if reader == "flag" and not ({"yes", "no"} & given.keys()):
        notes.problem(path[:-1], "flag: yes missing; wanted the texts that mean true")
    return Value(
        "text" if reader == "column" else reader,
        notes.at(path),
        column=notes.use(name, path),
        formats=_formats(notes, path, given) if reader == "day" else (),
        parts=notes.template(state, (*path[:-1], "state")) if state else (),
        point=text_of(given.get("point", ".")),
        pattern=_pattern(notes, path, given) if reader == "match" else "",
        yes=texts_of(given["yes"]) if "yes" in given else (),
        no=texts_of(given["no"]) if "no" in given else (),
    )


def _formats(notes: Notes, path: Steps, given: dict[str, Yaml]) -> tuple[str, ...]:
    """How days are written: each format has a year, a month and a day."""
    formats = texts_of(given.get("formats", ISO))
    for number, one in enumerate(formats):
        if not all(any(part in one.replace("%-", "%") for part in parts) for parts in DAY_PARTS):
            message = f"formats[{number}]: {one!r} has no year, month or day; wanted one such as %m/%d/%Y"
            notes.problem((*path[:-1], "formats", number), message)
    return formats


def _pattern(notes: Notes, path: Steps, given: dict[str, Yaml]) -> str:
    """The regular expression of a match."""
    if "pattern" not in given:
        notes.problem(path[:-1], "match: pattern missing; wanted a regular expression such as ^[0-9]{5}")
        return ""
    pattern = text_of(given["pattern"])
    try:
        re.compile(pattern)
        pl.Series([""]).str.contains(pattern)
    except (re.error, ComputeError):
        notes.problem((*path[:-1], "pattern"), f"pattern: {pattern!r} is not a regular expression")
    return pattern


def _codes(notes: Notes, path: Steps, given: dict[str, Yaml], column: ColumnTerm) -> Value:
    told = {text: text_of(meaning) for text, meaning in node_of(given["codes"]).items()}
    for text, meaning in told.items():
        check_constant(notes, (*path, "codes", text), meaning, column)
    folded = [text.upper() for text in told]
    for number, text in enumerate(told):
        if folded.index(text.upper()) < number:
            notes.key_problem(
                (*path, "codes", text), f"{text!r} stands twice; the case of letters does not count"
            )
    name = notes.use(text_of(given["column"]), (*path, "column"))
    return Value("codes", notes.at(path), column=name, codes=tuple(told.items()))


def _constant(notes: Notes, path: Steps, given: Yaml, column: ColumnTerm) -> Value:
    text = text_of(given)
    check_constant(notes, path, text, column)
    return Value("constant", notes.at(path), constant=text)
