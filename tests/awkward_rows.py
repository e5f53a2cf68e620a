"""A small graph of values that engines disagree about: its rows in columns and, beside it, as triples."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import cycle, islice
from pathlib import Path

import polars as pl
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store
from same_answers import without_keys

from graph.nodes import BASE, Names
from graph.tables.nquads import edges_to_nquads, to_nquads
from graph.virtual.columns import Columns
from graph.virtual.making import make_virtual
from graph.virtual.mapping import read_tables
from graph.virtual.whole import WholeGraph
from ontology import PREFIXES, TABLES, ColumnTerm
from sources.tables.layouts.rows import TYPES

GRAPH = Names().graph("dataset/one").value
ROWS = {
    "contribution": 23,
    "committee": 9,
    "party": 11,
    "committee-name": 7,
    "candidate": 8,
    "outcome": 9,
    "filing": 7,
    "tally": 13,
}
TEXTS = (
    *("", "GA", "ga", "Ga", " GA ", "M", "12", "12.50", "-3", "true", "2024-02-29", "EXAMPLE, ADA", "none"),
    *(
        "É",
        "E\u0301",
        "éclair",
        "straße",
        "STRASSE",
        "İstanbul",
        "日本語",
        "😀 x",
        "\u00a0",
        "ﬁn",
        "ς",
        "ΟΔΟΣ",
    ),
    *("a\tb", 'quo"te', "back\\slash", "new\nline", "it's", "100%", "a_b", "A.B*", "len|x", "aXb", "AA"),
    *("\u212aim", "mi\u017fs"),
)
DECIMALS = (
    *("0", "12.50", "12", "-12.5", "0.01", "-0.01", "100", "250", "5000", "33.33", "0.1", "-3.25", "1", "7"),
    *("9999999999999999.99", "-9999999999999999.99", "1234567890123456.78", "0.99", "2.5", "-2.5", "3.5"),
)
INTEGERS = (0, 1, -1, 7, 12, 250, 2**53 + 1, -(2**53) - 1, 2**54, 2**50 + 1, -7, 1990, 2024, 3, 100)
DAYS = ("2024-02-29", "2024-01-01", "1999-12-31", "2024-12-31", "2000-02-28", "1970-01-01", "0987-06-05")
WHEN = ("2024", "2024-02", "2024-02-29", "2024-02-29?", "1999-12-31", "2024-12", "2023/2024", "12/31/1999")
NAMES = ("a", "b", "%C3%89", "b%20c", "a.b", "it's", "a-b", "A")
LISTED = 3
"""Values of a thing in a column of several, at most."""
EVERY = {"id": 5, "text": 4, "label": 9, "decimal": 6, "integer": 5, "date": 3, "boolean": 3, "code": 4}
"""One value of so many is left out, by kind."""

TOLD = """
<committee/x/b> mt:dataset <dataset/one> , <dataset/two> ; mt:city "GA" , "ga"@en , 12 , 12.50 .
<committee/x/store> a mt:Committee ; rdfs:label "From the store"@en ; mt:stateCode "GA" , "" ; mt:city "M" .
<party/x/store> a mt:PrintedParty ; rdfs:label "EXAMPLE, ADA"@en ; mt:stateCode "GA" .
<contribution/x/store> a mt:Contribution ; mt:amount 250 , 250.00 ; mt:payee <committee/x/store> ;
  mt:payer <party/x/a> ; mt:currency "USD" ; mt:line 7 .
<contribution/x/stored> a mt:Contribution ; mt:amount 0.000000000000000001 ; mt:payee <committee/x/a> .
<filing/x/store> a mt:Filing ; mt:filedOn "2024-02-29"^^xsd:date , "2024-02-29Z"^^xsd:date ,
  "2024"^^xsd:gYear , "2024-02-29T12:00:00"^^xsd:dateTime , "someday" ; mt:filer <committee/x/a> .
<outcome/x/store> a mt:Result ; mt:votes 7 , 7.0 , 7.0e0 , "7" , "x"^^mt:odd ; mt:shareOfVotes 0.5 .
<committee-name/x/store> a mt:CommitteeName ; mt:nameText "GA" , "GA"@en , "GA"@de , "É"@fr-ca ;
  mt:ofCommittee <committee/x/store> .
