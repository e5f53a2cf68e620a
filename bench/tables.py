"""Benchmark of the table lane: contribution rows to N-Quads, beside a plain Python loop and a copy.

Made-up rows in the shape of the FEC's itemized contributions, with names that need escaping and
encoding. The outputs are compared byte for byte before anything is timed. CPU seconds of this
process; set ROWS in the environment for another size.
"""

import hashlib
import io
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import polars as pl
from pyoxigraph import Literal, NamedNode

from graph.nodes import BASE, DAY, DECIMAL, TYPE
from graph.tables.nquads import Iri, Mapping, Pattern, Text, Typed, write_nquads

ROWS = int(os.environ.get("ROWS", "200000"))
NAMES = ["SMITH, JOHN", 'O\'HARA "BUD", ANN', "NÚÑEZ, JOSÉ", "BACK\\SLASH LLC", "TAB\tAND\nLINE", "LEE, MEI"]
NS = f"{BASE}ns#"
ROW = Iri(f"{BASE}id/row/fec/", ("filing", "line"))
MAPPING = Mapping(
    NamedNode(f"{BASE}id/graph/fec"),
    (
        Pattern(ROW, TYPE, NamedNode(f"{NS}Contribution")),
        Pattern(ROW, NamedNode(f"{NS}payer"), Iri(f"{BASE}id/donor/", ("name",))),
        Pattern(ROW, NamedNode(f"{NS}payee"), Iri(f"{BASE}id/committee/fec/", ("committee",))),
        Pattern(ROW, NamedNode(f"{NS}amount"), Typed("amount", DECIMAL)),
        Pattern(ROW, NamedNode(f"{NS}currency"), Literal("USD")),
        Pattern(ROW, NamedNode(f"{NS}date"), Typed("day", DAY)),
        Pattern(ROW, NamedNode(f"{NS}asWritten"), Text("name")),
        Pattern(ROW, NamedNode(f"{NS}employer"), Text("employer")),
        Pattern(ROW, NamedNode(f"{NS}sourceFile"), Text("filing")),
        Pattern(ROW, NamedNode(f"{NS}sourceLine"), Text("line")),
    ),
)


def make_rows(count: int) -> pl.DataFrame:
    """Rows whose values repeat as donors, committees and days do; the same every time."""
    number = pl.int_range(count)
    donors = pl.Series("name", [f"{NAMES[i % len(NAMES)]} {i}" for i in range(5000)])
    skewed = (5000 / (number % 4999 + 1)).cast(pl.Int64) % 5000
    return pl.select(
        filing=pl.lit("F") + (number // 1000).cast(pl.String),
        line=(number % 1000).cast(pl.String),
        name=pl.lit(donors).gather(skewed),
        committee=pl.lit("C") + (number * 7919 % 900 + 100000).cast(pl.String),
        amount=(number * 37 % 280000 / 100).round(2).cast(pl.Decimal(12, 2)).cast(pl.String),
        day=pl.lit("2024-") + (number % 12 + 1).cast(pl.String).str.zfill(2) + pl.lit("-15"),
        employer=pl.when(number % 5 != 0).then(pl.lit("ACME & SONS")),
    )


def loop(frame: pl.DataFrame, out: io.BufferedIOBase) -> None:
    """The same statements, a row at a time in plain Python, through the serializer's own terms."""
    for row in frame.iter_rows(named=True):
        for pattern in MAPPING.patterns:
            terms = [_node(term, row) for term in (pattern.subject, pattern.object)]
            if None not in terms:
                out.write(f"{terms[0]} {pattern.predicate} {terms[1]} {MAPPING.graph} .\n".encode())


def _node(term: object, row: dict[str, str | None]) -> object:
    match term:
        case Iri(prefix=prefix, columns=columns):
            parts = [row[name] for name in columns]
            path = "/".join(quote(part, safe="/-._~") for part in parts if part is not None)
            return None if None in parts else NamedNode(prefix + path)
        case Text(column=column):
            return None if row[column] is None else Literal(row[column])
        case Typed(column=column, datatype=datatype):
            return None if row[column] is None else Literal(row[column], datatype=datatype)
        case _:
            return term


def cpu() -> float:
    """CPU seconds this process has used, threads included."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Compare the bytes, then time: columns, loop, and the copying of the output."""
    frame = make_rows(ROWS)
    with tempfile.TemporaryDirectory() as place:
        columns, rows, copy = (Path(place) / name for name in ("columns.nq", "rows.nq", "copy.nq"))
        taken = {}
        for name, path in (
            ("columns (ours)", columns),
            ("plain Python loop", rows),
            ("copy of the output", copy),
        ):
            start, wall = cpu(), time.perf_counter()
            with path.open("wb") as out:
                if path == columns:
                    write_nquads(frame.lazy(), MAPPING, out)
                elif path == rows:
                    loop(frame, out)
                else:
                    out.write(columns.read_bytes())
            taken[name] = (cpu() - start, time.perf_counter() - wall)
        digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (columns, rows, copy)}
        if len(digests) != 1:
            sys.exit("the outputs differ")
        triples = sum(1 for _ in columns.open("rb"))
    print(f"{ROWS} rows, {triples} quads, outputs byte-identical")
    for name, (seconds, wall) in taken.items():
        print(
            f"{name:20} {seconds:7.2f} CPU s {wall:7.2f} s {triples / seconds / 1e6:8.2f} M quads per CPU s"
        )


if __name__ == "__main__":
    main()
