"""Questions of a batch put to the matcher, and what it finds as candidates."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl
from pyoxigraph import NamedNode

from graph.identity.matching import ASKED, AT, Match, Matcher
from graph.identity.records import ORGANISATION as ORGANISATION_GROUP
from graph.identity.records import PERSON as PERSON_GROUP
from graph.identity.sheets import SHEETS
from graph.identity.sides import Side
from graph.reading import Reader
from graph.rows.words import amount
from graph.server.reconciliation.features import feature_id
from graph.server.reconciliation.vocabulary import ORGANISATION, PERSON, PRINTED, is_of
from ontology import CLASSES
from sources.writing import counted

GENERAL = {PERSON_GROUP: PERSON, ORGANISATION_GROUP: ORGANISATION}
KNOWN_FROM = {SHEETS: "fact sheets"}
LEAST_WEIGHT = -8.0
"""Bits from which a candidate is told: whoever asks looks at the candidates and decides."""
LOOKED_AT = 100
"""Candidates of a question that are held against its types."""


def candidates(
    matcher: Matcher, reader: Reader, questions: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, object]]:
    """The candidates of each question, as the specification wants them.

    Args:
        matcher: The things of the graph.
        reader: Of the graph.
        questions: As `graph.server.reconciliation.questions.Question`, by their keys.
    """
    rows = [
        {AT: at, "name": one["name"] or None, "group": one["group"], **one["given"]}
        for at, one in enumerate(questions.values())
    ]
    schema = {AT: pl.UInt32(), **dict.fromkeys(ASKED, pl.String())}
    found = matcher.matches(pl.DataFrame(rows, schema=schema), LEAST_WEIGHT, LOOKED_AT)
    told: dict[str, dict[str, object]] = {}
    for at, (key, one) in enumerate(questions.items()):
        fitting = (_candidate(reader, match, one["types"]) for match in found.get(at, []))
        told[key] = {"result": [found for found in fitting if found is not None][: one["limit"]]}
    return told


def _candidate(reader: Reader, match: Match, types: list[str]) -> dict[str, object] | None:
    """A match as a candidate; None for one of another type."""
    kinds = kinds_of(reader, match.side.path)
    if types and not any(is_of(kinds, one) for one in types):
        return None
    features = [
        {"id": feature_id(reason.aspect), "value": round(reason.weight, 2)} for reason in match.reasons
    ]
    return {
        "id": match.side.path,
        "name": match.side.label,
        "description": description(match.side),
        "type": types_of(kinds, match.side),
        "score": round(100 * match.probability, 2),
        "match": match.safe,
        "features": [*features, {"id": "bits", "value": round(match.weight, 2)}],
    }


def kinds_of(reader: Reader, path: str) -> list[str]:
    """The classes of a thing."""
    return [kind for kind in reader.kinds(NamedNode(f"{reader.base}id/{path}")) if kind in CLASSES]


def types_of(kinds: list[str], side: Side) -> list[dict[str, str]]:
    """The types of a thing; of a printed name also what it is compared as."""
    general = [GENERAL[side.group]] if PRINTED in kinds else []
    return [{"id": kind, "name": CLASSES[kind].label} for kind in (*general, *kinds)]


def description(side: Side) -> str:
    """What tells a thing from namesakes, in a line."""
    return "; ".join(words for _, words in facts_of(side))


def facts_of(side: Side) -> Iterator[tuple[str, str]]:
    """What is known of a thing: for each fact a name, and words."""
    if side.facts:
        yield "Known", "; ".join(side.facts)
    if side.rows:
        yield "Money in its rows", f"{amount(side.money)} in {counted(side.rows, 'row')}"
    yield "Known from", KNOWN_FROM.get(side.dataset, side.dataset.removeprefix("dataset/"))
