"""N-Quads from data frames: one pure function from a frame and a mapping to lines.

The same function serves a file that is streamed through batch by batch and a batch in an executor
of a cluster: it keeps no state and looks at its batch alone. Lines are what the store's own
serializer writes (RDF 1.1 N-Quads, section 4, with the escapes of its canonical form), so that
both lanes give the same bytes for the same statement.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import quote

import polars as pl
from pyoxigraph import Literal, NamedNode

SHORT_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
LONG_ESCAPED = (*(chr(code) for code in range(0x20)), "\x7f", "\ufffe", "\uffff")
ESCAPES = {character: f"\\u{ord(character):04X}" for character in LONG_ESCAPED} | SHORT_ESCAPES
KEPT_IN_PATHS = "-._~/"
"""Stay as they are in a path, besides letters and digits of ASCII; `graph.nodes` keeps the same."""
LINE = "line"
BATCH = 100_000


@dataclass(frozen=True, slots=True)
class Iri:
    """An IRI of a prefix and columns, percent-encoded and joined by slashes.

    Attributes:
        prefix: The start, an absolute IRI that needs no encoding.
        columns: Names of the columns of the path; a row where one is null has no such term.
    """

    prefix: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a column as a string; null where the column is null."""

    column: str


@dataclass(frozen=True, slots=True)
class Typed:
    """The text of a column with a datatype; its lexical form is checked before, not here."""

    column: str
    datatype: NamedNode


Term = Iri | Text | Typed | NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Pattern:
    """One statement of every row in which all of its terms are there."""

    subject: Iri | NamedNode
    predicate: NamedNode
    object: Term


@dataclass(frozen=True, slots=True)
class Mapping:
    """The statements a row makes, and the graph they stand in."""

    graph: NamedNode
    patterns: tuple[Pattern, ...]


def to_nquads(frame: pl.DataFrame, mapping: Mapping) -> pl.Series:
    """The lines of a frame, row by row and in the order of the patterns, each with its line end.

    Args:
        frame: Columns the mapping names, all of them strings.
        mapping: What each row says.
    """
    encoded = _encoded(frame, mapping)
    patterns = enumerate(mapping.patterns)
    lines = encoded.select(
        _line(pattern, mapping.graph).alias(f"{LINE}{number}") for number, pattern in patterns
    )
    joined = lines.select(pl.concat_str(pl.all(), ignore_nulls=True).alias(LINE)).to_series()
    return joined.filter(joined.str.len_bytes() > 0)


def write_nquads(frame: pl.LazyFrame, mapping: Mapping, out: BinaryIO, batch: int = BATCH) -> int:
    """Write the lines of a frame as it streams by, in bounded memory; give the number of rows."""
    rows = 0
    for part in frame.collect_batches(chunk_size=batch, maintain_order=True):
        rows += part.height
        _write(to_nquads(part, mapping), out)
    return rows


def _write(lines: pl.Series, out: BinaryIO) -> None:
    whole = lines.str.join("").item() if lines.len() else ""
    out.write(whole.encode())


def _encoded(frame: pl.DataFrame, mapping: Mapping) -> pl.DataFrame:
    """The frame with a column `path:NAME` for each column an IRI needs, `text:NAME` for each literal."""
    paths = sorted({name for iri in _iris(mapping) for name in iri.columns})
    texts = sorted({term.column for term in _objects(mapping) if isinstance(term, Text | Typed)})
    columns = [_percent_encoded(frame[name]).alias(f"path:{name}") for name in paths]
    columns += [_escaped(frame[name]).alias(f"text:{name}") for name in texts]
    return frame.select(columns) if columns else frame.select(pl.lit(None).alias("nothing"))


def _iris(mapping: Mapping) -> Iterator[Iri]:
    for pattern in mapping.patterns:
        yield from (term for term in (pattern.subject, pattern.object) if isinstance(term, Iri))


def _objects(mapping: Mapping) -> Iterable[Term]:
    return (pattern.object for pattern in mapping.patterns)


def _escaped(column: pl.Series) -> pl.Series:
    """Text as it stands between the quotes of a literal; most text needs no escape and is not copied."""
    if not column.str.contains(r'[\x00-\x1f"\\\x7f\x{fffe}\x{ffff}]').any():
        return column
    return column.str.replace_many(list(ESCAPES), list(ESCAPES.values()))


def _percent_encoded(column: pl.Series) -> pl.Series:
    """Text as it stands in the path of an IRI (RFC 3986, section 2.1), encoded as UTF-8.

    Which characters a batch has is asked once for the batch; they are few, however many rows.
    """
    strange = column.str.extract_all(r"[^A-Za-z0-9\-._~/]").explode().drop_nulls().unique().to_list()
    if not strange:
        return column
    return column.str.replace_many(strange, [quote(character, safe="") for character in strange])


def _line(pattern: Pattern, graph: NamedNode) -> pl.Expr:
    """A statement as a line, null where a term is."""
    end = pl.lit(f" {graph} .\n")
    middle = pl.lit(f" {pattern.predicate} ")
    return pl.concat_str(_term(pattern.subject), middle, _term(pattern.object), end)


def _term(term: Term) -> pl.Expr:
    if isinstance(term, Iri):
        path = pl.concat_str([pl.col(f"path:{name}") for name in term.columns], separator="/")
        return pl.concat_str(pl.lit(f"<{term.prefix}"), path, pl.lit(">"))
    if isinstance(term, Text):
        return pl.concat_str(pl.lit('"'), pl.col(f"text:{term.column}"), pl.lit('"'))
    if isinstance(term, Typed):
        return pl.concat_str(pl.lit('"'), pl.col(f"text:{term.column}"), pl.lit(f'"^^{term.datatype}'))
    return pl.lit(str(term))
