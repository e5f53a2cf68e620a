"""Columns of numbers, and texts, packed for a page: gzip in Base64, which a browser unpacks by itself."""

import gzip
import json
import sys
from array import array
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import TypeAlias

TYPES = {"B": "Uint8", "H": "Uint16", "I": "Uint32", "i": "Int32", "d": "Float64"}
"""Typed arrays of a browser by the type codes of Python's arrays."""
LEVEL = 9
Numbers: TypeAlias = "array[float]"
"""Numbers of one type, one for each mark or line."""


def column(code: str, values: Sequence[float]) -> Numbers:
    """Numbers of one type; raises OverflowError for one it cannot hold."""
    return array(code, values)


def pack_columns(columns: Mapping[str, Numbers]) -> tuple[str, list[dict[str, object]]]:
    """Columns packed one after the other, the widest numbers first, and what each of them is.

    Every column starts where numbers of its width may start.
    """
    in_order = sorted(columns.items(), key=lambda named: -named[1].itemsize)
    told: list[dict[str, object]] = [
        {"name": name, "type": TYPES[numbers.typecode], "length": len(numbers)} for name, numbers in in_order
    ]
    return squeeze(b"".join(_little_endian(numbers) for _, numbers in in_order)), told


def _little_endian(numbers: Numbers) -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def pack_json(value: object) -> str:
    """A value as packed JSON."""
    return squeeze(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))


def squeeze(data: bytes) -> str:
    """Bytes packed; the same bytes give the same text."""
    return b64encode(gzip.compress(data, LEVEL, mtime=0)).decode()
