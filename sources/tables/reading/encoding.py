"""The character encoding of a file, found by evidence that is told, and the text it makes.

UTF-8 proves itself. For other bytes the text around them decides: each encoding is asked whether its
character would be usual in that place, as é is between small letters and a dash between two words.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from sources.errors import Position, TableError
from sources.tables.reading.usual import is_usual

BLOCK = 1 << 16
UTF_8, WINDOWS, MACINTOSH, LATIN_1 = "utf-8", "windows-1252", "macintosh", "iso-8859-1"
CANDIDATES = (WINDOWS, MACINTOSH, LATIN_1)  # in this order when the evidence is equal
MIXED = {f"{UTF_8} with {name}": name for name in CANDIDATES}  # bytes that are not UTF-8 are of the other
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: UTF_8,
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
ODD = re.compile("[\udc80-\udcff]")  # a byte that is not UTF-8
NO_ASCII = 0x80  # from here on bytes are of characters beyond ASCII
FIRST_BYTE = 0xC0  # from here on bytes begin characters beyond ASCII
NO_FIRST_BYTES = bytes(range(FIRST_BYTE))
LONGEST_CHARACTER = 4  # bytes
SEEN_AT_MOST = 100_000  # places looked at; more would not change the verdict
MIXED_FROM = 20  # one UTF-8 character in so many odd bytes is no chance
ESCAPED = 0xDC00  # where Python keeps a byte that is not UTF-8


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of a file mean characters.

    Attributes:
        name: Name to read it by, such as `utf-8`, `windows-1252` or `utf-8 with windows-1252`.
        evidence: Why, in a sentence.
        offset: The first byte that is not UTF-8, from 0; None when there is none.
        line: The line it stands on, from 1; 0 when there is none.
    """

    name: str
    evidence: str
    offset: int | None = None
    line: int = 0


@dataclass(slots=True)
class Evidence:
    """What is seen of the characters beyond ASCII, block by block.

    Attributes:
        characters: How many of them are UTF-8.
        odd: How often each byte that is not UTF-8 stands there.
        places: How often it stands between which neighbours.
        first: The first byte that is not UTF-8.
        offset: Where it stands, from 0.
    """

    characters: int
    odd: Counter[str]
    places: Counter[tuple[str, str, str]]
    first: int = 0
    offset: int | None = None


def detect_encoding(stream: BinaryIO, file: str = "") -> Encoding:
    """The encoding of a whole file, read block by block.

    Args:
        stream: The file, from its first byte; it can seek.
        file: Its name, for messages.

    Raises:
        TableError: No encoding makes usual text of it, or its byte-order mark is wrong.
    """
    head = stream.read(BLOCK)
    marked = next((name for mark, name in BYTE_ORDER_MARKS.items() if head.startswith(mark)), "")
    if marked not in ("", UTF_8):
        return Encoding(marked, "a byte-order mark")
    if _is_wide(head):
        message = "every second byte is NUL, as in utf-16-le or utf-16-be; name the encoding"
        raise TableError(Position(file, 1, 1), message)
    evidence = _gather(head, stream)
    if evidence.offset is None:
        return Encoding(UTF_8, _why_utf_8(evidence, marked))
    line = count_lines(stream, evidence.offset) + 1
    if marked:
        place = f"byte {evidence.offset}, line {line}"
        raise TableError(
            Position(file), f"starts with the byte-order mark of utf-8 and is not utf-8 at {place}"
        )
    return _weigh(evidence, line, file)


def _why_utf_8(evidence: Evidence, marked: str) -> str:
    if marked:
        return "a byte-order mark"
    if evidence.characters == 0:
        return "ASCII alone"
    return "every character beyond ASCII is valid utf-8"


def _is_wide(head: bytes) -> bool:
    """Whether text stands in two bytes a character without a byte-order mark."""
    sample = head[:256]
    odd, even = sample[1::2], sample[::2]
    return len(odd) > 0 and (odd.strip(b"\0") == b"") != (even.strip(b"\0") == b"")


