"""`moneytrail resolve`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Decisions, GraphFolder, decisions_file

if TYPE_CHECKING:
    from datetime import datetime

    from graph.identity.candidates import Proposals
    from graph.identity.decisions import Decision


class Kind(StrEnum):
    """What candidates are."""

    PERSON = "person"
    ORGANISATION = "organisation"
    CONTEST = "contest"


def resolve_command(  # noqa: PLR0913 - options of a command
    graph: GraphFolder = DEFAULT_GRAPH,
    decisions: Decisions = None,
    *,
    limit: Annotated[int, typer.Option(min=1, help="How many candidates, those worth most first.")] = 20,
    kind: Annotated[Kind | None, typer.Option(help="Only people, organisations or contests.")] = None,
    dataset: Annotated[str, typer.Option(help="Only what a dataset tells of; its id.")] = "",
    who: Annotated[
        str, typer.Option(envvar=["MONEYTRAIL_WHO", "USER"], help="Who decides, for the file of decisions.")
    ] = "",
    show: Annotated[bool, typer.Option("--list", help="List candidates and ask nothing.")] = False,
    export: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write candidates as CSV, to fill in verdict and reason."),
    ] = None,
    take: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Take the decisions of such a file.")
    ] = None,
    auto_above: Annotated[
        float | None,
        typer.Option(
            min=0.5,
            max=0.999999,
            metavar="SHARE",
            help="Say yes to everything above a probability, and mark it.",
        ),
    ] = None,
) -> None:
    """Decide who is who: what may be one is asked, that first where a decision moves most money.

    Decisions are added to the end of a file; `moneytrail build` applies them, and gives back the graph
    as it was without the file.
    """
    from graph.identity.resolving import decisions_so_far, proposals_of

    path = decisions_file(decisions)
    made = decisions_so_far(path)
    if take is not None:
        _import(take, path, made, who)
        return
    proposals = proposals_of(graph, made, "" if kind is None else kind.value, dataset)
    if auto_above is not None:
        from graph.identity.automatic import decide_above

        _append(path, made, list(decide_above(proposals, auto_above, made, _now(), _person(who))))
    elif export is not None:
        from graph.identity.review_file import write_review

        count = write_review(proposals.first(limit), export)
        typer.echo(f"{export}: wrote {count} of {proposals.count} candidates")
    elif show:
        _list(proposals, limit)
    else:
        _ask(proposals, limit, path, made, who)


def _import(take: Path, path: Path, made: "tuple[Decision, ...]", who: str) -> None:
    from graph.identity.review_file import read_review

    _append(path, made, list(read_review(take, _now(), _person(who))))


def _append(path: Path, made: "tuple[Decision, ...]", new: "list[Decision]") -> "tuple[Decision, ...]":
    """Add decisions that hold together with those there are; give all."""
    from graph.identity.decisions import append_decisions, numbered
    from graph.identity.resolving import check_together

    every = (*made, *numbered(new, made))
    check_together(path, every)
    append_decisions(path, new)
    typer.echo(f"{path}: added {len(new)} {'decision' if len(new) == 1 else 'decisions'}")
    return every


def _list(proposals: "Proposals", limit: int) -> None:
    from graph.identity.review import candidate_text

    count = min(limit, proposals.count)
    for number, candidate in enumerate(proposals.first(limit), 1):
        typer.echo(f"{candidate_text(candidate, number, count)}\n")
    typer.echo(_count(proposals))


def _ask(proposals: "Proposals", limit: int, path: Path, made: "tuple[Decision, ...]", who: str) -> None:
    from graph.identity.decisions import decide
    from graph.identity.review import review

    person = _person(who)
    count = min(limit, proposals.count)
    for candidate, verdict, reason in review(proposals.first(limit), count, input, typer.echo):
        one = decide(_now(), person, candidate.pair, verdict, reason, score=candidate.probability)
        made = _append(path, made, [one])
    typer.echo(_count(proposals))


def _count(proposals: "Proposals") -> str:
    from sources.writing import counted

    return counted(proposals.count, "candidate")


def _person(who: str) -> str:
    if not who.strip():
        raise typer.BadParameter("say who decides", param_hint="--who")
    return who


def _now() -> "datetime":
    from datetime import UTC, datetime

    return datetime.now(UTC)
