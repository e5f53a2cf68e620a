"""`moneytrail query`."""

import shutil
import sys
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.endpoint import asked, warn_of_server
from graph.cli.options import DEFAULT_GRAPH, Base, Endpoint, GraphFolder, User

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.sparql.engine import Target
    from graph.sparql.results import Result

FALSE = 1
MISTAKE = 2


class ResultFormat(StrEnum):
    """The formats of results: the first seven for rows, the others for triples."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    MARKDOWN = "markdown"
    PARQUET = "parquet"
    TURTLE = "turtle"
    TRIG = "trig"
    JSONLD = "jsonld"
    NTRIPLES = "ntriples"


Format = Annotated[
    ResultFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="How to write the answer: rows as table, csv, tsv, json, xml, markdown or parquet;"
        " triples as turtle, trig, jsonld or ntriples. By default as the file of --out is called,"
        " else a table, or Turtle for triples.",
    ),
]
Out = Annotated[
    Path | None, typer.Option("--out", "-o", help="File to write to, whole or not at all; Parquet needs one.")
]
Seconds = Annotated[
    float, typer.Option("--timeout", min=0, help="Seconds after which the query is stopped; 0 for never.")
]
Explain = Annotated[
    bool, typer.Option("--explain", help="Say on standard error how the answer was found, and why so.")
]
ENDINGS = {
    ".md": "markdown",
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".txt": "table",
    ".srj": "json",
    ".srx": "xml",
}


def query_command(  # noqa: PLR0913, PLR0917 - options of a command
    query: Annotated[
        str | None, typer.Argument(help="The query; `-`, or nothing, to read it from standard input.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", help="File with the query.")] = None,
    layout: Format = None,
    out: Out = None,
    timeout: Seconds = 60.0,
    data: Annotated[
        list[Path] | None,
        typer.Option(
            "--data",
            help="RDF file to ask instead of a built graph; may be given several times. What .nq and .trig"
            " files put into named graphs is found with GRAPH ?g { }.",
        ),
    ] = None,
    graph: GraphFolder = DEFAULT_GRAPH,
    endpoint: Endpoint = None,
    user: User = None,
    base: Base = None,
    *,
    explain: Explain = False,
    names: Annotated[
        bool, typer.Option("--names/--iris", help="Show things by their names, or by their short IRIs.")
    ] = False,
) -> None:
    """Ask the graph in SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Known prefixes (mt:, id:, rdfs: ...) need not be declared, and <person/noah-phillips> is short for
    the IRI of a thing. The exit code of an ASK is 0 for true and 1 for false; of a mistake 2, of a query
    that was stopped 3.
    """
    from graph.sparql.engine import ask

    with exit_codes():
        text, name = _read_query(query, file)
        with asked(graph, endpoint, user, base, tuple(data or ())) as target:
            _warn(text, target)
            result = ask(text, target, timeout=timeout or None, name=name, labels=names)
        deliver(result, layout, out, explain=explain)


def deliver(
    result: "Result", layout: ResultFormat | None, out: Path | None, *, explain: bool = False
) -> None:
    """Write a result to a file or the terminal; an ASK that is false ends with exit code 1."""
    from graph.errors import QueryError
    from graph.writing import write_whole

    if explain:
        typer.echo(result.way or "server: it found the answer by itself", err=True)
    chosen = layout.value if layout is not None else _ending(out)
    if chosen == ResultFormat.PARQUET and out is None:
        raise QueryError("Parquet is no text; name a file with --out")
    if out is not None:
        write_whole(out, result.write(chosen))
    else:
        typer.echo(result.write(chosen, terminal_width()), nl=False)
        if len(result) == 0:
            typer.echo("nothing found", err=True)
    if result.truth is False:
        raise typer.Exit(FALSE)


@contextmanager
def exit_codes() -> "Iterator[None]":
    """Keep exit code 1 for an ASK that is false: whatever goes wrong ends with 2 or more."""
    from graph.errors import GraphError

    try:
        yield
    except GraphError as error:
        error.exit_code = max(error.exit_code, MISTAKE)
        raise


def terminal_width() -> int | None:
    """Columns of the terminal; None when the output goes elsewhere, where lines may be long."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _ending(out: Path | None) -> str:
    """The format the name of a file asks for, "" for none."""
    ending = out.suffix if out is not None else ""
    known = {f".{one.value}": one.value for one in ResultFormat}
    return {**known, **ENDINGS}.get(ending, "")


def _read_query(query: str | None, file: Path | None) -> tuple[str, str]:
    """The text of the query, and what it is called in messages."""
    from graph.errors import QueryError

    if query not in (None, "-") and file is not None:
        raise typer.BadParameter("give the query, or --file, not both")
    if query is not None and query != "-":
        return query, "query"
    if file is None and (sys.stdin is None or sys.stdin.isatty()):
        raise typer.BadParameter("no query: give it as an argument, with --file, or on standard input")
    name = "standard input" if file is None else str(file)
    try:
        data = sys.stdin.buffer.read() if file is None else file.read_bytes()
        return data.decode("utf-8-sig"), name
    except OSError as error:
        raise QueryError(f"{name}: cannot read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{name}: not UTF-8 text") from error


def _warn(text: str, target: "Target") -> None:
    from graph.sparql.mistakes import unknown_terms

    for warning in unknown_terms(text, target.prefixes().namespaces):
        typer.echo(f"warning: {warning}", err=True)
    warn_of_server(text, target)
