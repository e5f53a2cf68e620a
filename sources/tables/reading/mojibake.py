"""Text that was decoded with the wrong encoding, repaired where it is proved what it was.

The proof is a round trip: all of a value, encoded as it was wrongly decoded, is UTF-8 to the last byte, and
every character that comes out is a letter or usual punctuation. "Doña" in Latin-1 is no UTF-8, so it stays.
Where two round trips give different texts, nothing is proved.
"""

import re

import polars as pl

from sources.tables.reading.usual import is_common

REPAIRS = {"found": pl.String, "repaired": pl.String}
BEYOND_ASCII = r"[^\x00-\x7F]"
WRONG = ("windows-1252", "iso-8859-1", "macintosh")
AMBIGUOUS = re.compile("[ÄÅ][“”’–—\u2018]")  # ends a word in capitals as well as it makes a letter
CONTROL = re.compile(
    "[\x80-\x9f]"
)  # never in text; in windows-1252 these bytes are quotation marks and dashes
DEEPEST = 3  # how often a text may have been decoded wrongly


def _bytes_of(encoding: str) -> dict[str, int]:
    """The byte of each character; bytes that are none stand for themselves, as in browsers."""
    return {bytes([byte]).decode(encoding, "ignore") or chr(byte): byte for byte in range(256)}


BYTES = {encoding: _bytes_of(encoding) for encoding in WRONG}


def repair(column: pl.Series) -> tuple[pl.Series, pl.DataFrame]:
    """A column of text with what can be repaired, and each different repair, sorted.

    Args:
        column: Texts; null stays null.

    Returns:
        The column, and the columns `found` and `repaired`.
    """
    odd = column.filter(column.str.contains(BEYOND_ASCII).fill_null(value=False)).unique().sort()
    pairs = [(found, repair_text(found)) for found in odd]
    repairs = pl.DataFrame([pair for pair in pairs if pair[0] != pair[1]], schema=REPAIRS, orient="row")
    if repairs.height == 0:
        return column, repairs
    return column.replace(repairs["found"], repairs["repaired"]), repairs


def repair_text(text: str) -> str:
    """The text as it was before it was decoded wrongly; itself where nothing is proved."""
    for _ in range(DEEPEST):
        before = {_undo(text, wrong) for wrong in WRONG} - {text}
        if len(before) == 0:
            before = {_undo_controls(text)} - {text}
        if len(before) != 1:
            return text
        text = before.pop()
    return text


def _undo(text: str, wrong: str) -> str:
    """UTF-8 that was decoded as another encoding, perhaps several times; the text itself if it was not."""
    bytes_of, before = BYTES[wrong], text
    for _ in range(DEEPEST):
        if AMBIGUOUS.search(before) or not all(character in bytes_of for character in before):
            return text
        try:
            before = bytes(bytes_of[character] for character in before).decode()
        except UnicodeDecodeError:
            return text
        if _is_text(before):
            return before
    return text


def _undo_controls(text: str) -> str:
    """Windows-1252 that was decoded as Latin-1; the text itself if it was not."""
    if CONTROL.search(text) is None:
        return text
    try:
        before = text.encode("iso-8859-1").decode("windows-1252")
    except UnicodeError:
        return text
    return before if _is_text(before) else text


def _is_text(text: str) -> bool:
    return all(character.isascii() or is_common(character) for character in text)
