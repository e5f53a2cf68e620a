"""The money from one to another for programs: nested for JSON, a line for each flow and sum for CSV."""

from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal

from graph.fact_names import Weighed
from graph.picture import Interval
from graph.rows.words import amount
from graph.sums.answer import Money
from graph.sums.filed import RowSum
from graph.sums.flow import Flow
from graph.sums.told import Sum
from graph.values import Values
from graph.witness_text import witness_values

Amount = dict[str, object]


def money_values(money: Money) -> Values:
    """An answer as JSON has it; amounts are decimals written out, "" never stands for a number."""
    return {
        "payer": money.payer,
        "payee": money.payee,
        "where": money.where,
        "sums": [
            {"of": one.of, "total": _total(one), "flows": [_flow(flow) for flow in one.flows]}
            for one in money.told.sums
        ],
        "not_counted": [
            {"reason": one.reason, "words": one.words, "flow": _flow(one.flow)} for one in money.told.left_out
        ],
        "filings": [_row_sum(one) for one in money.filed.sums],
        "largest_rows": [{"dataset": dataset, "row": row} for dataset, row in money.filed.largest],
    }


def money_lines(money: Money) -> list[Values]:
    """An answer as CSV has it: sums, flows, what is not counted, and sums of filings."""
    return list(_lines(money))


def _lines(money: Money) -> Iterator[Values]:
    for one in money.told.sums:
        yield {**_line("sum", one.of, one.total), **_total(one)}
        yield from (_flow_line("flow", one.of, flow) for flow in one.flows)
    for left in money.told.left_out:
        why = f"{left.reason}: {left.words}" if left.words else left.reason
        yield _flow_line("not counted", why, left.flow)
    for row in money.filed.sums:
        exact = Interval(row.amount, row.amount, text=amount(row.amount, row.currency))
        what = "filings" if row.counted else "filings, not counted"
        yield {**_line(what, row.of, exact), "says": row.kind, "dataset": row.dataset, "rows": row.rows}


def _line(what: str, of: str, total: Interval) -> dict[str, object]:
    told = {"line": what, "of": of, **_amount(total), "says": "", "scope": "", "hedges": ()}
    return {**told, "claims": (), "documents": (), "dataset": "", "rows": None}


def _flow_line(what: str, of: str, flow: Flow) -> Values:
    told = {"says": flow.says, "scope": flow.scope, "hedges": flow.hedges, "claims": _keys(flow)}
    return {**_line(what, of, flow.amount), **told, "documents": flow.witnesses.documents}


def _keys(flow: Flow) -> tuple[str, ...]:
    return tuple(card.key for card in flow.claims)


def _flow(flow: Flow) -> dict[str, object]:
    weighed = Weighed(flow.iri, flow.says, flow.witnesses)
    more = {"kind": flow.kind, "amount": _amount(flow.amount), "scope": flow.scope, "hedges": flow.hedges}
    return {**witness_values(weighed), **more, "claims": _keys(flow)}


def _amount(total: Interval) -> Amount:
    """An interval with its ends: "more than" has an open lower end, "about" bounds nothing."""
    return {
        "text": total.text,
        "at_least": _figure(total.low),
        "at_least_open": total.low_open,
        "at_most": _figure(total.high),
        "at_most_open": total.high_open,
        "about": _figure(total.about),
    }


def _total(one: Sum) -> Amount:
    """A sum; what is only "about" stands beside its bounds, not in them."""
    return {**_amount(one.total), "about": _figure(one.about)}


def _figure(figure: Decimal | None) -> str | None:
    return None if figure is None else f"{figure:f}"


def _row_sum(one: RowSum) -> dict[str, object]:
    return {**asdict(one), "amount": _figure(one.amount)}
