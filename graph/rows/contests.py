"""Contests in rows of official results: votes, outcomes with their rule, and why there is none."""

from collections.abc import Iterator

import polars as pl
from pyoxigraph import NamedNode

from graph.reading import Reader
from graph.rows.event_tables import EventTables
from graph.rows.words import CODE_LABELS, Section, dataset_mark, label_of, rows_of, shortened
from sources.tables.layouts.rows import ID
from sources.writing import counted

SHOWN = 20
CONTEST_OF = {"election/": "partOfElection", "office/": "office"}
"""What a contest says of a thing, by the start of its path; of a place its jurisdiction."""


def contest_sections(reader: Reader, tables: EventTables, path: str) -> Iterator[Section]:
    """What rows say of a contest."""
    yield Section(
        "Votes in all", tuple(_votes(reader, tables, _in_all(tables, "contest", path), "candidate"))
    )
    yield Section("Outcome", (*_outcomes(reader, tables, "contest", path), *_undecided(tables, path)))
    yield Section("Votes by place", tuple(_by_place(reader, tables, path)))
    yield Section("Counted from", tuple(_tallies(tables, path)))


def candidate_sections(reader: Reader, tables: EventTables, path: str) -> Iterator[Section]:
    """What rows say of a candidate on ballots."""
    mine = _in_all(tables, "candidate", path)
    yield Section("Votes in all", tuple(_votes(reader, tables, mine, "contest")))
    contests = sorted({str(row["contest"]) for row in rows_of(mine.select("contest"))})
    why = (line for contest in contests for line in _undecided(tables, contest))
    yield Section("Outcomes", (*_outcomes(reader, tables, "candidate", path), *why))
    places = tables.scan("vote-total").filter(pl.col("candidate") == path)
    yield Section("Votes by place", tuple(_votes(reader, tables, _at_places(places), "reportingPlace")))


def place_sections(reader: Reader, tables: EventTables, path: str) -> Iterator[Section]:
    """The contests of a place, an office or an election, and the votes counted at a place."""
    column = next((name for start, name in CONTEST_OF.items() if path.startswith(start)), "jurisdiction")
    held = tables.scan("contest").filter(pl.col(column) == path)
    every = held.sort("date", ID, "label").select(ID, "label").unique(ID, keep="first", maintain_order=True)
    contests = every.collect()
    lines = (f"{label} {contest}" for contest, label in contests.head(SHOWN).iter_rows())
    yield Section("Contests", shortened(lines, contests.height))
    yield Section("Elects a prosecutor with", tuple(_districts(reader, tables.node(path))))
    yield _votes_here(reader, tables, path)


def _districts(reader: Reader, place: NamedNode) -> Iterator[str]:
    """The districts a county belongs to, or the counties of a district, with their time and the law."""
    of_district = reader.subjects("district", place)
    for node in of_district or reader.subjects("coversCounty", place):
        ends = reader.nodes(node, "coversCounty" if of_district else "district")
        if ends:
            first, last = reader.text(node, "electsFrom"), reader.text(node, "electsUntil")
            time = f" (elections from {first or '…'} to {last or '…'})" if first or last else ""
            law = reader.text(node, "legalSource")
            yield f"{', '.join(reader.label(end) for end in ends)}{time}{f', {law}' if law else ''}"


def _votes_here(reader: Reader, tables: EventTables, path: str) -> Section:
    """The votes counted at a place, contest by contest."""
    counted_here = tables.scan("vote-total").filter(pl.col("reportingPlace") == path)
    every = counted_here.sort("contest", "votes", "candidate", descending=[False, True, False]).collect()
    contests = every["contest"].unique(maintain_order=True)
    lines = [_contest_line(reader, tables, every.filter(contest=contest)) for contest in contests.head(SHOWN)]
    return Section("Votes counted here", shortened(lines, contests.len()))


