"""Official counts as edges: who stood where, with votes and outcome, and what was decided there."""

import shlex
from collections import Counter
from decimal import Decimal
from itertools import groupby

from graph.drawn.counts import largest_contests
from graph.drawn.drawn import BuiltRows, Drawn, dataset_key, file_name, place_of
from graph.drawn.rows_behind import Row, RowsBehind, rows_of_counts
from graph.drawn.scope import EVERY_ROW, RowScope
from graph.picture import Edge, RowsCard
from graph.rows.words import CODE_LABELS

RESULTS = {
    "outcome-advanced": "runoff",
    "outcome-led": "led",
    "outcome-lost": "lost",
    "outcome-recalled": "recalled",
    "outcome-won": "won",
    "outcome-won-outright": "won",
}
WORDS = {"": "ran in", "led": "ran in, led", "runoff": "ran in, went to a run-off"}
OFFICIAL = "official count"
NAMED = "named by the dataset"
NOT_STATED = CODE_LABELS["count-unknown"]
Behind = dict[tuple[str, ...], RowsBehind]
NOTHING = RowsBehind((), ())
ORDER = ("won", "recalled", "runoff", "led", "lost")


def draw_counts(built: BuiltRows, drawn: Drawn, most: int, scope: RowScope = EVERY_ROW) -> None:
    """Add the contests with most votes, their candidates and their places to what is drawn."""
    found = largest_contests(built.tables, most, scope)
    behind = rows_of_counts(built.tables, found.drawn["contest"])
    undecided = {name: facts.undecided for name, facts in built.tables.facts().items()}
    rows = list(found.drawn.iter_rows(named=True))
    for (dataset, contest), candidates in groupby(rows, key=lambda row: (row["dataset"], row["contest"])):
        why = undecided[dataset_key(dataset)].get(contest, "")
        _draw_contest(built, drawn, list(candidates), behind, why)
    drawn.subtitles |= _subtitles(built, rows)
    if found.found > found.drawn.height:
        drawn.left_out.append(f"the {found.drawn.height:,} of {found.found:,} candidacies with most votes")


def _draw_contest(built: BuiltRows, drawn: Drawn, candidates: list[Row], behind: Behind, why: str) -> None:
    """Add the candidates of a contest, and its place, to what is drawn."""
    first = candidates[0]
    key = (str(first["dataset"]), str(first["contest"]))
    for row in candidates:
        mine = behind.get((*key, str(row["candidate"])), NOTHING)
        _add(built, drawn, _candidacy(built, row, mine, why), row, mine)
    if first["jurisdiction"] is not None:
        every = behind.get(key, NOTHING)
        whole = {**first, "votes": first["size"] or None, "premises": first["tallies"]}
        _add(built, drawn, _decided(built, candidates, every), whole, every)


def _subtitles(built: BuiltRows, rows: list[Row]) -> dict[str, str]:
    """Lines below candidates, and below contests that are drawn in part or have no outcome.

    A dataset with an outcome comes first.
    """
    in_order = sorted(rows, key=lambda row: row["outcomeCode"] is None, reverse=True)
    decided = {row["contest"] for row in rows if row["outcomeCode"] is not None}
    undecided = {row["contest"] for row in rows if row["size"]} - decided
    return {
        **{built.iri(row["candidate"]): _subtitle(row) for row in in_order},
        **{built.iri(contest): "votes counted, no outcome derived" for contest in undecided},
        **{built.iri(contest): words for contest, words in _in_part(rows).items()},
    }


def _in_part(rows: list[Row]) -> dict[object, str]:
    """How many candidates are drawn of each contest of which not all are."""
    drawn = Counter((row["dataset"], row["contest"]) for row in rows)
    return {
        row["contest"]: f"{drawn[key]:,} of {row['standing']:,} candidates drawn, those with most votes"
        for row in rows
        for key in [(row["dataset"], row["contest"])]
        if drawn[key] < int(str(row["standing"]))
    }


