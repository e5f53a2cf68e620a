"""N-Quads from rows of tables: one pure function from a frame to lines.

The same function serves a file that is streamed through batch by batch and a batch in an executor
of a cluster: it keeps no state and looks at its batch alone. What a column becomes is read from the
tables of the ontology. Lines are what the store's own serializer writes (RDF 1.1 N-Quads, section
4, with the escapes of its canonical form), so that both lanes give the same bytes for the same
statement.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO

import polars as pl

from graph.nodes import BOOLEAN, DAY, DECIMAL, INTEGER, TYPE, term
from graph.tables.text_bytes import text_bytes
from ontology import NAMESPACE, TABLES, ColumnTerm
from sources.tables.layouts.rows import ID

SHORT_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
LONG_ESCAPED = (*(chr(code) for code in range(0x20)), "\x7f", "\ufffe", "\uffff")
ESCAPES = {character: f"\\u{ord(character):04X}" for character in LONG_ESCAPED} | SHORT_ESCAPES
ESCAPED = r'[\x00-\x1f"\\\x7f\x{fffe}\x{ffff}]'
LINES, THING = "lines", "=thing"
PIECE = 8192
"""Rows whose lines are made and written at a time: memory that is used again costs less than new memory."""
WRITTEN = 1 << 18
"""Bytes written at a time; the system takes longer for many more."""
DATATYPES = {"decimal": DECIMAL, "integer": INTEGER, "boolean": BOOLEAN, "date": DAY}


def to_nquads(table: str, frame: pl.DataFrame, base: str, graph: str) -> Iterator[pl.DataFrame]:
    """The statements of rows, a piece of them at a time: a column `lines` of N-Quads, each ended.

    The type of a thing comes first, then its columns by name; what stands in columns of lists comes
    after all rows.

    Args:
        table: Name of the table in `ontology.TABLES`.
        frame: Its columns in their types, `id` among them; a column of several values is a list.
        base: Base of the IRIs of things.
        graph: IRI of the graph the statements stand in.
    """
    columns = TABLES[table].columns
    there = [name for name in sorted(columns) if name in frame.columns]
    single = [name for name in there if not _is_list(frame[name])]
    around = _Around(f"<{base}id/", f" <{graph}> .\n")
    kind = f"> {TYPE} {term(TABLES[table].cls)}{around.end}"
    yield from _lines(frame, {name: columns[name] for name in single}, around, kind)
    for name in (name for name in there if name not in single):
        told = frame.select(ID, name).explode(name).drop_nulls()
        yield from _lines(told, {name: columns[name]}, around)


def edges_to_nquads(pairs: pl.DataFrame, predicate: str, base: str, graph: str) -> Iterator[pl.DataFrame]:
    """Plain statements between things as `to_nquads` gives them.

    Args:
        pairs: Columns `subject` and `object` with paths of things.
        predicate: Name of the property.
        base: Base of the IRIs of things.
        graph: IRI of the graph the statements stand in.
    """
    start, middle = f"<{base}id/", f"> {term(predicate)} <{base}id/"
    yield from _joined(pairs, (start, pl.col("subject"), middle, pl.col("object"), f"> <{graph}> .\n"))


def statements(frame: pl.DataFrame) -> int:
    """How many statements rows make."""
    values = frame.drop(ID)
    single = sum(values.height - column.null_count() for column in values if not _is_list(column))
    several = sum(int(column.drop_nulls().list.len().sum()) for column in values if _is_list(column))
    return frame.height + single + several


def _is_list(column: pl.Series) -> bool:
    return isinstance(column.dtype, pl.List)


def write_lines(lines: Iterable[pl.DataFrame], out: IO[bytes]) -> None:
    """Write lines as they are."""
    for piece in lines:
        for part in text_bytes(piece[LINES]):
            for start in range(0, part.nbytes, WRITTEN):
                out.write(part[start : start + WRITTEN])


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around all statements.

    Attributes:
        start: What precedes the path of a thing.
        end: What follows the object of a statement.
    """

    start: str
    end: str


