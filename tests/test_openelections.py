"""The reader of OpenElections: on its files of four states, and on made-up ones for every trap.

`data/20141104__ga__general.csv` is a slice of the file of that name in openelections/openelections-data-ga,
facts of the Secretary of State of Georgia.
"""

import csv
import re
from collections import defaultdict
from pathlib import Path

import polars as pl
import pytest
from told_results import Told, told, written

from graph.nodes import BASE
from graph.tables.conversion import Order, convert_dataset
from sources.dataset import read_dataset
from sources.errors import SheetError
from sources.openelections.columns import COLUMNS, MODES
from sources.openelections.filename import election_of
from sources.openelections.layout import LAYOUT
from sources.tables.layouts.layout import Sample, layouts
from sources.tables.layouts.rows import Place

SLICE = Path(__file__).parent / "data" / "20141104__ga__general.csv"
GENERAL = "20201103__mi__general__bay__precinct.csv"
WIDE = "county,precinct,office,district,party,candidate,votes,election_day,absentee"
PLAIN = "county,precinct,office,district,party,candidate,votes"
NAMED = "wanted a file name as 20161108__ga__general__precinct.csv, or options.state"
KINDS_OF_ELECTION = (
    "general, primary, runoff, primary-runoff, special, special-runoff, recall"
    " in the name or options.election"
)
FILES = [
    (
        "20161108__ga__general__chatham__precinct.csv",
        ("ga", "2016-11-08", "general", "", "county/us/13051", "precinct"),
    ),
    ("2020/20200811__ga__primary__general__runoff.csv", ("ga", "2020-08-11", "primary-runoff", "", "", "")),
    (
        "20160830__az__primary__la_paz__precinct.csv",
        ("az", "2016-08-30", "primary", "", "county/us/04012", "precinct"),
    ),
    ("20160119__ga__special__general__precinct.csv", ("ga", "2016-01-19", "special", "", "", "precinct")),
    (
        "20150714__ga__special__general_runoff__house__10.csv",
        ("ga", "2015-07-14", "special-runoff", "", "", ""),
    ),
    ("20111108__az__recall__state_senate__18.csv", ("az", "2011-11-08", "recall", "", "", "")),
    (
        "20180605__ms__republican__primary__county.csv",
        ("ms", "2018-06-05", "primary", "republican", "", "county"),
    ),
    ("20061205__ga__general__runoff.csv", ("ga", "2006-12-05", "runoff", "", "", "")),
    (
        "_20180306__tx__primary__haskell__precinct.csv",
        ("tx", "2018-03-06", "primary", "", "county/us/48207", "precinct"),
    ),
    ("20241105__mi__general__county.csv.gz", ("mi", "2024-11-05", "general", "", "", "county")),
]


@pytest.fixture(scope="session")
def real(shared: Path) -> Told:
    """What all files of four states become."""
    return told(LAYOUT, real_files(shared))


def real_files(shared: Path) -> list[Path]:
    """The files of four states."""
    return sorted((shared / "data").glob("openelections__*/**/*.csv"))


def pros(*rows: str) -> list[str]:
    """Rows of a prosecutor's contest in Bay County, of precinct 1."""
    return [f"Bay,1,Prosecuting Attorney,,{row}" for row in rows]


def records(file: Path) -> list[dict[str, str]]:
    """The rows of a file, read without this project."""
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_layout_is_found_and_recognises_its_files() -> None:
    """The columns tell the files of OpenElections from others."""
    assert layouts()["openelections"] is LAYOUT
    assert LAYOUT.recognises(Sample("x.csv", header=tuple(PLAIN.split(","))))
    assert LAYOUT.recognises(Sample("x.csv", header=("precinct_id", "race", "candidate", "count")))
    assert not LAYOUT.recognises(Sample("x.csv", header=("office", "candidate", "votes", "cmte_id")))


def test_every_row_of_the_real_files_is_accounted_for(real: Told, shared: Path) -> None:
    """A row is told, or rejected, or left out as another contest."""
    assert real.lost() == []
    assert real.read.total() == sum(len(records(file)) for file in real_files(shared)) == 22866
    contests = [
        row.get("office") or row["contest_name"] for file in real_files(shared) for row in records(file)
    ]
    others = [office for office in contests if re.search("attorney", office, re.IGNORECASE) is None]
    assert real.left_out.total() == len(others) == 10071


