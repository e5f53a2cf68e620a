"""What is gathered of the whole dataset before its rows are converted."""

import polars as pl

from sources.tables.layouts.rows import Place

NUMBER, TEXT, DAY = pl.Int64(), pl.String(), pl.Date()
LINK = {"number": NUMBER, "amendment": NUMBER, "schedule": TEXT, "item": NUMBER, "alsoReportedAs": TEXT}
CONTEXT = {
    "amendments": pl.Schema({"number": NUMBER, "latest": NUMBER}),
    "filers": pl.Schema({"number": NUMBER, "filer": TEXT}),
    "covered": pl.Schema({"number": NUMBER, "amendment": NUMBER}),
    "registered": pl.Schema({"public": TEXT, "path": TEXT, "name": TEXT, "effect": DAY}),
    "ids": pl.Schema({"internal": TEXT, "public": TEXT, "path": TEXT, "name": TEXT}),
    "names": pl.Schema({"path": TEXT, "name": TEXT, "validFrom": DAY, "validUntil": DAY}),
    "kinds": pl.Schema({"internal": TEXT, "effect": DAY}),
    "measures": pl.Schema({"measure_number": TEXT, "vote": DAY, "measure": TEXT}),
    "codes": pl.Schema({"code": TEXT, "meaning": TEXT}),
    "targets": pl.Schema({"number": NUMBER, "amendment": NUMBER, "target": TEXT, "side": TEXT}),
    "twice-rcpt": pl.Schema(LINK),
    "twice-expn": pl.Schema(LINK),
    "twice-s496": pl.Schema(LINK),
    "twice-s497": pl.Schema(LINK),
    "twice-s498": pl.Schema(LINK),
}
"""Columns of the frames by name.

`amendments` has the highest amendment of each filing, `filers` who filed it, `covered` the versions that
have a cover page. `registered` has committees
and candidates by the id that forms print, with their latest name, and `ids` the same by the number the
state's own tables use. `names` tells when names are first and last on a cover page, `kinds` the latest day
of what FILER_TO_FILER_TYPE_CD says, `targets` whom spending of a filing is for, and `twice-...` the
rows that report the same money as another.
"""


def known(place: Place, name: str) -> pl.DataFrame:
    """A frame gathered of the whole dataset, without rows if none was."""
    return place.context.get(name, pl.DataFrame(schema=CONTEXT[name]))
