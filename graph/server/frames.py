"""How a worker answers: a head, data and an end, each behind its kind and its length.

head    JSON: what follows
data    some of the answer
end     the answer is whole
fault   JSON: what went wrong; after data it says that the answer is not whole
"""

import json
from struct import Struct
from typing import IO, Any, BinaryIO, cast

from graph.sparql.evaluation import FaultError

HEAD, DATA, END, FAULT = (bytes((letter,)) for letter in b"HDEX")
FRAME = Struct(">cI")
FIRST = 1 << 18
"""Bytes of an answer that are held back: what goes wrong before them is a clean error."""
PIECE = 1 << 16


class Answer:
    """An answer as it is written: held back until it is long enough, and ended where it is too long."""

    def __init__(self, out: BinaryIO, limit: int) -> None:
        """Begin an answer of at most `limit` bytes, 0 for any number."""
        self._out = out
        self._limit = limit
        self._head: dict[str, Any] | None = None
        self._held: list[bytes] = []
        self._size = self._written = 0

    @property
    def file(self) -> IO[bytes]:
        """The answer as a file for the engine, which needs no more than `write` and `flush`."""
        return cast("IO[bytes]", self)

    def begin(self, **head: object) -> None:
        """Say what the answer is."""
        self._head = {**head}

    def write(self, data: bytes) -> int:
        """Add some bytes of the answer; as a file, since the engine writes into one.

        Raises:
            FaultError: The answer is too long.
        """
        self._held.append(bytes(data))
        self._size += len(data)
        if self._limit and self._written + self._size > self._limit:
            most = f"{self._limit / 1_000_000:g} MB"
            raise FaultError("size", f"the answer is longer than {most}; ask for less, or with LIMIT")
        if self._size >= (PIECE if self._written else FIRST):
            self._flush(whole=False)
        return len(data)

    def flush(self) -> None:
        """Nothing: how much is held back is decided here."""

    def end(self) -> None:
        """Write what is left; the answer is whole."""
        self._flush(whole=self._written == 0)
        self._frame(END)

    def fail(self, said: dict[str, Any]) -> None:
        """Say what went wrong in place of what is held back."""
        self._frame(FAULT, json.dumps(said).encode())

    def _flush(self, *, whole: bool) -> None:
        if self._written == 0:
            self._frame(HEAD, json.dumps({**(self._head or {}), "whole": whole}).encode())
        self._frame(DATA, b"".join(self._held))
        self._written += self._size
        self._held, self._size = [], 0

    def _frame(self, kind: bytes, data: bytes = b"") -> None:
        self._out.write(FRAME.pack(kind, len(data)) + data)
        if kind in (END, FAULT, DATA):
            self._out.flush()
