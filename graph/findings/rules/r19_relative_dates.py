"""R19: dates given relative to a document fit its own date, one another, and the day of the event."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graph.findings.finding import Finding
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from graph.findings.times.impossible_dates import impossible_dates
from graph.findings.times.periods import before, days, stated
from graph.findings.times.relative_dates import WEEKDAYS, meaning
from sources.claim import Claim, Thing
from sources.edtf import DateInterval, read_date

ID = "R19"
WRITTEN = (("dateAsWritten", "date"), ("postedAsWritten", "posted"))
"""Qualifiers with the wording of a date, and those with the date it was resolved to."""
PUBLISHED = ("publishedOn", "postedOn", "originallyPublishedOn")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A wording and the date it was resolved to."""

    words: str
    told: DateInterval
    claim: Claim


def _find(known: Statements) -> Iterator[Finding]:
    agreeing: defaultdict[tuple[str, str], list[Resolved]] = defaultdict(list)
    for name, resolved in _resolutions(known):
        published = known.published(resolved.claim)
        means = None if published is None else meaning(resolved.words, published)
        if means is None or published is None:
            continue
        if means.includes(resolved.told):
            agreeing[name, days(resolved.told)].append(resolved)
        else:
            yield _misplaced(resolved, published)
    yield from _coinciding(agreeing, known)
    for one in impossible_dates(known):
        premises = [one.contest] if one.contest else []
        yield finding(ID, "contradiction", (one.claim,), one.says, confidence="medium", premises=premises)
    yield from _before_the_name(known)


def _resolutions(known: Statements) -> Iterator[tuple[str, Resolved]]:
    for claim in known.claims:
        for written, resolved in WRITTEN:
            words, told = claim.qualifier(written), stated(claim, resolved)
            if words and told is not None:
                yield resolved, Resolved(str(words[0]), told, claim)


def _misplaced(one: Resolved, published: DateInterval) -> Finding:
    says = f"{one.words!r} cannot be {days(one.told)} in a document of {days(published)}."
    computation = f"{days(one.told)} against {one.words!r} as of {days(published)}"
    return finding(ID, "contradiction", (one.claim,), says, computation=computation, confidence="medium")


def _coinciding(agreeing: dict[tuple[str, str], list[Resolved]], known: Statements) -> Iterator[Finding]:
    """A day that several documents name relative to themselves, each with its own words or date."""
    datelines = _datelines(known)
    for (_, day), told in agreeing.items():
        documents = dict.fromkeys(one.claim.document for one in told)
        if len(documents) < 2 or told[0].told.earliest != told[0].told.latest:  # noqa: PLR2004 - it takes two
            continue
        words = dict.fromkeys(f"{one.words} ({one.claim.document})" for one in told)
        says = f"{len(documents)} documents name {day} relative to their own dates, and all come to that day."
        lines = [line for document in documents for line in datelines.get(document, [])]
        claims = (*(one.claim for one in told), *lines)
        computation = f"{', '.join(words)}: {day}, {_weekday(told[0].told)}"
        yield finding(ID, "confirmed", claims, says, computation=computation)


def _weekday(day: DateInterval) -> str:
    return WEEKDAYS[day.earliest.weekday()].capitalize() if day.earliest is not None else ""


def _datelines(known: Statements) -> dict[str, list[Claim]]:
    """What documents say of their own dates."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in known.said(*PUBLISHED):
        if claim.subject == f"document/{claim.document}":
            found[claim.document].append(claim)
    return found


def _before_the_name(known: Statements) -> Iterator[Finding]:
    """Periods that begin before somebody they are about had their name."""
    for claim in known.claims:
        since = stated(claim, "since")
        if since is None:
            continue
        for path in (claim.subject, *([claim.object.path] if isinstance(claim.object, Thing) else [])):
            named = known.text_of(path, "namedSince")
            if named and before(since, read_date(named)):
                says = (
                    f"The period begins before {known.label(path)} had its name; what came before it "
                    "may be counted, or not."
                )
                computation = f"since {days(since)}; named so since {named}"
                yield finding(
                    ID,
                    "uncertain",
                    (claim,),
                    says,
                    computation=computation,
                    confidence="low",
                    premises=(path,),
                )


RULE = Rule(
    ID,
    "Relative dates",
    "Weekdays, months and words such as this week or last year are resolved against the date of their "
    "document; all that name one day must come to it. No outcome is of another day than its "
    "contest or told before it, and no period ends before it begins.",
    "The date that was resolved stays beside the wording.",
    _find,
)
