"""The part of a dossier that comes from rows of datasets."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.reading import Reader
from graph.rows.agents import alike_sections, register_sections
from graph.rows.contests import candidate_sections, contest_sections, place_sections
from graph.rows.datasets import dataset_sections, file_sections, filing_sections
from graph.rows.event_tables import EventTables
from graph.rows.money import money_sections
from graph.rows.words import Section
from ontology import CLASSES
from sources.check import is_kind

SECTIONS = (
    ("Dataset", dataset_sections),
    ("SourceFile", file_sections),
    ("Filing", filing_sections),
    ("Contest", contest_sections),
    ("Person", candidate_sections),
    ("Agent", register_sections),
    ("Agent", money_sections),
    ("PrintedParty", alike_sections),
    ("Place", place_sections),
    ("Office", place_sections),
    ("Election", place_sections),
)
"""What is told of things of a class and the classes below it."""


def row_sections(reader: Reader, tables: EventTables, thing: NamedNode) -> tuple[Section, ...]:
    """What rows say of a thing, heading by heading, none empty."""
    path = tables.path(thing)
    if not tables.folders or path == "":
        return ()
    kinds = [kind for kind in reader.kinds(thing) if kind in CLASSES]
    return tuple(section for section in _sections(reader, tables, path, kinds) if section.lines)


def _sections(reader: Reader, tables: EventTables, path: str, kinds: list[str]) -> Iterator[Section]:
    for name, sections in SECTIONS:
        if any(is_kind(kind, name) for kind in kinds):
            yield from sections(reader, tables, path)
