"""`moneytrail match`."""

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, GraphFolder


def match_command(  # noqa: PLR0913 - options of a command
    file: Annotated[Path, typer.Argument(help="A CSV file with a header.")],
    graph: GraphFolder = DEFAULT_GRAPH,
    *,
    name: Annotated[str, typer.Option(metavar="COLUMN", help="Its column of names.")] = "name",
    city: Annotated[str, typer.Option(metavar="COLUMN", help="Its column of cities.")] = "",
    state: Annotated[str, typer.Option(metavar="COLUMN", help="Its column of states, such as GA.")] = "",
    postcode: Annotated[str, typer.Option(metavar="COLUMN", help="Its column of ZIP codes.")] = "",
    employer: Annotated[str, typer.Option(metavar="COLUMN", help="Its column of employers.")] = "",
    occupation: Annotated[str, typer.Option(metavar="COLUMN", help="Its column of occupations.")] = "",
    identifier: Annotated[
        str, typer.Option(metavar="COLUMN", help="Its column of ids in registers, which decide.")
    ] = "",
    above: Annotated[
        float, typer.Option(min=0.001, max=0.999999, help="Probability from which a match is told.")
    ] = 0.5,
    best: Annotated[int, typer.Option(min=1, help="How many matches of a row, at most.")] = 3,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write; else printed.")] = None,
) -> None:
    """Match the names of a spreadsheet against the graph: CSV with the match, its probability, and why.

    A row with several matches stands several times, one with none once. Nothing is decided.
    """
    from math import log2

    from graph.errors import SpreadsheetError, WriteError
    from graph.identity.resolving import matcher_of
    from graph.identity.spreadsheet import matched, read_spreadsheet

    given = {"name": name, "city": city, "state": state, "postcode": postcode}
    given |= {"employer": employer, "occupation": occupation, "identifier": identifier}
    columns = {what: column for what, column in given.items() if column}
    sheet = read_spreadsheet(file)
    for what, column in columns.items():
        if column not in sheet.columns:
            raise SpreadsheetError(file, f"there is no column {column!r}; name that of --{what}")
    with matcher_of(graph) as matcher:
        told = matched(sheet, columns, matcher, log2(above / (1 - above)), best)
    if out is None:
        typer.echo(told.write_csv(), nl=False)
        return
    try:
        told.write_csv(out)
    except OSError as error:
        raise WriteError(out, error.strerror or str(error)) from error
    found = told.filter(told["match"].is_not_null()).height
    typer.echo(f"{out}: {found} matches for {sheet.height} rows")
