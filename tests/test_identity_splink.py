"""Weights of pairs are those that Splink works out of the same model."""

from typing import Any

import duckdb
import polars as pl
from made_up_people import PLACE, printed
from splink import DuckDBAPI, Linker

from graph.identity.model.comparison import CHANCE, Comparison, Level
from graph.identity.model.shared import SHARING
from graph.identity.records import ORGANISATION, records_of
from graph.identity.scoring import MODELS, Model, scored_pairs

EVERYTHING = -100.0
NAMES = (
    ("QUILL, WILLIAM B", "QUILL, BILL", "QUIL, WILLIAM", "WILLIAM QUILL JR", "QUILL, MARTHA", "RENN, W"),
    ("HARBOR FORWARD PAC", "HARBOR FORWARD", "FORWARD HARBOR", "HARBOUR FORWARD PAC", "LOCAL 12", "LOCAL 13"),
)


def _things() -> pl.DataFrame:
    """People and organisations whose pairs are on most levels of most aspects."""
    places = [PLACE, {**PLACE, "postcode": "30601-1234"}, {"state": "GA"}, {}]
    jobs = [{"employer": "MILLS LLC"}, {"occupation": "BAKER", "identifiers": ["wikidata:Q1"]}, {}]
    return printed(
        *(
            {"label": name, "organisation": group == 1, **places[at % 4], **jobs[at % 3]}
            for group, names in enumerate(NAMES)
            for at, name in enumerate([*names, *names, *names])
        )
    )


def _level(level: Level) -> dict[str, object]:
    plain = {"sql_condition": level.condition, "m_probability": level.same, "u_probability": level.other}
    counted = {"tf_adjustment_column": level.frequency, "tf_adjustment_weight": 1.0}
    return {"label_for_charts": level.words, **plain, **(counted if level.frequency else {})}


def _comparison(number: int, comparison: Comparison) -> dict[str, object]:
    missing = {"sql_condition": comparison.missing, "label_for_charts": "missing", "is_null_level": True}
    levels = [missing, *map(_level, comparison.levels)]
    return {"output_column_name": str(number), "comparison_levels": levels}


def _by_splink(model: Model, records: pl.DataFrame) -> dict[tuple[str, str], float]:
    settings: dict[str, Any] = {
        "link_type": "dedupe_only",
        "unique_id_column_name": "id",
        "comparisons": [_comparison(number, one) for number, one in enumerate(model.comparisons)],
        "blocking_rules_to_generate_predictions": [
            *model.blocks,
            *(f"list_has_any(l.{name}, r.{name})" for name in SHARING),
        ],
        "probability_two_random_records_match": CHANCE,
    }
    with duckdb.connect(":memory:") as connection:
        api = DuckDBAPI(connection)
        table = api.register(records.to_arrow(), table_name="records")
        linker = Linker([table], settings, log_level=None, validate_settings=False)
        found = linker.inference.predict(threshold_match_weight=EVERYTHING, warning_mode="never")
        rows = connection.sql(f"SELECT id_l, id_r, match_weight FROM {found.physical_name}").fetchall()  # noqa: S608
    return {(left, right): weight for left, right, weight in rows}


def test_weights_are_those_of_splink() -> None:
    """The same pairs are looked at, and each weighs the same to the ninth digit."""
    records = records_of(_things())
    ours = {
        (left, right): weight for left, right, _, weight, *_ in scored_pairs(records, EVERYTHING).iter_rows()
    }
    theirs: dict[tuple[str, str], float] = {}
    for model in MODELS:
        theirs |= _by_splink(model, records.filter(pl.col("group") == model.group))
    assert any(pair[0] in records.filter(pl.col("group") == ORGANISATION)["id"] for pair in ours)
    assert ours.keys() == theirs.keys()
    assert {pair: round(weight, 9) for pair, weight in ours.items()} == {
        pair: round(weight, 9) for pair, weight in theirs.items()
    }
