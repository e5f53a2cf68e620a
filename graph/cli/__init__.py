"""The command line: each command parses its arguments and calls one function.

Modules of this package import nothing heavy at their head; a command imports what it needs when it
runs, so that `moneytrail --help` answers at once.
"""

import os
import sys

import typer

from graph.cli.build_command import build_command
from graph.cli.render_command import render_command
from graph.cli.show_command import show_command

app = typer.Typer(
    name="moneytrail",
    help="Political money as a knowledge graph: every line says who says so, where and how firmly.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("build")(build_command)

app.command("render")(render_command)
app.command("show")(show_command)


@app.callback()
def _moneytrail() -> None:
    """Political money as a knowledge graph."""


def main() -> None:
    """Run the command line; errors that are explained end it with one message and their exit code."""
    from graph.errors import GraphError
    from sources.errors import SourceError

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