def _gather(head: bytes, stream: BinaryIO) -> Evidence:
    """What is seen in a file."""
    evidence = Evidence(0, Counter(), Counter())
    start, rest, block = 0, b"", head
    while block:
        whole = rest + block
        end = _end_of_characters(whole)
        _look(whole[:end], start, evidence)
        start, rest, block = start + end, whole[end:], stream.read(BLOCK)
    _look(rest, start, evidence)
    return evidence


def _end_of_characters(block: bytes) -> int:
    """Where the last character begins that may go on after a block, else the end of the block."""
    last = block[-LONGEST_CHARACTER:]
    goes_on = range(NO_ASCII, FIRST_BYTE)
    begins = next((at for at in range(len(last) - 1, -1, -1) if last[at] not in goes_on), 0)
    return len(block) if last[begins] < FIRST_BYTE else len(block) - len(last) + begins


def _look(block: bytes, start: int, evidence: Evidence) -> None:
    """Add what a block shows, whose first byte is at this offset."""
    if block.isascii():
        return
    evidence.characters += len(block.translate(None, NO_FIRST_BYTES))
    if _is_utf_8(block):
        return
    text = block.decode(UTF_8, "surrogateescape")
    odd = Counter(ODD.findall(text))
    evidence.characters -= sum(count for one, count in odd.items() if ord(one) - ESCAPED >= FIRST_BYTE)
    if evidence.offset is None:
        before = ODD.split(text, maxsplit=1)[0].encode()
        evidence.first, evidence.offset = block[len(before)], start + len(before)
    evidence.odd += odd
    room = max(0, SEEN_AT_MOST - evidence.places.total())
    places = (match.start() for match in islice(ODD.finditer(text), room))
    evidence.places.update((text[at - 1 : at], text[at], text[at + 1 : at + 2]) for at in places)


def _is_utf_8(block: bytes) -> bool:
    try:
        block.decode()
    except UnicodeDecodeError:
        return False
    return True


def count_lines(stream: BinaryIO, size: int) -> int:
    """How many line ends there are in the first bytes of a stream, which is read again from its start."""
    stream.seek(0)
    count = 0
    while size > 0 and (block := stream.read(min(size, BLOCK))):
        count += block.count(b"\n")
        size -= len(block)
    return count


def _weigh(evidence: Evidence, line: int, file: str) -> Encoding:
    """The encoding whose characters are usual in most places.

    Raises:
        TableError: They are in less than half of the places.
    """
    seen = evidence.places.total()
    usual = {name: _usual_places(name, evidence) for name in CANDIDATES}
    best = max(CANDIDATES, key=lambda name: usual[name])
    place = f"first 0x{evidence.first:02X} at byte {evidence.offset}, line {line}"
    counts = ", ".join(f"{count} in {name}" for name, count in usual.items())
    told = f"of {seen} bytes that are not utf-8 ({place}) these are usual text: {counts}"
    if 2 * usual[best] < seen:
        raise TableError(Position(file), f"{told}; name the encoding")
    if evidence.characters * MIXED_FROM >= seen:
        told += f"; {evidence.characters} other characters are valid utf-8"
        best = f"{UTF_8} with {best}"
    return Encoding(best, told, evidence.offset, line)


def _usual_places(name: str, evidence: Evidence) -> int:
    """In how many places a character of the encoding is usual; none when it has no character for a byte."""
    meaning = {odd: _character(odd, name) for odd in evidence.odd}
    if "" in meaning.values():
        return 0
    places = evidence.places.items()
    return sum(
        count
        for (before, odd, after), count in places
        if is_usual(_character(before, name), meaning[odd], _character(after, name))
    )


def _character(odd: str, name: str) -> str:
    """The character an escaped byte means, "" when none; other characters stay."""
    if ODD.fullmatch(odd) is None:
        return odd
    try:
        return bytes([ord(odd) - ESCAPED]).decode(name)
    except UnicodeDecodeError:
        return ""
