"""Where in a file something stands that a parser told without its place."""

from sources.errors import Position
from sources.tables.reading.packed import Member


def find_text(member: Member, text: str, *, offset: int = 0) -> Position:
    """Line and column where text first stands in a file; the file alone when it does not stand there so.

    Args:
        member: The file.
        text: What is looked for, within one line.
        offset: How many characters of it come before the place.
    """
    wanted = text.encode()
    with member.open() as stream:
        for number, line in enumerate(stream, 1):
            before, found, _ = line.partition(wanted)
            if found:
                return Position(member.file, number, len(before.decode("utf-8", "replace")) + offset + 1)
    return Position(member.file)
