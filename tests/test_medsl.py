"""The reader of MEDSL's precinct results: on its rows of prosecutors, and on made-up ones for every trap."""

import csv
import re
import zipfile
from collections import Counter
from pathlib import Path

import polars as pl
import pytest
from told_results import Told, told, written

from sources.medsl.columns import COMMON, FIRST_2018, IGNORED, LATER, OLD, WAYS
from sources.medsl.layout import LAYOUT
from sources.tables.layouts.layout import Sample, layouts

FOLDERS = ("MEDSL__2024-elections-official", "MEDSL__2022-elections-official")
STATES = {"ga": "GEORGIA", "fl": "FLORIDA", "md": "MARYLAND", "la": "LOUISIANA", "oh": "OHIO", "ks": "KANSAS"}
ROW = {
    "precinct": "1",
    "office": "STATE ATTORNEY",
    "party_detailed": "DEMOCRAT",
    "party_simplified": "DEMOCRAT",
    "mode": "TOTAL",
    "votes": "10",
    "county_name": "ORANGE",
    "county_fips": "12095",
    "jurisdiction_name": "ORANGE",
    "jurisdiction_fips": "12095",
    "candidate": "ANN LEE",
    "district": "9TH JUDICIAL CIRCUIT",
    "dataverse": "STATE",
    "year": "2024",
    "stage": "GEN",
    "state": "FLORIDA",
    "special": "FALSE",
    "writein": "FALSE",
    "state_po": "FL",
    "state_fips": "12",
    "state_cen": "59",
    "state_ic": "43",
    "date": "2024-11-05",
    "magnitude": "1",
}
CONTEST = "contest/2024-11-05/us-fl-9th-judicial-circuit/state-attorney"


@pytest.fixture(scope="session")
def real(shared: Path) -> Told:
    """What all rows of prosecutors in the shared files become."""
    return told(LAYOUT, real_files(shared))


def real_files(shared: Path) -> list[Path]:
    """The files of Arizona, Florida and Georgia."""
    return sorted(file for folder in FOLDERS for file in (shared / "data" / folder).glob("*.csv"))


def returns(folder: Path, *changes: dict[str, str]) -> Path:
    """A file of returns with a row for each change of the usual one."""
    rows = [{**ROW, **change} for change in changes]
    lines = [",".join(f'"{row[name]}"' for name in ROW) for row in rows]
    return written(folder, "fl24.csv", ",".join(ROW), *lines)


def counted(shared: Path, *names: str) -> Counter[tuple[str, ...]]:
    """The votes of the shared files by some columns, counted with the csv module."""
    votes: Counter[tuple[str, ...]] = Counter()
    for file in real_files(shared):
        with file.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                votes[tuple(row[name] for name in names)] += int(row["votes"])
    return votes


def totals(real: Told, contest: str) -> dict[tuple[object, ...], int]:
    """The votes of a contest by county and choice."""
    sums = real.votes("contest", "reportingPlace", "choiceText")
    return {key[1:]: votes for key, votes in sums.items() if key[0] == contest}


def test_the_layout_is_found_and_recognises_its_files() -> None:
    """Returns of 2018 and later, of 2016, and the first of 2018 have columns of their own."""
    assert layouts()["medsl"] is LAYOUT
    for columns in (LATER, OLD, FIRST_2018):
        assert LAYOUT.recognises(Sample("fl24", header=(*COMMON, *columns, *IGNORED)))
    assert not LAYOUT.recognises(Sample("x.csv", header=("office", "candidate", "votes")))


def test_every_row_of_the_real_files_is_told(real: Told, shared: Path) -> None:
    """All rows are of prosecutors, and each becomes a tally."""
    assert real.lost() == []
    assert real.left_out.total() == 0
    assert real.tables["tally"].height == real.read.total() == 16233
    assert real.problems.rows() == []
    assert counted(shared).total() == real.tables["tally"]["value"].sum()