def _lines(
    frame: pl.DataFrame, columns: Mapping[str, ColumnTerm], around: _Around, kind: str = ""
) -> Iterator[pl.DataFrame]:
    """A statement for each value, and one before them when `kind` has the rest of it after the path."""
    told = {name: column for name, column in columns.items() if frame[name].null_count() < frame.height}
    parts: list[str | pl.Expr] = [around.start, pl.col(THING), kind] if kind else []
    texts = [frame[ID].alias(THING)]
    for name, column in told.items():
        if is_constant(frame[name]):
            text = _text(frame[name].head(1), column)[0]
            parts += _statement(column, text, around)
            continue
        texts.append(_text(frame[name], column))
        statement = _statement(column, pl.col(name), around)
        is_whole = frame[name].null_count() == 0
        parts += statement if is_whole else [pl.concat_str(_pieces(statement))]
    yield from _joined(pl.DataFrame(texts), parts)


def _statement(column: ColumnTerm, text: str | pl.Expr, around: _Around) -> tuple[str | pl.Expr, ...]:
    """The parts of a statement that has a text for its value."""
    opening, closing = _marks(column, around.start)
    return around.start, pl.col(THING), f"> {term(column.property)} {opening}", text, f"{closing}{around.end}"


def is_constant(column: pl.Series) -> bool:
    """Whether all rows have one value."""
    if column.len() == 0 or column.null_count():
        return False
    return column[0] == column[-1] and bool((column == column[0]).all())


def _joined(frame: pl.DataFrame, parts: Iterable[str | pl.Expr]) -> Iterator[pl.DataFrame]:
    """The parts of each row in one go, some rows at a time; a part that is null is left out."""
    joined = pl.concat_str(_pieces(parts), ignore_nulls=True).alias(LINES)
    for rows in frame.iter_slices(PIECE):
        yield rows.select(joined)


def _pieces(parts: Iterable[str | pl.Expr]) -> list[pl.Expr]:
    """Parts as expressions; text that stands side by side is one."""
    pieces: list[pl.Expr] = []
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        pieces += [pl.lit(text), part] if text else [part]
        text = ""
    return [*pieces, pl.lit(text)] if text else pieces


def _marks(column: ColumnTerm, start: str) -> tuple[str, str]:
    """What stands before and after the text of a value in a term."""
    if column.kind == "id":
        return start, ">"
    if column.kind == "code":
        return f"<{NAMESPACE}", ">"
    if column.kind == "label":
        return '"', '"@en'
    if column.kind == "text":
        return '"', '"'
    return '"', f'"^^{DATATYPES[column.kind]}'


def _text(column: pl.Series, term_of: ColumnTerm) -> pl.Series:
    """The text of values as it stands in a term."""
    if term_of.kind in ("label", "text"):
        return _escaped(column)
    if term_of.kind == "decimal":
        return _plain_decimal(column)
    if term_of.kind == "date":
        return column.dt.to_string("%Y-%m-%d")
    return column.cast(pl.String)


def _escaped(column: pl.Series) -> pl.Series:
    """Text as it stands between the quotes of a literal; most text needs no escape and is not copied."""
    odd = column.str.contains(ESCAPED).arg_true()
    if odd.len() == 0:
        return column
    return column.clone().scatter(odd, column[odd].str.replace_many(list(ESCAPES), list(ESCAPES.values())))


def _plain_decimal(column: pl.Series) -> pl.Series:
    """Decimal numbers of two places without needless zeros, as `graph.nodes.decimal` writes them."""
    return column.cast(pl.String).str.strip_suffix("0").str.strip_suffix(".0")


def lines_of(pieces: Iterable[pl.DataFrame]) -> Iterator[str]:
    """The single lines of statements, for tests and small outputs."""
    for piece in pieces:
        for row in piece[LINES]:
            yield from row.removesuffix("\n").split("\n")
