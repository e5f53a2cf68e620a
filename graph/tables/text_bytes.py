"""The bytes of a column of text as they lie in memory, to be written without a copy.

A column is handed over by the Arrow C data interface, which needs no library of arrays; see
https://arrow.apache.org/docs/format/CDataInterface.html and CStreamInterface.html. Text comes as views
("vu"): a validity bitmap, the views, the buffers they point into, and the sizes of these.
"""

import ctypes
from collections.abc import Iterator

import polars as pl

VIEWS = b"vu"
AROUND = 3
"""Buffers of an array of views besides those with text: validity, views, sizes."""


class _Array(ctypes.Structure):
    """An array: its buffers, and the function that gives them back."""


class _Schema(ctypes.Structure):
    """The type of a stream of arrays."""


class _Stream(ctypes.Structure):
    """A stream of arrays of one type."""


_Array._fields_ = [
    *((name, ctypes.c_int64) for name in ("length", "null_count", "offset", "n_buffers", "n_children")),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.c_void_p),
    ("dictionary", ctypes.c_void_p),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(_Array))),
    ("private_data", ctypes.c_void_p),
]
_Schema._fields_ = [
    *((name, ctypes.c_char_p) for name in ("format", "name", "metadata")),
    *((name, ctypes.c_int64) for name in ("flags", "n_children")),
    *((name, ctypes.c_void_p) for name in ("children", "dictionary")),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(_Schema))),
    ("private_data", ctypes.c_void_p),
]
_Stream._fields_ = [
    ("get_schema", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Stream), ctypes.POINTER(_Schema))),
    ("get_next", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Stream), ctypes.POINTER(_Array))),
    *((name, ctypes.c_void_p) for name in ("get_last_error", "release", "private_data")),
]
_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_pointer.restype, _pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]


def text_bytes(column: pl.Series) -> Iterator[memoryview]:
    """The bytes of all values, one after the other; each part lives until the next is asked for.

    A column made in one go has its text in order. Where buffers hold other text besides, or values are
    so short that they stand in the views, the values are copied.

    Args:
        column: Text without nulls, in the order in which it was made: not sorted or picked since.
    """
    capsule = column.__arrow_c_stream__()
    stream = _Stream.from_address(_pointer(capsule, b"arrow_array_stream"))
    arrays = list(_arrays(stream)) if _format(stream) == VIEWS else []
    try:
        parts = [part for array in arrays for part in _text_buffers(array)]
        if sum(part.nbytes for part in parts) == column.str.len_bytes().sum():
            yield from parts
        else:
            yield memoryview("".join(column).encode())
    finally:
        for array in arrays:
            array.release(array)


def _format(stream: _Stream) -> bytes:
    """What the arrays of a stream are, as the interface writes it."""
    schema = _Schema()
    if stream.get_schema(stream, schema) != 0:
        return b""
    found = bytes(schema.format)
    schema.release(schema)
    return found


def _arrays(stream: _Stream) -> Iterator[_Array]:
    """The arrays of a stream, to be released by the caller."""
    array = _Array()
    while stream.get_next(stream, array) == 0 and array.release:
        yield array
        array = _Array()


def _text_buffers(array: _Array) -> Iterator[memoryview]:
    """The buffers with the text of an array of views."""
    count = array.n_buffers - AROUND
    sizes = (ctypes.c_int64 * count).from_address(array.buffers[array.n_buffers - 1])
    for number, size in enumerate(sizes):
        yield memoryview((ctypes.c_char * size).from_address(array.buffers[AROUND - 1 + number])).cast("B")
