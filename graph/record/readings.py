"""What official votes come to in the measures that sources use, in each way a figure can be read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from graph.findings.interval import plain
from graph.record.official import Count

MOVED = Decimal(2)
"""Points by which a share may still move between an early and the last count. A convention: late ballots of
large counties have moved shares by so much; whatever is further off is not put down to them."""
HUNDRED = Decimal(100)
Standing = tuple[Count, str]
"""A count and one of its candidacies."""
ALL, TWO = "of all votes", "of the votes for the two with most"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a measure, with what the official votes come to in it.

    Attributes:
        words: How it is read, for example "points of all votes".
        moved: How far it may still move after an early count.
        is_part: Whether a difference is taken as a part of votes, not as points.
    """

    words: str
    value: Decimal
    moved: Decimal
    is_part: bool = False

    def __str__(self) -> str:
        return f"{plain(self.value)} {self.words}"


def shares(count: Count, candidacy: str) -> Iterator[Reading]:
    """The share of a candidacy."""
    yield from _of_bases(count, "%", count.votes[candidacy], MOVED, candidacy in count.leaders)


def rest(count: Count, candidacy: str) -> Iterator[Reading]:
    """The share of everybody but a candidacy, and that of its rival among the two with most votes."""
    yield Reading(f"% {ALL}", _percent(count.cast - count.votes[candidacy], count.cast), MOVED)
    if candidacy in count.leaders:
        others = count.of_two - count.votes[candidacy]
        yield Reading(f"% {TWO}", _percent(others, count.of_two), MOVED)


def leads(count: Count, ahead: str, behind: str, *, of_loser: bool, is_relative: bool) -> Iterator[Reading]:
    """The lead of a candidacy over another in points and, where the unit allows it, as a part.

    Args:
        count: The votes.
        ahead: The candidacy that is said to lead.
        behind: The other.
        of_loser: Whether the part is that of the one behind, for a deficit, instead of the one ahead.
        is_relative: Whether the unit leaves open that the figure is a part of votes.
    """
    left, right = count.votes[ahead], count.votes[behind]
    both = {ahead, behind} == set(count.leaders)
    yield from _of_bases(count, "points", left - right, 2 * MOVED, both)
    if is_relative and right:
        words = "% fewer votes than the other" if of_loser else "% more votes than the other"

        def part(one: Decimal, other: Decimal) -> Decimal:
            return (one - other) / (one if of_loser else other) * HUNDRED

        yield replace(_moving(words, part, count, ahead, behind), is_part=True)


def ratios(count: Count, ahead: str, behind: str) -> Iterator[Reading]:
    """Votes of a candidacy over those of another."""
    if count.votes[behind]:
        yield _moving("votes to 1", lambda one, other: one / other, count, ahead, behind)


def ranks(count: Count, candidacy: str) -> Iterator[Reading]:
    """The place of a candidacy in the order of votes."""
    place = 1 + sum(votes > count.votes[candidacy] for votes in count.votes.values())
    yield Reading("in the order of votes", Decimal(place), Decimal(0))


def gaps(upper: Standing, lower: Standing, base: Standing | None) -> Iterator[Reading]:
    """How far the share of a candidacy lies above that of one in another contest of the same places.

    Args:
        upper: A count and the candidacy said to lie above.
        lower: A count of the same places and the other candidacy.
        base: The one whose share a part would be of, None where the figure is no part.
    """
    for words, one, other in _pairs(upper, lower):
        yield Reading(f"points of share {words}", one - other, 2 * MOVED)
        whole = one if base is upper else other
        if base is not None and whole:
            part, moved = ((points / whole * HUNDRED) for points in (one - other, 2 * MOVED))
            yield Reading(f"% of the share it is compared with, {words}", part, moved, is_part=True)


def lead_gaps(upper: Standing, lower: Standing) -> Iterator[Reading]:
    """How far the lead of a candidacy lies above the lead of one in another contest of the same places."""
    leads_of_both = [_lead(*standing) for standing in (upper, lower)]
    if None not in leads_of_both:
        one, other = (lead for lead in leads_of_both if lead is not None)
        yield Reading(f"points of lead {ALL}", one - other, 4 * MOVED)


def _pairs(upper: Standing, lower: Standing) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Both shares, of all votes, and of those for the two with most where these differ."""
    (one, mine), (other, theirs) = upper, lower
    yield ALL, _percent(one.votes[mine], one.cast), _percent(other.votes[theirs], other.cast)
    in_two = mine in one.leaders and theirs in other.leaders
    if in_two and (one.of_two, other.of_two) != (one.cast, other.cast):
        yield TWO, _percent(one.votes[mine], one.of_two), _percent(other.votes[theirs], other.of_two)


def _lead(count: Count, candidacy: str) -> Decimal | None:
    rival = count.rival(candidacy)
    return _percent(count.votes[candidacy] - count.votes[rival], count.cast) if rival else None


def _of_bases(count: Count, unit: str, votes: int, moved: Decimal, of_leaders: bool) -> Iterator[Reading]:  # noqa: FBT001 - private
    """A number of votes as a part of all, and of those for the two with most where these differ."""
    yield Reading(f"{unit} {ALL}", _percent(votes, count.cast), moved)
    if of_leaders and count.of_two != count.cast:
        yield Reading(f"{unit} {TWO}", _percent(votes, count.of_two), moved)


def _moving(
    words: str, worked: Callable[[Decimal, Decimal], Decimal], count: Count, ahead: str, behind: str
) -> Reading:
    """A reading that is no difference of shares: how far it moves follows from how far these may."""
    left, right = (_percent(count.votes[one], count.cast) for one in (ahead, behind))
    value = worked(Decimal(count.votes[ahead]), Decimal(count.votes[behind]))
    later = worked(left + MOVED, right - MOVED) if right > MOVED else value
    return Reading(words, value, abs(later - value))


def _percent(votes: int, base: int) -> Decimal:
    return Decimal(votes) * HUNDRED / Decimal(base) if base else Decimal(0)
