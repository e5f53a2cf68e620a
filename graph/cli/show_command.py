"""`moneytrail show`."""

from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Documents, GraphFolder, tell


def show_command(
    name: Annotated[str, typer.Argument(help="A name, an IRI, or a path such as person/cari-tuna.")],
    graph: GraphFolder = DEFAULT_GRAPH,
    documents: Documents = None,
) -> None:
    """Print the dossier of one entity: who it is, money in and out, ties, outcomes, each with its sources.

    Of filings and results it prints sums, votes and outcomes with the dataset they are from, and the rows
    with file and line; a dataset, a file of one or a single row has a dossier as well.
    """
    from graph.dossier import dossier_text, make_dossier
    from graph.entities import find_entity
    from graph.reading import Reader
    from graph.rows.event_tables import open_tables
    from graph.store import open_store, read_manifest
    from graph.texts import read_quotations

    reader = Reader(open_store(graph), read_manifest(graph).base)
    tables = open_tables(graph)
    entity = find_entity(reader, name, tables)
    quotations = read_quotations(reader, documents, tell)
    typer.echo(dossier_text(make_dossier(reader, entity, quotations, tables)), nl=False)
