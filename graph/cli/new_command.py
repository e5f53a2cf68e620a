"""`moneytrail new`."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sources.new import Particulars


def new_command(  # noqa: PLR0913, PLR0917 - one parameter an option
    text: Annotated[Path, typer.Option("--text", help="File with the text of the article, in UTF-8.")],
    folder: Annotated[Path | None, typer.Argument(help="Folder to start; made when it is not there.")] = None,
    locate: Annotated[
        str,
        typer.Option(metavar="WORDS", help="Print where at most six words stand, ready to paste, and end."),
    ] = "",
    id_: Annotated[str, typer.Option("--id", help="Id of the source; the folder's name when left out.")] = "",
    title: Annotated[str, typer.Option(help="Title, in your own words.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it.")] = "",
    date: Annotated[str, typer.Option(help="Day of publication, as an EDTF date such as 2018-06-07.")] = "",
    origin: Annotated[
        str, typer.Option(help="Name of the reporting it goes back to; the id when left out.")
    ] = "",
) -> None:
    """Start the source folder of an article, or find the place of a claim in its text."""
    from sources.new import Particulars

    if locate:
        _locate(text, locate)
    elif folder is None:
        raise typer.BadParameter("name the folder to start, or words with --locate", param_hint="FOLDER")
    else:
        _start(folder, text, Particulars(id_, title, publisher, date, origin))


def _locate(text: Path, words: str) -> None:
    from sources.locate import locate_in_file

    found = locate_in_file(text, words)
    for number, place in enumerate(found, 1):
        if len(found) > 1:
            typer.echo(f"# place {number} of {len(found)}")
        if not place.exact:
            typer.echo("# the text writes it a little otherwise")
        typer.echo(place.to_yaml(), nl=False)


def _start(folder: Path, text: Path, particulars: "Particulars") -> None:
    from sources.document import FILE
    from sources.new import SHEET, start_source

    described = start_source(folder, text, particulars)
    counts = f"{len(described.paragraphs)} paragraphs, {described.characters} characters"
    typer.echo(f"{folder}: wrote {FILE} and {SHEET}: {counts}")
    if particulars.missing:
        typer.echo(f"fill in in {folder / FILE}: {', '.join(particulars.missing)}")
    verify = shlex.join(["moneytrail", "verify", str(folder), "--documents", str(text.parent)])
    typer.echo(f"add claims to {folder / SHEET}, then: {verify}")
