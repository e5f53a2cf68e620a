"""Sums of filings as edges: who gave to whom, who spent for or against whom."""

import shlex
from decimal import Decimal

from graph.drawn.drawn import BuiltRows, Drawn, dataset_key, file_name, place_of
from graph.drawn.rows_behind import Row, RowsBehind, rows_of_sums
from graph.drawn.scope import EVERY_ROW, RowScope
from graph.drawn.sums import largest_sums
from graph.happenings.filed import filed_happenings
from graph.picture import Column, Edge, Interval, Node, RowsCard
from graph.rows.words import US_DOLLARS, amount, stated, sums
from ontology import EDGES
from sources.writing import counted

FILED = "filed"
FILED_WITH = {
    "ca-fppc": "Filed with California or a local agency of it",
    "fec": "Filed with the Federal Election Commission",
    "sf-ethics": "Filed with the San Francisco Ethics Commission",
}
"""By the part of the path of a committee that says whose number it has."""


def draw_sums(
    built: BuiltRows, drawn: Drawn, most: int, named_from: Decimal, scope: RowScope = EVERY_ROW
) -> None:
    """Add the largest sums of filings, and the donors drawn as one, to what is drawn."""
    found = largest_sums(built.tables, most, named_from, scope)
    behind = rows_of_sums(built.tables, found.members, scope)
    edges: dict[int, Edge] = {}
    publishers = {key: built.publisher(key) for key in found.drawn["dataset"].unique()}
    for row in found.drawn.iter_rows(named=True):
        iri = built.mark(row["dataset"], row["relation"], *_ends(row), row["currency"])
        if row["source"] is None:
            drawn.groups.append(_group(built, row, named_from))
        edges[row["mark"]] = _edge(built, row, iri, publishers[row["dataset"]])
        drawn.rows.append(_card(row, iri, behind[row["mark"]]))
    drawn.edges += edges.values()
    drawn.happenings += filed_happenings(built.tables, found.members, edges, scope)
    if found.found > found.drawn.height:
        drawn.left_out.append(f"the {found.drawn.height:,} largest of {found.found:,} sums of filings")


def _ends(row: Row) -> tuple[object, object]:
    return (row["source"] or "individual-donors", row["target"])


def _source(built: BuiltRows, row: Row) -> str:
    if row["source"] is None:
        return built.mark(row["dataset"], *_ends(row), row["currency"])
    return built.iri(row["source"])


def _edge(built: BuiltRows, row: Row, iri: str, publisher: str) -> Edge:
    relation = EDGES[str(row["relation"])]
    return Edge(
        iri=iri,
        source=_source(built, row),
        target=built.iri(row["target"]),
        relation=str(row["relation"]),
        label=relation.label,
        family=relation.family,
        amount=exactly(Decimal(str(row["amount"])), str(row["currency"])),
        date=_years(row),
        origins=0,
        detail=_detail(row),
        how_sure=_how_sure(row, publisher),
    )


def exactly(value: Decimal, currency: str) -> Interval:
    """A sum to the cent; one in another currency than dollars has words alone, since widths are dollars."""
    figure = value.normalize() if currency == US_DOLLARS else None
    return Interval(figure, figure, text=amount(value, currency))


def _detail(row: Row) -> str:
    """How many rows a sum is made of, and how much of it is new money where not all is."""
    rows, new = counted(int(str(row["premises"])), "row"), Decimal(str(row["newMoney"]))
    if new == row["amount"]:
        return f"The sum of {rows}."
    share = amount(new, str(row["currency"])) if new else "none"
    return f"The sum of {rows}, {share} of it new money."


def _years(row: Row) -> str:
    """The years of a sum in EDTF, "" where no row has a day."""
    first, last = row["first"], row["last"]
    return "" if first is None else str(first) if first == last else f"{first}/{last}"


def _how_sure(row: Row, publisher: str) -> str:
    committee = str(row["target"] if row["relation"] == "gaveTo" else row["source"])
    filed = FILED_WITH.get(committee.split("/")[1], "Filed with a regulator")
    return f"{filed}; published by {publisher}."


def _group(built: BuiltRows, row: Row, named_from: Decimal) -> Node:
    """One mark for the small private donors of a recipient."""
    kind = "individual donor" if row["individuals"] else "small donor"
    limit = amount(named_from, str(row["currency"]))
    recipient = built.label(row["target"])
    return Node(
        iri=_source(built, row),
        label=counted(int(str(row["donors"])), kind),
        kind="Small donors",
        column=Column.DONORS,
        money_out=exactly(Decimal(str(row["amount"])), str(row["currency"])),
        facts=(
            ("Note", f"printed names that gave less than {limit} to {recipient}; private, so drawn as one"),
            ("Known from", dataset_key(row["dataset"])),
        ),
        grouped=True,
    )


def _card(row: Row, iri: str, behind: RowsBehind) -> RowsCard:
    return RowsCard(
        edge=iri,
        dataset=dataset_key(row["dataset"]),
        firmly=FILED,
        says=sums(row),
        count=int(str(row["premises"])),
        files=tuple(file_name(file) for file in behind.files),
        first=tuple(_line(one) for one in behind.first),
        rest=_rest(row),
    )


def _line(row: Row) -> str:
    """A row of money, without its ends, which are those of the edge."""
    return f"{row['date'] or 'no day'}: {stated(row['amount'], row['currency'])} — {place_of(row)}"


def _rest(row: Row) -> str:
    """The command that lists the rows of a sum, or those who gave them."""
    if row["source"] is None:
        return f"moneytrail ask top-donors-of-committee --committee {shlex.quote(str(row['target']))}"
    return f"moneytrail show {shlex.quote(str(row['source']))}"
