"""Prosecutors' districts: each county in one of them, as printed in results, and what changed when."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from graph.tables.checks import check
from graph.tables.things import told_once
from sources.catalog import reference
from sources.prosecutor_districts.layout import LAYOUT
from sources.tables.layouts.rows import Place, Rows, shaped
from sources.tables.places.counties import counties, county_paths
from sources.tables.places.districts import district_counties, district_labels, district_paths, districts

OPEN = "data/openelections__openelections-data-ga"
MEDSL = "data/MEDSL__2024-elections-official"
SIZES = {"co": 23, "fl": 20, "ga": 50, "la": 42, "nm": 14, "ok": 27, "sc": 16, "tn": 32}
PRINTED = [
    ("GA", "ATLANTIC JUDICIAL CIRCUIT", "ga/atlantic-judicial-circuit"),
    ("GA", "Western", "ga/western-judicial-circuit"),
    ("ga", "Bell Forsyth Circuit", "ga/bell-forsyth-judicial-circuit"),
    ("GA", "Flint Circuit - REP", "ga/flint-judicial-circuit"),
    ("FL", "8TH JUDICIAL CIRCUIT", "fl/8th-judicial-circuit"),
    ("FL", "CIRCUIT 9", "fl/9th-judicial-circuit"),
    ("FL", "Circuit 09", "fl/9th-judicial-circuit"),
    ("FL", "Ninth Judicial Circuit", "fl/9th-judicial-circuit"),
    ("FL", "STATE ATTORNEY, 13TH JUDICIAL CIRCUIT", "fl/13th-judicial-circuit"),
    ("FL", "State Attorney, Twentieth Judicial Circuit", "fl/20th-judicial-circuit"),
    ("SC", "Solicitor Circuit 9", "sc/9th-judicial-circuit"),
    ("CO", "Judicial District 23", "co/23rd-judicial-district"),
    ("CO", "TWENTY-THIRD", "co/23rd-judicial-district"),
    ("OK", "District 7", "ok/district-attorney-district-7"),
    ("OK", "007", "ok/district-attorney-district-7"),
    ("NM", "11th Judicial District, Div. 2", "nm/11th-judicial-district-division-2"),
]
MEANS_NONE = [
    ("NM", "11"),
    ("FL", "21"),
    ("GA", "Hazzard"),
    ("GA", "District Attorney"),
    ("GA", None),
    (None, "9"),
]


def voting(state: str, day: date) -> pl.DataFrame:
    """The counties of each district of a state that vote together on a day."""
    begun = pl.col("elects_from").is_null() | (pl.col("elects_from") <= day)
    going = pl.col("elects_until").is_null() | (pl.col("elects_until") >= day)
    return district_counties().filter(
        pl.col("district").str.starts_with(f"district/us/{state}/"), begun, going
    )


@pytest.mark.parametrize(("state", "size"), SIZES.items())
@pytest.mark.parametrize("day", [date(2012, 11, 6), date(2021, 7, 1), date(2024, 11, 5), date(2026, 11, 3)])
def test_each_county_is_in_one_district(state: str, size: int, day: date) -> None:
    """On any day the districts of a state share out its counties: none is missing, none stands twice."""
    found = voting(state, day)
    listed = counties().filter(pl.col("state") == state).select(pl.format("county/us/{}", "fips")).to_series()
    assert sorted(found["county"]) == sorted(listed)
    changed = {"ga": date(2021, 7, 1), "co": date(2024, 6, 25), "tn": date(2022, 5, 3)}
    fewer = 1 if state in changed and day < changed[state] else 0
    assert found["district"].n_unique() == size - fewer


@pytest.mark.parametrize(("state", "printed", "path"), PRINTED)
def test_a_printed_name_means_a_district(state: str, printed: str, path: str) -> None:
    """A number or a name means its district, whatever words stand around it."""
    asked = pl.DataFrame({"state": [state], "printed": [printed]})
    assert asked.select(district_paths(pl.col("state"), pl.col("printed"))).item() == f"district/us/{path}"


@pytest.mark.parametrize(("state", "printed"), MEANS_NONE)
def test_a_name_that_fits_no_district_means_none(state: str | None, printed: str | None) -> None:
    """What names no district, or two, is not guessed at."""
    asked = pl.DataFrame(
        {"state": [state], "printed": [printed]}, schema={"state": pl.String, "printed": pl.String}
    )
    assert asked.select(district_paths(pl.col("state"), pl.col("printed"))).item() is None


def test_every_name_of_the_list_means_its_district() -> None:
    """Names and labels lead back to their path, and no two districts share a label."""
    assert districts().filter(district_paths(pl.col("state"), pl.col("name")) != pl.col("path")).height == 0
    labels = districts().select("path", label=district_labels(pl.col("path"))).unique()
    assert labels["label"].n_unique() == labels["path"].n_unique() == sum(SIZES.values())
    assert "9th Judicial Circuit, Florida" in labels["label"]


@pytest.mark.parametrize(
    ("file", "state", "size"), [("ga24_district_attorney", "ga", 41), ("fl24_state_attorney", "fl", 4)]
)
def test_the_counties_of_2024_are_those_that_voted(shared: Path, file: str, state: str, size: int) -> None:
    """Each circuit of the results of 2024 has exactly the counties the list gives it."""
    with (shared / MEDSL / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(row["district"], f"county/us/{row['county_fips']}") for row in csv.DictReader(lines)]
    printed = pl.DataFrame(sorted(set(rows)), schema=["printed", "county"], orient="row")
    voted = printed.with_columns(district=district_paths(pl.lit(state), pl.col("printed")))
    asked = voting(state, date(2024, 11, 5)).filter(pl.col("district").is_in(voted["district"].implode()))
    pairs = ["district", "county"]
    assert voted["district"].n_unique() == size
    assert voted.select(pairs).sort(pairs).rows() == asked.select(pairs).sort(pairs).rows()


def test_the_circuits_of_georgia_are_those_of_its_results(shared: Path) -> None:
    """Each circuit in the results of 2014 and 2016 has the counties of the list; two lack one in a file."""
    files = ("2014/20140520__ga__primary", "2014/20141104__ga__general", "2016/20160524__ga__primary")
    found: dict[str, dict[str, set[str]]] = {}
    for file in (*files, "2016/20161108__ga__general"):
        found[file] = _printed(shared / OPEN / f"{file}.csv")
    missing = []
    for file, circuits in found.items():
        for circuit, names in circuits.items():
            asked = {"c": [circuit] * len(names), "n": sorted(names)}
            frame = pl.DataFrame(asked).select(
                district=district_paths(pl.lit("ga"), pl.col("c")),
                county=county_paths(pl.lit("ga"), pl.col("n")),
            )
            listed = voting("ga", date(2016, 1, 1)).filter(pl.col("district") == frame["district"][0])
            assert set(frame["county"]) <= set(listed["county"]), circuit
            missing += [(file, circuit, one) for one in sorted(set(listed["county"]) - set(frame["county"]))]
    assert missing == [
        ("2014/20141104__ga__general", "Atlantic Circuit", "county/us/13267"),
        ("2016/20161108__ga__general", "Pataula Circuit", "county/us/13243"),
    ]


def _printed(path: Path) -> dict[str, set[str]]:
    """The counties printed for each circuit in contests for district attorney."""
    circuits: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if "attorney" in row["office"].lower() and row["county"]:
                circuits[row["district"]].add(row["county"])
    return circuits


def _things(rows: Rows, table: str) -> pl.DataFrame:
    made = rows.tables[table]
    frame, broken = check(table, shaped(table, made, Place("x", "x")), pl.Series("line", [0] * made.height))
    assert broken.height == 0
    return told_once(table, frame)


def test_the_list_is_a_dataset() -> None:
    """Each row makes the counties of a district over a time, and each district has those of today."""
    [folder] = [folder for folder in reference() if folder.name == "prosecutor_districts"]
    [(_, batches)] = LAYOUT.records(folder / "districts.csv", {})
    [batch] = batches
    made = LAYOUT.convert(batch.kind, batch.frame, Place("x", "x"))
    assert (batch.frame.height, made.problems.height) == (227, 0)
    district, over_time = _things(made, "district"), _things(made, "district-counties")
    assert (district.height, over_time.height) == (224, 227)
    augusta = district.row(by_predicate=pl.col("id") == "district/us/ga/augusta-judicial-circuit", named=True)
    assert augusta["coversCounty"] == ["county/us/13033", "county/us/13245"]
    assert augusta["label"] == "Augusta Judicial Circuit, Georgia"
    before = over_time.row(
        by_predicate=pl.col("id") == "district-counties/us/ga/augusta-judicial-circuit/first", named=True
    )
    assert before["coversCounty"] == ["county/us/13033", "county/us/13073", "county/us/13245"]
    assert before["validUntil"] == date(2021, 6, 30)
    assert before["label"] == "counties of Augusta Judicial Circuit, Georgia until 2021-06-30"


def test_a_district_with_an_unknown_county_is_rejected() -> None:
    """A name that is no county of the state is told with its line, and its district is left out."""
    names = ("state", "name", "counties", "ocd_id", "from", "elects_from", "until", "elects_until", "law")
    rows = [
        ("ga", "Hazzard Judicial Circuit", "Hazzard|Fulton", *[""] * 6),
        ("zz", "Circuit 1", "Fulton", *[""] * 6),
        ("fl", "Circuit 1", "Leon", "", "July", *[""] * 4),
    ]
    frame = pl.DataFrame(rows, schema=list(names), orient="row").with_row_index("line", 2)
    made = LAYOUT.convert("districts", frame, Place("x", "x"))
    assert made.problems.rows() == [
        (3, "state", "zz", "the code of a state", True),
        (4, "from", "July", "a day as %Y-%m-%d", False),
        (2, "counties", "Hazzard", "the name of one county of the state", True),
    ]
    assert _things(made, "district")["id"].to_list() == ["district/us/fl/circuit-1"]
