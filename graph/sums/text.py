"""The money from one to another for people: the sum as an interval, each flow with who says so."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from graph.rows.words import amount
from graph.sums.answer import Money
from graph.sums.filed import Filed, RowSum
from graph.sums.flow import Flow
from graph.sums.told import NEW_MONEY, LeftOut, Sum
from sources.writing import counted

NOTHING = "Nothing is told of such money."


def money_text(money: Money) -> str:
    """An answer for a terminal."""
    parts = [[_title(money)], *(_sum(one) for one in money.told.sums)]
    parts += [_left_out(money.told.left_out), _filed(money.filed)]
    blocks = ["\n".join(lines) for lines in parts if lines]
    return "\n\n".join(blocks if len(blocks) > 1 else [*blocks, NOTHING]) + "\n"


def _title(money: Money) -> str:
    ends = [f"{word} {name}" for word, name in (("from", money.payer), ("to", money.payee)) if name]
    return " ".join(["Money", *ends, *(f"[{words}]" for words in money.where)])


def _sum(one: Sum) -> list[str]:
    lines = [f"{one.of.capitalize()}, as documents tell: {one.total.text}"]
    return [*lines, *(line for flow in one.flows for line in _flow(flow))]


def _flow(flow: Flow) -> Iterator[str]:
    hedges = f" [{', '.join(flow.hedges)}]" if flow.hedges else ""
    yield f"  {flow.amount.text}{hedges}: {flow.says}{f' ({flow.scope})' if flow.scope else ''}"
    yield f"      {flow.witnesses.how_sure} {_keys(flow)}"


def _keys(flow: Flow) -> str:
    return " ".join(card.key for card in flow.claims)


def _left_out(flows: Iterable[LeftOut]) -> list[str]:
    lines = []
    for reason, group in groupby(flows, key=lambda one: one.reason):
        lines.append(f"  {reason}:")
        for one in group:
            scope = f" ({one.flow.scope})" if one.flow.scope else ""
            why = f" — {one.words}" if one.words else ""
            lines.append(f"    {one.flow.amount.text}: {one.flow.says}{scope} {_keys(one.flow)}{why}")
    return ["Not counted:", *lines] if lines else []


def _filed(filed: Filed) -> list[str]:
    """A sum for each dataset, then what is kept out of it, then its largest rows."""
    lines = []
    for dataset, group in groupby(filed.sums, key=lambda one: one.dataset):
        sums = list(group)
        lines += [f"  {dataset}: {_new_money(sums)}", *(f"    {_row_sum(one)}" for one in sums)]
        rows = [f"      {row}" for name, row in filed.largest if name == dataset]
        lines += ["    the largest rows that are counted:", *rows] if rows else []
    return ["Filings (each dataset by itself: two may report the same money)", *lines] if lines else []


def _new_money(sums: list[RowSum]) -> str:
    """The gifts and spending of a dataset, each currency by itself."""
    new = [one for one in sums if one.counted]
    by_currency = (
        [one for one in new if one.currency == currency] for currency in sorted({one.currency for one in new})
    )
    return "; ".join(_total(mine) for mine in by_currency) or f"no {NEW_MONEY}"


def _total(sums: list[RowSum]) -> str:
    total = sum((one.amount for one in sums), Decimal(0))
    silent = sum(one.silent for one in sums)
    rows = counted(sum(one.rows for one in sums), "row")
    words = f"{NEW_MONEY} {amount(total, sums[0].currency)} in {rows}"
    return f"{words}, {silent:,} without amount" if silent else words


def _row_sum(one: RowSum) -> str:
    words = f"{one.kind}: {amount(one.amount, one.currency)} in {counted(one.rows, 'row')}"
    return words if one.counted else f"not counted, {one.of}: {words}"
