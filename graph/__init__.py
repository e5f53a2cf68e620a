"""What follows from the sources: quads, store, queries, sums of money, network and page.

import graph

rows = graph.query("SELECT ?who { <person/george-soros> mt:gaveTo ?who }").rows
money = graph.money_between("George Soros", where=["state=ca", "year=2018"])
sure = graph.who_says("C001-029").how_sure
dataset = graph.open_graph("moneytrail-graph")
page = graph.render(focus="George Soros", year="2018")  # a notebook displays it
page.save("soros.html")
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from pathlib import Path

    from rdflib import Dataset

    from graph.rendered import RenderedPage
    from graph.sparql.results import Result
    from graph.sparql.terms import Bindable
    from graph.sums.answer import Money
    from graph.witnesses import Witnesses

__all__ = ["money_between", "open_graph", "query", "render", "who_says"]


def open_graph(path: "str | Path" = "moneytrail-graph") -> "Dataset":
    """A built graph as an rdflib Dataset, read-only; see `graph.store.open_graph`."""
    from graph.store import open_graph as open_built

    return open_built(path)


def query(
    sparql: str, graph: "str | Path" = "moneytrail-graph", timeout: float | None = None, **values: "Bindable"
) -> "Result":
    """Ask a built graph in SPARQL; see `graph.sparql.engine.query`."""
    from graph.sparql.engine import query as ask_graph

    return ask_graph(sparql, graph, timeout, **values)


def money_between(
    payer: str = "", payee: str = "", where: "Iterable[str]" = (), graph: "str | Path" = "moneytrail-graph"
) -> "Money":
    """The safe sums of money from one to another in a built graph; see `graph.sums.answer`."""
    from pathlib import Path

    from graph.reading import open_reader
    from graph.rows.event_tables import open_tables
    from graph.sums.answer import money_between as add_up

    folder = Path(graph)
    return add_up(open_reader(folder), payer, payee, where, open_tables(folder))


def who_says(name: str, graph: "str | Path" = "moneytrail-graph") -> "Witnesses":
    """Who stands behind a fact of a built graph, named as in `graph.fact_names.named_fact`."""
    from pathlib import Path

    from graph.fact_names import named_fact
    from graph.reading import open_reader

    return named_fact(open_reader(Path(graph)), name).witnesses


def render(  # noqa: PLR0913 - the options of `moneytrail render`
    graph: "str | Path" = "moneytrail-graph",
    *,
    title: str = "",
    view: "str | Iterable[str]" = "all",
    focus: "str | Iterable[str]" = (),
    hops: int = 1,
    contest: "str | Iterable[str]" = (),
    county: "str | Iterable[str]" = (),
    state: "str | Iterable[str]" = (),
    year: "str | int | Iterable[str | int]" = (),
    min_amount: "Decimal | int | None" = None,
    query: "str | Path | None" = None,
    layout: str = "layered",
    story: "str | Path | None" = None,
    embed: bool = False,
    documents: "str | Path | None" = None,
    most: int = 100,
    named_from: "Decimal | int" = 10_000,
) -> "RenderedPage":
    """A built graph, or a part of it, as a page; the options are those of `moneytrail render`.

    A notebook displays what comes back; `.save("page.html")` writes it, `.html` is its text and `.picture`
    what it shows. Where several names are given, any of them will do.

    Args:
        graph: Folder of the built graph.
        title: Heading of the page; "" for the usual one, or that of the story.
        view: "network", "flow", "map", "timeline", "table", several of these, or "all".
        focus: Entities around which the picture is drawn, by name, path, IRI or a regulator's id.
        hops: How many relationships away from them it ends.
        contest: Contests or sets of contests.
        county: Counties by name or FIPS code.
        state: States by name or postal code.
        year: Years, or times in EDTF such as "2016/2018".
        min_amount: Dollars that an amount must come to.
        query: File of a SPARQL query whose answer names what is drawn.
        layout: "layered" or "force".
        story: File of a story, whose steps the page then shows.
        embed: Whether the page is for a frame of another.
        documents: Folder with the documents' texts; with it, claims show their words in context.
        most: How many sums of filings, and how many candidacies, are drawn: the largest.
        named_from: From how many dollars on a private donor of one recipient has a mark of its own.

    Raises:
        NoGraphError: Nothing is built in the folder.
        UnknownNameError: A name means nothing, or several things.
        SelectionError: The query names nothing that can be drawn, or nothing is left to draw.
        SourceProblems: The file of the story is none.
        ValueError: There is no such view or layout.
    """
    from decimal import Decimal
    from pathlib import Path

    from graph.drawn.drawing import Limits
    from graph.page_options import Arrangement, PageOptions, PageView
    from graph.rendered import PageRequest, render_page
    from graph.selection.selection import Selection

    return render_page(
        PageRequest(
            folder=Path(graph),
            title=title,
            selection=Selection(
                focus=_several(focus),
                hops=hops,
                contests=_several(contest),
                counties=_several(county),
                states=_several(state),
                years=_several(year),
                min_amount=None if min_amount is None else Decimal(min_amount),
                query=None if query is None else Path(query),
            ),
            options=PageOptions(tuple(map(PageView, _several(view))), Arrangement(layout), embed),
            story=None if story is None else Path(story),
            documents=None if documents is None else Path(documents),
            limits=Limits(most, Decimal(named_from)),
        )
    )


def _several(values: "str | int | Iterable[str | int]") -> tuple[str, ...]:
    """One value or several as text."""
    return (str(values),) if isinstance(values, str | int) else tuple(map(str, values))
