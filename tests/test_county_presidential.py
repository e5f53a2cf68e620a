"""The reader of county results for president: on files of three elections, and on made-up ones for traps."""

import csv
from collections import Counter
from pathlib import Path

import polars as pl
import pytest
from told_results import Told, told, written

from sources.county_presidential.columns import (
    COLUMNS_2008_2016,
    COLUMNS_2012_2016,
    COLUMNS_2016,
    COLUMNS_LATER,
)
from sources.county_presidential.layout import LAYOUT
from sources.errors import SheetError
from sources.tables.layouts.layout import Sample, layouts

FOLDER = "data/tonmcg__US_County_Level_Election_Results_08-24"
NAME = "2020_US_County_Level_Presidential_Results.csv"
HEADER = (
    "state_name,county_fips,county_name,votes_gop,votes_dem,total_votes,diff,per_gop,per_dem,per_point_diff"
)
DAYS = {"2016": "2016-11-08", "2020": "2020-11-03", "2024": "2024-11-05"}


@pytest.fixture(scope="session")
def real(shared: Path) -> Told:
    """What the files of 2016, 2020 and 2024 become."""
    return told(LAYOUT, real_files(shared))


def real_files(shared: Path) -> list[Path]:
    """The files of 2016, 2020 and 2024."""
    return sorted((shared / FOLDER).glob("*.csv"))


def records(file: Path) -> list[dict[str, str]]:
    """The rows of a file, read without this project."""
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def votes_of(row: dict[str, str], name: str) -> int:
    """A figure of a row."""
    return int(float(row[name].replace(",", "")))


def test_the_layout_is_found_and_recognises_its_files() -> None:
    """Four ways of naming the columns are known."""
    assert layouts()["county-presidential"] is LAYOUT
    for columns in (COLUMNS_2016, COLUMNS_LATER, COLUMNS_2012_2016, COLUMNS_2008_2016):
        assert LAYOUT.recognises(Sample("x.csv", header=tuple(columns)))
    assert not LAYOUT.recognises(Sample("x.csv", header=("county_fips", "votes_dem")))


def test_every_row_of_the_real_files_is_told(real: Told) -> None:
    """A row has three figures: two parties and all votes."""
    assert real.read == dict(zip((file for file in real.read), (3141, 3152, 3160), strict=True))
    assert real.lost() == []
    assert real.tables["tally"].height == 3 * (3141 + 3152 + 3160)


def test_the_votes_of_the_real_files_are_counted_once(real: Told, shared: Path) -> None:
    """For every county and party the sum is that of the csv module; Alaska 2016 counts once, as a state."""
    expected: Counter[tuple[str, str]] = Counter()
    for file in real_files(shared):
        rows = {
            row["county_name"] if row.get("state_abbr") == "AK" else number: row
            for number, row in enumerate(records(file))
        }
        for row in rows.values():
            for party in ("dem", "gop"):
                expected[DAYS[file.name[:4]], party.upper()] += votes_of(row, f"votes_{party}")
    sums = real.votes("contest", "partyAsPrinted")
    assert {(str(contest)[8:18], str(party)): votes for (contest, party), votes in sums.items()} == dict(
        expected
    )


def test_the_votes_of_each_county_are_those_of_its_row(real: Told, shared: Path) -> None:
    """A county outside Alaska and Washington has the figures of one row."""
    rows = [row for file in real_files(shared) for row in records(file) if row.get("state_name") == "Georgia"]
    counties = real.tables["tally"].filter(
        pl.col("reportingPlace").str.starts_with("county/us/13"),
        pl.col("contest") != "contest/2016-11-08/us/president",
    )
    assert counties.height == 3 * len(rows) == 3 * 2 * 159
    fulton = counties.filter(pl.col("reportingPlace") == "county/us/13121", pl.col("partyAsPrinted") == "DEM")
    assert fulton["value"].to_list() == [
        votes_of(row, "votes_dem") for row in rows if row["county_fips"] == "13121"
    ]


