"""N-Quads from rows of tables: one pure function from a frame to lines.

The same function serves a file that is streamed through batch by batch and a batch in an executor
of a cluster: it keeps no state and looks at its batch alone. What a column becomes is read from the
tables of the ontology. Lines are what the store's own serializer writes (RDF 1.1 N-Quads, section
4, with the escapes of its canonical form), so that both lanes give the same bytes for the same
statement.
"""

from collections.abc import Iterator
from typing import IO

import polars as pl

from graph.nodes import BOOLEAN, DAY, DECIMAL, INTEGER, TYPE, term
from ontology import NAMESPACE, TABLES, ColumnTerm
from sources.tables.rows import ID

SHORT_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
LONG_ESCAPED = (*(chr(code) for code in range(0x20)), "\x7f", "\ufffe", "\uffff")
ESCAPES = {character: f"\\u{ord(character):04X}" for character in LONG_ESCAPED} | SHORT_ESCAPES
ESCAPED = r'[\x00-\x1f"\\\x7f\x{fffe}\x{ffff}]'
LINES = "lines"
WRITTEN = 8192
"""Rows whose lines are copied at a time; many more cost the system more than the copying does."""
DATATYPES = {"decimal": DECIMAL, "integer": INTEGER, "boolean": BOOLEAN, "date": DAY}


def to_nquads(table: str, frame: pl.DataFrame, base: str, graph: str) -> pl.DataFrame:
    """The statements of rows: a column `lines` of N-Quads, joined by line ends, for each row in order.

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
    single = [name for name in there if not isinstance(frame.schema[name], pl.List)]
    end = f" <{graph}> ."
    kind = f"> {TYPE} {term(TABLES[table].cls)}{end}"
    lines = [_lines(frame, {name: columns[name] for name in single}, f"<{base}id/", kind, end)]
    for name in (name for name in there if name not in single):
        told = frame.select(ID, name).explode(name).drop_nulls()
        lines.append(_lines(told, {name: columns[name]}, f"<{base}id/", "", end))
    return pl.concat(lines)


def edges_to_nquads(pairs: pl.DataFrame, predicate: str, base: str, graph: str) -> pl.DataFrame:
    """Plain statements between things as `to_nquads` gives them.

    Args:
        pairs: Columns `subject` and `object` with paths of things.
        predicate: Name of the property.
        base: Base of the IRIs of things.
        graph: IRI of the graph the statements stand in.
    """
    start, middle = f"<{base}id/", f"> {term(predicate)} <{base}id/"
    pieces = (pl.lit(start), pl.col("subject"), pl.lit(middle), pl.col("object"), pl.lit(f"> <{graph}> ."))
    return pairs.select(pl.concat_str(pieces).alias(LINES))


def statements(frame: pl.DataFrame) -> int:
    """How many statements rows make."""
    values = frame.drop(ID)
    single = sum(values.height - column.null_count() for column in values if not _is_list(column))
    several = sum(int(column.drop_nulls().list.len().sum()) for column in values if _is_list(column))
    return frame.height + single + several


def _is_list(column: pl.Series) -> bool:
    return isinstance(column.dtype, pl.List)


def write_lines(lines: pl.DataFrame, out: IO[bytes]) -> None:
    """Write lines as they are, each row of them ended by a line end."""
    if lines.height:
        lines.write_csv(out, include_header=False, quote_style="never", batch_size=WRITTEN)


def _lines(
    frame: pl.DataFrame, columns: dict[str, ColumnTerm], start: str, first: str, end: str
) -> pl.DataFrame:
    """A statement for each value, and one before them when `first` has the rest of it after the id.

    The pieces of a row are joined in one go: text between two columns that are never empty is one piece.
    """
    texts = frame.select(_text(frame[name], column).alias(name) for name, column in columns.items())
    rows = pl.concat([frame.select(pl.col(ID).alias("=id")), texts], how="horizontal")
    pieces: list[pl.Expr] = [pl.lit(start), pl.col("=id")] if first else []
    before = first
    for name, column in columns.items():
        opening, closing = _around(column, start)
        lead = f"> {term(column.property)} {opening}"
        line_end = "\n" if pieces else ""
        if texts[name].null_count() == 0:
            pieces += [pl.lit(f"{before}{line_end}{start}"), pl.col("=id"), pl.lit(lead), pl.col(name)]
            before = f"{closing}{end}"
        else:
            statement = (
                pl.lit(f"\n{start}"),
                pl.col("=id"),
                pl.lit(lead),
                pl.col(name),
                pl.lit(closing + end),
            )
            pieces += [pl.lit(before), pl.concat_str(*statement)]
            before = ""
    pieces.append(pl.lit(before))
    return rows.select(pl.concat_str(pieces, ignore_nulls=True).alias(LINES))


def _around(column: ColumnTerm, start: str) -> tuple[str, str]:
    """What stands before and after the text of a value."""
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
    printed = pl.col(column.name).cast(pl.String)
    plain = (
        pl.when(printed.str.ends_with(".00"))
        .then(printed.str.head(-3))
        .otherwise(printed.str.strip_suffix("0"))
    )
    return column.to_frame().select(plain).to_series()


def lines_of(text: pl.DataFrame) -> Iterator[str]:
    """The single lines of statements, for tests and small outputs."""
    for row in text[LINES]:
        yield from row.split("\n")