def test_the_votes_of_the_real_files_are_counted_once(real: Told, shared: Path) -> None:
    """For every county and choice the sum is that of the csv module."""
    rows = real.tables["tally"].filter(~pl.col("repeated"))
    sums = rows.group_by("reportingPlace", "choiceText", "voteMode").agg(pl.col("value").sum())
    expected: Counter[tuple[str, ...]] = Counter()
    for (fips, choice, mode), votes in counted(shared, "county_fips", "candidate", "mode").items():
        expected[f"county/us/{fips}", choice, WAYS[mode]] += votes
    assert {tuple(row[:3]): row[3] for row in sums.rows()} == dict(expected)


def test_florida_2024_circuit_9(real: Told) -> None:
    """The state attorney of Orange and Osceola counties."""
    assert totals(real, CONTEST) == {
        ("county/us/12095", "MONIQUE WORRELL"): 325824,
        ("county/us/12095", "ANDREW BAIN"): 236950,
        ("county/us/12097", "MONIQUE WORRELL"): 88074,
        ("county/us/12097", "ANDREW BAIN"): 68920,
    }


def test_florida_2024_circuit_13(real: Told) -> None:
    """The state attorney of Hillsborough County; over- and undervotes are votes for nobody."""
    contest = "contest/2024-11-05/us-fl-13th-judicial-circuit/state-attorney"
    assert totals(real, contest) == {
        ("county/us/12057", "SUZY LOPEZ"): 344065,
        ("county/us/12057", "ANDREW H WARREN"): 309313,
    }
    rows = real.tables["tally"].filter(pl.col("contest") == contest)
    kinds = rows.group_by("choiceKind").agg(pl.col("value").sum())
    assert dict(kinds.rows()) == {
        "choice-candidate": 344065 + 309313,
        "choice-overvotes": 83,
        "choice-undervotes": 25580,
    }


def test_georgia_2024_western_circuit(real: Told) -> None:
    """The district attorney of Athens-Clarke and Oconee counties; the offices are printed by county."""
    assert totals(real, "contest/2024-11-05/us-ga-western-judicial-circuit/district-attorney") == {
        ("county/us/13059", "KALKI YALAMANCHILI"): 25211,
        ("county/us/13059", "DEBORAH GONZALEZ"): 24687,
        ("county/us/13219", "KALKI YALAMANCHILI"): 19847,
        ("county/us/13219", "DEBORAH GONZALEZ"): 6094,
    }


def test_georgia_2024_eastern_circuit(real: Told) -> None:
    """The district attorney of Chatham County."""
    assert totals(real, "contest/2024-11-05/us-ga-eastern-judicial-circuit/district-attorney") == {
        ("county/us/13051", "SHALENA COOK JONES"): 72817,
        ("county/us/13051", "ANDRE PRETORIUS"): 63423,
    }


def test_a_member_of_an_archive_needs_no_suffix(shared: Path, tmp_path: Path, real: Told) -> None:
    """MEDSL packs Florida as fl24, without .csv, in fl24.zip."""
    source = shared / "data" / FOLDERS[0] / "fl24_state_attorney.csv"
    with zipfile.ZipFile(tmp_path / "fl24.zip", "w") as archive:
        archive.write(source, "fl24")
    packed = told(LAYOUT, [tmp_path / "fl24.zip"])
    assert packed.read == {"fl24.zip": 7846}
    assert totals(packed, CONTEST) == totals(real, CONTEST)


def test_a_contest_is_told_with_what_the_columns_say(tmp_path: Path) -> None:
    """Day, seats, party and place are the publisher's."""
    made = told(LAYOUT, [returns(tmp_path, {})])
    contest = made.one("contest")
    assert (contest["id"], contest["date"], contest["seats"]) == (CONTEST, "2024-11-05", 1)
    assert contest["label"] == "State Attorney, 9th Judicial Circuit, Florida, 2024-11-05"
    assert contest["districtAsPrinted"] == "9TH JUDICIAL CIRCUIT"
    tally = made.one("tally")
    assert (tally["reportingPlace"], tally["precinct"]) == ("county/us/12095", "1")
    assert (tally["partyAsPrinted"], tally["countStatus"]) == ("DEMOCRAT", "count-unknown")
    assert made.one("candidacy")["writeIn"] is False
    assert made.one("district")["label"] == "9th Judicial Circuit, Florida"


