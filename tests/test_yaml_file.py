"""Reading YAML: what each value becomes, where it stands, and what is refused with its place."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.errors import MissingSourceError, Position, SheetError, SourceError
from sources.yaml_file import Value, parse_yaml, read_yaml

PRINTABLE = st.text(
    st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufeff")
)
BROKEN = "f:2:1: broken YAML"
FLOW = ", while parsing a flow sequence that starts in line 1"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | PRINTABLE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PRINTABLE, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_written_as_json_is_read_back_unchanged(value: Value) -> None:
    """JSON is YAML, so every JSON value comes back as it went in."""
    assert parse_yaml(json.dumps(value, ensure_ascii=False), "f").value == value


@given(st.decimals(-(10**17), 10**17, places=4))
def test_a_decimal_number_keeps_its_digits(number: Decimal) -> None:
    """A figure with a point is a Decimal with the digits of the sheet, never a float."""
    read = parse_yaml(f"a: {number:f}", "f").value
    assert read == {"a": number}
    assert isinstance(read, dict)
    assert str(read["a"]) == f"{number:f}"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2018-06-05", "2018-06-05"),
        ("06067", "06067"),
        ("007", "007"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("12:30", "12:30"),
        ("1e5", "1e5"),
        ("0x1F", "0x1F"),
        (".5", ".5"),
        ("1_000", "1_000"),
        ("+1", "+1"),
        (".nan", ".nan"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("!!str 12", "12"),
        ("12", 12),
        ("-3", -3),
        ("70.4", Decimal("70.4")),
        ("true", True),
        ("null", None),
        ("", None),
    ],
)
def test_a_plain_value_is_taken_for_nothing_it_is_not(written: str, value: Value) -> None:
    """Dates, counties and words stay text; whole and decimal numbers, true, false and null are values."""
    assert parse_yaml(f"a: {written}\n", "f").value == {"a": value}


def test_an_empty_file_has_no_value() -> None:
    """An empty file, and one of comments alone, is nothing."""
    assert parse_yaml("", "f").value is None
    assert parse_yaml("# nothing yet\n", "f").value is None


def test_a_list_may_stand_at_the_top() -> None:
    """The reader takes any YAML; the schema refuses a list where a sheet is wanted."""
    assert parse_yaml("- 1\n- b\n", "f").value == [1, "b"]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    """A sheet saved on Windows reads as one saved elsewhere."""
    path = tmp_path / "claims.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: |\r\n  two\r\n  lines\r\n")
    assert read_yaml(path).value == {"a": 1, "b": "two\nlines\n"}


def test_every_value_and_key_has_its_position() -> None:
    """Lines and columns count from 1; a part without a position of its own has that of what is around it."""
    file = parse_yaml("claims:\n- id: C1\n  span: [3, 9]\n", "f")
    assert file.at("claims", 0, "id") == Position("f", 2, 7)
    assert file.at("claims", 0, "span", 1) == Position("f", 3, 13)
    assert file.key_at("claims", 0, "span") == Position("f", 3, 3)
    assert file.at("claims", 0, "gloss") == Position("f", 2, 3)
    assert file.key_at("claims", 0) == Position("f", 2, 3)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\na: 2\n", "f:2:1: the key 'a' stands twice"),
        ("a:\n\tb: 1\n", "f:2:1: broken YAML: a tab; indent with spaces"),
        ("a: b: c\n", "f:1:5: broken YAML: mapping values are not allowed in this context"),
        (
            "a: [1, 2\n",
            f"{BROKEN}: did not find expected ',' or ']'{FLOW}",
        ),
        (
            'a: "b\n',
            f"{BROKEN}: found unexpected end of stream, while scanning a quoted scalar that starts in line 1",
        ),
        ("a: 1\n---\nb: 2\n", "f:2:1: broken YAML: a second document starts here; wanted one"),
        ("a: &x 1\nb: *x\n", "f:1:4: &x: anchors are not read; write each value out"),
        ("a: *x\n", "f:1:4: *x: aliases are not read; write the value out"),
        ("a: &x [*x]\n", "f:1:4: &x: anchors are not read; write each value out"),
        ("a: !money 5\n", "f:1:4: !money: tags are not read; write the plain value"),
        ("? [a]\n: 1\n", "f:1:3: a key must be a word"),
        ("é: ü\nb: x\x1by\n", "f:2:5: broken YAML: the character U+001B is not allowed"),
        ('a: "x\\0y"\n', "f:1:4: the control character U+0000 is not allowed"),
        ("[" * 100_000, "f:1:51: nested more than 50 levels deep"),
        (
            "a: " + "9" * 5000,
            "f:1:4: more than 18 digits before or after the point; quote what is not a figure",
        ),
    ],
)
def test_what_is_no_plain_yaml_is_refused_with_its_place(text: str, message: str) -> None:
    """Broken YAML, a key given twice, and what a sheet does not use are told where they stand."""
    with pytest.raises(SheetError) as caught:
        parse_yaml(text, "f")
    assert str(caught.value) == message


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A missing sheet is told with what was wanted."""
    with pytest.raises(MissingSourceError) as caught:
        read_yaml(tmp_path / "x.yaml")
    assert str(caught.value) == f"{tmp_path}/x.yaml: not found; wanted a fact sheet in YAML"


def test_a_folder_is_no_sheet(tmp_path: Path) -> None:
    """What cannot be read is told with the system's reason."""
    (tmp_path / "x.yaml").mkdir()
    with pytest.raises(SourceError) as caught:
        read_yaml(tmp_path / "x.yaml")
    assert str(caught.value) == f"{tmp_path}/x.yaml: cannot read: Is a directory; wanted a fact sheet in YAML"


def test_bytes_that_are_not_utf8_are_refused(tmp_path: Path) -> None:
    """A sheet in another encoding is not guessed at."""
    (tmp_path / "x.yaml").write_bytes("a: Ñ\n".encode("latin-1"))
    with pytest.raises(SheetError) as caught:
        read_yaml(tmp_path / "x.yaml")
    assert str(caught.value) == f"{tmp_path}/x.yaml: byte 3 is not UTF-8"