def _subtitle(row: Row) -> str:
    """Year, outcome and share of votes of a candidate, as far as they are known."""
    year, result = str(row["date"] or "")[:4], RESULTS.get(str(row["outcomeCode"]), "")
    ended = {"runoff": "to a run-off"}.get(result, result)
    share = "" if row["shareOfVotes"] is None else f"{_share(row)} of votes"
    words = ", ".join(part for part in (ended, share) if part)
    return f"{year} {words or 'votes not told'}".lstrip()


def _share(row: Row) -> str:
    return f"{Decimal(str(row['shareOfVotes'])).normalize():f} %"


def _candidacy(built: BuiltRows, row: Row, behind: RowsBehind, why: str) -> Edge:
    """From the candidate to the place of the contest, or to the contest where it has none."""
    result = RESULTS.get(str(row["outcomeCode"]), "")
    decided = str(row["computation"] or "")
    open_words = f"No outcome follows from the counts: {why}" if why else ""
    return Edge(
        iri=built.mark(row["dataset"], "ranIn", row["candidate"]),
        source=built.iri(row["candidate"]),
        target=built.iri(row["jurisdiction"] or row["contest"]),
        relation="ranIn",
        label=WORDS.get(result, f"ran in, {result}"),
        family="candidacy",
        result=result or "open",
        contest=built.iri(row["contest"]),
        date=str(row["date"] or ""),
        origins=0,
        detail=decided or open_words,
        how_sure=_how_sure(built, row, behind),
    )


def _decided(built: BuiltRows, candidates: list[Row], behind: RowsBehind) -> Edge:
    """From the place to the contest, with the best outcome of a candidate."""
    row = candidates[0]
    results = {RESULTS.get(str(one["outcomeCode"]), "") for one in candidates}
    result = next((one for one in ORDER if one in results), "open")
    return Edge(
        iri=built.mark(row["dataset"], "heldIn", row["contest"]),
        source=built.iri(row["jurisdiction"]),
        target=built.iri(row["contest"]),
        relation="heldIn",
        label="is the place of" if result == "open" else "decided",
        family="outcome",
        result=result,
        contest=built.iri(row["contest"]),
        date=str(row["date"] or ""),
        origins=0,
        how_sure=_how_sure(built, row, behind),
    )


def _how_sure(built: BuiltRows, row: Row, behind: RowsBehind) -> str:
    """How final the count is, by which rule an outcome follows, and who published it."""
    publisher = f"published by {built.text(row['dataset'], 'dcterms:publisher')}."
    if not behind.statuses:
        return f"Named without votes; {publisher}"
    status = ", ".join(CODE_LABELS[code] for code in behind.statuses)
    finality = "unknown how final" if status == NOT_STATED else status
    return f"Official count, {finality}; {publisher}"


def _add(built: BuiltRows, drawn: Drawn, edge: Edge, row: Row, behind: RowsBehind) -> None:
    """Add an edge with the tallies behind it."""
    votes = "" if row["votes"] is None else f"{row['votes']:,} votes"
    is_whole = edge.family != "candidacy" or row["shareOfVotes"] is None
    share = "" if is_whole else f" ({_share(row)})"
    drawn.edges.append(edge)
    drawn.rows.append(
        RowsCard(
            edge=edge.iri,
            dataset=dataset_key(row["dataset"]),
            firmly=OFFICIAL if votes else NAMED,
            says=f"{votes}{share}",
            count=int(str(row["premises"] or 0)),
            files=tuple(file_name(file) for file in behind.files),
            first=tuple(_line(built, one) for one in behind.first),
            rest=f"moneytrail show {shlex.quote(str(row['contest']))}",
        )
    )


def _line(built: BuiltRows, row: Row) -> str:
    """A tally: where and how the votes were cast, how many, and where the figure stands."""
    where = built.label(row["reportingPlace"]) if row["reportingPlace"] is not None else ""
    how = CODE_LABELS[str(row["voteMode"])] if row["voteMode"] is not None else ""
    parts = ", ".join(part for part in (where, str(row["precinct"] or ""), how) if part)
    return f"{parts or 'in all'}: {row['value']:,} — {place_of(row)}"
