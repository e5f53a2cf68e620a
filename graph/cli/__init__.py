"""The command line: each command parses its arguments and calls one function.

Modules of this package import nothing heavy at their head; a command imports what it needs when it
runs, so that `moneytrail --help` answers at once.
"""

import os
import sys
from typing import Annotated

import typer

from graph.cli.add_command import add_command
from graph.cli.ask_command import SETTINGS, ask_command
from graph.cli.build_command import build_command
from graph.cli.export_command import export_command
from graph.cli.findings_command import findings_command
from graph.cli.match_command import match_command
from graph.cli.money_command import money_command
from graph.cli.new_command import new_command
from graph.cli.ontology_command import ontology_command
from graph.cli.query_command import query_command
from graph.cli.render_command import render_command
from graph.cli.resolve_command import resolve_command
from graph.cli.serve_command import serve_command
from graph.cli.show_command import show_command
from graph.cli.stats_command import stats_command
from graph.cli.validate_command import validate_command
from graph.cli.verify_command import verify_command
from graph.cli.witnesses_command import witnesses_command

app = typer.Typer(
    name="moneytrail",
    help="Political money as a knowledge graph: every line says who says so, where and how firmly.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("add")(add_command)
app.command("ask", context_settings=SETTINGS)(ask_command)
app.command("build")(build_command)
app.command("export")(export_command)
app.command("findings")(findings_command)
app.command("match")(match_command)
app.command("money")(money_command)
app.command("new")(new_command)
app.command("ontology")(ontology_command)
app.command("query")(query_command)
app.command("render")(render_command)
app.command("resolve")(resolve_command)
app.command("serve")(serve_command)
app.command("show")(show_command)
app.command("stats")(stats_command)
app.command("validate")(validate_command)
app.command("verify")(verify_command)
app.command("witnesses")(witnesses_command)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        from importlib.metadata import version

        typer.echo(f"moneytrail {version('moneytrail')}")
        raise typer.Exit


@app.callback()
def _moneytrail(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Political money as a knowledge graph: every line says who says so, where and how firmly."""


def main() -> None:
    """Run the command line; errors that are explained end it with one message and their exit code."""
    from graph.errors import GraphError
    from graph.memory import reuse_memory
    from sources.errors import SourceError

    reuse_memory()
    try:
        app()
    except GraphError as error:
        _end(str(error), error.exit_code)
    except SourceError as error:
        _end(str(error), 1)
    except BrokenPipeError:
        # The reader of our output has gone (`moneytrail query ... | head`); nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _end(message: str, code: int) -> None:
    print(f"moneytrail: {message}", file=sys.stderr)  # noqa: T201 - the one place that tells a person
    sys.exit(code)
