"""Committees and candidates of registers: whose committee it is, its names, its filings."""

from collections.abc import Iterator

import polars as pl
from pyoxigraph import NamedNode

from graph.reading import Reader
from graph.rows.event_tables import EventTables
from graph.rows.words import Section, place_in_file, rows_of, shortened
from sources.writing import counted

SHOWN = 10


def register_sections(reader: Reader, tables: EventTables, path: str) -> Iterator[Section]:
    """What registers and filings say of an agent besides its money."""
    node = tables.node(path)
    yield Section("Committees", tuple(_committees(reader, node)))
    yield Section("Names", (*_names(reader, node), *_filed_names(tables, path)))
    yield Section("Filings", tuple(_filings(tables, path)))
    yield _relations(reader, tables, path)


def alike_sections(_: Reader, tables: EventTables, path: str) -> Iterator[Section]:
    """Other printed parties with the same name, at another place or with another regulator."""
    parties = tables.scan("party").select("id", "label", "city", "stateCode")
    same = parties.filter(pl.col("id") == path).select("label").unique().collect()["label"]
    others = (
        parties.filter(pl.col("label").is_in(same.implode()), pl.col("id") != path).unique("id").sort("id")
    )
    every = others.collect(engine="streaming")
    lines = (_party_line(row) for row in every.head(SHOWN).iter_rows(named=True))
    yield Section(
        "Printed alike elsewhere (the same or not, the files do not say)", shortened(lines, every.height)
    )


def _party_line(row: dict[str, object]) -> str:
    place = ", ".join(str(part) for part in (row["city"], row["stateCode"]) if part)
    return f"{row['label']}{f', {place}' if place else ''} {row['id']}"


def _committees(reader: Reader, candidate: NamedNode) -> Iterator[str]:
    """The committees of a candidate, by the committee's own entry and by links of a register."""
    links = reader.subjects("forCandidate", candidate)
    committees = {node for node in links if "Committee" in reader.kinds(node)}
    committees |= {found for link in links for found in reader.nodes(link, "ofCommittee")}
    committees |= set(reader.nodes(candidate, "principalCommittee"))
    for node in sorted(committees, key=lambda one: one.value):
        yield f"{reader.label(node)} {node.value.rpartition('/id/')[2]}"


def _names(reader: Reader, committee: NamedNode) -> Iterator[str]:
    """The names a committee had, with their time."""
    for node in reader.subjects("ofCommittee", committee):
        name = reader.text(node, "nameText")
        if name:
            first, last = reader.text(node, "validFrom"), reader.text(node, "validUntil")
            time = f" ({first or '…'} to {last or '…'})" if first or last else ""
            yield f"{name}{time}"


def _filed_names(tables: EventTables, path: str) -> Iterator[str]:
    """The names that filings print, with the first and the last day they are printed on."""
    day = pl.coalesce("filedOn", "periodEnd", "periodStart")
    mine = tables.scan("filing").filter(pl.col("filer") == path, pl.col("filerName").is_not_null())
    names = mine.group_by("filerName", "dataset").agg(
        first=day.min(), last=day.max(), filings=pl.col("id").n_unique()
    )
    for row in rows_of(names.sort("first", "last", "filerName", "dataset", nulls_last=True)):
        time = "no day" if row["first"] is None else f"{row['first']} to {row['last']}"
        known = str(row["dataset"]).removeprefix("dataset/")
        yield f"{row['filerName']}: {time}, in {counted(int(str(row['filings'])), 'filing')} [{known}]"


def _relations(reader: Reader, tables: EventTables, path: str) -> Section:
    """What a dataset says an agent is to others: director, member, owner."""
    mine = tables.scan("relation").filter((pl.col("relationFrom") == path) | (pl.col("relationTo") == path))
    every = mine.sort("relationKind", "relationFrom", "relationTo", "id").collect(engine="streaming")
    lines = []
    for row in every.head(SHOWN).iter_rows(named=True):
        ends = (reader.label(tables.node(row[name])) for name in ("relationFrom", "relationTo"))
        lines.append(f"{row['relationKind']}: {' — '.join(ends)} — {place_in_file(row)}")
    return Section("Relations", shortened(lines, every.height))


def _filings(tables: EventTables, path: str) -> Iterator[str]:
    """How many filings an agent has, and the last ones."""
    mine = tables.scan("filing").filter(pl.col("filer") == path)
    told = mine.select("id", "label", "form", "reportType", "periodEnd", "filedOn", "supersededBy").unique(
        "id"
    )
    every = told.sort("filedOn", "periodEnd", "id", descending=True, nulls_last=True).collect()
    if every.height == 0:
        return
    replaced = every["supersededBy"].drop_nulls().len()
    amended = f", {replaced:,} of them replaced by amendments" if replaced else ""
    yield f"{counted(every.height, 'filing')}{amended}"
    for row in rows_of(every.head(SHOWN).lazy()):
        yield _filing_line(row)


def _filing_line(row: dict[str, object]) -> str:
    parts = [str(part) for part in (row["label"] or row["form"], row["reportType"]) if part]
    if row["filedOn"] is not None:
        parts.append(f"filed {row['filedOn']}")
    if row["supersededBy"] is not None:
        parts.append(f"replaced by {row['supersededBy']}")
    return f"{row['id']}{': ' if parts else ''}{', '.join(parts)}"
