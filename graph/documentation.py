"""Pages of the documentation that are made from the program itself."""

import inspect
from pathlib import Path
from typing import Any

import typer


def commands_page() -> str:
    """The text of `docs/commands.md`: what every command does, takes and assumes."""
    from graph.cli import app

    # typer carries its own click and does not name the types of it.
    group: Any = typer.main.get_command(app)
    parts = ["# Commands\n\nMade from the commands by `make generate`; edit them, not this page.\n"]
    parts += [_section(name, group.commands[name]) for name in sorted(group.commands)]
    return "\n".join(parts)


def _section(name: str, command: Any) -> str:  # noqa: ANN401 - as above
    told = inspect.cleandoc(command.help)
    rows = [_row(parameter) for parameter in command.params]
    table = ["| takes | meaning | when left out |", "|---|---|---|", *rows]
    return f"## `moneytrail {name}`\n\n{told}\n\n" + "\n".join(table) + "\n"


def _row(parameter: Any) -> str:  # noqa: ANN401 - as above
    names = [*parameter.opts, *parameter.secondary_opts]
    argument = parameter.param_type_name == "argument"
    shown = parameter.name.upper() if argument else ", ".join(f"`{name}`" for name in names)
    meaning = (parameter.help or "").replace("|", "\\|")
    return f"| {shown} | {meaning} | {_default(parameter)} |"


def _default(parameter: Any) -> str:  # noqa: ANN401 - as above
    if parameter.required:
        return "an error"
    places = [f"${parameter.envvar}"] if parameter.envvar else []
    value = parameter.default
    if isinstance(value, bool):
        places.append("yes" if value else "no")
    elif isinstance(value, str | int | float | Path):
        places.append(f"`{value}`")
    return ", then ".join(places)