def test_alaska_2016_is_told_as_a_state_once(real: Told) -> None:
    """29 rows repeat the total of the state under codes of its boroughs; none is the result of a borough."""
    rows = real.tables["tally"].filter(pl.col("contest") == "contest/2016-11-08/us/president")
    boroughs = rows.filter(pl.col("reportingPlace").str.starts_with("county/us/02"))
    assert boroughs.height == 0
    alaska = rows.filter(
        pl.col("reportingPlace") == "state/us/ak", pl.col("choiceKind") == "choice-candidate"
    )
    assert (alaska.height, alaska["repeated"].sum()) == (58, 56)
    assert alaska["tallyLevel"].unique().to_list() == ["level-state"]
    wanted = "a county; the row has the total of the state, which is told once"
    doubts = [row for row in real.doubts() if row[3] == wanted]
    assert (doubts[0], len(doubts)) == ((2, "county_name", "02013 Alaska", wanted, False), 29)


def test_districts_and_wards_with_codes_of_counties_are_no_counties(real: Told) -> None:
    """In 2024 house district 13 has the code of Aleutians East, and the first ward that of Washington."""
    rows = real.tables["tally"].filter(pl.col("contest") == "contest/2024-11-05/us/president")
    places = rows.group_by("tallyLevel").agg(pl.col("reportingPlace").n_unique())
    assert dict(places.rows()) == {"level-county": 3112, "level-district": 48}
    names = dict(real.frame("district").select("id", "label").rows())
    assert names["district/us/ak/state-house-district-13"] == "State House District 13, Alaska"
    assert names["district/us/dc/ward-1"] == "Ward 1, District of Columbia"


def test_a_county_that_was_renamed_is_told_by_its_code(real: Told) -> None:
    """46113 was Shannon County, which is Oglala Lakota today; the file calls it Oglala."""
    wanted = "a code and the name of its county; the code is taken where it is known"
    assert [row for row in real.doubts() if row[3] == wanted] == [
        (2413, "county_name", "46113 Oglala County", wanted, False)
    ]
    rows = real.tables["tally"].filter(pl.col("reportingPlace") == "county/us/46102")
    assert rows["contest"].n_unique() == 3


def test_all_votes_are_repeated_and_candidates_have_no_names(real: Told) -> None:
    """The files print a party for each of two candidates, and the votes of all."""
    kinds = real.tables["tally"].group_by("choiceText", "choiceKind").agg(pl.col("repeated").all())
    assert sorted(kinds.rows()) == [
        ("Democratic candidate", "choice-candidate", False),
        ("Republican candidate", "choice-candidate", False),
        ("total votes", "choice-all-votes", True),
    ]
    assert real.frame("candidacy")["label"].unique().sort().to_list() == [
        "Democratic candidate",
        "Republican candidate",
    ]
    assert real.frame("contest")["jurisdiction"].unique().to_list() == ["country/us"]


def test_sums_and_differences_that_do_not_fit_are_told(tmp_path: Path) -> None:
    """More votes for two parties than in all, and a difference that is another."""
    rows = [
        "Georgia,13121,Fulton County,60,50,100,10.0,,,",
        "Georgia,13051,Chatham County,60,30,100,-31,,,",
        "Georgia,13059,Clarke County,30,60,100,-30,,,",
    ]
    made = told(LAYOUT, [written(tmp_path, NAME, HEADER, *rows)])
    assert made.doubts() == [
        (2, "total_votes", "100", "110, the sum of the parties", False),
        (2, "votes", "100", "at least 110, the votes for the choices", False),
        (3, "diff", "-31", "30, the difference of the votes", False),
    ]