def _contest_line(reader: Reader, tables: EventTables, votes: pl.DataFrame) -> str:
    """A contest with the votes of each candidate; those of another dataset stand apart."""
    parts = []
    for dataset in sorted(votes["dataset"].unique()):
        mine = votes.filter(dataset=dataset).iter_rows(named=True)
        names = (f"{label_of(reader, tables, row['candidate'])} {row['votes']:,}" for row in mine)
        parts.append(f"{', '.join(names)} {dataset_mark(dataset)}")
    return f"{label_of(reader, tables, votes['contest'][0])}: {'; '.join(parts)}"


def _in_all(tables: EventTables, column: str, path: str) -> pl.LazyFrame:
    """The votes of whole contests."""
    totals = tables.scan("vote-total").filter(pl.col(column) == path, pl.col("reportingPlace").is_null())
    return totals.sort("dataset", "contest", "votes", "candidate", descending=[False, False, True, False])


def _at_places(totals: pl.LazyFrame) -> pl.LazyFrame:
    """The votes of parts of contests, by place."""
    by_place = totals.filter(pl.col("reportingPlace").is_not_null())
    order = ("dataset", "contest", "reportingPlace", "votes", "candidate")
    return by_place.sort(order, descending=[False, False, False, True, False])


def _votes(reader: Reader, tables: EventTables, totals: pl.LazyFrame, about: str) -> Iterator[str]:
    for row in rows_of(totals):
        share = "" if row["shareOfVotes"] is None else f" ({row['shareOfVotes']} %)"
        tallies = counted(int(str(row["premises"])), "tally").replace("tallys", "tallies")
        name = label_of(reader, tables, row[about])
        yield f"{name}: {row['votes']:,}{share}, from {tallies} {dataset_mark(row['dataset'])}"


def _by_place(reader: Reader, tables: EventTables, path: str) -> Iterator[str]:
    every = _at_places(tables.scan("vote-total").filter(pl.col("contest") == path)).collect()
    for dataset, place in every.select("dataset", "reportingPlace").unique(maintain_order=True).iter_rows():
        here = every.filter(dataset=dataset, reportingPlace=place).iter_rows(named=True)
        names = (f"{label_of(reader, tables, row['candidate'])} {row['votes']:,}" for row in here)
        yield f"{label_of(reader, tables, place)}: {', '.join(names)} {dataset_mark(dataset)}"


def _outcomes(reader: Reader, tables: EventTables, column: str, path: str) -> Iterator[str]:
    """Who won, lost or goes on, with the computation and the rule."""
    found = tables.scan("outcome").filter(pl.col(column) == path)
    for row in rows_of(found.sort("dataset", "contest", "votes", descending=[False, False, True])):
        rule = label_of(reader, tables, row["electoralRule"])
        status = CODE_LABELS[str(row["countStatus"])]
        words = f"{row['label']}: {row['computation']}; rule: {rule}; count: {status}"
        yield f"{words} {dataset_mark(row['dataset'])}"


def _undecided(tables: EventTables, contest: str) -> Iterator[str]:
    """Why no outcome follows from the counts of a contest."""
    for dataset, facts in tables.facts().items():
        if contest in facts.undecided:
            yield f"none follows from the counts: {facts.undecided[contest]} [{dataset}]"


def _tallies(tables: EventTables, contest: str) -> Iterator[str]:
    """How many tallies of which files a contest has, and how many of them repeat others."""
    mine = tables.scan("tally").filter(pl.col("contest") == contest)
    repeated = pl.col("repeated").fill_null(value=False).sum()
    for row in rows_of(mine.group_by("sourceFile").agg(pl.len().alias("all"), repeated).sort("sourceFile")):
        name = str(row["sourceFile"]).removeprefix("dataset/")
        words = f"{name}: {row['all']:,} tallies"
        yield (
            f"{words}, of which {row['repeated']:,} repeat others and are not added"
            if row["repeated"]
            else words
        )
