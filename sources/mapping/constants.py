"""Values that a mapping file states itself, held against the column they are for."""

import re
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from os.path import commonprefix

from ontology import CODES, ColumnTerm
from sources.edtf import read_date
from sources.mapping.notes import Notes
from sources.mapping.readers import DAY_PATTERN, WANTED
from sources.mapping.templates import PATH
from sources.yaml_file import Steps

CENTS = 2


def check_constant(notes: Notes, path: Steps, text: str, column: ColumnTerm) -> None:
    """Note a constant that is no value of its column."""
    codes = [code.name for code in CODES.get(column.target, ())] if column.kind == "code" else []
    if column.kind == "code" and codes and text not in codes:
        hint = _nearest(text, codes) or f"; wanted one of {', '.join(codes)}"
        notes.problem(path, f"{path[-1]}: {text!r} is not a code of {column.target}{hint}")
    elif not _is_value(text, column):
        wanted = f"text like {column.pattern}" if column.pattern else WANTED[column.kind]
        notes.problem(path, f"{path[-1]}: {text!r} is not {wanted}")


def _nearest(text: str, codes: list[str]) -> str:
    """A hint that names the nearest code, by what tells the codes of a list apart."""
    start = commonprefix(codes)  # noqa: RUF071 - the letters codes start with, which are no folders
    short = {code.removeprefix(start): code for code in codes}
    near = get_close_matches(text.removeprefix(start), short, n=1)
    return f"; did you mean {short[near[0]]!r}?" if near else ""


def _is_value(text: str, column: ColumnTerm) -> bool:
    if column.kind == "decimal":
        return _is_amount(text)
    if column.kind == "integer":
        return re.fullmatch(r"-?\d{1,18}", text) is not None
    if column.kind == "boolean":
        return text in ("true", "false")
    if column.kind == "id":
        return "/" in text and "" not in text.split("/") and PATH.fullmatch(text) is not None
    if column.kind == "date" or column.pattern == DAY_PATTERN:
        return re.fullmatch(DAY_PATTERN, text) is not None and _is_day(text)
    return text != "" and (column.pattern == "" or re.search(column.pattern, text) is not None)


def _is_amount(text: str) -> bool:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return False
    return amount.is_finite() and amount == round(amount, CENTS)


def _is_day(text: str) -> bool:
    try:
        read_date(text)
    except ValueError:
        return False
    return True
