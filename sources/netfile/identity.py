"""Who stands in a row, and which statement the row stands in.

A committee is known by its id of the FPPC; what is printed instead of an id ("Pending") is none, and
such a committee stays with its name and the agency it files with. The export has no number for a
statement: it is told by filer, form and period, or by the number the filer gave a late report, and
its versions by `Report_Num`, 000 for the original, and the day of filing.
"""

from dataclasses import replace

import polars as pl

from sources.tables.layouts.columns import Field, day, path, segment, text, whole, words
from sources.tables.layouts.rows import LINE, PROBLEM

DAYS = ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S%.f", "%m/%d/%Y", "%m/%d/%Y %I:%M:%S %p")
FPPC_ID = r"(?i)^(?:fppc|i\.?d\.?)?[ #:.]*(\d{5,7})(?:\.0)?$"
FEC_ID = r"^(?i:fec\s*)?#?\s*([Cc]\d{8})$"
KINDS = {
    "IND": "party-kind-individual",
    "COM": "party-kind-committee",
    "RCP": "party-kind-committee",
    "SCC": "party-kind-committee",
    "CTL": "party-kind-committee",
    "BMC": "party-kind-committee",
    "MDI": "party-kind-committee",
    "SMO": "party-kind-committee",
    "CAO": "party-kind-candidate",
    "PTY": "party-kind-political-party",
    "OTH": "party-kind-organization",
}
COVER_FIELDS = (
    text("filer_name", "Filer_NamL"),
    text("committee_type", "Committee_Type"),
    replace(whole("report", "Report_Num"), rejects=False),
    day("filed", "Rpt_Date", DAYS),
    day("start", "From_Date", DAYS),
    day("end", "Thru_Date", DAYS),
    day("election", "Elect_Date", DAYS),
)
DASH = pl.lit("-")


def kind_of(source: str) -> Field:
    """What a row says the other party is; a code the format has not is told, and left out."""
    codes = words(source).str.to_uppercase()
    value = codes.replace_strict(KINDS, default=None, return_dtype=pl.String)
    return Field("other_kind", source, value, f"one of {', '.join(sorted(KINDS))}", rejects=False)


def full_name(prefix: str) -> pl.Expr:
    """A name as printed, first names first; organisations stand in the field of last names."""
    parts = [words(f"{prefix}_Nam{part}") for part in "FLS"]
    joined = pl.concat_str(parts, separator=" ", ignore_nulls=True)
    return pl.when(joined != "").then(joined)


def committee_id(source: str) -> pl.Expr:
    """The id of a committee, of the FPPC or the FEC; null for what is none, as "Pending"."""
    fppc = pl.col(source).str.strip_chars().str.extract(FPPC_ID)
    federal = pl.col(source).str.strip_chars().str.extract(FEC_ID).str.to_uppercase()
    return pl.coalesce(fppc, federal)


def committee_path(number: pl.Expr) -> pl.Expr:
    """The path of a committee by its id."""
    federal = pl.lit("committee/fec/") + number
    return pl.when(number.str.starts_with("C")).then(federal).otherwise(pl.lit("committee/ca-fppc/") + number)


def party_path(name: pl.Expr, zip_code: pl.Expr, city: pl.Expr) -> pl.Expr:
    """The path of a party as printed: name, and five digits of the ZIP code, else the city, else "-"."""
    return path("party/ca-fppc", name, pl.coalesce(zip_code.str.extract(r"^(\d{5})"), city, DASH))


def known_or_printed(who: str) -> pl.Expr:
    """The path of who has a role: a committee by its id, else the party as printed.

    Args:
        who: The role; the columns `<role>_id`, `_name`, `_zip` and `_city` say who it is.
    """
    printed = party_path(*(pl.col(f"{who}_{part}") for part in ("name", "zip", "city")))
    return pl.coalesce(committee_path(pl.col(f"{who}_id")), printed)


def with_statement(frame: pl.DataFrame, agency: str, form: pl.Expr) -> pl.DataFrame:
    """The frame with `filer_id`, `filer`, `form`, `number`, `series` and `filing`.

    Args:
        frame: Records with the fields of the cover page.
        agency: With whom was filed, as in paths.
        form: The form a record belongs to.
    """
    number = words("Rpt_ID_Num") if "Rpt_ID_Num" in frame.columns else pl.lit(None, pl.String)
    known = frame.with_columns(filer_id=committee_id("Filer_ID"), form=form, number=number)
    scoped = path(f"committee/netfile/{agency}", pl.col("filer_name"))
    known = known.with_columns(filer=pl.coalesce(committee_path(pl.col("filer_id")), scoped))
    period = pl.concat_str(_compact("start"), _compact("end"), separator="-")
    which = pl.coalesce(period, "number", _compact("filed"), DASH)
    filer = pl.coalesce("filer_id", "filer_name")
    series = segment(pl.concat_str(filer, "form", which, separator="-"))
    version = pl.col("report").fill_null(0).cast(pl.String).str.zfill(3)
    version = pl.concat_str(
        version, pl.coalesce(pl.col("filed").dt.to_string("%Y-%m-%d"), DASH), separator="-"
    )
    known = known.with_columns(series=series)
    return known.with_columns(
        filing=pl.concat_str(pl.lit(f"filing/netfile/{agency}"), "series", version, separator="/")
    )


def cover_problems(frame: pl.DataFrame) -> list[pl.DataFrame]:
    """What is wrong with filers: no id, or neither id nor name, so that the row is of no use."""
    no_id = pl.col("filer_id").is_null()
    no_name = pl.col("filer_name").is_null()
    return [
        problem(frame, no_id & ~no_name, "Filer_ID", "an id of the FPPC; the committee is told by its name"),
        problem(frame, no_id & no_name, "Filer_ID", "an id or a name of the filer", rejected=True),
    ]


def id_problem(frame: pl.DataFrame, source: str) -> pl.DataFrame:
    """Where something stands for the id of a committee and is none."""
    odd = words(source).is_not_null() & committee_id(source).is_null()
    return problem(frame, odd, source, "an id of a committee; the party is told by its name")


def problem(
    frame: pl.DataFrame, where: pl.Expr, column: str, wanted: str, *, rejected: bool = False
) -> pl.DataFrame:
    """The records for which something holds, as problems of a column."""
    found = pl.col(column).fill_null("") if column in frame.columns else pl.lit("")
    return frame.filter(where).select(
        pl.col(LINE).cast(PROBLEM[LINE]),
        pl.lit(column).alias("column"),
        found.alias("found"),
        pl.lit(wanted).alias("wanted"),
        pl.lit(rejected).alias("rejected"),
    )


def without_rejected(frame: pl.DataFrame, problems: list[pl.DataFrame]) -> pl.DataFrame:
    """The records no problem rejects."""
    rejected = pl.concat(problems).filter("rejected")[LINE]
    return frame.filter(~pl.col(LINE).is_in(rejected.implode()))


def _compact(name: str) -> pl.Expr:
    return pl.col(name).dt.to_string("%Y%m%d")