def test_every_header_of_the_real_files_is_read(shared: Path) -> None:
    """Eighteen ways of naming the columns; each column is taken, or ignored with a reason."""
    headers = {tuple(records(file)[0]) for file in real_files(shared)}
    assert len(headers) == 18
    assert all(LAYOUT.recognises(Sample("x.csv", header=header)) for header in headers)
    assert {name for header in headers for name in header} <= set(COLUMNS)


def test_the_votes_of_the_real_files_are_counted_once(real: Told, shared: Path) -> None:
    """For every county, candidate and party the sum is that of precincts, or of the county without them."""
    labels = real.frame("county").select(reportingPlace="id", county="altLabel")
    contests = real.frame("contest").select("date", contest="id", party="partyAsPrinted").unique()
    rows = (
        real.tables["tally"]
        .filter(~pl.col("repeated"))
        .join(labels, on="reportingPlace")
        .join(contests, on="contest")
    )
    sums: dict[tuple[str, ...], int] = defaultdict(int)
    for day, county, choice, party, votes in rows.select(
        "date", "county", "choiceText", "party", "value"
    ).rows():
        sums[day, plain(county), plain(choice), (party or "")[:3].upper()] += votes
    assert {key: votes for key, votes in sums.items() if votes} == expected_votes(shared)


