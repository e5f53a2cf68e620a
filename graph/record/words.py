"""What findings on the record say, for a general reader."""

from graph.findings.statements import Figure
from graph.record.comparison import Comparison
from graph.record.official import Count
from graph.record.readings import Reading
from graph.record.stated import Gap
from ontology import CODES
from sources.quantity import Quantity

MEASURES = {one.name.removeprefix("measure-"): one.label for one in CODES["Measure"]}
SHOWN = 4
"""Candidates whose votes are shown."""


def figure_words(figure: Figure, checked: Comparison) -> str:
    """What a figure measures and where."""
    known = checked.known
    place = f" in {known.label(figure.place)}" if figure.place else ""
    measure = MEASURES[figure.measure]
    return f"The {measure} of {known.label(figure.who)} in {known.label(figure.contest)}{place}"


def gap_words(gap: Gap, checked: Comparison) -> str:
    """What a comparison of two contests says."""
    known = checked.known
    side = "above" if gap.above > 0 else "below"
    who, other = known.label(gap.who), known.label(gap.other)
    return f"How far {who} in {known.label(gap.contest)} is {side} {other} in {known.label(gap.compared)}"


def verdict_words(notation: str, reading: Reading, *, holds_as_bound: bool) -> str:
    """How a figure compares with the record."""
    words = {
        "confirmed": f"agrees with the official votes: {reading}",
        "rounded": f"is that of the official votes, rounded: {reading}",
        "early-count": "was published while votes may still have been counted, and is near the later"
        f" official count: {reading}",
        "wrong": f"does not agree with the official votes: {reading}",
    }[notation]
    return f"{words}; read as a bare bound, it still holds" if holds_as_bound else words


def stated_words(quantity: Quantity) -> str:
    """A figure as it is written."""
    return f"stated as {quantity.as_written!r}"


def count_words(count: Count, contest: str, checked: Comparison) -> str:
    """The votes of the candidates with most votes, of how many, of which dataset, and how final."""
    official, _ = checked.contests[contest]
    names = {one.path: one.names[0] for one in official.candidacies}
    votes = [f"{names[one]} {number:,}" for one, number in count.votes.items()]
    rest = [f"{len(votes) - SHOWN} others"] if len(votes) > SHOWN else []
    status = "final" if count.is_final else "whether it is final is not said"
    return (
        f"{', '.join([*votes[:SHOWN], *rest])}, of {count.cast:,} votes (dataset {count.dataset}; {status})"
    )


def readings_words(readings: tuple[Reading, ...]) -> str:
    """Every reading that was tried."""
    return "; ".join(map(str, readings))
