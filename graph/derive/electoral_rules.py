"""Rules of law that tie an outcome to votes, of `ontology/electoral_rules.ttl`, as a frame."""

from functools import cache

import polars as pl

from graph.derive.laws import read_laws

DAYS = ("knownFrom", "knownUntil")
ONE = ("jurisdiction", "officeKind", "voteThreshold", "goOn", *DAYS)
SEVERAL = ("electionKind", "exceptIn")
SCHEMA = {
    "rule": pl.String(),
    **{name: pl.String() for name in ONE},
    **{name: pl.List(pl.String) for name in SEVERAL},
    "law": pl.String(),
}


@cache
def electoral_rules() -> pl.DataFrame:
    """The rules in order of their paths.

    Columns: rule and jurisdiction (paths), officeKind and voteThreshold (codes), goOn, electionKind (a list
    of codes), exceptIn (a list of paths), knownFrom and knownUntil (days), law (its citation).
    """
    rows = [{"rule": path, **_row(values)} for path, values in sorted(read_laws("electoral_rules").items())]
    frame = pl.DataFrame(rows, schema=SCHEMA)
    return frame.with_columns(pl.col("goOn").cast(pl.Int64), pl.col(DAYS).str.to_date("%Y-%m-%d"))


def _row(values: dict[str, list[str]]) -> dict[str, object]:
    """A rule as a row of the frame."""
    single = {name: values[name][0] if name in values else None for name in ONE}
    several = {name: sorted(values.get(name, [])) for name in SEVERAL}
    return {**single, **several, "law": "; ".join(sorted(values["law"]))}
