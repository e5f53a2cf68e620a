"""How much a name as printed on a ballot speaks for a person known by another name.

Capitals, punctuation, the order of "LAST, FIRST", generational suffixes and marks such as "(I)" say nothing.
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq"})
MARK = re.compile(r"\((?:i|inc|dem|rep|d|r|np|npa|w|write-in)\)")
LETTERS = re.compile(r"[^\W\d_]+")
ALIKE, SHORTER, INITIAL, NICKNAME, SURNAME, OTHER_GIVEN = range(6)
WORDS = {
    ALIKE: "the same name",
    SHORTER: "the same first name and surname, with or without middle names",
    INITIAL: "the same surname and an initial or a middle name in common",
    NICKNAME: "the same surname and a usual short form of the first name",
    SURNAME: "the surname alone, which no other candidate of the contest has",
    OTHER_GIVEN: "the surname, which no other candidate of the contest has; the given names differ",
}
"""What the likenesses of names are called, the strongest first."""
FULL = SHORTER
"""The weakest likeness that holds across contests: first name and surname."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart, in small letters.

    Attributes:
        given: First and middle names, initials and nicknames, in order.
        surname: The last word.
    """

    given: tuple[str, ...]
    surname: str

    @property
    def first(self) -> str:
        """The first given name, "" for none."""
        return self.given[0] if self.given else ""


@cache
def read_name(printed: str) -> Name:
    """A name taken apart."""
    text = MARK.sub(" ", printed.lower()).replace("'", "").replace("’", "")
    last, comma, rest = text.partition(",")
    turned = f"{rest} {last}" if comma and not SUFFIXES.issuperset(LETTERS.findall(rest)) else text
    found = [word for word in LETTERS.findall(turned) if word not in SUFFIXES]
    return Name(tuple(found[:-1]), found[-1]) if found else Name((), "")


def likeness(known: str, printed: str) -> int | None:
    """How alike two names are, from ALIKE down; None for names of different surnames."""
    left, right = read_name(known), read_name(printed)
    if left.surname != right.surname or left.surname == "":
        return None
    if left == right:
        return ALIKE if left.given else SURNAME
    if not left.given or not right.given:
        return SURNAME
    return _given_likeness(left, right)


def best_likeness(known: str, printed: Iterable[str]) -> int | None:
    """The strongest likeness of a name to one of several printed ones."""
    return min((rank for one in printed if (rank := likeness(known, one)) is not None), default=None)


def _given_likeness(left: Name, right: Name) -> int:
    if left.first == right.first and len(left.first) > 1:
        return SHORTER
    if _has_initial(left, right) or left.first in right.given or right.first in left.given:
        return INITIAL
    if any(_short_forms(left.first) & _short_forms(one) for one in right.given):
        return NICKNAME
    return OTHER_GIVEN


def _has_initial(left: Name, right: Name) -> bool:
    return 1 in (len(left.first), len(right.first)) and left.first[0] == right.first[0]


@cache
def _short_forms(first: str) -> frozenset[int]:
    """The groups of first names and their short forms that a name stands in."""
    text = files("graph").joinpath("record", "short_names.csv").read_text("utf-8")
    return frozenset(number for number, row in enumerate(csv.reader(text.splitlines())) if first in row)
