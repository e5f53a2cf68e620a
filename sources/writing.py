"""Writing for people: counts, quoted text, the id of a source, and its files, all or none."""

import json
import re
from pathlib import Path

from sources.document import ID
from sources.errors import Position, SourceError


def id_of(folder: Path, given: str) -> str:
    """The id of a source: the one given, else made from the folder's name.

    Raises:
        SourceError: It is no id.
    """
    name = given or re.sub("[^a-z0-9.-]+", "-", folder.resolve().name.lower()).strip(".-")
    if re.fullmatch(ID, name) is None:
        wanted = "an id of small letters, digits, - and . that is not taken"
        raise SourceError(Position(str(folder)), f"id: {name!r} is not {wanted}; give one with --id")
    return name


def quoted(text: str) -> str:
    """Text in double quotes, as TOML and YAML both read them."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def counted(number: int, what: str) -> str:
    """A number with its noun: 1 row, 2 rows."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def write_all(files: dict[Path, str], replaceable: str = "") -> None:
    """Write all files or none.

    Args:
        files: Text of each.
        replaceable: Name of a file that may be there already.

    Raises:
        SourceError: One is there already or cannot be written.
    """
    for path in files:
        if path.exists() and path.name != replaceable:
            message = "it is there already, and stays as it is; name another folder"
            raise SourceError(Position(str(path)), message)
    written: list[Path] = []
    for path, content in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            written.append(path)
            path.write_text(content, "utf-8", newline="\n")
        except OSError as error:
            for partial in written:
                partial.unlink(missing_ok=True)
            raise SourceError(Position(str(path)), f"cannot write: {error.strerror}") from error