def test_a_total_beside_its_modes_is_repeated(tmp_path: Path) -> None:
    """In one precinct modes are split apart and TOTAL is included, in another there is TOTAL alone."""
    changes = [
        {"mode": "ELECTION DAY", "votes": "7"},
        {"mode": "EARLY_VOTING", "votes": "3"},
        {"mode": "TOTAL", "votes": "10"},
        {"mode": "TOTAL", "votes": "4", "precinct": "2"},
    ]
    made = told(LAYOUT, [returns(tmp_path, *changes)])
    assert [(row[3], row[4]) for row in made.tallies()] == [
        ("election-day", False),
        ("early", False),
        ("total", True),
        ("total", False),
    ]
    assert made.votes() == {(): 14}
    assert made.problems.rows() == []


def test_a_total_that_is_not_the_sum_of_its_modes_counts(tmp_path: Path) -> None:
    """In New York the total can hold votes that no mode has; both figures are told."""
    made = told(LAYOUT, [returns(tmp_path, {"mode": "ABSENTEE", "votes": "3"}, {"votes": "10"})])
    assert [row[4] for row in made.tallies()] == [True, False]
    assert made.doubts() == [(3, "votes", "10", "the rows by mode sum to 3; the total is counted", False)]


def test_floating_rows_are_votes_of_the_county_or_its_total(tmp_path: Path) -> None:
    """Maryland floats absentee votes beside precincts; Louisiana also floats the total of all."""
    changes = [
        {"votes": "10"},
        {"precinct": "COUNTY FLOATING", "mode": "ABSENTEE", "votes": "3"},
        {"precinct": "COUNTY_FLOATING", "mode": "TOTAL", "votes": "13"},
        {"precinct": "COUNTY FLOATING", "candidate": "CY OE", "votes": "2", "writein": "TRUE"},
    ]
    made = told(LAYOUT, [returns(tmp_path, *changes)])
    assert made.tables["tally"].select("tallyLevel", "precinct", "repeated").rows() == [
        ("level-precinct", "1", False),
        ("level-county", None, False),
        ("level-county", None, True),
        ("level-county", None, False),
    ]
    wanted = "a candidate in the precincts of the county; the total is counted"
    assert made.doubts() == [(5, "votes", "cy-oe", wanted, False)]
    assert {row["label"]: row["writeIn"] for row in made.frame("candidacy").to_dicts()} == {
        "ANN LEE": False,
        "CY OE": True,
    }


def test_an_attorney_general_filed_as_state_attorney_is_left_out(tmp_path: Path) -> None:
    """Maryland 2018: STATE ATTORNEY, STATEWIDE is the attorney general's race, others are the counties'."""
    maryland = {"state_po": "MD", "district": "STATEWIDE", "candidate": "BRIAN E FROSH"}
    changes = [
        {**maryland, "county_fips": "24001", "county_name": "ALLEGANY"},
        {**maryland, "county_fips": "24003", "county_name": "ANNE ARUNDEL"},
        {
            **maryland,
            "county_fips": "24003",
            "county_name": "ANNE ARUNDEL",
            "candidate": "WRITEIN",
            "votes": "1",
        },
        {
            **maryland,
            "county_fips": "24003",
            "county_name": "ANNE ARUNDEL",
            "candidate": "WES ADAMS",
            "district": "",
        },
    ]
    file = returns(tmp_path, *changes)
    made = told(LAYOUT, [file])
    assert made.votes("contest", "choiceText") == {
        ("contest/2024-11-05/us-24003/states-attorney", "WES ADAMS"): 10,
    }
    wanted = "a prosecutor's contest; its choices are answers, or candidates of the whole state"
    assert made.doubts() == [
        (2, "office", "STATE ATTORNEY, STATEWIDE", wanted, False),
        (3, "office", "STATE ATTORNEY, STATEWIDE", wanted, False),
    ]
    assert made.left_out == {"fl24.csv": 3}
    everything = (
        told(LAYOUT, [file], contests="all").frame("contest").select("jurisdiction", "officeKind").unique()
    )
    assert sorted(everything.rows()) == [
        ("county/us/24003", "office-kind-prosecutor"),
        ("state/us/md", "office-kind-other"),
    ]


