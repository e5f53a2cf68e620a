"""`moneytrail ask`."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.endpoint import asked, warn_of_server
from graph.cli.options import DEFAULT_GRAPH, Base, Endpoint, GraphFolder, User
from graph.cli.query_command import Explain, Format, Out, Seconds, deliver, exit_codes, terminal_width

if TYPE_CHECKING:
    from collections.abc import Sequence

SETTINGS = {"allow_extra_args": True, "ignore_unknown_options": True}
"""A named query has parameters of its own, which are options here."""


def ask_command(  # noqa: PLR0913, PLR0917 - options of a command
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(help="Name of the query; without one they are listed with what they answer."),
    ] = None,
    layout: Format = None,
    out: Out = None,
    timeout: Seconds = 60.0,
    graph: GraphFolder = DEFAULT_GRAPH,
    endpoint: Endpoint = None,
    user: User = None,
    base: Base = None,
    *,
    names: Annotated[
        bool, typer.Option("--names/--iris", help="Show things by their names, or by their short IRIs.")
    ] = True,
    explain: Explain = False,
    show: Annotated[bool, typer.Option("--show", help="Print the query instead of asking it.")] = False,
) -> None:
    """Ask a named query, or list them all.

    Parameters of a query are options: moneytrail ask gift-with-source --recipient "Open Society
    Foundations". A thing is given by its name, the id of a regulator, its path (person/cari-tuna) or its IRI.
    """
    from graph.ask import ask_named, list_queries, named_query

    if name is None:
        typer.echo(list_queries(terminal_width()), nl=False)
        return
    with exit_codes():
        query = named_query(name)
        if show:
            typer.echo(query.text, nl=False)
            return
        given = _parameters(context.args)
        with asked(graph, endpoint, user, base) as target:
            warn_of_server(query.text, target)
            found = ask_named(query, given, target, timeout=timeout or None, labels=names)
            deliver(found, layout, out, explain=explain)


def _parameters(arguments: "Sequence[str]") -> dict[str, str]:
    """Parameters given as `--name value` or `--name=value`."""
    given = {}
    rest = list(arguments)
    while rest:
        option, equals, value = rest.pop(0).partition("=")
        if not option.startswith("--"):
            raise typer.BadParameter(f"{option!r} belongs to no parameter; write --parameter {option!r}")
        if not equals and not rest:
            raise typer.BadParameter(f"{option} needs a value")
        given[option.removeprefix("--").replace("-", "_")] = value if equals else rest.pop(0)
    return given
