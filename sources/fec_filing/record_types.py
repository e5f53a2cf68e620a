"""What each record type of a filing is read as, and why some are left out.

The types are those of the FEC's layouts; a schedule's line is part of the type, as in SA11AI.
"""

import re
from dataclasses import dataclass

COVER = r"(?P<form>F1|F1M|F2|F24|F3|F3L|F3P|F3X|F3Z|F4|F5|F6|F7|F8|F9|F10|F13|F99)(?P<amendment>[NAT]?)"
FILING = "filing"
"""Kind of records that say what a filing is: its cover and notes."""
LEFT_OUT = "left out"
"""Kind of records that are left out by name."""
TEXT = "TEXT"
MONEY = {
    "SA3L": "SA3L",
    r"SA[A-Z0-9]+": "SA",
    r"SB[A-Z0-9]+": "SB",
    r"SC/\d+": "SC",
    r"SD\d+": "SD",
    **{name: name for name in ("SE", "SF", "H3", "H4", "H5", "H6", "F56", "F57", "F65", "F76", "F92", "F93")},
    "F132": "F132",
    "F133": "F133",
}
"""Kinds of records of money by regular expression of their type."""
REASONS = {
    "F1S": "more affiliated committees, agents and banks of a statement of organization; no money",
    "F2S": "more authorized committees of a candidate, in columns the names of which are not known",
    "F3S|F3PS": "sums since the general election, which Form 3 or 3P contains",
    r"F3P31(AL)?": "goods to be sold, whose value is on line 31 of Form 3P",
    "F3Z1|F3Z2|F3PZ1|F3PZ2": "sums of the committees of one candidate, each of which files its own",
    "F8II|F82|F8III|F83": "what creditors are offered; Schedule D tells the debts",
    "F91": "who controls the filer of a report of electioneering communications; no money",
    "F94": "which candidates a communication names, neither for nor against them",
    "F105": "personal funds a candidate spent before 2009, which Form 3 tells",
    "H1|H2": "by which ratio shared expenses are divided; no money",
    r"SC1(/\d+)?": "terms and collateral of a loan that Schedule C tells",
    r"SC2(/\d+)?": "who guarantees a loan that Schedule C tells; no money flows",
    "SI|SL": "sums of a nonfederal or Levin account, whose rows are told",
}
"""Why records are left out, by regular expression of their type."""


@dataclass(frozen=True, slots=True)
class RecordType:
    """What a record type is read as.

    Attributes:
        kind: Kind of its records.
        reason: Why they are left out, "" when they are told.
    """

    kind: str
    reason: str = ""


def record_type(name: str) -> RecordType | None:
    """What a record type is read as, None when it is not known; covers are none of these."""
    if name == TEXT:
        return RecordType(FILING)
    for pattern, reason in REASONS.items():
        if re.fullmatch(pattern, name):
            return RecordType(LEFT_OUT, reason)
    return next((RecordType(kind) for pattern, kind in MONEY.items() if re.fullmatch(pattern, name)), None)


def cover_of(name: str) -> tuple[str, str] | None:
    """The form and the amendment letter of a record type that is a cover, None of another."""
    match = re.fullmatch(COVER, name)
    return match and (match["form"], match["amendment"])
