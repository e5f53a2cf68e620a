"""Several lines as one: sums as intervals, and evidence counted."""

from collections.abc import Mapping, Sequence

from graph.money import add
from graph.picture import Edge, RowsCard
from sources.writing import counted

LISTED = 20
"""So many claims stand behind a line that others are folded into; all of them stand behind its parts."""


def figure(edge: Edge) -> int:
    """Whole dollars of a line, 0 where there are none: enough to order by."""
    size = None if edge.amount is None else edge.amount.size
    return 0 if size is None else int(size)


def add_lines(
    ends: tuple[str, str], rest: str, parts: Sequence[Edge], cards: Mapping[str, RowsCard]
) -> tuple[Edge, RowsCard | None]:
    """Lines of one relation as one line, with the rows behind it where rows are behind them.

    Args:
        ends: From what to what the one line goes.
        rest: What tells it from others between the same two.
        parts: The lines; all from rows of one dataset, or none.
        cards: What is behind lines, by their IRI.
    """
    first, hedges = parts[0], [part.hedges for part in parts]
    claims = tuple(sorted({key for part in parts for key in part.claims}))
    amounts = [part.amount for part in parts if part.amount is not None]
    line = Edge(
        iri=f"{ends[0]}/{rest}/{ends[1]}",
        source=ends[0],
        target=ends[1],
        relation=first.relation,
        label=first.label,
        family=first.family,
        amount=add(amounts),
        hedges=tuple(sorted({one for some in hedges for one in some})) if all(hedges) else (),
        result=first.result,
        contest=_common([part.contest for part in parts]),
        date=_span([part.date for part in parts]),
        claims=claims[:LISTED],
        origins=max(part.origins for part in parts),
        detail=_detail(len(parts), len(claims)),
        counted=first.counted,
        how_sure=_common([part.how_sure for part in parts]) or "",
    )
    found = [cards[part.iri] for part in parts if part.iri in cards]
    return line, _add_cards(line, found) if found else None


def _detail(lines: int, claims: int) -> str:
    """How many lines are folded, and how many claims are behind them where not all are listed."""
    folded = f"{counted(lines, 'line')} folded into one"
    return f"{folded}." if claims <= LISTED else f"{folded}, with {claims:,} claims; the first are listed."


def _common(values: Sequence[str | None]) -> str | None:
    """The value that all have, None when they differ."""
    return values[0] if len(set(values)) == 1 else None


def _span(dates: Sequence[str]) -> str:
    """From the first year to the last, in EDTF."""
    years = sorted({end[:4] for date in dates for end in date.split("/") if end[:4].isdigit()})
    return "" if years == [] else "/".join(dict.fromkeys((years[0], years[-1])))


def _add_cards(line: Edge, cards: Sequence[RowsCard]) -> RowsCard:
    """The rows behind a line: counted, with all their files; the rows themselves stand behind its parts."""
    rows = sum(card.count for card in cards)
    sum_of = "" if line.amount is None else f"{line.amount.text} in "
    return RowsCard(
        edge=line.iri,
        dataset=cards[0].dataset,
        firmly=_common([card.firmly for card in cards]) or "",
        says=f"{sum_of}{counted(rows, 'row')}, folded from {counted(len(cards), 'line')}",
        count=rows,
        files=tuple(sorted({file for card in cards for file in card.files})),
        first=(),
        rest=cards[0].rest,
    )
