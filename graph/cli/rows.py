"""Options and progress of commands that convert rows."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.build_rows import RowOptions

Limit = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Take the first N rows of each file of a dataset.")
]
Where = Annotated[
    list[str] | None,
    typer.Option(
        metavar="COLUMN=VALUE", help="Take rows with this value in a column of the publisher, e.g. state=CA."
    ),
]
Since = Annotated[
    str, typer.Option(metavar="DAY", help="Leave out money rows before a day such as 2024-01-01.")
]
EngineName = Annotated[
    str, typer.Option("--engine", metavar="local|spark", help="What converts the rows of datasets.")
]
Master = Annotated[
    str, typer.Option(metavar="ADDRESS", help="The Spark cluster, for example local[2] or spark://host:7077.")
]
Storage = Annotated[
    str,
    typer.Option(
        metavar="URL",
        help="Where the executors read and write when they see no disk of yours, for example s3a://bucket/prefix.",
    ),
]
RowsAre = Annotated[
    str,
    typer.Option(
        "--rows",
        metavar="auto|virtual|loaded|both",
        help="Where rows of datasets are: virtual, in columns; loaded, in the triple store; both; auto is"
        " virtual above a million rows, else loaded. Queries find the same.",
    ),
]
DAY = r"\d{4}-\d{2}-\d{2}"


def row_options(
    limit: int | None,
    where: list[str] | None,
    since: str,
    engine: tuple[str, str, str],
    rows: str = "auto",
) -> "RowOptions":
    """The options of a command line; an engine is its name, the address of its cluster and its storage.

    Raises:
        BadParameter: An option is not what its help says.
        MissingExtraError: Spark is asked for and not installed.
    """
    from datetime import date

    from graph.build_rows import RowOptions, Rows
    from graph.tables.batches import Selection
    from graph.tables.local import convert_locally
    from graph.tables.spark import on_spark

    pairs = [pair.partition("=") for pair in where or []]
    for column, equals, _ in pairs:
        if not column or not equals:
            raise typer.BadParameter(f"{column!r} is not COLUMN=VALUE", param_hint="--where")
    if since:
        try:
            date.fromisoformat(since)
        except ValueError as error:
            raise typer.BadParameter(
                f"{since!r} is not a day such as 2024-01-01", param_hint="--since"
            ) from error
    name, address, storage = engine
    if name not in ("local", "spark"):
        raise typer.BadParameter(f"{name!r} is not local or spark", param_hint="--engine")
    if rows not in list(Rows):
        raise typer.BadParameter(f"{rows!r} is not auto, virtual, loaded or both", param_hint="--rows")
    if name == "local" and storage:
        raise typer.BadParameter("it goes with --engine spark", param_hint="--storage")
    chosen = Selection(limit, tuple((column, value) for column, _, value in pairs), since)
    converts = on_spark(address, storage) if name == "spark" else convert_locally
    return RowOptions(chosen, converts, Rows(rows))


@contextmanager
def progress_bar(options: "RowOptions", *, quiet: bool) -> Iterator["RowOptions"]:
    """The options with a bar for each dataset that is converted: rows, rows a second, time left.

    Without a terminal, or when asked to be quiet, there is no bar.
    """
    if quiet or not sys.stderr.isatty():
        yield options
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        SpinnerColumn,
        TaskID,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[rows]:,} rows, {task.fields[rate]:,.0f} a second"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(dataset: str, file: str, rows: int, share: float | None) -> None:
            name = f"{dataset}/{file}"
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=None, rows=0, rate=0.0)
            task = bar.tasks[tasks[name]]
            rate = rows / task.elapsed if task.elapsed else 0.0
            total = None if share is None else 1.0
            bar.update(tasks[name], completed=share or 0.0, total=total, rows=rows, rate=rate)

        yield replace(options, rows=tell)
