"""`moneytrail ontology`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class OntologyFormat(StrEnum):
    """What is printed of the ontology."""

    MARKDOWN = "markdown"
    TURTLE = "turtle"
    SHAPES = "shapes"
    TERMS = "terms"
    SCHEMA = "schema"


def ontology_command(
    form: Annotated[
        OntologyFormat,
        typer.Option(
            "--format",
            help="The reference page, all terms as Turtle, the SHACL shapes, ontology/terms.py,"
            " or the JSON Schema of fact sheets.",
        ),
    ] = OntologyFormat.MARKDOWN,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file; standard output without it.")
    ] = None,
) -> None:
    """Print the ontology: reference page, Turtle, shapes, constants for Python, schema of fact sheets."""
    from graph.reference import ontology_text
    from graph.writing import open_output

    with open_output(out) as stream:
        stream.write(ontology_text(form.value).encode())