<place/a> rdfs:label "Ä"@de , "A"@en , "A" ; mt:partOf <place/b> . <place/b> mt:partOf <place/c> .
<place/c> mt:partOf <place/a> ; rdfs:label "C"@en .
<dataset/one> rdfs:label "One"@en ; mt:title "one" . <dataset/two> rdfs:label "Two"@en .
_:note mt:about <committee/x/a> , <party/x/a> ; mt:value 1 , true . _:other mt:about _:note .
<party/x/a> mt:gaveTo <committee/x/a> , <committee/x/b> . <party/x/b> mt:gaveTo <committee/x/a> .
<committee/x/a> mt:gaveTo <committee/x/b> . <committee/x/b> mt:gaveTo <committee/x/a> , <committee/x/A> .
<party/x/A> mt:gaveTo <party/x/A> . <candidate/x/a> mt:ranIn <contest/x/a> .
<candidate/x/b> mt:won <contest/x/a> .
"""
PAIRS = {
    "gaveTo": (
        *(("party/x/a", "committee/x/a"), ("party/x/a", "committee/x/none"), ("party/x/b", "committee/x/b")),
        *(
            ("committee/x/A", "committee/x/a"),
            ("committee/x/store", "committee/x/b"),
            ("party/x/b", "party/x/b"),
        ),
        *(("committee/x/%C3%89", "committee/x/store"), ("committee/x/none", "committee/x/%C3%89")),
    ),
    "ranIn": (("candidate/x/a", "contest/x/a"), ("candidate/x/b", "contest/x/a")),
    "spentFor": (("committee/x/a", "candidate/x/a"), ("committee/x/none", "candidate/x/b")),
}
"""Plain edges of rows; the first of gaveTo and of ranIn are told too."""
NAMED = """
<place/a> rdfs:label "Ä"@de , "A"@en . <committee/x/a> mt:gaveTo <committee/x/b> .
<contribution/x/a> mt:amount 12.50 ; mt:payee <committee/x/a> .
"""


@dataclass(frozen=True, slots=True)
class Awkward:
    """The graph: its rows in columns, with keys and without, and the store that has all of its triples."""

    whole: WholeGraph
    bare: WholeGraph
    loaded: Store
    columns: Columns


def awkward_graph(folder: Path) -> Awkward:
    """Write the tables of the graph into a folder and open both."""
    generation, conversion = folder / "generations" / "one", folder / "converted" / "one"
    generation.mkdir(parents=True)
    told, quads = folder / "told.nq", _told()
    rest, loaded = Store(), Store()
    for store in (rest, loaded):
        store.extend(quads)
    rest.dump(str(told), RdfFormat.N_QUADS)
    for name, frame in _frames():
        place = conversion / "tables" / name
        place.mkdir(parents=True)
        frame.write_parquet(place / "0.parquet")
        _load(loaded, ("".join(piece["lines"]) for piece in to_nquads(name, frame, BASE, GRAPH)))
    for name, pairs in PAIRS.items():
        place = conversion / "pairs" / name
        place.mkdir(parents=True)
        edges = pl.DataFrame(sorted(pairs), ("subject", "object"), orient="row")
        edges.write_parquet(place / "0.parquet")
        _load(loaded, ("".join(piece["lines"]) for piece in edges_to_nquads(edges, name, BASE, GRAPH)))
    for file in make_virtual({"one": conversion}, [told], [place.parent], Names(), generation).values():
        _load(rest, [file.read_text("utf-8")])
    tables = read_tables(generation)
    columns = Columns(tables, rest)
    return Awkward(WholeGraph(columns), without_keys(tables, rest), loaded, columns)


def _told() -> list[Quad]:
    """What is told beside rows."""
    store = Store()
    prefixes = "".join(f"@prefix {name}: <{iri}> . " for name, iri in PREFIXES.items())
    for text, graph in ((TOLD, DefaultGraph()), (NAMED, Names().graph("some"))):
        store.load(prefixes + text, RdfFormat.TURTLE, base_iri=f"{BASE}id/", to_graph=graph)
    return list(store)


def _load(store: Store, texts: Iterable[str]) -> None:
    """Put statements into the default graph, whichever they name."""
    for text in texts:
        store.load(text.replace(f" <{GRAPH}> .\n", " .\n"), RdfFormat.N_TRIPLES)


def _frames() -> Iterator[tuple[str, pl.DataFrame]]:
    """The tables by name."""
    for seed, (name, rows) in enumerate(ROWS.items()):
        columns = [
            _column(column, term, seed + number, rows)
            for number, (column, term) in enumerate(sorted(TABLES[name].columns.items()))
        ]
        ids = [f"{name}/x/{NAMES[row]}" if row < len(NAMES) else f"{name}/x/n{row}" for row in range(rows)]
        yield name, pl.DataFrame([pl.Series("id", ids), *columns])


def _column(name: str, term: ColumnTerm, seed: int, rows: int) -> pl.Series:
    """A column; some of its values are left out, and every one comes again."""
    values = islice(cycle(_values(name, term)), 3 * seed, None)
    step = EVERY[term.kind] + seed % 2
    if term.many:
        lists = [[*islice(values, row % (LISTED + 1))] for row in range(rows)]
        told: list[object] = [[*dict.fromkeys(one)] or None for one in lists]
        return pl.Series(name, told, pl.List(TYPES[term.kind]))
    singles = [
        None if row % step == step - 1 else value for row, value in zip(range(rows), values, strict=False)
    ]
    return pl.Series(name, singles, TYPES[term.kind])


def _values(name: str, term: ColumnTerm) -> Sequence[object]:  # noqa: PLR0911 - one for each kind
    match term.kind:
        case "id":
            return _paths(name, term.target)
        case "code":
            return [f"{term.target or name}-{end}" for end in ("one", "two", "three")]
        case "decimal":
            return [Decimal(text) for text in DECIMALS]
        case "integer":
            return INTEGERS
        case "boolean":
            return (True, False, False)
        case "date":
            return [date.fromisoformat(day) for day in DAYS]
    return WHEN if "date" in name.lower() else TEXTS


def _paths(name: str, target: str) -> Sequence[str]:
    """Things of the tables, and things that only the store or nobody tells of."""
    starts = {"payee": ("committee",), "payer": ("party", "committee")}
    if name == "dataset":
        return ("dataset/one", "dataset/two", "dataset/none")
    if name in ("reportingPlace", "contest"):
        return ("place/a", "place/b", "contest/x/a", "place/none")
    known = {TABLES[table].cls: table for table in ROWS}
    start = starts.get(name) or (known.get(target, "committee"),)
    return [f"{one}/x/{end}" for end in (*NAMES[:5], "store", "none") for one in start]
