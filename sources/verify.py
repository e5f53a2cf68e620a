"""Whether a source still says where its document says what: digest, counts, spans, anchors, mentions.

A mention is counted letter for letter, with its capitals, as whole words: "Trump" is not counted in
"Trumpian", and "George Soros" counts for "Soros" too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sources.claim import Claim, Mention, Span
from sources.document import FILE, Text
from sources.errors import Position
from sources.quotation import FoundText, TextFolder
from sources.source import Source
from sources.text import find_paragraphs, find_words

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Deviation:
    """Something that stands otherwise in the text than the source says.

    Attributes:
        position: Where the source says it.
        about: Key of the claim, a mention, or a field of source.toml.
        message: What was wanted and what stands there.
    """

    position: Position
    about: str
    message: str

    def __str__(self) -> str:
        return f"{self.position}: {self.about}: {self.message}"


@dataclass(frozen=True, slots=True)
class Verified:
    """A source compared with the text of its document.

    Attributes:
        found: Name of the file compared, "" when there is none.
        deviations: What stands otherwise; none when the source is right.
    """

    source: Source
    found: str
    deviations: tuple[Deviation, ...]

    @property
    def summary(self) -> str:
        """What was compared and how it came out, in one line."""
        verdict = _many(len(self.deviations), "problem") if self.deviations else "all as the source says"
        compared = f"{_many(len(self.source.claims), 'claim')}, {_many(len(self.source.mentions), 'mention')}"
        return f"{self.source.id}: {self.found or 'no text'}: {compared}: {verdict}"


def verify(documents: Path, sources: Iterable[Source]) -> Iterator[Verified]:
    """Compare sources with the texts in a folder, one by one; a registry has none and is left out.

    Raises:
        MissingSourceError: There is no such folder.
        SourceError: A text cannot be read or is not UTF-8.
    """
    folder = TextFolder(documents)
    for source in sources:
        if source.document.text is not None:
            yield _verified(source, source.document.text, folder)


def _verified(source: Source, wanted: Text, folder: TextFolder) -> Verified:
    place = Position(str(source.document.folder / FILE))
    found = folder.find(wanted)
    if found is None:
        message = f"{wanted.file!r} is not in {folder.folder}, and no file there has its digest"
        return Verified(source, "", (Deviation(place, "text.file", message),))
    text = found.text
    deviations = [*_file_deviations(wanted, found, place), *_text_deviations(wanted, text, place)]
    blocks = find_paragraphs(text)
    for claim in source.claims:
        deviations += _claim_deviations(claim, text, blocks)
    for mention in source.mentions:
        deviations += _mention_deviations(mention, text)
    return Verified(source, found.path.name, tuple(deviations))


def _file_deviations(wanted: Text, found: FoundText, place: Position) -> Iterator[Deviation]:
    if not found.fits:
        stands = f"wanted {wanted.sha256}, {found.path.name} has {sha256(found.data).hexdigest()}"
        yield Deviation(place, "text.sha256", f"changed: {stands}{_known_change(wanted, found.data)}")
    if len(found.data) != wanted.bytes:
        yield _count("text.bytes", wanted.bytes, len(found.data), place)


def _known_change(wanted: Text, data: bytes) -> str:
    """A hint when the text is the right one, saved by a program that changes line ends or adds a mark."""
    plain = data.removeprefix(BOM)
    if sha256(plain).hexdigest() == wanted.sha256:
        return "; it is the right text with a byte-order mark before it"
    if sha256(plain.replace(b"\r\n", b"\n")).hexdigest() == wanted.sha256:
        return "; it is the right text with Windows line ends"
    return ""


def _text_deviations(wanted: Text, text: str, place: Position) -> Iterator[Deviation]:
    if len(text) != wanted.characters:
        yield _count("text.characters", wanted.characters, len(text), place)
    blocks = find_paragraphs(text)
    if len(blocks) != len(wanted.paragraphs):
        yield _count("text.paragraphs", len(wanted.paragraphs), len(blocks), place)
    pairs = enumerate(zip(wanted.paragraphs, blocks, strict=False), 1)
    different = [(number, said, stands) for number, (said, stands) in pairs if said != stands]
    if different:
        number, said, stands = different[0]
        more = f"; {len(different) - 1} more differ" if len(different) > 1 else ""
        message = f"wanted {_ends(said)} for paragraph {number}, it stands at {_ends(stands)}{more}"
        yield Deviation(place, "text.paragraphs", message)


def _count(field: str, wanted: int, stands: int, place: Position) -> Deviation:
    return Deviation(place, field, f"wanted {wanted}, there are {stands}")


def _claim_deviations(claim: Claim, text: str, blocks: tuple[Span, ...]) -> Iterator[Deviation]:
    evidence = claim.evidence
    if not text.startswith(evidence.anchor, evidence.anchor_at):
        yield Deviation(claim.at("anchor_at"), claim.key, _displaced(claim, text, blocks))
    elif evidence.paragraph > len(blocks):
        message = f"paragraph {evidence.paragraph} is not one of the {len(blocks)} of the text"
        yield Deviation(claim.at("paragraph"), claim.key, message)
    elif not _lies_in(evidence.span, blocks[evidence.paragraph - 1]):
        block = _ends(blocks[evidence.paragraph - 1])
        message = f"span {_ends(evidence.span)} lies outside paragraph {evidence.paragraph}, {block}"
        yield Deviation(claim.at("span"), claim.key, message)


def _displaced(claim: Claim, text: str, blocks: tuple[Span, ...]) -> str:
    """What stands where the anchor should, and where the anchor stands now."""
    anchor, at = claim.evidence.anchor, claim.evidence.anchor_at
    stands = text[at : at + len(anchor)]
    here = f"wanted {anchor!r} at {at}, where {f'{stands!r} stands' if stands else 'the text has ended'}"
    places = [found for found in find_anywhere(text, anchor) if _block_of(found, blocks) > 0]
    if not places:
        return f"missing: {here}; it stands nowhere in the text"
    nearest = min(places, key=lambda found: (abs(found - at), found))
    return f"moved: {here}; it stands at {nearest}: {_suggestion(claim, nearest, blocks)}"


def find_anywhere(text: str, words: str) -> tuple[int, ...]:
    """Every place where words stand in a text, letter for letter."""
    places, start = [], text.find(words)
    while start >= 0:
        places.append(start)
        start = text.find(words, start + 1)
    return tuple(places)


def _suggestion(claim: Claim, anchor_at: int, blocks: tuple[Span, ...]) -> str:
    """The evidence of a claim moved with its anchor, cut to the paragraph it now stands in."""
    number = _block_of(anchor_at, blocks)
    block, span = blocks[number - 1], claim.evidence.span
    shift = anchor_at - claim.evidence.anchor_at
    start = max(block.start, span.start + shift)
    end = min(block.end, span.end + shift)
    return f"paragraph: {number}, span: [{start}, {end}], anchor_at: {anchor_at}"


def _block_of(place: int, blocks: tuple[Span, ...]) -> int:
    """Number of the paragraph a code point lies in, 0 for none."""
    numbers = (number for number, block in enumerate(blocks, 1) if block.start <= place < block.end)
    return next(numbers, 0)


def _mention_deviations(mention: Mention, text: str) -> Iterator[Deviation]:
    places = find_words(text, mention.text)
    said = (mention.occurrences, mention.first_at)
    if places == ():
        yield Deviation(
            mention.position, f"mention {mention.text!r}", "missing: it stands nowhere as whole words"
        )
    elif (len(places), places[0]) != said:
        wanted, stands = _times(*said), _times(len(places), places[0])
        yield Deviation(mention.position, f"mention {mention.text!r}", f"wanted {wanted}, it stands {stands}")


def _times(count: int, first: int) -> str:
    return f"{_many(count, 'time')} from {first}"


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _lies_in(span: Span, block: Span) -> bool:
    return block.start <= span.start and span.end <= block.end


def _ends(span: Span) -> str:
    return f"[{span.start}, {span.end}]"
