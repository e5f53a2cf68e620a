"""What a query found, held against what a suite says is right, whatever blank nodes are called."""

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import cast

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
LAYOUTS = {
    ".srx": QueryResultsFormat.XML,
    ".srj": QueryResultsFormat.JSON,
    ".tsv": QueryResultsFormat.TSV,
}
TABLE = f"""SELECT ?row ?name ?value {{ ?set <{RS}solution> ?row .
  OPTIONAL {{ ?row <{RS}binding> ?cell . ?cell <{RS}variable> ?name ; <{RS}value> ?value }} }}"""
ROW = "urn:row:"
XSD = "http://www.w3.org/2001/XMLSchema#"
VALUES: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(("integer", "int", "long", "short", "byte", "nonNegativeInteger"), int),
    "decimal": lambda text: Decimal(text).normalize(),
    **dict.fromkeys(("double", "float"), float),
    "boolean": lambda text: {"true": True, "1": True, "false": False, "0": False}[text],
}
Term = NamedNode | BlankNode | Literal | Triple
Row = Mapping[str, Term]


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found: a truth, rows, triples, or the cells of a table."""

    truth: bool | None = None
    rows: tuple[Row, ...] | None = None
    triples: frozenset[Triple] | None = None
    table: tuple[dict[str, str], ...] | None = None


def read_found(body: bytes, kind: str) -> Found:
    """An answer of HTTP, by its media type."""
    layout = RdfFormat.from_media_type(kind)
    if layout is not None and "sparql-results" not in kind and kind not in ("application/json", "text/plain"):
        return Found(triples=frozenset(quad.triple for quad in parse(body, layout)))
    if kind == "text/csv":
        return Found(table=_csv(body.decode()))
    return _solutions(parse_query_results(body, QueryResultsFormat.from_media_type(kind)))


def read_right(path: Path, quads: Iterable[Quad]) -> Found:
    """What is right, from a file of a suite; `quads` are those of the file where it is RDF."""
    if path.suffix == ".csv":
        return Found(table=_csv(path.read_text("utf-8")))
    if path.suffix in LAYOUTS:
        return _solutions(parse_query_results(path.read_bytes(), LAYOUTS[path.suffix]))
    store = Store()
    store.extend(quads)
    truths = [quad.object for quad in store.quads_for_pattern(None, NamedNode(f"{RS}boolean"), None)]
    if truths:
        return Found(truth=str(truths[0]).startswith('"true"'))
    if list(store.quads_for_pattern(None, None, NamedNode(f"{RS}ResultSet"))):
        return Found(rows=_table(store))
    return Found(triples=frozenset(quad.triple for quad in store))


def agree(found: Found, right: Found, *, lax: bool) -> bool:
    """Whether what was found is what is right; `lax` for rows of which fewer equal ones may be there."""
    if right.rows is not None and found.rows is not None:
        if lax:
            return _fewer(found.rows, right.rows)
        return _canonical(_as_triples(found.rows)) == _canonical(_as_triples(right.rows))
    if right.triples is not None and found.triples is not None:
        return _canonical(found.triples) == _canonical(right.triples)
    if right.table is not None:
        return found.table == right.table
    return right.truth is not None and right.truth == found.truth


def _solutions(found: QuerySolutions | QueryBoolean) -> Found:
    if isinstance(found, QueryBoolean):
        return Found(truth=bool(found))
    names = [variable.value for variable in found.variables]
    rows = ({name: cast("Term", row[name]) for name in names if row[name] is not None} for row in found)
    return Found(rows=tuple(rows))


def _table(store: Store) -> tuple[Row, ...]:
    """The rows of a result that is told in RDF."""
    rows: dict[str, dict[str, Term]] = {}
    for cell in cast("QuerySolutions", store.query(TABLE)):
        row = rows.setdefault(str(cell["row"]), {})
        name, value = cell["name"], cell["value"]
        if isinstance(name, Literal) and value is not None:
            row[name.value] = value
    return tuple(rows.values())


def _same_value(term: Term) -> Term:
    """A number or truth in one spelling: 1.0 and 01.00 are the same decimal, as results are compared."""
    if not isinstance(term, Literal):
        return term
    reader = VALUES.get(term.datatype.value.removeprefix(XSD))
    try:
        return term if reader is None else Literal(str(reader(term.value)), datatype=term.datatype)
    except (ValueError, KeyError, InvalidOperation):
        return term


def _as_triples(rows: Sequence[Row]) -> Iterable[Triple]:
    """Rows as triples, a blank node for each; a row without values has one of its own."""
    for row in rows:
        node = BlankNode()
        yield Triple(node, NamedNode(f"{ROW}is"), Literal("row"))
        for name, value in row.items():
            yield Triple(node, NamedNode(ROW + name), _same_value(value))


def _canonical(triples: Iterable[Triple]) -> set[str]:
    dataset = Dataset(Quad(one.subject, one.predicate, one.object) for one in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return {str(quad) for quad in dataset}


def _csv(text: str) -> tuple[dict[str, str], ...]:
    """The rows of CSV, numbers in one spelling and blank nodes without their names."""
    return tuple(
        {name: _cell(cell) for name, cell in row.items()} for row in csv.DictReader(text.splitlines())
    )


def _cell(cell: str) -> str:
    if cell.startswith("_:"):
        return "_:"
    try:
        return str(float(cell))
    except ValueError:
        return cell


def _fewer(found: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether the rows are the same, some of the equal ones left out."""
    mine, theirs = (
        Counter(json.dumps({k: str(_same_value(v)) for k, v in row.items()}, sort_keys=True) for row in rows)
        for rows in (found, right)
    )
    return mine.keys() == theirs.keys() and mine <= theirs
