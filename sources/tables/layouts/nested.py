"""Records of documents that nest: YAML front matter and JSON, read to the last field.

A plan says of every field whether it is taken, ignored and why, or holds records of its own. What is not
in the plan is an error with file, line and column, and so is a list or text in place of the other.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import polars as pl

from sources.errors import Position, SheetError, did_you_mean
from sources.tables.layouts.columns import Field, words
from sources.tables.layouts.nested_plan import TAKEN, Cells, Each, Fields, Pick, Rule, columns_of, lists_of
from sources.tables.layouts.rows import LINE, PROBLEM, TYPES
from sources.yaml_file import Steps, Value, YamlFile, parse_yaml

NTH = "nth"
MARK = "---"
NUMBER = r"^-?\d+(\.\d+)?$"
WIDE = pl.Decimal(38, 18)
NOISE = 1e-7


def cents(name: str, source: str, *, required: bool = False) -> Field:
    """An amount, without what adding in binary numbers leaves behind the cents.

    Documents are made by programs: 1508829.1800000002 stands for 1508829.18.
    """
    raw = words(source)
    exact = pl.when(raw.str.contains(NUMBER)).then(raw).cast(WIDE, strict=False)
    rounded = exact.round(2)
    value = pl.when((rounded - exact).cast(pl.Float64).abs() < NOISE).then(rounded)
    return Field(name, source, value.cast(TYPES["decimal"]), "an amount such as 1234.50", required)


def front_matter(text: str, file: str) -> YamlFile:
    """The value of the YAML between the first two lines of three hyphens, with positions.

    Raises:
        SheetError: There is none, it is broken, or something follows it.
    """
    lines = text.splitlines(keepends=True)
    ends = [number for number, line in enumerate(lines) if line.rstrip() == MARK]
    if not ends or ends[0] != 0:
        raise SheetError(Position(file, 1, 1), f"the first line is not {MARK}; wanted YAML front matter")
    if len(ends) == 1:
        raise SheetError(Position(file, 1, 1), f"front matter that no second line of {MARK} ends")
    for number, line in enumerate(lines[ends[1] + 1 :], start=ends[1] + 2):
        if line.strip():
            raise SheetError(Position(file, number, 1), "text after the front matter; wanted nothing")
    return parse_yaml("".join(lines[: ends[1]]), file)


def read_nested(read: YamlFile, kind: str, plan: Fields) -> dict[str, pl.DataFrame]:
    """The records of a document by kind: text columns, `line`, and `nth`, the place in its list from 1.

    Args:
        read: The document.
        kind: Kind of the record the document itself is.
        plan: What is in it.

    Raises:
        SheetError: Something in it is not in the plan, or two records of a kind stand on one line.
    """
    found: dict[str, list[dict[str, str | int]]] = {}
    columns: dict[str, list[str]] = {}
    _declare(Each(kind, plan), columns)
    _read_record(read, (), Each(kind, plan), {}, found)
    return {name: _records(read.file, found.get(name, []), columns[name]) for name in columns}


def _records(file: str, found: list[dict[str, str | int]], columns: list[str]) -> pl.DataFrame:
    """Records of a kind, which must stand on lines of their own: a line is what a record is known by."""
    numbers = {LINE: PROBLEM[LINE], NTH: pl.UInt32()}
    frame = pl.DataFrame(found, schema={**dict.fromkeys(columns, pl.String()), **numbers}, orient="row")
    shared = frame.filter(pl.col(LINE).is_duplicated())
    if not shared.is_empty():
        raise SheetError(
            Position(file, shared[LINE][0], 1), "two records on one line; wanted a line for each"
        )
    return frame


def _declare(each: Each, columns: dict[str, list[str]]) -> None:
    """Note the columns of the records of a plan and of those in it."""
    columns[each.kind] = columns_of(each.item, each.carried)
    for inner in lists_of(each.item):
        _declare(inner, columns)


def _read_record(
    read: YamlFile,
    steps: Steps,
    each: Each,
    around: Mapping[str, str],
    found: dict[str, list[dict[str, str | int]]],
) -> None:
    """Add a record and those in it to what is found."""
    inner: list[tuple[Steps, Each]] = []
    own = dict(_values(read, steps, each.item, "", inner))
    own |= {name: around.get(outer, "") for name, outer in each.carried.items()}
    nth = steps[-1] + 1 if steps and isinstance(steps[-1], int) else 1
    found.setdefault(each.kind, []).append({**own, LINE: read.at(*steps).line, NTH: nth})
    for place, each_inner in inner:
        for number in range(len(_list_at(read, place))):
            _read_record(read, (*place, number), each_inner, {**own, NTH: str(nth)}, found)


def _values(
    read: YamlFile, steps: Steps, plan: Fields | Cells, start: str, inner: list[tuple[Steps, Each]]
) -> Iterator[tuple[str, str]]:
    """Name and text of what is taken of a mapping or list; lists of records are added to `inner`."""
    for step, name, rule in _parts(read, steps, plan):
        place = (*steps, step)
        if isinstance(rule, Each):
            if not _is_blank(read, place):
                inner.append((place, rule))
        elif isinstance(rule, Fields | Cells):
            yield from _values(read, place, rule, f"{start}{name}.", inner)
        elif isinstance(rule, Pick):
            fits = len(_list_at(read, place)) == rule.length
            yield f"{start}{name}", _text(read, (*place, *rule.steps)) if fits else ""
        elif rule == TAKEN:
            yield f"{start}{name}", _text(read, place)


def _parts(read: YamlFile, steps: Steps, plan: Fields | Cells) -> Iterator[tuple[str | int, str, Rule]]:
    """Step, name and rule of everything in a mapping or list.

    Raises:
        SheetError: Something is not in the plan, or is missing.
    """
    if isinstance(plan, Cells):
        values = _list_at(read, steps)
        if len(values) != len(plan.cells):
            raise SheetError(read.at(*steps), f"a list of {len(values)}; wanted {len(plan.cells)}")
        yield from ((number, *cell) for number, cell in enumerate(plan.cells))
        return
    value = _value_at(read, steps)
    if not isinstance(value, dict):
        raise SheetError(read.at(*steps), f"{_shown(value)}; wanted keys with values")
    for key in value:
        if key not in plan.rules:
            hint = did_you_mean(key, list(plan.rules))
            raise SheetError(read.key_at(*steps, key), f"the field {key!r} is not known{hint}")
    for key in plan.needed:
        if key not in value:
            raise SheetError(read.at(*steps), f"the field {key!r} is missing")
    yield from ((key, key, plan.rules[key]) for key in value)


def _value_at(read: YamlFile, steps: Steps) -> Value:
    value = read.value
    for step in steps:
        value = value[step]  # type: ignore[index]
    return value


def _list_at(read: YamlFile, steps: Steps) -> list[Value]:
    value = _value_at(read, steps)
    if not isinstance(value, list):
        raise SheetError(read.at(*steps), f"{_shown(value)}; wanted a list")
    return value


def _is_blank(read: YamlFile, steps: Steps) -> bool:
    """Whether nothing stands where a list could: nothing at all, or an empty text."""
    return _value_at(read, steps) in ("", None)


def _text(read: YamlFile, steps: Steps) -> str:
    """A value as text: numbers as printed, true and false, and nothing for nothing."""
    value = _value_at(read, steps)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if not isinstance(value, str):
        raise SheetError(read.at(*steps), f"{_shown(value)}; wanted a single value")
    return value


def _shown(value: Value) -> str:
    """What a value is, for messages."""
    if isinstance(value, dict):
        return "keys with values"
    return "a list" if isinstance(value, list) else repr(value)
