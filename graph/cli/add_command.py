"""`moneytrail add`."""

from pathlib import Path
from typing import Annotated

import typer


def add_command(  # noqa: PLR0913, PLR0917 - one parameter an option
    folder: Annotated[Path, typer.Argument(help="Folder to start; made when it is not there.")],
    files: Annotated[
        list[Path], typer.Argument(help="Files of a publisher: plain, gzip, Zstandard or zip, or workbooks.")
    ],
    id_: Annotated[
        str, typer.Option("--id", help="Id of the dataset; the folder's name when left out.")
    ] = "",
    layout: Annotated[
        str, typer.Option(help="Name of the layout of the files; found out when left out.")
    ] = "",
    title: Annotated[str, typer.Option(help="Title; the layout's when left out.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published them; the layout's when left out.")] = "",
    licence: Annotated[str, typer.Option(help="What may be done with them.")] = "",
    url: Annotated[str, typer.Option(help="Where they are from.")] = "",
    option: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="An option of the layout.")
    ] = None,
) -> None:
    """Start the source folder of publishers' files: filings, official results, reference lists."""
    from sources.adding import DatasetParticulars, start_dataset
    from sources.document import FILE
    from sources.mapping.layout import MAPPING
    from sources.mapping.skeleton import FILE_NAME
    from sources.writing import counted

    pairs = [pair.partition("=") for pair in option or []]
    for name, equals, _ in pairs:
        if not name or not equals:
            raise typer.BadParameter(f"{name!r} is not NAME=VALUE", param_hint="--option")
    options = tuple((name, value) for name, _, value in pairs)
    given = DatasetParticulars(id_, layout, title, publisher, licence, url, options)
    found = start_dataset(folder, tuple(files), given)
    count = counted(len(files), "file")
    typer.echo(f"{folder}: wrote {FILE}: {count} of layout {found.name} ({found.title})")
    if found.name == MAPPING and MAPPING not in dict(options):
        typer.echo(f"say what the columns mean in {folder / FILE_NAME}")
    typer.echo(f"build it with: moneytrail build {folder}")
