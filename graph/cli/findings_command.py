"""`moneytrail findings`."""

from enum import StrEnum
from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Documents, GraphFolder, tell


class FindingsFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def findings_command(  # noqa: PLR0913, PLR0917 - an option each
    kind: Annotated[
        list[str] | None,
        typer.Option(help="Only findings of this kind, such as contradiction; may be given several times."),
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option(help="Only findings on claims of this document, such as 003.")
    ] = None,
    entity: Annotated[
        str | None, typer.Option(help="Only findings about this entity: a name, an IRI, or a path.")
    ] = None,
    rule: Annotated[list[str] | None, typer.Option(help="Only findings of this rule, such as R04.")] = None,
    claim: Annotated[
        list[str] | None, typer.Option(help="Only findings on this claim, such as C003-004.")
    ] = None,
    form: Annotated[
        FindingsFormat, typer.Option("--format", help="For people, for programs, or as a table.")
    ] = FindingsFormat.TEXT,
    graph: GraphFolder = DEFAULT_GRAPH,
    documents: Documents = None,
) -> None:
    """Print what general rules find in the claims of all sources.

    What contradicts, what was overtaken, what may be counted twice, what is an opinion, what the official
    record says otherwise, and what fits; the gravest first. Each finding names its rule, its computation and
    its claims. No claim is changed by a finding. Options of several kinds are joined by "and".
    """
    from graph.entities import find_entity
    from graph.findings.told.listing import FORMATS, Wanted, list_findings
    from graph.reading import Reader
    from graph.rows.event_tables import open_tables
    from graph.store import open_store, read_manifest
    from graph.texts import read_quotations

    reader = Reader(open_store(graph), read_manifest(graph).base)
    about = None if entity is None else find_entity(reader, entity, open_tables(graph))
    wanted = Wanted(
        tuple(kind or ()),
        tuple(rule or ()),
        tuple(document or ()),
        tuple(claim or ()),
        about,
    )
    listing = list_findings(reader, wanted, read_quotations(reader, documents, tell))
    typer.echo(FORMATS[form.value](listing), nl=False)
