"""How much of a file has been read, for progress."""

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from sources.tables.reading.packed import Member

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BUFFER = 1 << 20


class _Counting(io.RawIOBase):
    """A stream that adds what is read from it to a counter."""

    def __init__(self, source: BinaryIO, counter: "Counter") -> None:
        super().__init__()
        self._source = source
        self._counter = counter

    def readable(self) -> bool:
        return True

    def readinto(self, target: "WriteableBuffer", /) -> int:
        room = memoryview(target)
        data = self._source.read(len(room))
        room[: len(data)] = data
        self._counter.read += len(data)
        return len(data)

    def seekable(self) -> bool:
        return self._source.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._counter.read = self._source.seek(offset, whence)
        return self._counter.read

    def close(self) -> None:
        self._source.close()
        super().close()


@dataclass
class Counter:
    """Counts the bytes read of a file.

    Attributes:
        total: Its size in bytes, None when it is not known.
        read: Bytes read since it was last opened.
    """

    total: int | None
    read: int = 0

    @property
    def share(self) -> float | None:
        """The part that has been read, from 0 to 1; None when the size is not known."""
        return None if not self.total else min(self.read / self.total, 1.0)

    def counted(self, member: Member) -> Member:
        """The file, counted as it is read."""

        def open_counted() -> BinaryIO:
            self.read = 0
            return io.BufferedReader(_Counting(member.open(), self), BUFFER)

        return replace(member, open=open_counted)
