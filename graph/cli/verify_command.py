"""`moneytrail verify`."""

from pathlib import Path
from typing import Annotated

import typer


def verify_command(
    documents: Annotated[
        Path,
        typer.Option(
            "--documents",
            envvar="MONEYTRAIL_DOCUMENTS",
            help="Folder with the documents' texts.",
        ),
    ],
    folders: Annotated[
        list[Path] | None,
        typer.Argument(help="Source folders, or folders of source folders; the sources that ship when none."),
    ] = None,
) -> None:
    """Compare sources with the texts of their documents: digests, counts, spans, anchors and mentions.

    Prints a line a document and a line for everything that stands otherwise. Exit code 1 when
    anything does, or a text is missing.
    """
    from sources.catalog import find_sources, shipped_sources
    from sources.source import read_source
    from sources.verify import verify

    chosen = [path for place in folders for path in find_sources(place)] if folders else shipped_sources()
    problems = 0
    for verified in verify(documents, [read_source(folder) for folder in chosen]):
        typer.echo(verified.summary)
        for deviation in verified.deviations:
            typer.echo(f"  {deviation}")
        problems += len(verified.deviations)
    if problems > 0:
        raise typer.Exit(1)
