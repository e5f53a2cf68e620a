"""`moneytrail money`."""

from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, AnswerFormat, GraphFolder, Written


def money_command(
    payer: Annotated[str, typer.Option("--from", help="Who paid: a name, an id, a path or an IRI.")] = "",
    payee: Annotated[
        str, typer.Option("--to", help="Whom, or which committee, contest or place it is for.")
    ] = "",
    where: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE",
            help="Filter, may be given again: contest, county, state, year, since, until, kind, document"
            " or dataset; for example state=ca, year=2018, kind=loan, document=001.",
        ),
    ] = None,
    layout: Written = AnswerFormat.TEXT,
    graph: GraphFolder = DEFAULT_GRAPH,
) -> None:
    """Add up the money from one to another, as an interval, and say what is not counted and why.

    Nothing is counted twice: stated totals stand beside flows, spending through a committee is not added
    to the gift to it, loans, transfers and refunds are sums of their own, and what filings report stands
    apart, each dataset by itself.
    """
    from graph.reading import open_reader
    from graph.rows.event_tables import open_tables
    from graph.sums.answer import money_between
    from graph.sums.text import money_text
    from graph.sums.values import money_lines, money_values
    from graph.values import to_csv, to_json

    reader = open_reader(graph)
    money = money_between(reader, payer, payee, where or (), open_tables(graph))
    if layout is AnswerFormat.TEXT:
        typer.echo(money_text(money), nl=False)
    else:
        written = to_json(money_values(money)) if layout is AnswerFormat.JSON else to_csv(money_lines(money))
        typer.echo(written, nl=False)
