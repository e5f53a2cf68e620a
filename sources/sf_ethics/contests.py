"""The contests and measures of an election in San Francisco, and who stands in them.

A contest is told as readers of results tell it: by day, the county, and the office as printed. A measure
is told by day, the county, and its letter and title.
"""

import polars as pl

from sources.tables.layouts.columns import iso, path, slug, words
from sources.tables.places.counties import county_labels

FIPS = "06075"
COUNTY = f"county/us/{FIPS}"
PROSECUTORS = ("district-attorney",)
MEASURE = r"^([A-Z]{1,3}): (.+)$"
NO_LETTER = "TBD"
SEVERAL = r"^[A-Z]+(,[A-Z]+)+:"


def with_contest(read: pl.DataFrame, title: str) -> pl.DataFrame:
    """The records with `contest`, `office`, `election_path` and `title`, null where no contest is named."""
    date = iso(pl.col("day"))
    read = read.with_columns(title=words(title), date=date)
    read = read.with_columns(office_slug=slug(pl.col("title")))
    where = pl.lit(f"us-{FIPS}")
    return read.with_columns(
        contest=path("contest", pl.col("date"), where, pl.col("office_slug")),
        office=path(f"office/us/{FIPS}", pl.col("office_slug")),
        election_path=path("election/us/ca", pl.col("date")),
    )


def with_measure(read: pl.DataFrame, title: str) -> pl.DataFrame:
    """The records with `measure`, `letter` and `title`; null where the title names several measures."""
    text = words(title)
    letter = text.str.extract(MEASURE)
    one = ~text.str.contains(SEVERAL)
    return read.with_columns(
        title=text,
        date=iso(pl.col("day")),
        letter=pl.when(letter != NO_LETTER).then(letter),
        measure=pl.when(one).then(path("measure", iso(pl.col("day")), pl.lit(f"us-{FIPS}"), slug(text))),
        election_path=path("election/us/ca", iso(pl.col("day"))),
    )


def with_candidate(read: pl.DataFrame, name: str) -> pl.DataFrame:
    """The records with `candidate` and `candidacy`, null where nobody is named; needs `contest`."""
    rest = pl.concat_str(pl.col("contest").str.strip_prefix("contest/"), slug(words(name)), separator="/")
    return read.with_columns(
        candidate=pl.lit("ballot-candidate/") + rest, candidacy=pl.lit("candidacy/") + rest
    )


def contest_rows(read: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The contests of records, with office, election and place."""
    there = read.filter(pl.col("contest").is_not_null())
    place = pl.lit(COUNTY)
    named = county_labels(place)
    is_prosecutor = pl.col("office_slug").is_in(PROSECUTORS)
    kind = (
        pl.when(is_prosecutor).then(pl.lit("office-kind-prosecutor")).otherwise(pl.lit("office-kind-other"))
    )
    return {
        "contest": there.select(
            id="contest",
            label=pl.concat_str("title", named, "date", separator=", "),
            date="date",
            jurisdiction=place,
            office="office",
            officeKind=kind,
            officeAsPrinted="title",
            partOfElection="election_path",
        ),
        "office": there.select(
            id="office",
            label=pl.concat_str("title", named, separator=", "),
            jurisdiction=place,
            officeKind=kind,
        ),
        **election_rows(there),
    }


def election_rows(read: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The election of records, and the places."""
    return {
        "election": read.select(
            id="election_path",
            label=pl.format("Election in California, {}", "date"),
            date="date",
            jurisdiction=pl.lit("state/us/ca"),
        ),
        "county": read.select(
            id=pl.lit(COUNTY),
            label=county_labels(pl.lit(COUNTY)),
            fips=pl.lit(FIPS),
            partOf=pl.lit("state/us/ca"),
        ),
        "state": read.select(id=pl.lit("state/us/ca"), label=pl.lit("California")),
    }


def measure_rows(read: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The measures of records, and their election."""
    there = read.filter(pl.col("measure").is_not_null())
    measures = there.select(
        id="measure", label="title", identifier="letter", date="date", jurisdiction=pl.lit(COUNTY)
    )
    return {"measure": measures, **election_rows(there)}


def candidate_rows(read: pl.DataFrame, name: str) -> dict[str, pl.DataFrame]:
    """The candidates of records and their candidacies, and the contests these are in."""
    there = read.filter(pl.col("candidate").is_not_null())
    return {
        "ballot-candidate": there.select(id="candidate", label=words(name)),
        "candidacy": there.select(
            id="candidacy", label=words(name), candidate="candidate", contest="contest"
        ),
        **contest_rows(there),
    }


def link_rows(read: pl.DataFrame, committee: str) -> dict[str, pl.DataFrame]:
    """The statements that a committee is a candidate's own."""
    there = read.filter(pl.col("candidate").is_not_null() & pl.col(committee).is_not_null())
    whose = pl.concat_str(
        pl.col(committee), pl.col("candidate").str.strip_prefix("ballot-candidate"), separator=""
    )
    return {
        "link": there.select(
            id=pl.lit("link/sf-ethics/") + whose.str.strip_prefix("committee/"),
            forCandidate="candidate",
            ofCommittee=committee,
            electionYear=pl.col("day").dt.year(),
        )
    }
