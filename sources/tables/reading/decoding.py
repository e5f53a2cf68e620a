"""The text of a stream of bytes, block by block; a byte that means nothing is told with its place."""

import codecs
from collections.abc import Iterator
from itertools import islice
from math import ceil
from typing import BinaryIO

from sources.errors import Position, TableError
from sources.tables.reading.encoding import BLOCK, MIXED, UTF_8

MARK = "\ufeff"  # the byte-order mark as a character
STEP = 1 << 16  # bytes decoded at a time: most have ASCII alone, which is quick


def read_text(stream: BinaryIO, encoding: str, file: str, block_bytes: int) -> Iterator[str]:
    """The text of a stream, block by block, without a byte-order mark.

    Raises:
        TableError: Bytes are none in this encoding, or the encoding is not known.
    """
    decoder = _decoder(encoding, file)
    read, is_start, data = 0, True, b"\0"
    while data:
        data = stream.read(block_bytes)
        waiting = len(decoder.getstate()[0])
        try:
            text = decoder.decode(data, final=len(data) == 0)
        except UnicodeDecodeError as error:
            place = _place(stream, read - waiting + error.start, encoding, file)
            byte = f"byte 0x{error.object[error.start]:02X}"
            raise TableError(place, f"{byte} is not {encoding}; name another encoding") from error
        read += len(data)
        if is_start and text:
            text, is_start = text.removeprefix(MARK), False
        yield text


def read_utf_8(stream: BinaryIO, encoding: str, file: str, block_bytes: int) -> Iterator[bytes]:
    """The same text as UTF-8, in blocks of at least so many bytes of the stream but for the last.

    Raises:
        TableError: As `read_text`.
    """
    step = min(STEP, block_bytes)
    texts = read_text(stream, encoding, file, step)
    while block := [text.encode() for text in islice(texts, ceil(block_bytes / step))]:
        yield b"".join(block)


def _place(stream: BinaryIO, offset: int, encoding: str, file: str) -> Position:
    """Line and column of a byte, of which those before make text; the stream is read again for it."""
    decoder = _decoder(encoding, file)
    stream.seek(0)
    line, column, is_start = 1, 1, True
    while offset > 0:
        data = stream.read(min(offset, BLOCK))
        text = decoder.decode(data)
        offset -= len(data)
        if is_start and text:
            text, is_start = text.removeprefix(MARK), False
        lines = text.count("\n")
        line, column = line + lines, len(text) - text.rfind("\n") if lines else column + len(text)
    return Position(file, line, column)


def _decoder(encoding: str, file: str) -> codecs.IncrementalDecoder:
    """What decodes a stream in an encoding.

    Raises:
        TableError: There is no such encoding of text.
    """
    other = MIXED.get(encoding, "")
    if other:
        codecs.register_error(encoding, lambda error: _decode_odd(error, other))
        return codecs.getincrementaldecoder(UTF_8)(encoding)
    try:
        "a".encode(encoding)
        return codecs.getincrementaldecoder(encoding)("strict")
    except LookupError as error:
        raise TableError(Position(file), f"{encoding!r} is no encoding of text, such as utf-8") from error


def _decode_odd(error: UnicodeError, name: str) -> tuple[str, int]:
    """The character one byte means that is not UTF-8, and where to go on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    try:
        return error.object[error.start : error.start + 1].decode(name), error.start + 1
    except UnicodeDecodeError:
        raise error from None
