"""A match: a contest or person, and what official results have for it, with the reason; never a merge."""

from dataclasses import dataclass

from graph.nodes import digest

LEVELS = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Match:
    """That official results are about the same contest or candidate.

    Attributes:
        thing: Path of the contest or person as sources speak of it.
        official: Path of the contest or candidacy of official results.
        label: What the registry calls the thing.
        official_label: What official results call it.
        reason: The evidence, in one sentence.
        confidence: "high", "medium" or "low".
        contest: Path of the contest of the sources, where the thing is a person.
        circular: Whether the evidence is what claims say of the outcome, which then cannot be tested.
    """

    thing: str
    official: str
    label: str
    official_label: str
    reason: str
    confidence: str
    contest: str = ""
    circular: bool = False

    @property
    def is_told(self) -> bool:
        """Whether the two have different paths, so that there is something to tell."""
        return self.thing != self.official

    @property
    def path(self) -> str:
        """Path of its IRI."""
        return f"record-match/{digest(self.thing, self.contest, self.official)}"


def weakest(*confidences: str) -> str:
    """The lowest of some confidences."""
    return min(confidences, key=LEVELS.index)
