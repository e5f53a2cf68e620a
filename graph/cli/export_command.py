"""`moneytrail export`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, GraphFolder


class FormatName(StrEnum):
    """The names of `graph.export.Format`, known without importing what writes them."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CYTOSCAPE = "cytoscape"
    CSV = "csv"
    FTM = "ftm"


def export_command(
    form: Annotated[
        FormatName,
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
) -> None:
    """Write the graph in a format other tools read: RDF files and property graphs."""
    from graph.export import Format, export

    export(graph, Format(form.value), out)
    if out is not None:
        typer.echo(f"{out}: written", err=True)
