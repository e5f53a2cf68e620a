"""`moneytrail stats`."""

from enum import StrEnum
from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, GraphFolder


class StatsFormat(StrEnum):
    """How the counts are written."""

    TEXT = "text"
    JSON = "json"


def stats_command(
    graph: GraphFolder = DEFAULT_GRAPH,
    form: Annotated[StatsFormat, typer.Option("--format", help="For people or for programs.")] = (
        StatsFormat.TEXT
    ),
) -> None:
    """Count what the graph holds: sources, entities, claims, events, plain edges, amounts, quads."""
    from graph.stats import make_stats, stats_json, stats_text

    tables = make_stats(graph)
    typer.echo(stats_text(tables) if form is StatsFormat.TEXT else stats_json(tables), nl=False)
