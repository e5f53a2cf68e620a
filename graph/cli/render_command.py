"""`moneytrail render`."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Documents, GraphFolder, tell


def render_command(
    out: Annotated[Path, typer.Option("--out", "-o", help="The HTML file.")] = Path("moneytrail.html"),
    title: Annotated[str, typer.Option(help="Heading.")] = "Who backs whom in prosecutor elections",
    graph: GraphFolder = DEFAULT_GRAPH,
    documents: Documents = None,
    most: Annotated[
        int,
        typer.Option(min=0, help="How many sums of filings, and how many candidacies, to draw: the largest."),
    ] = 100,
    named_from: Annotated[
        int,
        typer.Option(
            min=0,
            metavar="DOLLARS",
            help="Draw private donors who gave less to one recipient as one mark.",
        ),
    ] = 10_000,
) -> None:
    """Write the picture: one self-contained HTML file in which every line opens its evidence."""
    from graph.drawn.drawing import Limits
    from graph.render import render

    picture = render(graph, out, title, documents, tell, Limits(most, Decimal(named_from)))
    size = out.stat().st_size / 1_000_000
    counts = f"{len(picture.nodes)} nodes, {len(picture.edges)} edges, {len(picture.claims)} claims"
    typer.echo(f"{out}: {counts}, {size:.2f} MB")