def expected_votes(shared: Path) -> dict[tuple[str, ...], int]:
    """The same, counted with the csv module."""
    found: dict[tuple[str, ...], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for file in real_files(shared):
        for row in records(file):
            for key, level, votes in printed_votes(file.name, row):
                found[key][level] += votes
    sums = {key: levels[min(levels)] for key, levels in found.items()}
    return {key: votes for key, votes in sums.items() if votes and "WRITEINTOTALS" not in key}


def printed_votes(file: str, row: dict[str, str]) -> list[tuple[tuple[str, ...], int, int]]:
    """Day, county, candidate and party of a row; whether it is a precinct's or a county's; and its votes."""
    if re.search("attorney", row.get("office") or row["contest_name"], re.IGNORECASE) is None:
        return []
    if (
        row.get("vote_type", "Total") != "Total"
        or row.get("county") == ""
        or row.get("candidate") == "Total Votes"
    ):
        return []
    state = {"ga": "Georgia", "fl": "Florida", "mi": "Michigan", "az": "Arizona"}[file[10:12]]
    county = {"Clarke": "Athens-Clarke", None: "La Paz"}.get(row.get("county"), row.get("county"))
    whole = [row[name] for name in ("votes", "vote_total") if name in row]
    given = whole or [row[name] for name in row if name in MODES]
    votes = sum(int(text.replace(",", "") or 0) for text in given)
    day = f"{file[:4]}-{file[4:6]}-{file[6:8]}"
    party = row["party"][:3].upper() if "primary" in file else ""
    name = row.get("candidate") or row["choice_name"]
    level = 0 if row.get("precinct") or row.get("precinct_name") else 1
    return [((day, plain(f"{county}, {state}"), plain(name), party), level, votes)]


def plain(text: str) -> str:
    """The capitals of a name, without the mark of an incumbent and without the word county."""
    return re.sub("[^A-Z]", "", re.sub(r"\(I\)| COUNTY", "", text.upper()))


def test_macomb_2024(real: Told) -> None:
    """The prosecuting attorney of Macomb County, Michigan, in 2024: 308 precincts."""
    sums = real.votes("contest", "choiceText")
    contest = "contest/2024-11-05/us-26099/prosecuting-attorney"
    found = {choice: votes for (of, choice), votes in sums.items() if of == contest}
    assert found == {"Peter J. Lucido": 279151, "Christina Hines": 209244, "Write-in": 2119}


def test_a_circuit_of_georgia_is_counted_once_from_three_files(real: Told) -> None:
    """Western circuit, 2016: totals of the circuit and the counties are repeated, precincts are counted."""
    contest = "contest/2016-11-08/us-ga-western-judicial-circuit/district-attorney"
    rows = real.tables["tally"].filter(pl.col("contest") == contest, pl.col("voteMode") == "mode-total")
    levels = rows.group_by("tallyLevel").agg(pl.col("value").sum(), pl.col("repeated").all())
    assert sorted(levels.rows()) == [
        ("level-county", 2 * (36820 + 14651), True),
        ("level-district", 36820 + 14651, True),
        ("level-precinct", 36820 + 14651, True),
    ]
    assert real.votes("contest")[(contest,)] == 36820 + 14651


def test_parts_of_a_bracket_in_a_party_are_told(real: Told) -> None:
    """The party "(REP" of Chatham is read as REP, and says so."""
    doubts = [row for row in real.doubts() if row[1] == "party"]
    assert (2, "party", "(REP", "REP; a bracket is cut off", False) in doubts


def test_a_blank_county_is_the_total_of_the_circuit() -> None:
    """The total of a circuit beside its counties is repeated; alone it counts."""
    made = told(LAYOUT, [SLICE])
    districts = made.tables["tally"].filter(pl.col("tallyLevel") == "level-district")
    assert districts["repeated"].to_list() == [True] * districts.height
    assert districts["reportingPlace"].unique().sort().to_list() == [
        "district/us/ga/cordele-judicial-circuit",
        "district/us/ga/rockdale-judicial-circuit",
    ]
    assert made.votes("choiceText") == {("DENISE D. FACHINI",): 10211, ("RICHARD R. READ",): 17867}
    assert made.problems.rows() == []


def test_a_total_of_a_circuit_alone_counts(tmp_path: Path) -> None:
    """Without its counties the total of a circuit is what there is."""
    file = written(
        tmp_path,
        "20141104__ga__general.csv",
        "county,office,district,party,candidate,votes",
        ",District Attorney,Cordele Circuit,D,ANN LEE,70",
    )
    made = told(LAYOUT, [file])
    assert made.tallies() == [("2", "ANN LEE", 70, "total", False)]
    assert made.one("contest")["jurisdiction"] == "district/us/ga/cordele-judicial-circuit"


def test_a_total_that_differs_from_its_counties_is_told(tmp_path: Path) -> None:
    """Both figures are named, the counties are counted."""
    file = written(
        tmp_path,
        "20141104__ga__general.csv",
        "county,office,district,party,candidate,votes",
        ",District Attorney,Cordele Circuit,D,ANN LEE,70",
        "Crisp,District Attorney,Cordele Circuit,D,ANN LEE,30",
        "Dooly,District Attorney,Cordele Circuit,D,ANN LEE,41",
    )
    made = told(LAYOUT, [file])
    assert made.votes("choiceText") == {("ANN LEE",): 71}
    wanted = "71, the sum of the parts from 20141104__ga__general.csv on, which is counted"
    assert made.doubts() == [(2, "votes", "70", wanted, False)]


def test_a_row_with_ways_of_voting_has_a_tally_for_each(tmp_path: Path) -> None:
    """The whole is repeated where its parts add up; blanks are no parts."""
    rows = pros("DEM,Ann Lee,60,50,10", "REP,Bo Ng,5,5,", ",Over Votes,0,,")
    made = told(LAYOUT, [written(tmp_path, GENERAL, WIDE, *rows)])
    assert made.tallies() == [
        ("2", "Ann Lee", 60, "total", True),
        ("2-absentee", "Ann Lee", 10, "absentee", False),
        ("2-election-day", "Ann Lee", 50, "election-day", False),
        ("3", "Bo Ng", 5, "total", True),
        ("3-election-day", "Bo Ng", 5, "election-day", False),
        ("4", "Over Votes", 0, "total", False),
    ]
    assert made.problems.rows() == []


def test_parts_that_do_not_add_up_are_told_and_the_whole_counts(tmp_path: Path) -> None:
    """A column of the county's is not in the file, so the parts are less than the whole."""
    made = told(LAYOUT, [written(tmp_path, GENERAL, WIDE, *pros("DEM,Ann Lee,61,50,10"))])
    assert {row[0]: row[4] for row in made.tallies()} == {
        "2": False,
        "2-election-day": True,
        "2-absentee": True,
    }
    assert made.doubts() == [(2, "votes", "61", "the sum of its parts is 60; the whole is counted", False)]


def test_votes_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """A row without any votes is rejected; a part that cannot be read is left out."""
    rows = pros("DEM,Ann Lee,*,,", "REP,Bo Ng,60,-1,10", ",Cy Oe,,,")
    made = told(LAYOUT, [written(tmp_path, GENERAL, WIDE, *rows)])
    assert made.doubts() == [
        (2, "votes", "*,,", "a number of votes", True),
        (3, "election_day", "-1", "a number of votes", False),
        (3, "votes", "60", "the sum of its parts is 10; the whole is counted", False),
        (4, "votes", ",,", "a number of votes", True),
    ]
    assert made.votes("choiceText") == {("Bo Ng",): 60}
    assert made.lost() == []


def test_choices_that_are_no_candidates_have_no_candidacy(tmp_path: Path) -> None:
    """Under votes, write-ins and totals have their codes; only persons are candidates."""
    rows = pros(
        "DEM,Ann Lee,60", ",Under Votes,3", ",Write-ins,2", ",Registered Voters,99", ",Total Votes,62"
    )
    made = told(LAYOUT, [written(tmp_path, GENERAL, PLAIN, *rows)])
    kinds = made.tables["tally"].select("choiceText", "choiceKind", "candidacy", "repeated").rows()
    contest = "2020-11-03/us-26017/prosecuting-attorney"
    assert kinds == [
        ("Ann Lee", "choice-candidate", f"candidacy/{contest}/ann-lee", False),
        ("Under Votes", "choice-undervotes", None, False),
        ("Write-ins", "choice-write-in", None, False),
        ("Registered Voters", "choice-registered", None, False),
        ("Total Votes", "choice-all-votes", None, True),
    ]
    assert made.frame("ballot-candidate")["id"].to_list() == [f"ballot-candidate/{contest}/ann-lee"]


def test_a_contest_is_told_with_its_office_and_election(tmp_path: Path) -> None:
    """Everything a contest is told with, from the row and the file's name."""
    made = told(LAYOUT, [written(tmp_path, GENERAL, PLAIN, *pros("DEM,ANN LEE (I),60"))])
    contest = made.one("contest")
    assert {key: value for key, value in contest.items() if value is not None} == {
        "id": "contest/2020-11-03/us-26017/prosecuting-attorney",
        "dataset": "dataset/results",
        "date": "2020-11-03",
        "electionKind": "election-kind-general",
        "jurisdiction": "county/us/26017",
        "label": "Prosecuting Attorney, Bay County, Michigan, 2020-11-03",
        "office": "office/us/26017/prosecuting-attorney",
        "officeAsPrinted": "Prosecuting Attorney",
        "officeKind": "office-kind-prosecutor",
        "partOfElection": "election/us/mi/2020-11-03",
    }
    assert made.one("office")["label"] == "Prosecuting Attorney, Bay County, Michigan"
    assert made.one("election")["label"] == "Election in Michigan, 2020-11-03"
    county = made.one("county")
    assert (county["label"], county["altLabel"]) == ("Bay County", "Bay County, Michigan")
    candidacy = made.one("candidacy")
    assert (candidacy["label"], candidacy["incumbent"], candidacy["partyAsPrinted"]) == (
        "ANN LEE",
        True,
        "DEM",
    )
    tally = made.one("tally")
    assert (tally["choiceText"], tally["precinct"]) == ("ANN LEE (I)", "1")
    assert (tally["countStatus"], tally["measure"]) == ("count-unknown", "measure-votes")


def test_a_reversed_name_is_the_same_candidacy(tmp_path: Path) -> None:
    """The text stays as printed, the path is in natural order."""
    rows = [
        "Bay,1,Prosecuting Attorney,,DEM,Barbara Lawall,1",
        'Bay,2,Prosecuting Attorney,,DEM,"LAWALL, BARBARA",2',
    ]
    made = told(LAYOUT, [written(tmp_path, GENERAL, PLAIN, *rows)])
    assert made.frame("candidacy")["id"].n_unique() == 1
    assert made.frame("candidacy")["label"].to_list() == ["Barbara Lawall", "LAWALL, BARBARA"]


def test_two_lines_of_one_candidate_are_two_tallies_of_one_candidacy(tmp_path: Path) -> None:
    """Where parties nominate together, each line has its party, and both count."""
    file = "20231107__ny__general__erie__precinct.csv"
    rows = ["Erie,1,District Attorney,,DEM,Ann Lee,60", "Erie,1,District Attorney,,WOR,Ann Lee,7"]
    made = told(LAYOUT, [written(tmp_path, file, PLAIN, *rows)])
    assert made.tables["tally"].select("partyAsPrinted", "value", "repeated").rows() == [
        ("DEM", 60, False),
        ("WOR", 7, False),
    ]
    assert made.frame("candidacy")["id"].n_unique() == 1
    assert made.problems.rows() == []


def test_a_county_beside_its_precincts_is_repeated_across_files(tmp_path: Path) -> None:
    """The precincts of one file are counted, and the county of another is not; a candidate only there is."""
    county = written(
        tmp_path,
        "20201103__mi__general__county.csv",
        "county,office,district,party,candidate,votes",
        "Bay,Prosecuting Attorney,,DEM,Ann Lee,60",
        "Bay,Prosecuting Attorney,,LIB,Cy Oe,3",
    )
    rows = ["Bay,1,Prosecuting Attorney,,DEM,ANN LEE,20", "Bay,2,Prosecuting Attorney,,DEM,ANN LEE,41"]
    made = told(LAYOUT, [county, written(tmp_path, GENERAL, PLAIN, *rows)])
    assert made.votes("choiceText") == {("ANN LEE",): 61, ("Cy Oe",): 3}
    assert made.doubts() == [
        (2, "votes", "60", f"61, the sum of the parts from {GENERAL} on, which is counted", False),
        (3, "votes", "cy-oe", "a candidate in the precincts of the county; the total is counted", False),
    ]


def test_a_file_of_a_state_and_those_of_its_counties_are_counted_once(tmp_path: Path) -> None:
    """OpenElections keeps the same precincts in both; the first file by name is counted."""
    rows = pros("DEM,Ann Lee,60")
    files = [
        written(tmp_path, name, PLAIN, *rows) for name in (GENERAL, "20201103__mi__general__precinct.csv")
    ]
    made = told(LAYOUT, files)
    assert made.tables["tally"].select("sourceFile", "repeated").rows() == [
        (f"dataset/results/{GENERAL}", False),
        ("dataset/results/20201103__mi__general__precinct.csv", True),
    ]
    assert made.problems.rows() == []


def test_precincts_in_a_file_of_counties_are_told(tmp_path: Path) -> None:
    """The columns say what the rows are, whatever the name of the file; and the other way round."""
    names = ("20201103__mi__general__county.csv", "20201103__mi__primary__bay__precinct.csv")
    first = written(tmp_path, names[0], PLAIN, *pros("DEM,Ann Lee,60"))
    second = written(tmp_path, names[1], PLAIN, "Bay,,Prosecuting Attorney,,DEM,Ann Lee,60")
    made = told(LAYOUT, [first, second])
    assert made.tables["tally"]["tallyLevel"].to_list() == ["level-precinct", "level-county"]
    wanted = "rows of a {}, as the name of the file says; they are read as rows of {}"
    assert made.problems.select("file", "line", "found", "wanted").rows() == [
        (names[0], 2, "1", wanted.format("county", "precincts")),
        (names[1], 2, "", wanted.format("precinct", "counties")),
    ]


def test_rows_of_totals_among_precincts_are_the_countys(tmp_path: Path) -> None:
    """A precinct called Total is the total of the county."""
    rows = ["Bay,1,Prosecuting Attorney,,DEM,Ann Lee,60", "Bay,TOTAL,Prosecuting Attorney,,DEM,Ann Lee,60"]
    made = told(LAYOUT, [written(tmp_path, GENERAL, PLAIN, *rows)])
    assert made.tables["tally"].select("tallyLevel", "precinct", "repeated").rows() == [
        ("level-precinct", "1", False),
        ("level-county", None, True),
    ]


def test_the_same_row_twice_is_told(tmp_path: Path) -> None:
    """Both are counted, and the second is named with the first's line."""
    made = told(LAYOUT, [written(tmp_path, GENERAL, PLAIN, *pros("DEM,Ann Lee,60", "DEM,Ann Lee,60"))])
    assert made.votes("choiceText") == {("Ann Lee",): 120}
    assert made.doubts() == [(3, "choice", "Ann Lee", "another row than line 2; both are counted", False)]


def test_the_total_of_write_ins_is_no_further_write_in(tmp_path: Path) -> None:
    """What stands as Not Assigned stands in the total too; where these differ the total counts."""
    rows = [
        *("Bay,1,Prosecuting Attorney,,,Write-In Totals,20", "Bay,1,Prosecuting Attorney,,,Not Assigned,20"),
        *("Bay,2,Prosecuting Attorney,,,Write-In Totals,5", "Bay,2,Prosecuting Attorney,,,Not Assigned,4"),
    ]
    made = told(LAYOUT, [written(tmp_path, GENERAL, PLAIN, *rows)])
    assert [row[4] for row in made.tallies()] == [True, False, False, True]
    wanted = "the write-ins told one by one sum to 4; the total is counted"
    assert made.doubts() == [(4, "votes", "5", wanted, False)]


def test_rows_for_each_way_of_voting_are_counted_without_their_total(tmp_path: Path) -> None:
    """La Paz keeps a row for each way of voting and one for the total; numbers of precincts have no parts."""
    header = "precinct_id,precinct_name,contest,contest_name,choice,choice_name,party,vote_type_id,vote_type"
    header += ",vote_total"
    start = "51,051 PARKER,150,(REP) County Attorney"
    rows = [
        f'{start},10,"FIELD, KATHY",REP,10,Polling,73',
        f'{start},10,"FIELD, KATHY",REP,20,Early Voting,89',
        f'{start},10,"FIELD, KATHY",REP,999999,Total,162',
        f"{start},999998,Number of Precincts Reporting,REP,10,Polling,1",
        f"{start},999998,Number of Precincts Reporting,REP,999999,Total,1",
    ]
    made = told(LAYOUT, [written(tmp_path, "20160830__az__primary__la_paz__precinct.csv", header, *rows)])
    assert [(row[3], row[4]) for row in made.tallies()] == [
        *(("election-day", False), ("early", False), ("total", True)),
        *(("election-day", True), ("total", False)),
    ]
    assert made.problems.rows() == []
    assert made.one("contest")["id"] == "contest/2016-08-30/us-04012/county-attorney-republican"
    assert made.tables["tally"]["reportingPlace"].unique().to_list() == ["county/us/04012"]


def test_an_attorney_general_filed_as_state_attorney_is_no_prosecutor(tmp_path: Path) -> None:
    """Who stands for attorney general elsewhere is no state attorney; the contest is left out and told."""
    rows = [
        "Alachua,1,Attorney General,,REP,Ashley Moody,10",
        "Baker,1,State Attorney,,REP,ASHLEY MOODY,20",
        "Baker,1,State Attorney,,,Under Votes,2",
        "Orange,1,State Attorney,,DEM,Monique Worrell,30",
    ]
    file = written(tmp_path, "20221108__fl__general__precinct.csv", PLAIN, *rows)
    made = told(LAYOUT, [file])
    assert made.votes("contest") == {("contest/2022-11-08/us-fl-9th-judicial-circuit/state-attorney",): 30}
    wanted = "a prosecutor's contest; its choices are answers, or candidates of the whole state"
    assert made.doubts() == [(3, "office", "State Attorney", wanted, False)]
    assert made.left_out == {file.name: 3}
    everything = told(LAYOUT, [file], contests="all")
    offices = (
        everything.frame("contest")
        .select("officeAsPrinted", "officeKind", "jurisdiction")
        .sort("jurisdiction")
    )
    assert offices.rows() == [
        ("State Attorney", "office-kind-prosecutor", "district/us/fl/9th-judicial-circuit"),
        ("Attorney General", "office-kind-other", "state/us/fl"),
        ("State Attorney", "office-kind-other", "state/us/fl"),
    ]


def test_other_contests_are_told_on_request(tmp_path: Path) -> None:
    """Prosecutors alone, all, or what a regular expression finds; the others are counted."""
    rows = ["Bay,1,Sheriff,,DEM,Di Fo,5", "Bay,1,U.S. House,5,DEM,Ed Gu,6", *pros("DEM,Ann Lee,60")]
    file = written(tmp_path, GENERAL, PLAIN, *rows)
    assert told(LAYOUT, [file]).left_out == {GENERAL: 2}
    assert told(LAYOUT, [file], contests="all").left_out == {GENERAL: 0}
    sheriff = told(LAYOUT, [file], contests="^sheriff$")
    assert (sheriff.votes("choiceText"), sheriff.left_out[GENERAL]) == ({("Di Fo",): 5}, 2)
    assert sheriff.one("contest")["id"] == "contest/2020-11-03/us-26017/sheriff"


def test_text_decoded_wrongly_is_repaired_and_told(tmp_path: Path) -> None:
    """UTF-8 that somebody read as Windows text is put right where that is proved."""
    made = told(LAYOUT, [written(tmp_path, GENERAL, PLAIN, *pros("DEM,JosÃ© NuÃ±ez,60"))])
    assert made.one("candidacy")["label"] == "José Nuñez"
    wanted = "José Nuñez, as it was before it was decoded wrongly"
    assert made.doubts() == [(2, "choice", "JosÃ© NuÃ±ez", wanted, False)]


def test_a_county_that_is_unknown_is_told(tmp_path: Path) -> None:
    """The name of the file helps where it says the county; where it does not, the contest has no place."""
    row = "Saint Bay,1,Prosecuting Attorney,,DEM,Ann Lee,60"
    of_county = told(LAYOUT, [written(tmp_path, GENERAL, PLAIN, row)])
    assert of_county.tables["tally"]["reportingPlace"].to_list() == ["county/us/26017"]
    assert of_county.doubts() == [
        (2, "county", "Saint Bay", "a county; that of the file's name is taken", False)
    ]
    of_state = told(LAYOUT, [written(tmp_path, "20201103__mi__general__precinct.csv", PLAIN, row)])
    wanted = "an office, and a county or district it is for"
    assert of_state.doubts() == [(2, "office", "Prosecuting Attorney, Saint Bay", wanted, True)]
    assert of_state.lost() == []


def test_names_in_parts_and_marks_are_read(tmp_path: Path) -> None:
    """Older files of Michigan have a column for each part of a name, those of Texas one for the incumbent."""
    header = "county,office,district,party,last,first,middle,suffix,votes,write-in,incumbent,seats"
    row = "Bay,Prosecuting Attorney,,DEM,Lee,Ann,Q.,Jr.,60,TRUE,Y,1"
    made = told(LAYOUT, [written(tmp_path, "20160802__mi__primary__county.csv", header, row)])
    candidacy = made.one("candidacy")
    assert (candidacy["label"], candidacy["writeIn"], candidacy["incumbent"]) == (
        "Ann Q. Lee Jr.",
        True,
        True,
    )
    assert made.one("contest")["seats"] == 1


@pytest.mark.parametrize(("name", "said"), FILES)
def test_the_name_of_a_file_says_its_election(name: str, said: tuple[str, ...]) -> None:
    """State, day, kind, party, county and level, in every order that is used."""
    found = election_of(name, {})
    assert (found.state, found.date, found.kind, found.party, found.county, found.level) == said


def test_options_say_what_the_name_does_not() -> None:
    """The options come before the name."""
    options = {"state": "GA", "date": "2021-11-02", "election": "runoff"}
    found = election_of("20201103__mi__general__bay__precinct.csv", options)
    assert (found.state, found.date, found.kind) == ("ga", "2021-11-02", "runoff")


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        (
            "results.csv",
            {},
            "results.csv: state: '' is no state; " + NAMED,
        ),
        (
            "20161308__ga__general.csv",
            {},
            "20161308__ga__general.csv: date: '2016-13-08' is no day; wanted year-month-day in options.date",
        ),
        (
            "20161108__ga__chatham.csv",
            {},
            "20161108__ga__chatham.csv: election: '' is no kind of election; wanted one of "
            + KINDS_OF_ELECTION,
        ),
        (
            "20161108__ga__general.csv",
            {"election": "primry"},
            "20161108__ga__general.csv: election: 'primry' is no kind of election; did you mean 'primary'?",
        ),
    ],
)
def test_a_file_without_an_election_is_refused(name: str, options: dict[str, str], message: str) -> None:
    """The error says what the name lacks, and which option helps."""
    with pytest.raises(SheetError) as raised:
        election_of(name, options)
    assert str(raised.value) == message


