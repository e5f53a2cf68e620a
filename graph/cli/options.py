"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

GraphFolder = Annotated[
    Path,
    typer.Option("--graph", envvar="MONEYTRAIL_GRAPH", help="Folder of the built graph.", show_default=True),
]
Documents = Annotated[
    Path | None,
    typer.Option(
        "--documents",
        envvar="MONEYTRAIL_DOCUMENTS",
        help="Folder with the documents' texts; quotations are then shown in context.",
    ),
]


def tell(line: str) -> None:
    """Say something to the person, beside the result."""
    typer.echo(line, err=True)


DEFAULT_GRAPH = Path("moneytrail-graph")
