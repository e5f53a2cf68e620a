"""`moneytrail export`."""

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, GraphFolder
from graph.exports.formats import Format


def export_command(
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            help="RDF: turtle and jsonld (the default graph), trig and nquads (the named graphs)."
            " Property graphs of the plain edges: graphml, gexf, cytoscape, csv, ftm (FollowTheMoney).",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="The file, for csv the folder; standard output without it."),
    ] = None,
    graph: GraphFolder = DEFAULT_GRAPH,
    *,
    rows: Annotated[
        bool,
        typer.Option(
            "--rows/--without-rows",
            help="Property graphs with sums, candidacies and outcomes of filings and results, or without.",
        ),
    ] = True,
) -> None:
    """Write the graph in a format other tools read: RDF files and property graphs."""
    from graph.exports.export import export

    export(graph, form, out, rows=rows)
    if out is not None:
        typer.echo(f"{out}: written", err=True)
