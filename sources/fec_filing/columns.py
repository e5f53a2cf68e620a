"""Which columns of a record are told, and why the others are not."""

import csv
import re
from functools import cache
from importlib.resources import files

from sources.fec_filing.record_types import FILING
from sources.fec_filing.schedules import schedules
from sources.fec_filing.summary import is_sum

NAME_PARTS = (
    "organization_name",
    "last_name",
    "first_name",
    "middle_name",
    "middle_nm",
    "prefix",
    "suffix",
    "name",
)
PARTY = (*NAME_PARTS, "city", "state", "zip_code", "zip", "employer", "occupation")
CANDIDATE = (*NAME_PARTS, "id_number", "fec_id", "id", "office", "state", "district")


@cache
def reason_left_out(kind: str, column: str) -> str | None:
    """Why a column is not told, "" when it is, None when nobody has thought of it."""
    of = "cover" if kind == FILING else "money"
    if (kind == FILING and is_sum(column)) or (kind != FILING and column in _own(kind)):
        return ""
    known = (rule for rule in _rules() if rule["of"] in ("", of) and re.fullmatch(rule["pattern"], column))
    return next((rule["reason"] for rule in known), None)


@cache
def _own(kind: str) -> frozenset[str]:
    """The columns that are told of one kind of record of money alone."""
    one = schedules()[kind]
    party = {f"{one.party}_{part}" for part in PARTY if one.party}
    candidate = {f"{one.candidate}_{part}" for part in CANDIDATE if one.candidate}
    return frozenset(party | candidate | {one.amount, one.balance, *one.days, *one.ids, *one.purposes})


@cache
def _rules() -> tuple[dict[str, str], ...]:
    """Columns of covers, of money or of both by regular expression of their names; no reason where told."""
    text = files("sources.fec_filing").joinpath("columns.csv").read_text("utf-8")
    return tuple(csv.DictReader(text.splitlines()))
