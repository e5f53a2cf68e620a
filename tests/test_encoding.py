"""Encodings are found by evidence that is told, and a byte without meaning is told with its place."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.errors import TableError
from sources.tables.reading.decoding import read_text
from sources.tables.reading.encoding import Encoding, detect_encoding

NAMES = (
    "Hon. José Muñoz-García, O’Neil & Peña; Núñez “the” Día\n"
    "Luís Ángel PEÑA GARCÍA – it’s Ramón’s Gómez O’NEIL…\n"
)
WORDS = ("O’Neil", "García", "Party’s", "“x”", "a – b", "Doña", "CAFÉ", "fiancée", "João", "O’NEIL")


def detect(data: bytes) -> Encoding:
    """Find the encoding of bytes."""
    return detect_encoding(io.BytesIO(data), "names.csv")


def read(data: bytes, encoding: str, block: int = 3) -> str:
    """Read bytes as text, in small blocks."""
    return "".join(read_text(io.BytesIO(data), encoding, "names.csv", block))


def message(data: bytes, encoding: str) -> str:
    """Read what is said of bytes that are no text in an encoding."""
    with pytest.raises(TableError) as caught:
        read(data, encoding)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "name", "evidence"),
    [
        (b"", "utf-8", "ASCII alone"),
        (b"a,b\n", "utf-8", "ASCII alone"),
        (NAMES.encode(), "utf-8", "every character beyond ASCII is valid utf-8"),
        (NAMES.encode("utf-8-sig"), "utf-8", "a byte-order mark"),
        (NAMES.encode("utf-16"), "utf-16", "a byte-order mark"),
        (b"\xfe\xff" + NAMES.encode("utf-16-be"), "utf-16", "a byte-order mark"),
        (NAMES.encode("utf-32"), "utf-32", "a byte-order mark"),
    ],
)
def test_unicode_proves_itself(data: bytes, name: str, evidence: str) -> None:
    """ASCII and UTF-8 are utf-8; a byte-order mark says which UTF it is."""
    assert detect(data) == Encoding(name, evidence)


@pytest.mark.parametrize("name", ["windows-1252", "macintosh"])
@pytest.mark.parametrize(
    "text",
    ["O’Neil", "García", "Party’s", "“x”", "a – b", "Doña", "CAFÉ", "fiancée", "João", "O’NEIL", NAMES],
)
def test_a_name_tells_windows_from_macintosh(text: str, name: str) -> None:
    """Letters fit the case of their neighbours, and quotation marks and dashes their places."""
    data = f"x {text} y".encode(name)
    assert detect(data).name == name
    assert read(data, name) == f"x {text} y"


def test_the_evidence_is_told_with_the_first_byte() -> None:
    """The message counts the usual places of each encoding and says where the first odd byte stands."""
    assert detect(b"a\nParty\x92s \x93Caf\xe9\x94\n") == Encoding(
        "windows-1252",
        "of 4 bytes that are not utf-8 (first 0x92 at byte 7, line 2) these are usual text: "
        "4 in windows-1252, 2 in macintosh, 1 in iso-8859-1",
        offset=7,
        line=2,
    )


def test_a_byte_windows_lacks_leaves_latin_1() -> None:
    """81 is no character of windows-1252, and é a usual one of Latin-1."""
    found = detect("José Núñez, Peña\x81".encode("iso-8859-1"))
    assert found.name == "iso-8859-1"
    assert found.evidence.endswith("0 in windows-1252, 1 in macintosh, 4 in iso-8859-1")


def test_a_file_of_two_encodings_is_read_as_both() -> None:
    """What is UTF-8 is read so; other bytes are read in the encoding their places speak for."""
    data = NAMES.encode() + NAMES.encode("windows-1252")
    found = detect(data)
    assert found.name == "utf-8 with windows-1252"
    assert found.evidence.endswith("; 21 other characters are valid utf-8")
    assert read(data, found.name) == NAMES * 2


def test_the_first_odd_byte_is_found_in_any_block(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offset and line are the same when the file is read in blocks that cut characters."""
    data = b"a\nb\n" + NAMES.encode() + b"\n\xe9t\xe9\n"
    whole = detect(data)
    assert (whole.offset, whole.line) == (data.index(b"\n\xe9") + 1, 6)
    for block in range(1, 8):
        monkeypatch.setattr("sources.tables.reading.encoding.BLOCK", block)
        found = detect(data)
        assert (found.name, found.offset, found.line) == (whole.name, whole.offset, whole.line)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "José Núñez".encode("cp437"),
            (
                "names.csv: of 3 bytes that are not utf-8 (first 0x82 at byte 3, line 1) these are usual "
                "text: 0 in windows-1252, 1 in macintosh, 0 in iso-8859-1; name the encoding"
            ),
        ),
        (
            b"\xef\xbb\xbfa\nJos\xe9",
            "names.csv: starts with the byte-order mark of utf-8 and is not utf-8 at byte 8, line 2",
        ),
        (
            "county,votes\n".encode("utf-16-le"),
            "names.csv:1:1: every second byte is NUL, as in utf-16-le or utf-16-be; name the encoding",
        ),
    ],
)
def test_what_fits_nothing_is_told(data: bytes, said: str) -> None:
    """No encoding is guessed against the evidence."""
    with pytest.raises(TableError) as caught:
        detect(data)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        (b"county\nDo\xf1a Ana", "utf-8", "names.csv:2:3: byte 0xF1 is not utf-8; name another encoding"),
        (b"\xef\xbb\xbfa\xff", "utf-8", "names.csv:1:2: byte 0xFF is not utf-8; name another encoding"),
        ("Doña,".encode() + b"\xc3", "utf-8", "names.csv:1:6: byte 0xC3 is not utf-8; name another encoding"),
        (b"a\nb\x81", "windows-1252", "names.csv:2:2: byte 0x81 is not windows-1252; name another encoding"),
        (
            "é".encode() + b"\x81",
            "utf-8 with windows-1252",
            "names.csv:1:2: byte 0x81 is not utf-8 with windows-1252; name another encoding",
        ),
        (
            "a\nb".encode("utf-16") + b"x",
            "utf-16",
            "names.csv:2:2: byte 0x78 is not utf-16; name another encoding",
        ),
        (b"a", "utf-9", "names.csv: 'utf-9' is no encoding of text, such as utf-8"),
        (b"a", "rot13", "names.csv: 'rot13' is no encoding of text, such as utf-8"),
    ],
)
def test_a_byte_without_meaning_is_told_with_its_place(data: bytes, encoding: str, said: str) -> None:
    """Line and column count characters, as an editor does."""
    assert message(data, encoding) == said


def test_a_byte_order_mark_is_no_text() -> None:
    """It is left out, named encoding or not, and only at the start."""
    for encoding in ("utf-8", "utf-16", "utf-16-le"):
        codec = "utf-8-sig" if encoding == "utf-8" else encoding
        mark = "\ufeff" if encoding == "utf-16-le" else ""
        assert read(f"{mark}a\ufeffb".encode(codec), encoding) == "a\ufeffb"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(1, 9))
def test_text_survives_blocks_of_any_size(text: str, block: int) -> None:
    """Characters that a block cuts are whole again."""
    expected = text.removeprefix("\ufeff")
    assert read(text.encode(), "utf-8", block) == expected
    assert read(text.encode("utf-16-le"), "utf-16-le", block) == expected
