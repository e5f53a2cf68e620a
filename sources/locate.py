"""Where words stand in a text, as the lines a claim needs."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from sources.claim import ANCHOR_WORDS, Evidence, Span
from sources.errors import Position, SourceError
from sources.files import decode, read_bytes
from sources.text import find_paragraphs, find_sentences

ALIKE = ("'\u2018’", '"“”', "-\u2010‑–—")  # noqa: RUF001 - signs that keyboards and printers exchange


@dataclass(frozen=True, slots=True)
class Located:
    """Evidence for words of a text; `exact` is False when the text writes them a little otherwise."""

    evidence: Evidence
    exact: bool

    def to_yaml(self) -> str:
        """The lines of a claim, ready to paste into a fact sheet."""
        place = self.evidence
        return (
            f"  paragraph: {place.paragraph}\n"
            f"  span: [{place.span.start}, {place.span.end}]\n"
            f"  anchor: {json.dumps(place.anchor, ensure_ascii=False)}\n"
            f"  anchor_at: {place.anchor_at}\n"
        )


def locate_in_file(path: Path, words: str) -> tuple[Located, ...]:
    """Every place of the words in a text file; raises as `locate`, and when it cannot be read."""
    text = decode(read_bytes(path, "the text of a document"), path)
    try:
        return locate(text, words)
    except ValueError as error:
        raise SourceError(Position(str(path)), str(error)) from error


def locate(text: str, words: str) -> tuple[Located, ...]:
    """Every place of the words in a text; the span is that of their sentence.

    When the words do not stand there letter for letter, capitals, kinds of quotation mark and dash,
    and white space may differ.

    Raises:
        ValueError: There are no words, more than an anchor may have, or they stand nowhere.
    """
    if not 1 <= len(words.split()) <= ANCHOR_WORDS:
        raise ValueError(f"{words!r} has {len(words.split())} words; an anchor has one to {ANCHOR_WORDS}")
    for exact, pattern in ((True, re.compile(re.escape(words))), (False, _loosely(words))):
        found = [evidence_of(text, match.start(), match[0]) for match in pattern.finditer(text)]
        places = tuple(Located(place, exact) for place in found if place is not None)
        if places:
            return places
        if found:
            raise ValueError(f"{words!r} stands nowhere in one paragraph of the text")
    raise ValueError(f"{words!r} stands nowhere in the text")


def evidence_of(text: str, start: int, anchor: str) -> Evidence | None:
    """The evidence for an anchor: its paragraph and sentences; None when it crosses paragraphs."""
    end = start + len(anchor)
    for number, block in enumerate(find_paragraphs(text), 1):
        if block.start <= start and end <= block.end:
            sentences = find_sentences(text, block)
            first = max(sentence.start for sentence in sentences if sentence.start <= start)
            last = min(sentence.end for sentence in sentences if sentence.end >= end)
            return Evidence(number, Span(first, last), anchor, start)
    return None


def _loosely(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(_alike(word) for word in words.split()), re.IGNORECASE)


def _alike(word: str) -> str:
    return "".join(
        next((f"[{re.escape(signs)}]" for signs in ALIKE if sign in signs), re.escape(sign)) for sign in word
    )
