"""What may be one in a built graph, less what is decided."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import polars as pl

from graph.errors import ContradictionError
from graph.identity.candidates import Candidate, Pair, Proposals, narrowed
from graph.identity.clusters import clusters, contradictions
from graph.identity.contests import CONTEST, contest_candidates
from graph.identity.decisions import Decision, read_decisions, standing
from graph.identity.kept import kept_proposals
from graph.identity.matching import Matcher
from graph.identity.printed import all_printed, printed_in_rows
from graph.identity.records import records_of
from graph.identity.scoring import compared
from graph.identity.sheets import printed_in_sheets
from graph.reading import Reader
from graph.rows.event_tables import EventTables, open_tables
from graph.store import open_store, read_manifest


def decisions_so_far(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file; none where it is not there.

    Raises:
        ContradictionError: Decisions contradict each other.
        DecisionError: The file cannot be read.
    """
    made = read_decisions(path) if path.exists() else ()
    check_together(path, made)
    return made


def check_together(path: Path, made: tuple[Decision, ...]) -> None:
    """Make sure that decisions hold together.

    Raises:
        ContradictionError: Some contradict each other.
    """
    found = contradictions(made)
    if found:
        raise ContradictionError(path, tuple(map(str, found)))


def proposals_of(folder: Path, made: tuple[Decision, ...], kind: str, dataset: str) -> Proposals:
    """What may be one in the graph in a folder and nobody decided on.

    Args:
        folder: The graph.
        made: The decisions there are.
        kind: `person`, `organisation` or `contest`, "" for all.
        dataset: Id of a dataset that one of the two is from, "" for any.

    Raises:
        MissingExtraError: The libraries that compare are not installed.
        NoGraphError: Nothing is built in the folder.
    """
    together = {
        (left, right) for members in clusters(made) for left in members for right in members if left < right
    }
    decided = together | standing(made).keys()
    every = kept_proposals(folder, lambda: printed_in(folder))
    found = narrowed(every, decided, kind, dataset)
    contests = _contests(folder, decided) if kind in ("", CONTEST) and not dataset else ()
    return replace(found, contests=contests)


def _contests(folder: Path, decided: Collection[Pair]) -> tuple[Candidate, ...]:
    reader = Reader(open_store(folder), read_manifest(folder).base)
    return tuple(one for one in contest_candidates(reader) if one.pair not in decided)


def printed_in(folder: Path) -> pl.DataFrame:
    """Everything of the graph in a folder that may be one with something else, as it is printed.

    Raises:
        NoGraphError: Nothing is built in the folder.
    """
    return printed_from(Reader(open_store(folder), read_manifest(folder).base), open_tables(folder))


def printed_from(reader: Reader, tables: EventTables) -> pl.DataFrame:
    """Everything of fact sheets and of rows that may be one with something else, as it is printed."""
    return all_printed([printed_in_sheets(reader), printed_in_rows(tables)])


@contextmanager
def matcher_of(folder: Path) -> Iterator[Matcher]:
    """Everything of the graph in a folder that a name may mean, while it is asked for.

    Raises:
        MissingExtraError: The libraries that compare are not installed.
        NoGraphError: Nothing is built in the folder.
    """
    records = records_of(printed_in(folder))
    with compared(records) as held:
        yield Matcher(records, held, open_tables(folder).stands_for)
