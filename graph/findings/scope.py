"""Scopes of claims: when, where and for which contests what is said holds."""

from graph.findings.statements import Statements, path_of
from graph.findings.times.periods import stated
from sources.claim import Claim
from sources.edtf import DateInterval

EVER = DateInterval(None, None)


def period(claim: Claim, known: Statements) -> DateInterval:
    """The days a claim is about: those it states, else those of its contest, subject or object, else any."""
    told = stated(claim, "date", "asOf")
    since, until = stated(claim, "since"), stated(claim, "until")
    if told is None and (since or until):
        return DateInterval(since.earliest if since else None, until.latest if until else None)
    things = (known.contest(claim), claim.subject, path_of((claim.object,)))
    dated = (known.held(path) for path in things if path)
    return told or next((days for days in dated if days is not None), EVER)


def place_of(claim: Claim, known: Statements) -> str:
    """Path of the place a claim is about: stated, or that of its object, subject or contest; "" for none."""
    named = known.place(claim)
    if named:
        return named
    things = (path_of((claim.object,)), claim.subject, known.contest(claim))
    return next((place for path in things if (place := _place(path, known))), "")


def lies_in(place: str, larger: str, known: Statements) -> bool:
    """Whether a place is another or a part of it, by the registry."""
    return larger in known.around(place)


def contests_of(path: str, known: Statements) -> tuple[str, ...]:
    """Paths of the contests that claims name an entity in, as subject or object."""
    claims = (*known.by_subject.get(path, ()), *known.by_object.get(path, ()))
    return tuple(dict.fromkeys(contest for claim in claims if (contest := known.contest(claim))))


def in_scope(contest: str, claim: Claim, known: Statements) -> bool | None:
    """Whether a contest is one a claim names by itself, its set or its election; None when it names none."""
    things = (path_of((claim.object,)), path_of(claim.qualifier("contestSet")), known.contest(claim))
    for path in filter(None, things):
        if known.is_a(path, "ContestSet"):
            return contest in known.members(path)
        if known.is_a(path, "Election"):
            return path == known.linked(contest, "partOfElection")
        if known.is_a(path, "Contest"):
            return path == contest
    return None


def _place(path: str, known: Statements) -> str:
    if not path:
        return ""
    return path if known.is_a(path, "Place") else known.linked(path, "jurisdiction")
