"""Which office a contest is for, read from what is printed; what is left of the text names a place."""

import re
from dataclasses import dataclass
from functools import cache

import polars as pl

from sources.tables.elections.reference import KnownOffice, reference

OFFICE = {
    "office_slug": pl.String,
    "office_label": pl.String,
    "office_kind": pl.String,
    "place": pl.String,
    "serves_districts": pl.Boolean,
    "statewide": pl.Boolean,
    "remainder": pl.Boolean,
    "office_party": pl.String,
}
"""Columns that `with_offices` adds."""
MAY_BE_PROSECUTOR = "(?i)att(or)?n|atty|att'y|prosecut|solicitor"
"""What the text of an office of a prosecutor or an attorney general has; to read no more than needed."""


@dataclass(frozen=True, slots=True)
class Office:
    """What a printed office means.

    Attributes:
        slug: Its part of a path.
        label: Its name.
        kind: Its code of `OfficeKind`.
        place: What is printed besides the office, in capitals; "" for nothing.
        serves_districts: Whether it serves districts of several counties in the state.
        statewide: Whether all of the state elects it where no district is printed.
        remainder: Whether the contest is for what is left of a term.
        party: A party printed in front of the office; "" for none.
    """

    slug: str
    label: str
    kind: str
    place: str = ""
    serves_districts: bool = False
    statewide: bool = False
    remainder: bool = False
    party: str = ""


def with_offices(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with what `office` means in `state`: the columns of OFFICE, null for a blank office."""
    texts = frame.select("state", "office").unique().drop_nulls()
    read = [read_office(state, printed) for state, printed in texts.iter_rows()]
    rows = [
        (
            one.slug,
            one.label,
            one.kind,
            one.place,
            one.serves_districts,
            one.statewide,
            one.remainder,
            one.party,
        )
        for one in read
    ]
    known = texts.hstack(pl.DataFrame(rows, schema=OFFICE, orient="row"))
    return frame.join(known, on=["state", "office"], how="left", maintain_order="left")


@cache
def read_office(state: str, printed: str) -> Office:
    """The office that is printed.

    Args:
        state: Two small letters.
        printed: The publisher's text.
    """
    capitals = " ".join(printed.upper().replace("’", "'").split())
    text, party = _without_party(capitals)
    text = reference().patterns["cleaning.attorney"].sub("ATTORNEY", text)
    bare = _without("term", _without("votes", text)).strip(" -,")
    short = _without("special", bare).strip(" -,")
    remainder = short != bare
    for known in reference().offices:
        place = _place_beside(known, state, short)
        if place is not None:
            serves = state in known.districts
            kind = f"office-kind-{known.kind}"
            return Office(known.slug, known.label, kind, place, serves, remainder=remainder, party=party)
    statewide = reference().patterns["statewide.printed"].match(short) is not None
    return Office(
        _slug(short), printed, "office-kind-other", statewide=statewide, remainder=remainder, party=party
    )


def is_attorney_general(office: pl.Expr) -> pl.Expr:
    """Whether a printed office is that of the attorney general of a state."""
    capitals = office.str.to_uppercase()
    return capitals.str.contains(r"\bATTORNEY[ -]GENERAL\b") & ~capitals.str.contains("DISTRICT ATTORNEY")


def is_question(office: pl.Expr) -> pl.Expr:
    """Whether a printed contest is a question, whose choices are answers."""
    pattern = reference().patterns["question.printed"].pattern
    return office.str.to_uppercase().str.contains(pattern)


def _without_party(text: str) -> tuple[str, str]:
    """The text without a party in front of it, and that party."""
    found = reference().patterns["cleaning.party"].match(text)
    if found is None:
        return text, ""
    return text[found.end() :], found["in"] or found["before"]


def _without(what: str, text: str) -> str:
    return reference().patterns[f"cleaning.{what}"].sub(" ", text)


def _place_beside(known: KnownOffice, state: str, text: str) -> str | None:
    """What is printed beside an office, None where the text is not that office."""
    if known.states and state not in known.states:
        return None
    found = known.printed.search(text)
    if found is None:
        return None
    before, after = (_trimmed(part) for part in (text[: found.start()], text[found.end() :]))
    patterns = reference().patterns
    for part in (before, after):
        if patterns["place.like"].match(part) is None or patterns["place.never"].search(part) is not None:
            return None
    return f"{before} {after}".strip()


def _trimmed(part: str) -> str:
    """The text beside an office without words that join it to a place, or to a second office."""
    text = _without("everywhere", _without("combined", part))
    while (shorter := _without("trimmed", text).strip()) != text:
        text = shorter
    return " ".join(text.split())


def _slug(text: str) -> str:
    return re.sub("[^a-z0-9]+", "-", re.sub("['.]", "", text.lower())).strip("-")
