"""How sure a fact is: who says it, from how many independent origins, how firmly, and what denies it.

Nothing here is a probability: every word of the line for people is a count, a name or a day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.derive.premises import firmest, weakest
from graph.derive.world import WEAKENING

QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Said:
    """What one claim tells of its own weight.

    Attributes:
        key: For example "C001-029".
        document: Key of its document.
        origin: What its document goes back to; documents of one origin are one witness.
        first: First day its document may be of, None when it has no date.
        last: Last day its document may be of.
        modalities: Notations of its modalities, `implicature` among them where it only suggests.
        speakers: Who is named between the document and the words, from the outside in.
    """

    key: str
    document: str
    origin: str
    first: date | None
    last: date | None
    modalities: tuple[str, ...]
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Who stands behind a fact.

    Attributes:
        claims: Keys of the claims that state it, in order.
        documents: Keys of their documents.
        origins: Their independent origins.
        first: First day on which a document may have said it, None when none is dated.
        last: Last day on which a document may have said it.
        firmest: Wording of the firmest claim; a claim is as firm as the weakest of its modalities.
        weakest: Wording of the weakest claim.
        hedges: What weakens it where every claim is weakened, else nothing.
        quoted: Who is quoted in their own words.
        named: Who else is named as the source.
        denied_by: Keys of the claims that deny it.
    """

    claims: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]
    first: date | None
    last: date | None
    firmest: str
    weakest: str
    hedges: tuple[str, ...]
    quoted: tuple[str, ...]
    named: tuple[str, ...]
    denied_by: tuple[str, ...]

    @property
    def how_sure(self) -> str:
        """One line for people, with its reasons."""
        if not self.claims:
            return f"No document says it; {self._denials()}."
        by = f"{_counted(len(self.documents), 'document')} of {_counted(len(self.origins), 'origin')}"
        parts = [f"Said by {by}{_days(self.first, self.last)}, {self._wording()}"]
        return "; ".join([*parts, *self._speakers(), self._denials()]) + "."

    def _wording(self) -> str:
        words = f"firmest wording: {self.firmest}"
        words += "" if self.weakest == self.firmest else f", weakest: {self.weakest}"
        return f"{words}; every claim is hedged" if self.hedges else words

    def _speakers(self) -> Iterator[str]:
        yield f"quoted: {', '.join(self.quoted)}" if self.quoted else "nobody is quoted"
        if self.named:
            yield f"named as source: {', '.join(self.named)}"

    def _denials(self) -> str:
        return (
            f"denied by {', '.join(self.denied_by)}" if self.denied_by else "nothing in the graph denies it"
        )


def weigh(stating: Iterable[Said], denying: Iterable[str] = ()) -> Witnesses:
    """The witnesses of a fact, from the claims that state it and the keys of those that deny it."""
    said = sorted(stating, key=lambda one: one.key)
    wordings = [weakest(one.modalities) for one in said]
    quoted = {one.speakers[-1] for one in said if QUOTED in one.modalities and one.speakers}
    weakened = [WEAKENING.intersection(one.modalities) for one in said]
    return Witnesses(
        claims=tuple(one.key for one in said),
        documents=_each(one.document for one in said),
        origins=_each(one.origin for one in said),
        first=min((one.first for one in said if one.first is not None), default=None),
        last=max((one.last for one in said if one.last is not None), default=None),
        firmest=firmest(wordings) if said else "",
        weakest=weakest(wordings) if said else "",
        hedges=_each(hedge for one in weakened for hedge in one) if all(weakened) else (),
        quoted=_each(quoted),
        named=_each(who for one in said for who in one.speakers if who not in quoted),
        denied_by=_each(denying),
    )


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words)))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _days(first: date | None, last: date | None) -> str:
    """The days of the documents in brackets, the month once where it is one."""
    if first is None or last is None or first == last:
        one = first or last
        return "" if one is None else f" ({_words(one)})"
    start = str(first.day) if (first.year, first.month) == (last.year, last.month) else _words(first)
    return f" ({start} to {_words(last)})"


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
