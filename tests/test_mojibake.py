"""Text decoded wrongly is repaired where it is proved what it was, and nowhere else."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.tables.reading.mojibake import BYTES, repair, repair_text

NAMES = (
    *("Doña Ana", "PEÑA", "Núñez’s “big” – deal…", "Ángel Íñigo", "Ølgaard & Søn"),
    *("Šašić", "Łódź", "à la", "5½", "Brand™"),
)
WRONG = ("windows-1252", "iso-8859-1", "macintosh")


def misread(text: str, encoding: str) -> str:
    """Read the UTF-8 of a text in another encoding, as a browser does."""
    characters = {byte: character for character, byte in BYTES[encoding].items()}
    return "".join(characters[byte] for byte in text.encode())


@pytest.mark.parametrize("encoding", WRONG)
@pytest.mark.parametrize("name", NAMES)
def test_what_was_misread_is_repaired(name: str, encoding: str) -> None:
    """Once or twice, in each of the three encodings."""
    once = misread(name, encoding)
    assert once != name
    assert repair_text(once) == name


@pytest.mark.parametrize(
    ("found", "repaired"),
    [
        ("DoÃ±a Ana County", "Doña Ana County"),
        ("Do√±a Ana County", "Doña Ana County"),
        ("DoÃƒÂ±a Ana", "Doña Ana"),
        ("Do\u201aàö¬±a Ana", "Doña Ana"),
        ("O\u201aÄôNeil", "O’Neil"),
        ("PEÃ\u2018A", "PEÑA"),
        ("Party\x92s \x93choice\x94", "Party’s “choice”"),
    ],
)
def test_known_misreadings(found: str, repaired: str) -> None:
    """As they stand in publishers' files."""
    assert repair_text(found) == repaired


@pytest.mark.parametrize(
    "text",
    [
        *NAMES,
        "",
        "plain",
        "São Paulo",
        "MAÇÃ",
        "Ã",
        "Â",
        "√2",
        "“quoted”",
        "CAFÉ’S",
        "SMÅ–KLÄ”",
        "½ Â",
        "Do\u0331a Ana",
        "DoÃ±a Ana “so”",
        "日本",
        "Ã\x81\x8f",
        "\x81",
    ],
)
def test_what_is_not_proved_stays(text: str) -> None:
    """Right names, characters that are no mojibake, and texts of which a part only would be."""
    assert repair_text(text) == text


@given(st.text(st.sampled_from("ñéüÑÉßøåAb ’–“”½"), max_size=12))
def test_right_text_is_never_changed(text: str) -> None:
    """Whatever is made of usual letters and punctuation stays."""
    assert repair_text(text) == text


@given(st.text(st.sampled_from("ñéüÑÉßøåAb ’–“”½"), min_size=1, max_size=12), st.sampled_from(WRONG))
def test_a_repair_gives_the_text_back(text: str, encoding: str) -> None:
    """Misread text is repaired to what it was, or stays."""
    wrong = misread(text, encoding)
    assert repair_text(wrong) in (text, wrong)


def test_a_column_is_repaired_and_each_repair_told_once() -> None:
    """Other values, nulls, order and name stay."""
    column = pl.Series("county", ["Do√±a Ana", None, "Bernalillo", "DoÃ±a Ana", "Do√±a Ana", "José", ""])
    repaired, told = repair(column)
    assert repaired.name == "county"
    assert repaired.to_list() == ["Doña Ana", None, "Bernalillo", "Doña Ana", "Doña Ana", "José", ""]
    assert told.rows() == [("DoÃ±a Ana", "Doña Ana"), ("Do√±a Ana", "Doña Ana")]


@pytest.mark.parametrize("values", [[], [None], ["a", "Doña"]])
def test_a_column_without_mojibake_is_the_same(values: list[str | None]) -> None:
    """No repair is told."""
    column = pl.Series("county", values, pl.String)
    repaired, told = repair(column)
    assert repaired.equals(column, check_names=True, null_equal=True)
    assert told.schema == {"found": pl.String, "repaired": pl.String}
    assert told.height == 0
