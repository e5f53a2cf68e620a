"""`moneytrail render`."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Documents, GraphFolder, tell
from graph.page_options import Arrangement, PageView


def render_command(  # noqa: PLR0913, PLR0917 - options of a command
    out: Annotated[Path, typer.Option("--out", "-o", help="The HTML file.")] = Path("moneytrail.html"),
    title: Annotated[
        str, typer.Option(help="Heading.", show_default="Who backs whom in prosecutor elections")
    ] = "",
    view: Annotated[
        list[PageView] | None,
        typer.Option(help="What the page offers beside the table, opening on the first; may be given again."),
    ] = None,
    focus: Annotated[
        list[str] | None,
        typer.Option(metavar="ENTITY", help="Draw what is around an entity: path, name or a regulator's id."),
    ] = None,
    hops: Annotated[
        int, typer.Option(min=0, help="How many relationships away from the focus the picture ends.")
    ] = 1,
    contest: Annotated[
        list[str] | None, typer.Option(metavar="CONTEST", help="Draw this contest, or set of contests.")
    ] = None,
    county: Annotated[
        list[str] | None, typer.Option(metavar="COUNTY", help="Draw this county: name or FIPS code.")
    ] = None,
    state: Annotated[
        list[str] | None, typer.Option(metavar="STATE", help="Draw this state: name or postal code.")
    ] = None,
    year: Annotated[
        list[str] | None, typer.Option(metavar="YEAR", help="Draw this year, or time such as 2016/2018.")
    ] = None,
    min_amount: Annotated[
        int | None, typer.Option(min=0, metavar="DOLLARS", help="Draw money from this amount on.")
    ] = None,
    query: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Draw what a SPARQL query names: a SELECT of ?node, of ?edge, or of ?source and ?target,"
            " or a CONSTRUCT of edges.",
        ),
    ] = None,
    layout: Annotated[
        Arrangement, typer.Option(help="Network in columns, or by forces.")
    ] = Arrangement.LAYERED,
    story: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A story in YAML or JSON, whose steps the page then shows."),
    ] = None,
    embed: Annotated[  # noqa: FBT002 - typer calls it so
        bool,
        typer.Option("--embed", help="Make the page for a frame of another page, and print the frame."),
    ] = False,
    graph: GraphFolder = DEFAULT_GRAPH,
    documents: Documents = None,
    most: Annotated[
        int,
        typer.Option(min=0, help="How many sums of filings, and how many candidacies, to draw: the largest."),
    ] = 100,
    named_from: Annotated[
        int,
        typer.Option(
            min=0,
            metavar="DOLLARS",
            help="Draw private donors who gave less to one recipient as one mark.",
        ),
    ] = 10_000,
) -> None:
    """Write the picture: one self-contained HTML file in which every line opens its evidence.

    Options that select narrow each other; of one that is given again any value will do.
    """
    from graph.drawn.drawing import Limits
    from graph.page_options import PageOptions
    from graph.rendered import PageRequest, frame, render_page
    from graph.selection.selection import Selection

    page = render_page(
        PageRequest(
            folder=graph,
            title=title,
            selection=Selection(
                focus=tuple(focus or ()),
                hops=hops,
                contests=tuple(contest or ()),
                counties=tuple(county or ()),
                states=tuple(state or ()),
                years=tuple(year or ()),
                min_amount=None if min_amount is None else Decimal(min_amount),
                query=query,
            ),
            options=PageOptions(tuple(view or (PageView.ALL,)), layout, embed),
            story=story,
            documents=documents,
            limits=Limits(most, Decimal(named_from)),
        ),
        tell,
    )
    page.save(out)
    picture, size = page.picture, out.stat().st_size / 1_000_000
    counts = f"{len(picture.nodes)} nodes, {len(picture.edges)} edges, {len(picture.claims)} claims"
    typer.echo(f"{out}: {counts}, {size:.2f} MB")
    if embed:
        typer.echo(frame(out, picture.title))
