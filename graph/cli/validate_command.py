"""`moneytrail validate`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, GraphFolder

if TYPE_CHECKING:
    from graph.validation.places import Placed
    from graph.validation.validate import Report


class ReportFormat(StrEnum):
    """How the report is written."""

    TEXT = "text"
    TURTLE = "turtle"


def validate_command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILES]...", help="RDF files; without any, the built graph."),
    ] = None,
    graph: GraphFolder = DEFAULT_GRAPH,
    form: Annotated[
        ReportFormat, typer.Option("--format", help="For people, or as SHACL has it.")
    ] = ReportFormat.TEXT,
    sources: Annotated[
        list[Path] | None,
        typer.Option("--sources", help="Folders of your own sources, to find places in their sheets."),
    ] = None,
) -> None:
    """Run the shapes over the graph or RDF files and say where a rule is broken; exit code 1 if one is."""
    from graph.validation.turtle import report_turtle
    from graph.validation.validate import Report, validate_file, validate_graph

    reports = {path: validate_file(path) for path in paths or []} or {graph: validate_graph(graph)}
    if form is ReportFormat.TURTLE:
        whole = Report(tuple(breach for report in reports.values() for breach in report.breaches))
        typer.echo(report_turtle(whole), nl=False)
    else:
        for path, report in reports.items():
            _print(path, report, _places(report, None if paths else graph, sources or []))
    if not all(report.conforms for report in reports.values()):
        raise typer.Exit(1)


def _places(report: "Report", graph: Path | None, sources: list[Path]) -> "tuple[Placed, ...]":
    from graph.validation.places import Placed, place_breaches
    from sources.catalog import find_sources, shipped_sources

    if graph is None:
        return tuple(Placed(breach) for breach in report.breaches)
    folders = [*shipped_sources(), *(folder for place in sources for folder in find_sources(place))]
    return place_breaches(report, graph, folders)


def _print(path: Path, report: "Report", placed: "tuple[Placed, ...]") -> None:
    from graph.validation.places import report_lines

    for line in report_lines(placed):
        typer.echo(line)
    verdict = "conforms" if report.conforms else "does not conform"
    counts = [_counted(report.count(severity), severity) for severity in ("violation", "warning")]
    typer.echo(f"{path}: {verdict}: {', '.join(counts)}")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
