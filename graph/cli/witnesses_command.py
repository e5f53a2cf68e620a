"""`moneytrail witnesses`."""

from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, AnswerFormat, GraphFolder, Written


def witnesses_command(
    names: Annotated[
        list[str] | None,
        typer.Argument(help="Key of a claim such as C001-029, or id of a claim, event, edge or fact."),
    ] = None,
    subject: Annotated[str, typer.Option(help="Who: a name, a path or an IRI.")] = "",
    predicate: Annotated[str, typer.Option(help="What, for example backed.")] = "",
    thing: Annotated[str, typer.Option("--object", help="Whom or which: a name, a path or an IRI.")] = "",
    layout: Written = AnswerFormat.TEXT,
    graph: GraphFolder = DEFAULT_GRAPH,
) -> None:
    """Print how sure a fact is: documents, independent origins, who is quoted, wording, days, denials.

    A fact is named by a claim that states it, by the id of its event or edge, or found by its ends:
    moneytrail witnesses --subject 'George Soros' --predicate backed.
    """
    from graph.errors import UnknownNameError
    from graph.fact_names import Ends, facts_between, named_fact
    from graph.reading import open_reader
    from graph.values import write_values
    from graph.witness_text import witness_text, witness_values

    reader = open_reader(graph)
    found = [named_fact(reader, name) for name in names or []]
    if not names or subject or predicate or thing:
        found += facts_between(reader, Ends(subject, predicate, thing))
    if not found:
        raise UnknownNameError("no claim of this graph states or denies that")
    if layout is AnswerFormat.TEXT:
        typer.echo(witness_text(reader, found), nl=False)
    else:
        typer.echo(write_values([witness_values(fact) for fact in found], layout), nl=False)
