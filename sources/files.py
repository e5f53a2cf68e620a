"""Reading files that users name; what cannot be read is told as a source error."""

from pathlib import Path

from sources.errors import MissingSourceError, Position, SheetError, SourceError


def read_bytes(path: Path, wanted: str) -> bytes:
    """The bytes of a file.

    Args:
        path: The file.
        wanted: What it should be, for the message.

    Raises:
        MissingSourceError: It is not there.
        SourceError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingSourceError(path, wanted) from error
    except OSError as error:
        raise SourceError(Position(str(path)), f"cannot read: {error.strerror}; wanted {wanted}") from error


def read_utf8(path: Path, wanted: str) -> str:
    """The text of a UTF-8 file, line ends as they are, without a byte-order mark.

    Raises:
        MissingSourceError: It is not there.
        SourceError: It cannot be read.
        SheetError: It is not UTF-8.
    """
    return decode(read_bytes(path, wanted), path, "utf-8-sig")


def decode(data: bytes, path: Path, encoding: str = "utf-8") -> str:
    """The text of UTF-8 bytes.

    Raises:
        SheetError: They are not UTF-8.
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SheetError(Position(str(path)), f"byte {error.start} is not UTF-8") from error