def test_a_question_under_the_name_of_an_office_is_no_race(tmp_path: Path) -> None:
    """Hawaii 2016: an amendment to the charter of Honolulu stands under PROSECUTING ATTORNEY."""
    honolulu = {
        "state_po": "HI",
        "office": "PROSECUTING ATTORNEY",
        "county_fips": "15003",
        "county_name": "HONOLULU",
    }
    honolulu["district"] = "City and County of Honolulu"
    file = returns(tmp_path, {**honolulu, "candidate": "YES"}, {**honolulu, "candidate": "NO"})
    made = told(LAYOUT, [file])
    assert made.tables["tally"].height == 0
    wanted = "a prosecutor's contest; its choices are answers, or candidates of the whole state"
    found = "PROSECUTING ATTORNEY, City and County of Honolulu"
    assert made.doubts() == [(2, "office", found, wanted, False)]
    assert made.left_out == {"fl24.csv": 2}


def test_a_statewide_district_of_a_county_office_is_no_contest_of_the_state(tmp_path: Path) -> None:
    """New Hampshire 2024 prints STATEWIDE beside county attorneys, each of whom stands in one county."""
    new_hampshire = {"state_po": "NH", "office": "ATTORNEY", "district": "STATEWIDE"}
    changes = [
        {**new_hampshire, "county_fips": "33001", "county_name": "BELKNAP", "candidate": "KEITH G CORMIER"},
        {**new_hampshire, "county_fips": "33003", "county_name": "CARROLL", "candidate": "KEITH D BLAIR"},
    ]
    made = told(LAYOUT, [returns(tmp_path, *changes)])
    assert made.frame("contest")["id"].to_list() == [
        "contest/2024-11-05/us-33001/county-attorney",
        "contest/2024-11-05/us-33003/county-attorney",
    ]


def test_a_recount_stands_for_the_count_it_repeats(tmp_path: Path) -> None:
    """Arizona 2022 has stages GEN and GEN RECOUNT; the last count is counted."""
    changes = [
        {"votes": "10"},
        {"votes": "11", "stage": "GEN RECOUNT"},
        {"votes": "12", "stage": "GEN RECOUNT 2"},
    ]
    made = told(LAYOUT, [returns(tmp_path, *changes)])
    assert [(row[2], row[4]) for row in made.tallies()] == [(10, True), (11, True), (12, False)]


def test_withheld_and_negative_figures_are_rejected_with_their_line(tmp_path: Path) -> None:
    """Kansas prints * to keep votes secret, Albany -2 to balance undervotes."""
    changes = [{"votes": "*"}, {"votes": "-2", "candidate": "UNDERVOTES"}, {"votes": "10"}]
    made = told(LAYOUT, [returns(tmp_path, *changes)])
    assert made.doubts() == [
        (2, "votes", "*", "a number of votes", True),
        (3, "votes", "-2", "a number of votes", True),
    ]
    assert made.lost() == []


