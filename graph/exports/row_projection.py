"""The rows of datasets in the property graph: an edge a sum, a candidacy or an outcome, never one a row.

Gifts are drawn by payer, payee, class and year; spending for and against somebody by spender and year;
candidacies and outcomes by contest. The sums of two datasets are edges of their own and must not be added.
Transfers, loans, refunds, payments for goods, tallies and votes by place are not drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import polars as pl

from graph.exports.projection import EDGE_ATTRIBUTES, Value
from graph.reading import column_of
from graph.rows.event_tables import EventTables
from graph.tables.edge_names import OUTCOMES, SIDES
from graph.tables.row_edges import GIFTS
from ontology import EDGES, TABLES
from sources.check import is_kind
from sources.tables.layouts.rows import ID

if TYPE_CHECKING:
    import networkx as nx

ENDS = ("Agent", "Contest", "BallotMeasure", "PrintedMeasure")
THINGS = tuple(
    name
    for name, term in TABLES.items()
    if "label" in term.columns and any(is_kind(term.cls, end) for end in ENDS)
)
"""Tables of what edges join."""
UNKNOWN = "Agent"
RELATIONS = ("gaveTo", "ranIn", *sorted({*SIDES.values(), *OUTCOMES.values()}))
FRAME_TYPES: dict[type, pl.DataType] = {
    str: pl.String(),
    int: pl.Int64(),
    bool: pl.Boolean(),
    Decimal: pl.Decimal(18, 2),
}
COLUMNS = {
    "premises": "rows",
    "newMoney": "new_money",
    "shareOfVotes": "share_of_votes",
    "totalOf": "total_of",
    "votes": "votes",
    "amount": "amount",
    "currency": "currency",
}
"""Column of a table and attribute of an edge."""


@dataclass(frozen=True, slots=True)
class RowNetwork:
    """What rows add to a property graph.

    Attributes:
        nodes: Columns `iri`, `label`, `class` and `column`, in order of IRIs.
        edges: Columns `iri`, `source`, `target` and the attributes of an edge, in a fixed order.
    """

    nodes: pl.DataFrame
    edges: pl.DataFrame


def row_network(tables: EventTables) -> RowNetwork:
    """The sums, candidacies and outcomes of all datasets as nodes and edges."""
    edges = _each_once(pl.concat(list(_edges(tables)), how="diagonal"))
    start = pl.lit(f"{tables.base}id/")
    iris = [(start + pl.col(name)).alias(name) for name in ("source", "target", "contest")]
    told = edges.with_columns(
        *iris,
        iri=start + pl.col(ID),
        event=start + pl.col(ID),
        label=pl.col("relation").replace_strict({name: EDGES[name].label for name in RELATIONS}),
        family=pl.col("relation").replace_strict({name: EDGES[name].family for name in RELATIONS}),
    )
    attributes = [
        pl.col(name) if name in told.columns else pl.lit(None, FRAME_TYPES[kind]).alias(name)
        for name, kind in EDGE_ATTRIBUTES.items()
    ]
    nodes = _nodes(tables, edges).with_columns(iri=start + pl.col(ID))
    return RowNetwork(
        nodes.select("iri", "label", "class", "column"), told.select("iri", "source", "target", *attributes)
    )


def add_rows(network: "nx.MultiDiGraph[str]", rows: RowNetwork) -> None:
    """Add what rows tell to a property graph; what is in it stays as it is."""
    for iri, label, kind, column in rows.nodes.iter_rows():
        if iri not in network:
            network.add_node(iri, **{"label": label, "class": kind, "column": column})
    for row in rows.edges.iter_rows(named=True):
        attributes: dict[str, Value] = {name: row[name] for name in EDGE_ATTRIBUTES if row[name] is not None}
        network.add_edge(row["source"], row["target"], key=row["iri"], **attributes)


def _edges(tables: EventTables) -> Iterator[pl.DataFrame]:
    flows = tables.scan("flow-total").filter(pl.col("totalOf").is_in(GIFTS))
    yield _ends(flows, "payer", "payee", pl.lit("gaveTo"), "flow-total")
    spending = tables.scan("candidate-total")
    yield _ends(spending, "spender", "candidate", pl.col("side").replace_strict(SIDES), "candidate-total")
    yield _ends(tables.scan("candidacy"), "candidate", "contest", pl.lit("ranIn"), "candidacy")
    decided = tables.scan("outcome").filter(pl.col("outcomeCode").is_in(list(OUTCOMES)))
    yield _ends(decided, "candidate", "contest", pl.col("outcomeCode").replace_strict(OUTCOMES), "outcome")


def _ends(rows: pl.LazyFrame, source: str, target: str, relation: pl.Expr, table: str) -> pl.DataFrame:
    """The edges that rows of a table make."""
    known = TABLES[table].columns
    year = pl.col("year").cast(pl.String) if "year" in known else pl.lit(None, pl.String)
    contest = pl.col("contest") if "contest" in known else pl.lit(None, pl.String)
    kept = [pl.col(column).alias(name) for column, name in COLUMNS.items() if column in known]
    return rows.select(
        ID,
        pl.col("dataset").str.strip_prefix("dataset/"),
        *kept,
        source=pl.col(source),
        target=pl.col(target),
        relation=relation,
        contest=contest,
        date=year,
        event_class=pl.lit(TABLES[table].cls),
    ).collect(engine="streaming")


def _each_once(edges: pl.DataFrame) -> pl.DataFrame:
    """Edges that two datasets tell, such as a candidacy, once, with both."""
    told = edges.sort("relation", ID, "dataset").group_by("relation", ID, maintain_order=True)
    rest = pl.exclude("relation", ID, "dataset").first()
    return told.agg(rest, pl.col("dataset").unique(maintain_order=True).str.join(" "))


def _nodes(tables: EventTables, edges: pl.DataFrame) -> pl.DataFrame:
    """What edges join, with name, class and column; the smallest name where datasets differ."""
    ends = pl.concat([edges.select(pl.col(name).alias(ID)) for name in ("source", "target")]).unique()
    standing = edges.filter(pl.col("relation") != "gaveTo")
    candidates = pl.concat([standing["source"], standing["target"]]).unique()
    named = [
        tables.scan(name).select(ID, "label", pl.lit(TABLES[name].cls).alias("class")) for name in THINGS
    ]
    found = pl.concat(named).group_by(ID).agg(pl.col("label").min(), pl.col("class").min())
    kinds = [TABLES[name].cls for name in THINGS] + [UNKNOWN]
    kind = pl.col("class")
    stands = pl.col(ID).is_in(candidates.implode()) & kind.is_in(
        [one for one in kinds if is_kind(one, "Person")]
    )
    by_class = kind.replace_strict({one: column_of(one) for one in kinds})
    known = (
        ends.lazy()
        .join(found, on=ID, how="left")
        .with_columns(pl.col("label").fill_null(pl.col(ID)), kind.fill_null(UNKNOWN))
    )
    column = pl.when(stands).then(pl.lit("candidates")).otherwise(by_class)
    return known.with_columns(column=column).sort(ID).collect(engine="streaming")