def test_wrong_options_are_refused(tmp_path: Path) -> None:
    """A pattern that is none, and a status that is none, say what was wanted."""
    file = written(tmp_path, GENERAL, PLAIN, *pros("DEM,Ann Lee,60"))
    with pytest.raises(SheetError) as pattern:
        told(LAYOUT, [file], contests="(")
    assert str(pattern.value) == (
        "source.toml: options.contests: '(' is no regular expression; wanted prosecutors (default), all, or a"
        " regular expression an office must contain, in any case"
    )
    with pytest.raises(SheetError) as status:
        told(LAYOUT, [file], status="certifed")
    assert str(status.value) == (
        "source.toml: options.status: 'certifed' is no status of a count; did you mean 'certified'?"
    )


def test_the_status_and_day_of_a_count_are_told_where_the_user_says_them(tmp_path: Path) -> None:
    """OpenElections does not say how final its counts are."""
    file = written(tmp_path, GENERAL, PLAIN, *pros("DEM,Ann Lee,60"))
    tally = told(LAYOUT, [file], status="certified", as_of="2020-11-24").one("tally")
    assert (tally["countStatus"], tally["asOf"]) == ("count-certified", "2020-11-24")


def test_an_unknown_column_is_refused(tmp_path: Path) -> None:
    """A column nobody has described is not passed over."""
    file = written(tmp_path, GENERAL, f"{PLAIN},by_pigeon", *pros("DEM,Ann Lee,60,1"))
    with pytest.raises(SheetError) as raised:
        told(LAYOUT, [file])
    assert str(raised.value) == (
        f"{file}:1:1: {GENERAL}: no table of kind results: column 'by_pigeon' is not known"
    )


