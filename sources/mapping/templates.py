"""Templates: text with columns in braces.

`{Name}` stands for the text of the column Name, `{Name|-}` for it or for - where it is blank, `{{` and
`}}` for braces. What a template of text makes is text; in the path of a thing each column is one part,
percent-encoded (RFC 3986, section 2.1). Where a column without a `|` is blank, there is no value.
"""

import re

import polars as pl

from sources.mapping.model import FILE, LINE, Part
from sources.tables.layouts.columns import segment, words

PIECE = re.compile(r"\{\{|\}\}|\{([^{}|]+)(\|[^{}|]*)?\}|[^{}]+|[{}]")
BUILT_IN_COLUMNS = {LINE: LINE, FILE: "=file"}
"""The columns of a frame that hold the line of a record, and the name of its file as it stands in paths."""
PATH = re.compile(r"[A-Za-z0-9\-._~%]*(/[A-Za-z0-9\-._~%]*)*")


class TemplateError(ValueError):
    """A template is none.

    Attributes:
        wanted: What it should be.
    """

    def __init__(self, wanted: str) -> None:
        super().__init__(wanted)
        self.wanted = wanted


def is_template(text: str) -> bool:
    """Whether text has braces."""
    return "{" in text or "}" in text


def read_template(text: str) -> tuple[Part, ...]:
    """The pieces of a template.

    Raises:
        TemplateError: A brace is not closed, or nothing stands between braces.
    """
    parts: list[Part] = []
    for piece in PIECE.finditer(text):
        column, other = piece[1], piece[2]
        if column is not None:
            parts.append(Part((other or "")[1:], column.strip(), optional=other is not None))
        elif piece[0] in ("{", "}"):
            raise TemplateError("columns in braces, such as {Name}; a brace as text is written twice")
        else:
            parts.append(Part(piece[0][0] if piece[0] in ("{{", "}}") else piece[0]))
    return tuple(parts)


def read_path(text: str) -> tuple[Part, ...]:
    """The pieces of a template of a path.

    Raises:
        TemplateError: It is no template, or its text cannot stand in a path.
    """
    parts = read_template(text)
    fixed = "".join("x" if part.column else part.text for part in parts)
    wanted = "a path such as party/my-state/{Name}: letters, digits, - . _ ~ and columns, between slashes"
    others = [part.text for part in parts if part.optional]
    pieces = fixed.split("/")
    if len(pieces) == 1 or "" in pieces or not all(PATH.fullmatch(one) for one in (fixed, *others)):
        raise TemplateError(wanted)
    if any("/" in one for one in others):
        raise TemplateError(wanted)
    return parts


def text_of(parts: tuple[Part, ...]) -> pl.Expr:
    """The text of a template, null where a column is blank."""
    return _joined(parts, in_path=False)


def path_of(parts: tuple[Part, ...]) -> pl.Expr:
    """The path of a template, null where a column is blank."""
    return _joined(parts, in_path=True)


def blank_parts(parts: tuple[Part, ...]) -> list[str]:
    """The columns that may not be blank, each once."""
    return list(dict.fromkeys(part.column for part in parts if part.column and not part.optional))


def _joined(parts: tuple[Part, ...], *, in_path: bool) -> pl.Expr:
    return pl.concat_str([_piece(part, in_path=in_path) for part in parts] or [pl.lit("")])


def printed(column: str) -> pl.Expr:
    """What stands for a column of a template, null where it is blank."""
    built_in = BUILT_IN_COLUMNS.get(column)
    return words(column) if built_in is None else pl.col(built_in).cast(pl.String)


def _piece(part: Part, *, in_path: bool) -> pl.Expr:
    if not part.column:
        return pl.lit(part.text)
    value = printed(part.column)
    if part.column in BUILT_IN_COLUMNS:
        return value
    told = segment(value) if in_path else value
    return told.fill_null(part.text) if part.optional else told
