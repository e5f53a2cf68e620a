"""Pairs of records that may be one thing, with the weight of each aspect, worked out by Splink on DuckDB.

Splink finds the pairs that are compared and adds up the weights of `graph/identity/model/`; the
weights are given to it, so that nothing is trained and nothing is drawn at random.
"""

from dataclasses import dataclass
from tempfile import TemporaryDirectory

import polars as pl

from graph.errors import MissingExtraError
from graph.identity.model.comparison import CHANCE, Comparison, Level
from graph.identity.model.organisations import BLOCKS_OF_ORGANISATIONS, ORGANISATIONS
from graph.identity.model.people import BLOCKS_OF_NAMES, BLOCKS_OF_PEOPLE, PEOPLE
from graph.identity.records import ORGANISATION, PERSON

MEMORY = "1500MB"
WEIGHT, OF_FREQUENCY = "weight_", "frequency_"
PAIR = {"left": pl.String(), "right": pl.String(), "group": pl.String(), "weight": pl.Float64()}


@dataclass(frozen=True, slots=True)
class Model:
    """How records of a group are compared.

    Attributes:
        group: Which records.
        comparisons: What of them is compared.
        blocks: Which pairs are compared: one of these must hold, in SQL on `l` and `r`.
    """

    group: str
    comparisons: tuple[Comparison, ...]
    blocks: tuple[str, ...]


MODELS = (
    Model(PERSON, PEOPLE, (*BLOCKS_OF_PEOPLE, *BLOCKS_OF_NAMES)),
    Model(ORGANISATION, ORGANISATIONS, BLOCKS_OF_ORGANISATIONS),
)


WEIGHT_COLUMNS = tuple(
    f"{mark}{number}"
    for number in range(max(len(model.comparisons) for model in MODELS))
    for mark in (WEIGHT, OF_FREQUENCY)
)


def scored_pairs(records: pl.DataFrame, least: float) -> pl.DataFrame:
    """Pairs of records of one collection that may be one, the smaller id on the left, best first.

    Args:
        records: As `records_of` makes them; two of one register are not compared.
        least: Weight in bits from which a pair is given.

    Returns:
        Columns as in `PAIR`, and for each aspect the weight of its level and what frequency adds to it.

    Raises:
        MissingExtraError: Splink is not installed.
    """
    return _in_order([_scored(model, records, None, least) for model in MODELS])


def scored_between(records: pl.DataFrame, others: pl.DataFrame, least: float) -> pl.DataFrame:
    """Pairs of a record of one collection, on the left, and one of another, as `scored_pairs` gives them."""
    return _in_order([_scored(model, records, others, least) for model in MODELS])


def probability(weight: pl.Expr) -> pl.Expr:
    """The probability that a weight in bits stands for."""
    return 1 / (1 + 2.0 ** (-weight))


def _in_order(found: list[pl.DataFrame]) -> pl.DataFrame:
    pairs = pl.concat(found, how="diagonal_relaxed")
    return pairs.sort("weight", "left", "right", descending=[True, False, False])


def _scored(model: Model, records: pl.DataFrame, others: pl.DataFrame | None, least: float) -> pl.DataFrame:
    sides = [side.filter(pl.col("group") == model.group) for side in (records, others) if side is not None]
    if any(side.height == 0 for side in sides):
        aspects = [
            f"{mark}{number}" for number in range(len(model.comparisons)) for mark in (WEIGHT, OF_FREQUENCY)
        ]
        return pl.DataFrame(schema={**PAIR, **dict.fromkeys(aspects, pl.Float64())})
    try:
        import duckdb
        from splink import DuckDBAPI, Linker
    except ImportError as error:
        raise MissingExtraError("telling who is who", "identity") from error
    with TemporaryDirectory() as aside, duckdb.connect(":memory:") as connection:
        connection.execute(f"SET memory_limit = '{MEMORY}'; SET temp_directory = '{aside}'")
        api = DuckDBAPI(connection)
        tables = [api.register(side.to_arrow(), table_name=f"side_{n}") for n, side in enumerate(sides)]
        linker = Linker(
            tables, _settings(model, linked=len(sides) > 1), log_level=None, validate_settings=False
        )
        found = linker.inference.predict(threshold_match_weight=least, warning_mode="never")
        pairs: pl.DataFrame = connection.sql(_selected(found.physical_name, model)).pl()
        return pairs


def _settings(model: Model, *, linked: bool) -> dict[str, object]:
    """The model as Splink takes it."""
    return {
        "link_type": "link_only" if linked else "dedupe_only",
        "unique_id_column_name": "id",
        "comparisons": [_comparison(number, one) for number, one in enumerate(model.comparisons)],
        "blocking_rules_to_generate_predictions": list(model.blocks),
        "probability_two_random_records_match": CHANCE,
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
    }


def _comparison(number: int, comparison: Comparison) -> dict[str, object]:
    missing = {"sql_condition": comparison.missing, "label_for_charts": "missing", "is_null_level": True}
    return {
        "output_column_name": str(number),
        "comparison_levels": [missing, *map(_level, comparison.levels)],
    }


def _level(level: Level) -> dict[str, object]:
    plain = {
        "sql_condition": level.condition,
        "label_for_charts": level.words,
        "m_probability": level.same,
        "u_probability": level.other,
    }
    counted = {"tf_adjustment_column": level.frequency, "tf_adjustment_weight": 1.0}
    return plain | counted if level.frequency else plain


def _selected(table: str, model: Model) -> str:
    """SQL for the pairs: for each aspect the weight of its level, and what frequency adds to it."""
    columns = ["id_l AS left", "id_r AS right", f"'{model.group}' AS group", "match_weight AS weight"]
    for number, comparison in enumerate(model.comparisons):
        counted = any(level.frequency for level in comparison.levels)
        columns.append(f"mw_{number} AS {WEIGHT}{number}")
        columns.append(f"{f'mw_tf_adj_{number}' if counted else '0.0'} AS {OF_FREQUENCY}{number}")
    return f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608 - names of our own