def test_a_file_without_votes_is_refused(tmp_path: Path) -> None:
    """Rows without any column of votes are no results."""
    file = written(tmp_path, GENERAL, "county,office,candidate", "Bay,Prosecuting Attorney,Ann Lee")
    with pytest.raises(SheetError) as raised:
        told(LAYOUT, [file])
    assert str(raised.value) == (
        f"{GENERAL}:1:1: no column of votes; wanted one of votes, vote, vote_total, total_votes"
    )


def test_a_batch_without_rows_makes_no_rows(tmp_path: Path) -> None:
    """A file with a header alone is told as nothing."""
    made = told(LAYOUT, [written(tmp_path, GENERAL, PLAIN)])
    assert made.tables["tally"].height == 0
    assert made.read == {GENERAL: 0}


def test_a_build_takes_the_files_and_counts_their_rows(tmp_path: Path) -> None:
    """From a folder with source.toml to event tables, with totals of votes that count each vote once."""
    folder = tmp_path / "results"
    folder.mkdir()
    lines = ('id = "results"', 'kind = "dataset"', 'licence = "facts"', 'layout = "openelections"')
    (folder / "source.toml").write_text("\n".join((*lines, "[[files]]", f'path = "{SLICE}"')), "utf-8")
    facts = convert_dataset(Order(read_dataset(folder), BASE), tmp_path / "out")
    assert (facts.rows, facts.rejected, facts.left_out) == (7, 0, 0)
    totals = pl.read_parquet(tmp_path / "out" / "tables" / "vote-total" / "*.parquet")
    assert totals.filter(pl.col("reportingPlace").is_null())["votes"].sort().to_list() == [10211, 17867]


def test_converting_again_gives_the_same_rows(tmp_path: Path) -> None:
    """A batch is converted by what it says alone, so that it may be converted anywhere."""
    file = written(tmp_path, GENERAL, WIDE, *pros("DEM,Ann Lee,60,50,10"))
    (batch,) = [batch for _, each in LAYOUT.records(file, {}) for batch in each]
    first, second = (LAYOUT.convert(batch.kind, batch.frame, Place("results", GENERAL)) for _ in range(2))
    assert all(first.tables[name].equals(second.tables[name]) for name in first.tables)
