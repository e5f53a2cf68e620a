"""What converting needs of the whole dataset: amendments, filers, names, targets, and what is told twice.

Frames are small beside the tables: a row a filing, a filer, or a pair of rows; receipts are kept only
where their filer and amount stand in another sighting. Every table is read once.
"""

from collections.abc import Mapping
from functools import partial

import polars as pl

from sources.cal_access import sightings
from sources.cal_access.collecting import Take, collect, collect_with_versions, highest, versions_of
from sources.cal_access.known import CONTEXT
from sources.cal_access.registers import (
    all_covers,
    filers_by_cover,
    filers_of,
    latest_kinds,
    listed_measures,
    meanings,
    names_in_time,
    registered_filers,
    with_paths,
)
from sources.cal_access.twice import find_links
from sources.tables.layouts.layout import Options, Scan
from sources.tables.layouts.rows import Place

VERSION = ["number", "amendment"]


def gather(scan: Scan, _options: Options) -> dict[str, pl.DataFrame]:
    """The frames of `sources.cal_access.known.CONTEXT`."""
    measures = listed_measures(scan)
    covers = all_covers(scan, measures)
    filers = registered_filers(scan, covers)
    targets = covers.drop_nulls("target").select(CONTEXT["targets"].names())
    known = {
        **filers,
        "measures": measures,
        "targets": targets.unique(VERSION, keep="first", maintain_order=True),
        "covered": covers.select(VERSION).unique(maintain_order=True),
        "names": names_in_time(covers, filers["registered"]),
        "kinds": latest_kinds(scan),
        "codes": meanings(scan),
    }
    rows, versions = _money(scan, known, covers)
    amendments = highest(pl.concat([versions, covers.select("number", latest="amendment")]))
    filed = filers_of(scan, covers, filers["ids"], amendments)
    current = rows.join(amendments, left_on=VERSION, right_on=["number", "latest"], how="semi")
    links = find_links(current.join(_pages(covers), on=VERSION, how="left", maintain_order="left"))
    return {**known, "amendments": amendments, "filers": with_paths(filed, filers["registered"]), **links}


def _money(
    scan: Scan, known: Mapping[str, pl.DataFrame], covers: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Sightings of all rows with who filed them, and the highest amendment of each filing."""
    by_cover = filers_by_cover(covers)
    numbers = by_cover.select("number", filer_id=_as_number()).drop_nulls()
    takes: dict[str, Take] = {
        "expn": partial(sightings.payments, Place("", "", {}, known)),
        "s496": sightings.late_spending,
        "s497": sightings.late_gifts,
        "s498": sightings.slate_payments,
    }
    found, versions = [], []
    for kind, take in takes.items():
        rows, seen = collect_with_versions(scan, kind, take, sightings.SIGHTING)
        found.append(_with_filer(rows, kind, numbers))
        versions.append(seen)
    wanted = _wanted(pl.concat(found), covers)
    take = partial(sightings.receipts, numbers, wanted)
    rows, seen = collect_with_versions(scan, "rcpt", take, sightings.SIGHTING)
    others = [collect(scan, kind, versions_of, CONTEXT["amendments"]) for kind in ("loan", "debt")]
    return pl.concat([*found, _with_filer(rows, "rcpt", numbers)]), pl.concat([*versions, seen, *others])


def _as_number() -> pl.Expr:
    """The id of forms as a number, null where it is none."""
    return pl.col("public").cast(pl.Int32, strict=False)


def _with_filer(rows: pl.DataFrame, record: str, numbers: pl.DataFrame) -> pl.DataFrame:
    return rows.join(numbers, on="number", how="left", maintain_order="left").with_columns(
        record=pl.lit(record)
    )


def _wanted(rows: pl.DataFrame, covers: pl.DataFrame) -> pl.DataFrame:
    """Filers and amounts of receipts that something else may tell of; any amount of filers of Form 496."""
    own = rows.filter(pl.col("record").is_in(["s497", "s498"])).select("filer_id", "cents")
    received = rows.select("cents", filer_id="other_id").select("filer_id", "cents")
    late = covers.filter(pl.col("form") == "F496").select(filer_id=_as_number())
    any_amount = late.with_columns(cents=pl.lit(None, pl.Int64))
    wanted = pl.concat([own, received, any_amount]).drop_nulls("filer_id")
    return wanted.unique(maintain_order=True)


def _pages(covers: pl.DataFrame) -> pl.DataFrame:
    """Name of the filer, and the period, of each version of a filing."""
    name = sightings.folded(pl.col("name")).cast(sightings.CATEGORY)
    named = covers.select(*VERSION, "start", "end", filer_name=name)
    return named.unique(VERSION, keep="first", maintain_order=True)
