"""A mapping file, read and held against the ontology before any record is read.

The shape is the JSON Schema of `sources.mapping.schema`; what a shape says in few words (an unknown
column, a reader that gives values of another kind, a code that is not in its list) is checked here.
All problems are told at once, each with line and column.
"""

from functools import lru_cache

from ontology import ColumnTerm
from sources.errors import raise_all
from sources.mapping.conditions import read_conditions
from sources.mapping.model import BUILT_IN, Condition, Form, Mapping, TableRule, Value, columns_read
from sources.mapping.notes import Notes, node_of, text_of, texts_of
from sources.mapping.readers import FILLED_IN, NAMED, OF_KIND, WANTED, columns_of, readers_of
from sources.mapping.schema import shape_schema
from sources.mapping.values import TEXT, read_value
from sources.shape import shape_problems
from sources.yaml_file import Value as Yaml
from sources.yaml_file import parse_yaml

ID = ColumnTerm("", "id", required=True)
OWN = ("table", "id", "when")


@lru_cache(maxsize=16)
def read_mapping(text: str, file: str) -> Mapping:
    """The mapping in the text of a YAML file.

    Args:
        text: The text.
        file: Its name, for messages.

    Raises:
        SheetError: Something in it is not what the format asks for (SourceProblems for several).
    """
    notes = Notes(parse_yaml(text, file))
    raise_all(list(shape_problems(notes.yaml, shape_schema)))
    mapping = _mapping(notes, node_of(notes.yaml.value))
    _check_names(notes, mapping)
    raise_all(notes.problems)
    return mapping


def _mapping(notes: Notes, top: dict[str, Yaml]) -> Mapping:
    rules = top["tables"] if isinstance(top["tables"], list) else []
    tables = [_rule(notes, number, node_of(rule)) for number, rule in enumerate(rules)]
    left_out = _left_out(notes, top.get("left_out"))
    values = _values(notes, node_of(top.get("values")))
    required = _columns(notes, "required", top.get("required"))
    new = {name for name, value in values if name not in columns_read(value)}
    return Mapping(
        file=notes.yaml.file,
        form=_form(notes, node_of(top.get("file"))),
        blank=texts_of(top.get("blank", [])),
        values=values,
        required=required,
        optional=texts_of(top.get("optional", [])),
        ignored=tuple((name, text_of(reason)) for name, reason in node_of(top.get("ignored")).items()),
        left_out=left_out,
        tables=tuple(rule for rule in tables if rule is not None),
        used={name: place for name, place in notes.used.items() if name not in new},
    )


def _rule(notes: Notes, number: int, given: dict[str, Yaml]) -> TableRule | None:
    """What makes a row of a table, None when its id cannot be made."""
    path = ("tables", number)
    table = text_of(given["table"])
    columns = columns_of(table)
    values: list[tuple[str, Value]] = []
    for name, how in given.items():
        if name in FILLED_IN:
            notes.key_problem((*path, name), f"{name} is filled in for every row; leave it out")
        elif name not in OWN and name not in columns:
            notes.unknown_key((*path, name), f"a column of {table}", columns)
        elif name not in OWN:
            value = read_value(notes, (*path, name), how, columns[name], readers_of(columns[name]))
            values += [] if value is None else [(name, value)]
    missing = [name for name, term in columns.items() if term.required and name not in given]
    for name in missing:
        notes.problem(path, f"{table}: {name} is missing; wanted {_wanted(columns[name])}")
    made = read_value(notes, (*path, "id"), given["id"], ID, OF_KIND["id"])
    when = read_conditions(notes, (*path, "when"), given.get("when"))
    return None if made is None else TableRule(table, when, made, tuple(values))


def _wanted(column: ColumnTerm) -> str:
    words = WANTED[column.kind]
    return f"{words} of {column.target}" if column.target else words


def _values(notes: Notes, given: dict[str, Yaml]) -> tuple[tuple[str, Value], ...]:
    """The values with a name; they are read from columns of the file, not from each other."""
    found = []
    for name, how in given.items():
        value = read_value(notes, ("values", name), how, TEXT, NAMED)
        found += [] if value is None else [(name, value)]
    return tuple(found)


def _left_out(notes: Notes, given: Yaml) -> tuple[tuple[tuple[Condition, ...], str], ...]:
    rules = [node_of(rule) for rule in (given if isinstance(given, list) else [])]
    found = []
    for number, rule in enumerate(rules):
        when = read_conditions(notes, ("left_out", number, "when"), rule["when"])
        found.append((when, text_of(rule["reason"])))
    return tuple(found)


def _columns(notes: Notes, key: str, given: Yaml) -> tuple[str, ...]:
    names = texts_of([] if given is None else given)
    for number, name in enumerate(names):
        notes.use(name, (key, number))
    return names


def _form(notes: Notes, given: dict[str, Yaml]) -> Form:
    separator = text_of(given.get("separator"))
    if separator and (len(separator) != 1 or not separator.isascii() or separator in '\r\n"'):
        notes.problem(("file", "separator"), f"separator: {separator!r} is not one character such as ;")
    header = texts_of(given.get("header", []))
    for number, name in enumerate(header):
        if header.index(name) < number or name in BUILT_IN:
            notes.problem(
                ("file", "header", number), f"header: {name!r} stands twice or is {' or '.join(BUILT_IN)}"
            )
    quoted = given.get("quoted")
    encoding, sheet = (text_of(given.get(name)) for name in ("encoding", "sheet"))
    return Form(separator, quoted if isinstance(quoted, bool) else None, encoding, header, sheet)


def _check_names(notes: Notes, mapping: Mapping) -> None:
    """Note names that are two things at once."""
    for name, _ in mapping.ignored:
        if name in notes.used:
            notes.key_problem(("ignored", name), f"{name!r} is ignored and used at {notes.used[name]}")
    for name in BUILT_IN:
        if name in dict(mapping.values):
            notes.key_problem(
                ("values", name), f"{name!r} is the {name} of a record; give the value another name"
            )
    _check_order(notes, mapping, [name for name, _ in mapping.values if name not in mapping.used])


def _check_order(notes: Notes, mapping: Mapping, later: list[str]) -> None:
    """Note values that are asked for before they are made.

    Args:
        notes: Told what is wrong.
        mapping: What was read.
        later: The names of values that are no columns of the file.
    """
    wanted = "wanted a column of the file"
    for number, column in enumerate(mapping.required):
        if column in later:
            notes.problem(("required", number), f"{column!r} is a value; {wanted}")
    for number, (conditions, _) in enumerate(mapping.left_out):
        for column in {one.column for one in conditions} & set(later):
            notes.key_problem(("left_out", number, "when", column), f"{column!r} is a value; {wanted}")
    for name, value in mapping.values:
        for column in set(columns_read(value)) & set(later):
            message = f"{name}: the value {column!r} is made later; a value reads columns of the file"
            notes.problem(("values", name), f"{message} and values before it")
        later = [one for one in later if one != name]
