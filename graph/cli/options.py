"""Options that several commands share."""

from enum import StrEnum
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
Endpoint = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="Address for queries of a SPARQL server that holds the graph, instead of the graph built here.",
    ),
]
Decisions = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        envvar="MONEYTRAIL_DECISIONS",
        metavar="FILE",
        help="File of decisions on who is who; moneytrail-decisions.tsv here, when none is named.",
    ),
]
User = Annotated[
    str | None,
    typer.Option(
        envvar="MONEYTRAIL_USER",
        help="User of the server, when it asks for one; the password is that of MONEYTRAIL_PASSWORD.",
    ),
]
Base = Annotated[
    str | None,
    typer.Option(help="Base of the IRIs of things, where a server holds several graphs."),
]


class AnswerFormat(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


Written = Annotated[
    AnswerFormat, typer.Option("--format", "-f", help="For people, or for programs: json or csv.")
]


def tell(line: str) -> None:
    """Say something to the person, beside the result."""
    typer.echo(line, err=True)


DEFAULT_GRAPH = Path("moneytrail-graph")
DEFAULT_DECISIONS = Path("moneytrail-decisions.tsv")


def decisions_file(named: Path | None) -> Path:
    """The file of decisions that is meant, which need not be there."""
    return DEFAULT_DECISIONS if named is None else named


def decisions_to_apply(named: Path | None) -> Path | None:
    """The file of decisions that a build applies; None when none is named and the usual one is not there."""
    return named or (DEFAULT_DECISIONS if DEFAULT_DECISIONS.is_file() else None)
