"""The people, organisations and committees that fact sheets tell of, as they may be one with things of rows.

Who has no name in the documents, such as a committee they only speak of, is proposed for nothing: it
stays what it is until somebody decides.
"""

from collections.abc import Iterator

import polars as pl
from pyoxigraph import NamedNode

from graph.identity.identifiers import STATED, identifiers_of
from graph.identity.records import PRINTED
from graph.reading import Reader
from ontology import CLASSES
from sources.check import is_kind

PEOPLE, ORGANISATIONS = ("Person",), ("Organization", "Committee")
SHEETS = "sheets"
"""What stands for a dataset where a fact sheet tells of a thing."""
STANDS_IN = ("ranIn", "won", "lost", "advancedTo", "ledIn", "facedRecallIn")
HOLDS = ("holdsOffice", "heldOffice")


def printed_in_sheets(reader: Reader) -> pl.DataFrame:
    """The named people and organisations of fact sheets; columns as in `PRINTED`."""
    rows = [_row(reader, thing, of_people) for thing, of_people in _named(reader)]
    told = pl.DataFrame(rows, schema=PRINTED).drop("identifiers")
    ids = identifiers_of(pl.LazyFrame([_stated(reader, thing) for thing, _ in _named(reader)], schema=STATED))
    known = told.join(ids.collect(), on="path", how="left").with_columns(pl.col("identifiers").fill_null([]))
    return known.select(list(PRINTED)).sort("path")


def _stated(reader: Reader, thing: NamedNode) -> dict[str, object]:
    """Where ids of a thing may stand."""
    numbers = [value.value for value in reader.values(thing, "registerNumber")]
    return {"path": _path(thing), "given": None, "numbers": numbers, "pages": []}


def _named(reader: Reader) -> Iterator[tuple[NamedNode, bool]]:
    """Each thing that documents name, and whether it is a person."""
    for kind in sorted(CLASSES):
        of_people = any(is_kind(kind, one) for one in PEOPLE)
        if not of_people and not any(is_kind(kind, one) for one in ORGANISATIONS):
            continue
        for thing in reader.instances(kind):
            if reader.text(thing, "namedInDocuments") == "true":
                yield thing, of_people


def _row(reader: Reader, thing: NamedNode, of_people: bool) -> dict[str, object]:  # noqa: FBT001 - a column
    path = _path(thing)
    stood = [node for name in STANDS_IN for node in reader.nodes(thing, name)]
    offices = {_path(node) for name in HOLDS for node in reader.nodes(thing, name)}
    offices |= {_path(office) for contest in stood for office in reader.nodes(contest, "office")}
    return {
        "path": path,
        "kind": path.partition("/")[0],
        "label": reader.label(thing),
        "others": _other_names(reader, thing),
        "organisation": not of_people,
        "contests": sorted({_path(contest) for contest in stood}),
        "offices": sorted(offices),
        "dataset": SHEETS,
        "money": 0,
        "rows": 0,
    }


def _other_names(reader: Reader, thing: NamedNode) -> list[str]:
    """The names a thing is mentioned by: words that all begin with a capital, which descriptions do not."""
    written = {value.value for value in reader.values(thing, "skos:altLabel")} - {reader.label(thing)}
    return sorted(name for name in written if all(word[:1].isupper() for word in name.split()))


def _path(node: NamedNode) -> str:
    return node.value.partition("/id/")[2]