def test_votes_that_cannot_be_read_are_rejected_with_their_column(tmp_path: Path) -> None:
    """A figure that is no number leaves out its tally; a row without figures is rejected."""
    rows = ["Georgia,13121,Fulton County,x,50,100,,,,", "Georgia,13051,Chatham County,,*,,,,,"]
    made = told(LAYOUT, [written(tmp_path, NAME, HEADER, *rows)])
    assert made.doubts() == [
        (2, "votes_gop", "x", "a number of votes", False),
        (3, "total_votes", "", "a number of votes", True),
        (3, "votes_dem", "*", "a number of votes", True),
        (3, "votes_gop", "", "a number of votes", True),
    ]
    assert [row[1] for row in made.tallies()] == ["total votes", "Democratic candidate"]
    assert made.lost() == []


def test_a_file_of_three_elections_has_a_contest_for_each(tmp_path: Path) -> None:
    """2008, 2012 and 2016 stand side by side, with the votes for others."""
    header = "fips_code,county,total_2008,dem_2008,gop_2008,oth_2008,total_2012,dem_2012,gop_2012,oth_2012"
    header += ",total_2016,dem_2016,gop_2016,oth_2016"
    row = "26041,Delta County,19064,9974,8763,327,18043,8330,9533,180,18467,6431,11112,925"
    made = told(LAYOUT, [written(tmp_path, "US_County_Level_Presidential_Results_08-16.csv", header, row)])
    sums = made.votes("contest", "choiceText")
    assert sums["contest/2008-11-04/us/president", "Democratic candidate"] == 9974
    assert sums["contest/2012-11-06/us/president", "Republican candidate"] == 9533
    assert made.tables["tally"].filter(pl.col("choiceKind") == "choice-other")["value"].to_list() == [
        327,
        180,
        925,
    ]
    assert made.tables["tally"]["reportingPlace"].unique().to_list() == ["county/us/26041"]
    assert made.doubts() == [
        (2, "total_2016", "18467", "18468, the sum of the parties", False),
    ]


def test_one_election_in_two_files_is_counted_once(tmp_path: Path) -> None:
    """2016 stands in the file of its own and beside 2012; a year without votes there is not told."""
    header = "combined_fips,votes_dem_2016,votes_gop_2016,total_votes_2016,diff_2016,state_abbr,county_name"
    header += ",total_votes_2012,votes_dem_2012,votes_gop_2012,diff_2012"
    first = written(
        tmp_path,
        "US_County_Level_Presidential_Results_12-16.csv",
        header,
        '5009,29,122,159,"93",AR,Boone County,,,,',
    )
    second = written(
        tmp_path,
        "2016_US_County_Level_Presidential_Results.csv",
        ",votes_dem,votes_gop,total_votes,per_dem,per_gop,diff,per_point_diff,state_abbr,county_name,combined_fips",
        "0,29.0,123.0,159.0,0.18,0.77,94,58%,AR,Boone County,5009",
    )
    made = told(LAYOUT, [first, second])
    assert made.votes("contest", "partyAsPrinted") == {
        ("contest/2016-11-08/us/president", "DEM"): 29,
        ("contest/2016-11-08/us/president", "GOP"): 123,
    }
    wanted = (
        "123, the sum of the parts from 2016_US_County_Level_Presidential_Results.csv on, which is counted"
    )
    assert made.doubts() == [(2, "votes", "122", wanted, False)]


def test_a_file_without_a_year_is_refused_and_the_option_helps(tmp_path: Path) -> None:
    """The year is in the name of the file, or in the option."""
    file = written(tmp_path, "results.csv", HEADER, "Georgia,13121,Fulton County,60,30,100,30,,,")
    with pytest.raises(SheetError) as raised:
        told(LAYOUT, [file])
    wanted = "wanted a file name as 2020_US_County_Level_..., or options.year"
    assert str(raised.value) == f"results.csv: year: '' is no year; {wanted}"
    assert told(LAYOUT, [file], year="2020").one("contest")["id"] == "contest/2020-11-03/us/president"
