"""A publisher's file as it arrives: plain, gzip, Zstandard or zip; each member is a stream of bytes.

What a file is, its first bytes say. Nothing is unpacked to disk or held whole in memory.
"""

import gzip
import io
import lzma
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from sources.errors import MissingSourceError, Position, TableError
from sources.tables.reading.first_bytes import HEAD, PACKED, find_packing, starts_workbook

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BUFFER = 1 << 16
SHOWN = 3
PACKED_SUFFIXES = (".gz", ".zst", ".zstd")
NOT_DATA = (".ds_store", "thumbs.db", "desktop.ini")  # what operating systems leave in folders
ENCRYPTED = 0x1
BROKEN = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, zstd.ZstdError)
UNREADABLE = (NotImplementedError, RuntimeError)  # what opening a member of a zip file raises besides


@dataclass(frozen=True, slots=True)
class Member:
    """One file of what arrived.

    Attributes:
        name: Its path inside the zip file, or the name of the file without .gz or .zst.
        open: Opens it as a new stream that starts at its first byte.
        place: The file as messages name it, such as `results/ga24.zip!ga24.csv`; "" means the name.
    """

    name: str
    open: Callable[[], BinaryIO]
    place: str = ""

    @property
    def file(self) -> str:
        """The file as messages name it."""
        return self.place or self.name


class Unpacked(io.RawIOBase):
    """A stream whose faults are source errors that name the file."""

    def __init__(self, source: io.BufferedIOBase, place: str, kind: str) -> None:
        self._source, self._place, self._kind = source, place, kind

    def readable(self) -> bool:
        """It can be read."""
        return True

    def seekable(self) -> bool:
        """It can be read again; what is packed is unpacked again."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """The number of bytes put into the buffer; 0 at the end.

        Raises:
            TableError: The file is broken.
        """
        with _told(self._place, self._kind):
            return self._source.readinto(buffer)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a byte.

        Raises:
            TableError: The file is broken.
        """
        with _told(self._place, self._kind):
            return self._source.seek(offset, whence)

    def close(self) -> None:
        """The file below is closed too."""
        if not self.closed:
            self._source.close()
        super().close()


def open_packed(path: Path) -> Iterator[Member]:
    """The files that one file holds, in the order of the zip file; a file that is not packed is its own.

    A workbook (.xlsx) is one file, although it is a zip file inside.

    Raises:
        MissingSourceError: The file is not there.
        TableError: It is broken, encrypted, of a kind that is not read, or holds nothing.
    """
    head = read_head(path)
    kind = find_packing(head)
    if kind == "zip" and not starts_workbook(head):
        yield from _zip_members(path)
    elif kind in ("", "zip"):
        yield Member(_plain_name(path), partial(_open, path.open, ("rb",), str(path), "file"), str(path))
    elif kind in PACKED.values():
        opener = gzip.open if kind == "gzip" else zstd.open
        source = partial(_open, opener, (path, "rb"), str(path), f"{kind} file")
        yield Member(_plain_name(path), source, str(path))
    else:
        message = f"a file of kind {kind}; wanted a plain, gzip, Zstandard or zip file or an .xlsx workbook"
        raise TableError(Position(str(path)), message)


def only_member(path: Path) -> Member:
    """The file itself, or the one member of a packed file.

    Raises:
        MissingSourceError: The file is not there.
        TableError: It has several members, or what open_packed refuses.
    """
    members = list(open_packed(path))
    if len(members) > 1:
        names = ", ".join(member.name for member in members[:SHOWN])
        raise TableError(Position(str(path)), f"{len(members)} files in it ({names} ...); name one of them")
    return members[0]


def read_head(path: Path) -> bytes:
    """The first bytes of a file.

    Raises:
        MissingSourceError: It is not there.
        TableError: It cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingSourceError(path, "a table") from error
    except OSError as error:
        raise TableError(Position(str(path)), f"cannot read: {error.strerror}; wanted a table") from error


def _zip_members(path: Path) -> Iterator[Member]:
    """The members of a zip file that are data."""
    with _told(str(path), "zip file"), zipfile.ZipFile(path) as archive:
        found = [one for one in archive.infolist() if _is_data(one.filename)]
    if len(found) == 0:
        raise TableError(Position(str(path)), "a zip file without a member; wanted a table in it")
    seen: set[str] = set()
    for info in found:
        place = f"{path}!{info.filename}"
        if info.filename in seen:
            raise TableError(Position(str(path)), f"two members are named {info.filename!r}")
        if info.flag_bits & ENCRYPTED:
            raise TableError(Position(place), "encrypted; unpack it with its password first")
        seen.add(info.filename)
        opener = partial(_open_in_zip, path, info)
        yield Member(info.filename, partial(_open, opener, (), place, "member of a zip file"), place)


def _is_data(name: str) -> bool:
    """Whether a member is a file, and none that an operating system added."""
    base = name.rpartition("/")[2]
    resource_fork = name.startswith("__MACOSX/") or base.startswith("._")
    return not (base == "" or resource_fork or base.lower() in NOT_DATA)


def _open_in_zip(path: Path, info: zipfile.ZipInfo) -> io.BufferedIOBase:
    """The bytes of a member; the zip file stays open until they are closed."""
    with zipfile.ZipFile(path) as archive:
        return cast("io.BufferedIOBase", archive.open(info))


def _open(
    opener: Callable[..., io.BufferedIOBase], arguments: tuple[object, ...], place: str, kind: str
) -> BinaryIO:
    """A stream of a member, which is not packed once more.

    Raises:
        TableError: It is broken or an archive itself.
    """
    with _told(place, kind):
        source = opener(*arguments)
    stream = io.BufferedReader(Unpacked(source, place, kind), BUFFER)
    try:
        _refuse_archive(stream.peek(HEAD), place)
    except TableError:
        stream.close()
        raise
    return stream


def _refuse_archive(head: bytes, place: str) -> None:
    """Refuse what is packed a second time.

    Raises:
        TableError: It is.
    """
    kind = "" if starts_workbook(head) else find_packing(head)
    if kind:
        raise TableError(Position(place), f"a file of kind {kind} in an archive; unpack the outer one first")


def _plain_name(path: Path) -> str:
    """The name of a file without the suffix that packing it added."""
    return path.stem if path.suffix.lower() in PACKED_SUFFIXES else path.name


@contextmanager
def _told(place: str, kind: str) -> Iterator[None]:
    """What a library finds wrong with a file is told as an error of the source.

    Raises:
        TableError: Something is.
    """
    try:
        yield
    except (*BROKEN, *UNREADABLE) as error:
        text = str(error).strip().rstrip(".") or type(error).__name__
        raise TableError(Position(place), f"broken {kind}: {text[0].lower()}{text[1:]}") from error
