"""The text of a document: its paragraphs and sentences as spans, counted in code points.

Line ends are left as the file has them, so that a span means the same on every machine.
"""

import re
from collections.abc import Iterator

from sources.claim import Span

NEWLINE = r"(?>\r\n|\r|\n)"
BLANK_LINE = re.compile(rf"{NEWLINE}[^\S\r\n]*{NEWLINE}")
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“\u2018(\[]*[^\Wa-z_])")
ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Rev|St|Sen|Rep|Gov|Gen|Jr|Sr|Calif|Fla|Ga|Mich|Ariz|Inc|Co|Corp|No|vs)\.$"
)


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The blocks that blank lines separate, without surrounding white space."""
    breaks = [place for match in BLANK_LINE.finditer(text) for place in match.span()]
    borders = [0, *breaks, len(text)]
    blocks = (_trimmed(text, start, end) for start, end in zip(borders[::2], borders[1::2], strict=True))
    return tuple(block for block in blocks if block.start < block.end)


def find_sentences(text: str, paragraph: Span) -> tuple[Span, ...]:
    """The sentences of a paragraph, without the white space between them."""
    starts = [paragraph.start, *_sentence_starts(text, paragraph)]
    ends = [*starts[1:], paragraph.end]
    return tuple(_trimmed(text, start, end) for start, end in zip(starts, ends, strict=True))


def find_words(text: str, words: str) -> tuple[int, ...]:
    """Where words stand in a text: letter for letter, and not as a part of a longer word."""
    return tuple(match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def _sentence_starts(text: str, paragraph: Span) -> Iterator[int]:
    for match in SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        before = text[paragraph.start : match.start() + 1]
        if ABBREVIATION.search(before) is None:
            yield match.end()


def _trimmed(text: str, start: int, end: int) -> Span:
    block = text[start:end]
    left = len(block) - len(block.lstrip())
    return Span(start + left, max(start + left, start + len(block.rstrip())))
