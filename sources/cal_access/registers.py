"""What is gathered of filers, cover pages, measures and codes before rows are converted."""

from functools import partial

import polars as pl

from sources.cal_access.collecting import collect, fields_of
from sources.cal_access.covers import COVER_FIELDS, FILING_FIELDS, SPENDING, filer_name
from sources.cal_access.filers import CANDIDATE, COMMITTEE, KIND_FIELDS, NAME_FIELDS, filer_path, sort_of
from sources.cal_access.known import CONTEXT
from sources.cal_access.measures import FIELDS as MEASURE_FIELDS
from sources.cal_access.measures import measure_path
from sources.cal_access.parties import committee_path, full_name
from sources.cal_access.targets import with_target
from sources.tables.layouts.columns import words
from sources.tables.layouts.layout import Scan

TEXT, NUMBER, DAY = pl.String(), pl.Int64(), pl.Date()
COVER = pl.Schema(
    {
        "number": NUMBER,
        "amendment": NUMBER,
        "public": TEXT,
        "name": TEXT,
        "day": DAY,
        "start": DAY,
        "end": DAY,
        "form": TEXT,
        "target": TEXT,
        "side": TEXT,
    }
)
FILER = pl.Schema({"public": TEXT, "internal": TEXT, "sort": TEXT, "name": TEXT, "effect": DAY})
LISTED = pl.Schema({"number": NUMBER, "internal": TEXT})


def listed_measures(scan: Scan) -> pl.DataFrame:
    """Measures by number and day of the vote, where that is one measure only."""
    found = collect(scan, "ballot_measures", _measures, CONTEXT["measures"]).drop_nulls().unique()
    return found.filter(pl.len().over("measure_number", "vote") == 1).sort("measure")


def _measures(frame: pl.DataFrame) -> pl.DataFrame:
    read = fields_of(frame, MEASURE_FIELDS)
    number = pl.col("identifier").str.to_uppercase().str.strip_chars_start("0")
    return read.select("vote", measure_number=number, measure=measure_path())


def all_covers(scan: Scan, measures: pl.DataFrame) -> pl.DataFrame:
    """Every cover page: version, filer, name, days, form, and whom spending is for or against."""
    return collect(scan, "cvr_campaign_disclosure", partial(_covers, measures), COVER)


def _covers(measures: pl.DataFrame, frame: pl.DataFrame) -> pl.DataFrame:
    read = with_target(fields_of(frame, COVER_FIELDS), measures, pl.col("election"))
    is_spending = pl.col("form").str.to_uppercase().is_in(SPENDING)
    return read.with_columns(
        public="filer_id",
        name=filer_name(),
        day="filedOn",
        start="periodStart",
        end="periodEnd",
        target=pl.when(is_spending).then("target"),
    )


def registered_filers(scan: Scan, covers: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The frames `registered` and `ids`: filers by either id, with path and latest name."""
    named = collect(scan, "filername", _filers, FILER)
    named = named.sort("effect", "name", descending=[True, False], nulls_last=True)
    filers = named.group_by("public", maintain_order=True).agg(
        pl.col("name").drop_nulls().first(),
        pl.col("effect").max(),
        committee=(pl.col("sort") == COMMITTEE).any(),
    )
    sort = pl.when("committee").then(pl.lit(COMMITTEE)).otherwise(pl.lit(CANDIDATE))
    filers = filers.with_columns(path=filer_path(sort, pl.col("public")))
    ids = named.unique(["internal"], keep="first", maintain_order=True).select("internal", "public")
    ids = ids.join(filers.select("public", "path", "name"), on="public").sort("internal")
    by_cover = _named_by_covers(covers).join(filers, on="public", how="anti")
    registered = pl.concat([filers.drop("committee"), by_cover], how="diagonal").sort("public")
    return {
        "registered": registered.select(CONTEXT["registered"].names()),
        "ids": ids.select(CONTEXT["ids"].names()),
    }


def _filers(frame: pl.DataFrame) -> pl.DataFrame:
    read = fields_of(frame.filter(sort_of().is_not_null()), NAME_FIELDS)
    return read.with_columns(sort=sort_of(), name=full_name(""))


def _named_by_covers(covers: pl.DataFrame) -> pl.DataFrame:
    """Filers of cover pages with their latest name there."""
    in_order = covers.drop_nulls("public").sort("day", "name", descending=[True, False], nulls_last=True)
    latest = in_order.group_by("public", maintain_order=True).agg(pl.col("name").drop_nulls().first())
    return latest.with_columns(path=committee_path(pl.col("public")), effect=pl.lit(None, pl.Date))


def filers_by_cover(covers: pl.DataFrame) -> pl.DataFrame:
    """Who filed each filing by the cover page of its highest amendment: `number` and `public`."""
    last = covers.drop_nulls("public").sort("number", "amendment", descending=[False, True])
    return last.unique(["number"], keep="first", maintain_order=True).select("number", "public")


def filers_of(scan: Scan, covers: pl.DataFrame, ids: pl.DataFrame, amendments: pl.DataFrame) -> pl.DataFrame:
    """Who filed each filing, by its cover page, else by the state's list of filings."""
    by_cover = filers_by_cover(covers)
    bare = amendments.join(by_cover, on="number", how="anti").select("number")
    listed = collect(scan, "filer_filings", partial(_listed, bare), LISTED)
    by_list = listed.join(ids.select("internal", "public"), on="internal").select("number", "public")
    only = by_list.unique(maintain_order=True).filter(pl.len().over("number") == 1)
    return pl.concat([by_cover, only]).sort("number")


def _listed(numbers: pl.DataFrame, frame: pl.DataFrame) -> pl.DataFrame:
    return fields_of(frame, FILING_FIELDS).join(numbers, on="number", how="semi")


def with_paths(filers: pl.DataFrame, registered: pl.DataFrame) -> pl.DataFrame:
    """The frame `filers`, from filings and the ids of who filed them."""
    known = filers.join(registered.select("public", "path"), on="public", how="left", maintain_order="left")
    return known.select("number", filer=pl.coalesce("path", committee_path(pl.col("public"))))


def names_in_time(covers: pl.DataFrame, registered: pl.DataFrame) -> pl.DataFrame:
    """The first day a cover page has a name of a filer, and the last where it has another name since."""
    known = covers.join(registered.select("public", "path"), on="public").drop_nulls(["name", "day"])
    spans = known.group_by("path", "name").agg(validFrom=pl.col("day").min(), last=pl.col("day").max())
    replaced = pl.col("last") < pl.col("last").max().over("path")
    spans = spans.with_columns(validUntil=pl.when(replaced).then("last"))
    return spans.select(CONTEXT["names"].names()).sort("path", "name")


def latest_kinds(scan: Scan) -> pl.DataFrame:
    """The latest day of what FILER_TO_FILER_TYPE_CD says of each filer."""
    found = collect(scan, "filer_to_filer_type", partial(fields_of, fields=KIND_FIELDS), CONTEXT["kinds"])
    return found.drop_nulls().group_by("internal").agg(pl.col("effect").max()).sort("internal")


def meanings(scan: Scan) -> pl.DataFrame:
    """What codes mean, where a code means one thing; 0 means nothing."""
    found = collect(scan, "lookup_codes", _codes, CONTEXT["codes"]).drop_nulls().unique()
    return found.filter((pl.len().over("code") == 1) & (pl.col("code") != "0")).sort("code")


def _codes(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(code=words("CODE_ID"), meaning=words("CODE_DESC"))
