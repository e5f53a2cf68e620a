"""Whom or what money is spent for or against: a candidate or a ballot measure, as forms print them.

A measure with a number, the day of the vote and a statewide jurisdiction is the one the state lists in
BALLOT_MEASURES_CD. Every other measure is told as printed, and so are candidates: forms give a name and
an office, no id. S stands for support and O for opposition.
"""

import polars as pl

from ontology import TABLES
from sources.cal_access.codes import NOT_A_NAME, OFFICES
from sources.cal_access.filings import problem
from sources.cal_access.parties import full_name
from sources.tables.layouts.columns import path, words

STATEWIDE = ("STATEWIDE", "CALIFORNIA", "STATE OF CALIFORNIA", "STATE", "CA")
NUMBER_IN_NAME = r"(?i)^PROP(?:OSITION)?\.? *0*(\d+[A-Z]?)$"
WANTED_SIDE = "S or O; whether it is for or against is left open"
AIMED = sorted(name for name, table in TABLES.items() if {"supports", "spentOnThing"} & set(table.columns))
"""Tables that tell what money is for."""
DASH = pl.lit("-")
MISSING_DAY = pl.lit(None, pl.Date)


def with_candidate(read: pl.DataFrame) -> pl.DataFrame:
    """Rows with `candidate`, the path of the candidate as printed, and what is printed of the office."""
    code = words("OFFICE_CD")
    by_code = code.str.to_uppercase().replace_strict(OFFICES, default=code, return_dtype=pl.String)
    number = words("DIST_NO").str.strip_chars_start("0 ")
    number = pl.when(number != "").then(number)
    where = pl.coalesce(words("JURIS_DSCR"), words("JURIS_CD"))
    read = read.with_columns(
        candidate_name=_said(full_name("CAND_")),
        office=pl.coalesce(words("OFFIC_DSCR"), by_code),
        district=_filled(pl.concat_str(where, number, separator=" ", ignore_nulls=True)),
        seat=_filled(pl.concat_str(code, number, separator="-", ignore_nulls=True)),
    )
    seat = pl.coalesce("seat", DASH)
    return read.with_columns(candidate=path("party/ca-fppc", pl.col("candidate_name"), seat))


def with_target(read: pl.DataFrame, measures: pl.DataFrame, vote: pl.Expr = MISSING_DAY) -> pl.DataFrame:
    """Rows with `target`, the path of the measure or candidate, and `side`, S or O.

    Args:
        read: Rows with the columns of candidates and measures.
        measures: The measures the state lists, as gathered.
        vote: The day of the vote, where a table tells it.
    """
    side = words("SUP_OPP_CD").str.to_uppercase()
    read = with_candidate(read).with_columns(**_measure(), vote=vote)
    read = read.with_columns(side=pl.when(side.is_in(["S", "O"])).then(side))
    read = read.join(measures, on=["measure_number", "vote"], how="left", maintain_order="left")
    statewide = pl.col("measure_place").str.to_uppercase().is_in(STATEWIDE) | (words("JURIS_CD") == "STW")
    listed = pl.when(statewide.fill_null(value=False)).then("measure")
    place, number = pl.coalesce("measure_place", DASH), pl.coalesce("measure_number", DASH)
    printed = path("printed-measure/ca-fppc", place, number, pl.col("measure_title"))
    return read.with_columns(target=pl.coalesce(listed, printed, "candidate"))


def _measure() -> dict[str, pl.Expr]:
    """Number, title and jurisdiction of a measure; filers print its title in the column of candidates too."""
    name = _said(words("BAL_NAME"))
    number = pl.coalesce(_said(words("BAL_NUM")), name.str.extract(NUMBER_IN_NAME))
    number = _filled(number.str.to_uppercase().str.strip_chars_start("0"))
    in_other_column = pl.when(number.is_not_null()).then(_said(full_name("CAND_")))
    return {
        "measure_number": number,
        "measure_title": pl.coalesce(name, in_other_column, pl.format("Measure {}", number)),
        "measure_place": pl.coalesce(words("BAL_JURIS"), words("JURIS_DSCR")),
    }


def _said(value: pl.Expr) -> pl.Expr:
    """A value that does not say there is none."""
    return pl.when(~value.str.to_uppercase().is_in(NOT_A_NAME)).then(value)


def _filled(value: pl.Expr) -> pl.Expr:
    return pl.when(value != "").then(value)


def on_side(side: str) -> pl.Expr:
    """The target of rows that are on a side, S for support and O for opposition."""
    return pl.when(pl.col("side") == side).then("target")


def side_problems(read: pl.DataFrame) -> pl.DataFrame:
    """What stands for support or opposition and is neither."""
    odd = words("SUP_OPP_CD").is_not_null() & pl.col("side").is_null()
    return problem(read, odd, "SUP_OPP_CD", WANTED_SIDE)


def aimed_rows(read: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The targets of rows whose table tells them."""
    return target_rows(read.filter(pl.col("table").is_in(AIMED)))


def target_rows(read: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The measures and candidates as printed that are targets, each once."""
    measures = read.filter(pl.col("target").str.starts_with("printed-measure/")).select(
        id="target",
        label="measure_title",
        identifier="measure_number",
        districtAsPrinted="measure_place",
    )
    return {"printed-measure": measures.unique(maintain_order=True), **candidate_rows(read, "target")}


def candidate_rows(read: pl.DataFrame, role: str) -> dict[str, pl.DataFrame]:
    """The candidates as printed that stand in a role, each once."""
    is_candidate = (pl.col(role) == pl.col("candidate")).fill_null(value=False)
    candidates = read.filter(is_candidate).select(
        pl.col(role).alias("id"),
        label="candidate_name",
        partyKind=pl.lit("party-kind-candidate"),
        officeAsPrinted="office",
        districtAsPrinted="district",
    )
    return {"party": candidates.unique(maintain_order=True)}
