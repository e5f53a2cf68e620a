"""Ratings of a means: how ballot measures, elections and the like are said to have served an aim."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.findings.scope import period, place_of
from graph.findings.statements import Statements
from sources.claim import Claim, Thing
from sources.edtf import DateInterval

SUCCEEDED = ("approvedMeasure", "passedWith", "expectedToWinIn", "typicallyWonBy")
"""Predicates that say that a means served the aim of a side."""
FAILED = ("struggledToAchieveVia",)
"""Predicates that say that it did not, or hardly."""


@dataclass(frozen=True, slots=True)
class Rating:
    """How a claim rates a means.

    Attributes:
        means: Class of the means.
        scale: What the aim is about, for example "punishment".
        way: Which way the aim leads on it, for example "less".
        served: Whether the means is said to have served the aim.
        place: Path of where, "" when it is not said.
        days: When.
        claims: The claim that rates, and the one that tells the aim when that is another.
    """

    means: str
    scale: str
    way: str
    served: bool
    place: str
    days: DateInterval
    claims: tuple[Claim, ...]

    @property
    def is_hedged(self) -> bool:
        """Whether it tells what is expected, or usual, rather than what happened."""
        claim = self.claims[0]
        return claim.kind in ("analysis", "forecast") and self.served


def ratings(known: Statements) -> Iterator[Rating]:
    """The ratings whose means and aim are told, in reading order of the sources."""
    for claim in known.said(*SUCCEEDED, *FAILED):
        aim = _aim(claim, known)
        means = _means(claim, known)
        if aim is not None and means and claim.positive:
            scale, _, way = str(aim.qualifier("direction")[0]).partition(":")
            served = claim.predicate in SUCCEEDED
            claims = (claim,) if aim is claim else (claim, aim)
            yield Rating(means, scale, way, served, place_of(claim, known), _days(claim, known), claims)


def _days(claim: Claim, known: Statements) -> DateInterval:
    """The period of a claim; what is told as past ends when the document was published."""
    days, published = period(claim, known), known.published(claim)
    if claim.kind == "forecast" or published is None or published.latest is None:
        return days
    if days.latest is not None and days.latest <= published.latest:
        return days
    return DateInterval(days.earliest, published.latest)


def _aim(claim: Claim, known: Statements) -> Claim | None:
    """The claim that tells where the aim leads: itself, or one about the measure that it rates."""
    about = [known.by_subject.get(path, []) for path in _things(claim)]
    told = (claim, *(one for claims in about for one in claims))
    return next((one for one in told if one.qualifier("direction")), None)


def _means(claim: Claim, known: Statements) -> str:
    """The class of the means, as the sheet names it or as that of the measure it rates."""
    named = next((str(value) for value in claim.qualifier("instrument")), "")
    is_measure = any(
        known.is_a(path, kind) for path in _things(claim) for kind in ("BallotMeasure", "BallotMeasureGroup")
    )
    return named or ("BallotMeasure" if is_measure else "")


def _things(claim: Claim) -> tuple[str, ...]:
    return (claim.subject, claim.object.path) if isinstance(claim.object, Thing) else (claim.subject,)
