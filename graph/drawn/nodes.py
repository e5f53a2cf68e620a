"""What rows say of the ends of marks: votes, outcomes, and money, each dataset by itself."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import polars as pl

from graph.drawn.drawn import BuiltRows, Drawn
from graph.drawn.sum_edges import exactly
from graph.picture import Column, Interval, Node
from graph.rows.event_tables import EventTables
from graph.rows.money import GIFTS, SUMS
from graph.rows.words import dataset_mark, rows_of, sums

Sums = dict[str, list[dict[str, object]]]
IN = (("Gifts received", "flow-total", "payee"),)
OUT = (("Gave", "flow-total", "payer"), ("Spent for and against others", "candidate-total", "spender"))
OTHER = (("Spent for and against it by others", "candidate-total", "candidate"),)


def with_rows(built: BuiltRows, nodes: Iterable[Node], drawn: Drawn) -> tuple[Node, ...]:
    """Nodes, those that rows tell of with what rows say of them, whether all of it is drawn or not.

    A sum stands beside the name where it is the only one; sums of two datasets, and gifts and spending,
    are never added.
    """
    wanted = [iri.removeprefix(built.iri("")) for iri in drawn.things()]
    told = {heading: _sums(built.tables, table, side, wanted) for heading, table, side in (*IN, *OUT, *OTHER)}
    givers = drawn.givers()
    placed = (
        replace(node, column=Column.DONORS) if node.iri in givers and len(node.claims) == 0 else node
        for node in nodes
    )
    named = (replace(node, subtitle=drawn.subtitles.get(node.iri, node.subtitle)) for node in placed)
    return tuple(_with_money(built, node, told) for node in named)


def _sums(tables: EventTables, table: str, side: str, wanted: list[str]) -> Sums:
    rows = tables.scan(table).filter(pl.col(side).is_in(pl.Series(wanted, dtype=pl.String).implode()))
    if table == "flow-total":
        rows = rows.filter(pl.col("totalOf").is_in(GIFTS), pl.col("payer") != pl.col("payee"))
    key = (side, "dataset", "currency")
    found: Sums = {}
    for row in rows_of(rows.group_by(key).agg(SUMS).sort(key)):
        found.setdefault(str(row[side]), []).append(row)
    return found


def _with_money(built: BuiltRows, node: Node, told: dict[str, Sums]) -> Node:
    path = node.iri.removeprefix(built.iri(""))
    facts = tuple(
        (heading, f"{sums(row)} {dataset_mark(row['dataset'])}")
        for heading, found in told.items()
        for row in found.get(path, ())
    )
    if not facts:
        return node
    ins = [row for heading, *_ in IN for row in told[heading].get(path, ())]
    outs = [row for heading, *_ in OUT for row in told[heading].get(path, ())]
    return replace(
        node,
        money_in=node.money_in or _only(ins),
        money_out=node.money_out or _only(outs),
        facts=(*node.facts, *facts),
    )


def _only(rows: list[dict[str, object]]) -> Interval | None:
    """The sum, where there is one."""
    if len(rows) != 1:
        return None
    return exactly(Decimal(str(rows[0]["amount"])), str(rows[0]["currency"]))
