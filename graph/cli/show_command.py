"""`moneytrail show`."""

from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Documents, GraphFolder, tell


def show_command(
    name: Annotated[str, typer.Argument(help="A name, an IRI, or a path such as person/cari-tuna.")],
    graph: GraphFolder = DEFAULT_GRAPH,
    documents: Documents = None,
) -> None:
    """Print the dossier of one entity: who it is, money in and out, ties, outcomes, each with its sources."""
    from graph.dossier import dossier_text, find_entity, make_dossier
    from graph.reading import Reader
    from graph.store import open_store, read_manifest
    from graph.texts import read_quotations

    reader = Reader(open_store(graph), read_manifest(graph).base)
    entity = find_entity(reader, name)
    quotations = read_quotations(reader, documents, tell)
    typer.echo(dossier_text(make_dossier(reader, entity, quotations)), nl=False)
