"""A made-up picture with more lines than can be told apart: donors by the hundred, two datasets, a claim."""

from decimal import Decimal

from graph.picture import (
    ClaimCard,
    Column,
    DatasetCard,
    DocumentCard,
    Edge,
    Interval,
    Node,
    Picture,
    RowsCard,
)

ID = "https://example.org/id/"
COMMITTEES = 40
HOSTILE = "</script><img src=x onerror=alert(1)>"
MORE_THAN = Interval(Decimal(900_000), low_open=True, text="more than $900,000")


def large_picture(donors: int = 700) -> Picture:
    """Every donor gives to four committees, by rows of one of two datasets, and a document tells of one gift.

    The amounts are all different, with cents, and fall from donor to donor.
    """
    committees = [
        Node(f"{ID}committee/{n:02}", f"Fund {n:02}", "Committee", Column.COMMITTEES)
        for n in range(COMMITTEES)
    ]
    givers = [Node(f"{ID}party/{n:04}", _name(n), "Printed party", Column.DONORS) for n in range(donors)]
    voss = Node(f"{ID}person/voss", "Tamár Voss", "Person", Column.CANDIDATES, claims=("c1",))
    lines = [_gift(giver, step) for giver in range(donors) for step in range(4)]
    told = Edge(
        f"{ID}told", givers[-1].iri, voss.iri, "gaveTo", "gave to", "money",
        amount=MORE_THAN, hedges=("reported",), date="2024-05", claims=("c1",),
    )  # fmt: skip
    claim = ClaimCard(
        "c1", f"{ID}claim/c1", "d1", 2, 10, 40, "gave to Voss", "a donor", "gave to", "Voss",
        "A donor gave to Voss", positive=True, modality=("reported",), attribution=("document d1",),
    )  # fmt: skip
    paper = DocumentCard("d1", f"{ID}document/d1", "A report", "Gazette", "2024-06-01", "Gazette", "ab" * 32)
    return Picture(
        "Many gifts",
        "Made up",
        (*sorted((*committees, *givers, voss), key=lambda node: node.iri),),
        (*(edge for edge, _ in lines), told),
        {"c1": claim},
        {"d1": paper},
        (),
        tuple(DatasetCard(key, f"{ID}dataset/{key}", f"Rows {key}", "An office", "public") for key in "ab"),
        tuple(card for _, card in lines),
    )


def _name(number: int) -> str:
    return {3: HOSTILE, 4: "Ördög, Zoë"}.get(number, f"DONOR, NUMBER {number:04}")


def _gift(giver: int, step: int) -> tuple[Edge, RowsCard]:
    target = (giver // 40 + step * 7) % COMMITTEES
    cents = Decimal(2_000_000 - 600 * giver - 131 * step) / 100
    dataset = "ab"[(giver + step) % 2]
    iri = f"{ID}row-edge/{dataset}/{giver:04}/{target:02}"
    edge = Edge(
        iri, f"{ID}party/{giver:04}", f"{ID}committee/{target:02}", "gaveTo", "gave to", "money",
        amount=Interval(cents, cents, text=f"${cents:,}"), date=str(2022 + giver % 3), origins=0,
        detail="The sum of 2 rows.", how_sure="Filed with an office.",
    )  # fmt: skip
    card = RowsCard(
        iri, dataset, "filed", f"${cents:,} in 2 rows", 2, (f"{dataset}.txt",),
        (f"2024-01-01: ${cents:,} — {dataset}.txt:{giver}",), f"moneytrail show party/{giver:04}",
    )  # fmt: skip
    return edge, card