def test_the_same_precinct_name_in_two_towns_is_two_precincts(tmp_path: Path) -> None:
    """In New England the jurisdiction is a town; it stands before a precinct that does not name it."""
    vermont = {"state_po": "VT", "office": "STATE'S ATTORNEY", "county_fips": "50009", "county_name": "ESSEX"}
    changes = [
        {**vermont, "jurisdiction_name": "CONCORD", "precinct": "WARD 1", "district": ""},
        {**vermont, "jurisdiction_name": "LUNENBURG", "precinct": "WARD 1", "district": ""},
        {**vermont, "jurisdiction_name": "CANAAN", "precinct": "Canaan", "district": ""},
    ]
    made = told(LAYOUT, [returns(tmp_path, *changes)])
    assert made.tables["tally"]["precinct"].to_list() == ["CONCORD, WARD 1", "LUNENBURG, WARD 1", "Canaan"]
    assert made.problems.rows() == []


def test_a_code_that_is_another_countys_is_told(tmp_path: Path) -> None:
    """The code is taken, and the first row of the county says so."""
    made = told(
        LAYOUT, [returns(tmp_path, {"county_fips": "12097"}, {"county_fips": "12097", "precinct": "2"})]
    )
    assert made.tables["tally"]["reportingPlace"].to_list() == ["county/us/12097"] * 2
    assert made.doubts() == [(2, "county_fips", "ORANGE", "the county the code means, which is taken", False)]


def test_days_are_read_in_all_ways_they_are_printed(tmp_path: Path) -> None:
    """Most files have 2024-11-05, some 11/5/24; a day that is none is rejected."""
    made = told(LAYOUT, [returns(tmp_path, {"date": "11/5/24"}, {"date": "2024-31-12", "precinct": "2"})])
    assert made.one("contest")["date"] == "2024-11-05"
    stages = "GEN, GEN RECOUNT, GEN RECOUNT 2, RECOUNT, PRI, PRI RECOUNT, RUNOFF, GEN RUNOFF, PRI RUNOFF"
    wanted = f"a day as %Y-%m-%d or %m/%d/%y or %m/%d/%Y, and a stage, one of {stages}"
    assert made.doubts() == [(3, "date", "2024-31-12,2024,GEN", wanted, True)]
    assert made.lost() == []


def test_returns_of_2016_have_the_day_that_the_law_says(tmp_path: Path) -> None:
    """The files of 2016 have no day; that of a general election is fixed by law."""
    row = {
        "year": "2016",
        "state_postal": "FL",
        "county_name": "Orange County",
        "county_fips": "12095",
        "jurisdiction": "Orange",
        "precinct": "101",
        "office": "State Attorney",
        "district": "9",
        "stage": "gen",
        "special": "False",
        "candidate": "Aramis Ayala",
        "writein": "False",
        "party": "democratic",
        "mode": "total",
        "votes": "17",
        "candidate_fec": "",
    }
    file = written(tmp_path, "2016-fl-precinct.csv", ",".join(row), ",".join(row.values()))
    made = told(LAYOUT, [file])
    assert made.one("contest")["id"] == "contest/2016-11-08/us-fl-9th-judicial-circuit/state-attorney"
    assert made.votes("choiceText", "partyAsPrinted") == {("Aramis Ayala", "democratic"): 17}


def test_the_first_returns_of_2018_may_be_unofficial(tmp_path: Path) -> None:
    """Their codebook has a column for it, and names the county otherwise."""
    row = {
        "precinct": "Ward 1",
        "office": "District Attorney",
        "party": "democrat",
        "mode": "total",
        "votes": "17",
        "jurisdiction": "Rusk",
        "county": "Rusk",
        "candidate": "Ann Lee",
        "district": "",
        "year": "2018",
        "stage": "gen",
        "special": "False",
        "writein": "False",
        "state_po": "WI",
        "unofficial": "TRUE",
    }
    file = written(tmp_path, "2018-wi-precinct-general.csv", ",".join(row), ",".join(row.values()))
    tally = told(LAYOUT, [file]).one("tally")
    assert tally["countStatus"] == "count-unofficial"
    assert tally["contest"] == "contest/2018-11-06/us-55107/district-attorney"


def test_every_way_of_voting_has_a_code() -> None:
    """The modes are in capitals, with single spaces, as they are looked up."""
    assert {mode for mode in WAYS if mode != re.sub("[_ ]+", " ", mode).upper()} == set()
