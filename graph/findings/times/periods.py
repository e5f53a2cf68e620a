"""When something held or was counted, and what follows for the order of two things."""

from graph.findings.statements import Statements
from sources.claim import Claim
from sources.edtf import DateInterval, read_date


def stated(claim: Claim, *names: str) -> DateInterval | None:
    """The days the first of some date qualifiers a claim has stands for, None when it has none of them."""
    texts = (value for name in names for value in claim.qualifier(name) if isinstance(value, str))
    text = next(texts, "")
    return read_date(text) if text else None


def as_of(claim: Claim, known: Statements) -> DateInterval | None:
    """The days for which a claim tells how things stand: of the count, as it says, or of its document."""
    return stated(claim, "posted", "asOf") or known.published(claim)


def overlap(one: DateInterval, other: DateInterval) -> bool:
    """Whether two dates may be of one day."""
    return not (before(one, other) or before(other, one))


def before(one: DateInterval | None, other: DateInterval | None) -> bool:
    """Whether a date certainly comes before another; an unknown one never does."""
    if one is None or other is None or one.latest is None or other.earliest is None:
        return False
    return one.latest < other.earliest


def days(interval: DateInterval) -> str:
    """A date for people: a day, or first and last day."""
    if interval.earliest == interval.latest and interval.earliest is not None:
        return interval.earliest.isoformat()
    first = "open" if interval.earliest is None else interval.earliest.isoformat()
    last = "open" if interval.latest is None else interval.latest.isoformat()
    return f"{first} to {last}"
