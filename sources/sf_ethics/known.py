"""What the converter must know of all pages before it converts one of them.

Pages name candidates, measures and committees in the words of filings. A name is taken for a candidate or
measure of the election, or for a committee, where one page has exactly this name (capitals and
punctuation aside) and no other thing has.
"""

import polars as pl

from sources.sf_ethics.contests import with_candidate, with_contest, with_measure
from sources.sf_ethics.parties import printed, with_filer
from sources.sf_ethics.reading import read_page
from sources.tables.layouts.columns import path, words
from sources.tables.layouts.layout import Options, Scan
from sources.tables.layouts.nested import cents
from sources.tables.layouts.rows import LINE, Place

NAMES = {"election": pl.String, "key": pl.String, "path": pl.String}
GIFTS = {"file": pl.String, LINE: pl.UInt32, "also": pl.String}


def gather(scan: Scan, _options: Options) -> dict[str, pl.DataFrame]:
    """Names of candidates and measures, names of committees, and gifts that are told again."""
    targets = [pl.DataFrame(schema=NAMES), *_candidates(scan), *_measures(scan)]
    return {
        "targets": _meaning_one(pl.concat(targets)),
        "committees": _meaning_one(pl.concat([pl.DataFrame(schema=NAMES), *_committees(scan)])),
        "gifts": _gifts_told_again(scan),
    }


def find_targets(read: pl.DataFrame, place: Place, name: str) -> pl.DataFrame:
    """The records with `target`, the candidate or measure of the election that a name means."""
    known = place.context["targets"].rename({"path": "target"})
    keyed = read.with_columns(key=_key(words(name)))
    return keyed.join(known, on=["election", "key"], how="left", maintain_order="left").drop("key")


def find_committees(read: pl.DataFrame, place: Place, name: str) -> pl.DataFrame:
    """The records with `recipient_path`: a committee that has a page, else the party as printed."""
    known = place.context["committees"].rename({"path": "known"}).drop("election")
    keyed = read.with_columns(key=_key(words(name))).join(known, on="key", how="left", maintain_order="left")
    own = printed(words(name), pl.lit("-"))
    return keyed.with_columns(recipient_path=pl.coalesce("known", own)).drop("key", "known")


def gift_path() -> pl.Expr:
    """The path of a gift of a major donor, by the page and the place in its list."""
    day = pl.col("day").dt.to_string("%Y-%m-%d")
    return path("contribution/sf-ethics", day, pl.col("page"), pl.col("nth").cast(pl.String))


def repeated_gifts(place: Place) -> pl.DataFrame:
    """The lines of a file on which gifts are told that a page of an earlier election tells, with that row."""
    return place.context["gifts"].filter(pl.col("file") == place.file).drop("file")


def _key(name: pl.Expr) -> pl.Expr:
    return name.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]", "")


def _meaning_one(names: pl.DataFrame) -> pl.DataFrame:
    """The names that mean one thing."""
    distinct = names.drop_nulls().unique().sort("election", "key", "path")
    return distinct.filter(pl.len().over("election", "key") == 1)


def _named(read: pl.DataFrame, name: str, path_column: str) -> pl.DataFrame:
    return read.select("election", key=_key(words(name)), path=path_column)


def _candidates(scan: Scan) -> list[pl.DataFrame]:
    found = []
    for kind, contest in (("candidate", "contest"), ("committee", "breadcrumbs")):
        for batch in scan(kind):
            read = with_candidate(with_contest(read_page(batch)[0], contest), "candidate_name")
            found.append(_named(read, "candidate_name", "candidate"))
    return found


def _measures(scan: Scan) -> list[pl.DataFrame]:
    found = []
    for kind, title in (("measure", "title"), ("race-measure", "contest_name")):
        for batch in scan(kind):
            read = with_measure(read_page(batch)[0], title)
            found.append(_named(read, "title", "measure"))
    return found


def _committees(scan: Scan) -> list[pl.DataFrame]:
    found = []
    for batch in scan("committee"):
        read = with_filer(read_page(batch)[0]).filter(pl.col("filer").str.starts_with("committee/"))
        found.append(_named(read, "filer_name", "filer").with_columns(election=pl.lit("")))
    return found


def _gifts_told_again(scan: Scan) -> pl.DataFrame:
    """Gifts of a donor that the page of an earlier election tells, with the row there."""
    same = ["page", "recipient", "given", "date"]
    found = [pl.DataFrame(schema=GIFTS)]
    gifts = [
        with_filer(read_page(batch, [cents("given", "amount", required=True)])[0]) for batch in scan("gift")
    ]
    if gifts:
        read = pl.concat(gifts).with_columns(id=gift_path())
        ranked = read.sort("day", "file", LINE).with_columns(rank=pl.int_range(pl.len()).over([*same, "day"]))
        first = pl.col("id").first().over([*same, "rank"])
        again = ranked.with_columns(also=first).filter(pl.col("also") != pl.col("id"))
        found.append(again.select(GIFTS.keys()))
    return pl.concat(found)
