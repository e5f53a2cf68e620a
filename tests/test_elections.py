"""Offices, contests, choices and names as results print them: every text here was printed by a publisher."""

from datetime import date

import polars as pl
import pytest

from ontology import CODES
from sources.tables.elections.choices import kind_of, natural_order, with_choices
from sources.tables.elections.contests import choose
from sources.tables.elections.days import general_election_day
from sources.tables.elections.figures import number
from sources.tables.elections.jurisdictions import with_jurisdictions
from sources.tables.elections.offices import OFFICE, read_office, with_offices
from sources.tables.elections.printed import PRINTED, printed_rows
from sources.tables.elections.reference import reference
from sources.tables.elections.statewide import REFUSED, most_counties

OFFICES = [
    ("ga", "District Attorney", "district-attorney", ""),
    ("ga", "CANDLER COUNTY DISTRICT ATTORNEY", "district-attorney", "CANDLER"),
    ("ga", "District Attorney, Alapaha Circuit", "district-attorney", "ALAPAHA CIRCUIT"),
    ("ga", "DISTRICT ATTORNEY (PATAULA)", "district-attorney", "PATAULA"),
    ("ga", "SOLICITOR-GENERAL", "solicitor-general", ""),
    ("ga", "FULTON COUNTY SOLICITOR", "solicitor-general", "FULTON"),
    ("fl", "State Attorney 9th Judicial Circuit", "state-attorney", "9TH JUDICIAL CIRCUIT"),
    ("fl", "State Attorney - 17th Judicial Circuit", "state-attorney", "17TH JUDICIAL CIRCUIT"),
    ("md", "STATE ATTORNEY", "states-attorney", ""),
    ("vt", "STATE'S ATTORNEY", "states-attorney", ""),
    ("sd", "States Attorney - Charles Mix", "states-attorney", "CHARLES MIX"),
    ("nd", "COUNTY STATE'S ATTORNEY", "states-attorney", ""),
    ("mi", "Prosecuting Attorney Macomb County", "prosecuting-attorney", "MACOMB COUNTY"),
    ("mi", "County Prosecuting Attorney", "prosecuting-attorney", ""),
    ("wa", "JEFFERSON PROSECUTOR AND CORONER", "prosecuting-attorney", "JEFFERSON"),
    ("wa", "GRAYS HARBOR - ALL PROSECUTOR", "prosecuting-attorney", "GRAYS HARBOR"),
    ("in", "PROSECUTING ATTY 27TH CIRCUIT", "prosecuting-attorney", "27TH CIRCUIT"),
    ("az", "(REP) County Attorney", "county-attorney", ""),
    ("az", "COUNTY ATTORNEY-TERM EXPIRES DECEMBER 31, 2024", "county-attorney", ""),
    ("mt", "COUNTY ATTORNEY/PUBLIC ADMINISTRATOR", "county-attorney", ""),
    ("ia", "PALO ALTO COUNTY ATTORNEY TO FILL A VACANCY", "county-attorney", "PALO ALTO"),
    ("nh", "ATTORNEY", "county-attorney", ""),
    ("va", "COMMONWEALTH'S ATTORNEY FOR ESSEX COUNTY", "commonwealths-attorney", "ESSEX COUNTY"),
    ("sc", "Solicitor, Circuit 7", "solicitor", "CIRCUIT 7"),
    ("tn", "District Attorney General", "district-attorney-general", ""),
    ("mo", "CIRCUIT ATTORNEY", "circuit-attorney", ""),
]
NO_PROSECUTORS = [
    ("wi", "STATE ATTORNEY GENERAL"),
    ("fl", "Attorney General"),
    ("ar", "GREENWOOD CITY ATTORNEY"),
    ("ri", "10. TOWN SOLICITOR - APPOINTMENT"),
    ("ri", "CITY OF CRANSTON LOCAL QUESTION 7. CITY SOLICITOR RESIDENCY"),
    ("nd", "PROPOSITION APPOINTMENT OF STATES ATTORNEY 32 NELSON"),
    ("hi", "RELATING TO PROSECUTOR VACANCY"),
    ("or", "17-74: Four-Year Deputies, Prosecution, Treatment and Jail Beds Tax"),
]
PLACES = [
    ("ga", "District Attorney", "Atlantic Circuit - DEM", None, "district/us/ga/atlantic-judicial-circuit"),
    ("ga", "District Attorney", "Atlanta", "county/us/13121", "district/us/ga/atlanta-judicial-circuit"),
    ("ga", "CANDLER COUNTY DISTRICT ATTORNEY", None, None, "district/us/ga/middle-judicial-circuit"),
    ("fl", "STATE ATTORNEY", "13", "county/us/12057", "district/us/fl/13th-judicial-circuit"),
    ("fl", "STATE ATTORNEY", None, "county/us/12095", "district/us/fl/9th-judicial-circuit"),
    ("co", "DISTRICT ATTORNEY", "000", "county/us/08031", "district/us/co/2nd-judicial-district"),
    ("sc", "ABBEVILLE SOLICITOR", "008", "county/us/45001", "district/us/sc/8th-judicial-circuit"),
    ("ks", "DISTRICT ATTORNEY", "003", "county/us/20177", "district/us/ks/3rd-judicial-district"),
    ("ar", "PROSECUTING ATTORNEY", None, "county/us/05031", "county/us/05031"),
    ("wi", "DISTRICT ATTORNEY", "ADAMS COUNTY", "county/us/55001", "county/us/55001"),
    ("wv", "PROSECUTING ATTORNEY", "11", "county/us/54035", "county/us/54035"),
    ("nh", "ATTORNEY", "STATEWIDE", "county/us/33001", "county/us/33001"),
    ("mi", "Prosecuting Attorney Bay County", None, "county/us/26017", "county/us/26017"),
    ("va", "COMMONWEALTH'S ATTORNEY", "CLARKE COUNTY", "county/us/51043", "county/us/51043"),
    (
        *("in", "PROSECUTING ATTORNEY OF DEARBORN & OHIO COUNTIES, 7TH JUDICIAL CIRCUIT"),
        *(None, "county/us/18029", "district/us/in/7th-judicial-circuit"),
    ),
    ("al", "DISTRICT ATTORNEY, 3TH JUDICIAL CIRCUIT", None, None, "district/us/al/3rd-judicial-circuit"),
    ("ga", "President of the United States", None, "county/us/13001", "country/us"),
    ("ga", "United States Senator", None, "county/us/13001", "state/us/ga"),
    ("ga", "U.S. House", "2", "county/us/13007", "district/us/ga/us-house-2"),
    ("ga", "Sheriff", None, "county/us/13001", "county/us/13001"),
    ("md", "STATE ATTORNEY", None, None, None),
]
NAMES = [
    ("LAWALL, BARBARA", "BARBARA LAWALL"),
    ("MEG DALY HEAP (I)", "MEG DALY HEAP"),
    ("DENISE D. FACHINI(I)", "DENISE D. FACHINI"),
    ("KING, MARTIN LUTHER JR", "MARTIN LUTHER KING JR"),
    ("SMITH JR, JOHN", "JOHN SMITH JR"),
    ("John Smith, Jr.", "John Smith Jr."),
    ("MACKIE", "MACKIE"),
    ("Write-in: Jane Doe", "Jane Doe"),
    ("TRUMP, DONALD / PENCE, MICHAEL", "TRUMP, DONALD / PENCE, MICHAEL"),
]
CHOICES = [
    ("choice-overvotes", "OVER VOTES", "OverVotes", "Over Vote Count", "Times Over Voted"),
    ("choice-undervotes", "Under Votes", "UNDERVOTES", "Number of Under Votes"),
    ("choice-blank", "Blank", "BLANK VOTES", "Times Blank Voted", "BLANK/VOID", "SPOILED"),
    (
        "choice-write-in",
        "Write-ins",
        "WriteinVotes",
        "[Write-in]",
        "Scattering",
        "Not Assigned",
        "ALL OTHERS",
    ),
    ("choice-write-in", "Rejected write-ins", "Unassigned write-ins", "Write-In Totals", "NOT QUALIFIED"),
    ("choice-ballots-cast", "Ballots Cast", "Public Counter", "Times Counted", "Times Cast"),
    ("choice-registered", "Registered Voters"),
    ("choice-all-votes", "Total Votes", "CONTEST TOTALS"),
    ("choice-option", "Yes", "NO", "NONE OF THESE CANDIDATES"),
    ("choice-other", "Number of Precincts Reporting", "REJECTED"),
    ("choice-candidate", "Dan Blank", "SUSAN FORD", "FRED GLOVER", "MACKIE"),
]


def contest_of(state: str, office: str, district: str | None, county: str | None) -> dict[str, object]:
    """A contest with its jurisdiction."""
    row = {"state": state, "date": "2020-11-03", "office": office, "district": district, "county": county}
    frame = pl.DataFrame([row], schema_overrides=dict.fromkeys(row, pl.String))
    return with_jurisdictions(with_offices(frame)).row(0, named=True)


@pytest.mark.parametrize(("state", "printed", "slug", "place"), OFFICES)
def test_offices_of_prosecutors_are_recognised(state: str, printed: str, slug: str, place: str) -> None:
    """The office is one of the table, and what is left of the text names a place."""
    office = read_office(state, printed)
    assert (office.slug, office.kind, office.place) == (slug, "office-kind-prosecutor", place)


@pytest.mark.parametrize(("state", "printed"), NO_PROSECUTORS)
def test_other_offices_and_questions_are_no_prosecutors(state: str, printed: str) -> None:
    """An attorney general, a city attorney and a question about a prosecutor are something else."""
    assert read_office(state, printed).kind == "office-kind-other"


def test_a_remainder_of_a_term_and_a_party_in_front_are_read() -> None:
    """What is printed around an office says something of the contest."""
    assert read_office("ky", "COUNTY ATTORNEY (Unexpired Term)").remainder
    assert not read_office("az", "COUNTY ATTORNEY-TERM EXPIRES DECEMBER 31, 2024").remainder
    assert read_office("az", "(REP) County Attorney").party == "REP"


@pytest.mark.parametrize(("state", "office", "district", "county", "jurisdiction"), PLACES)
def test_a_contest_is_held_in_the_place_that_is_named(
    state: str, office: str, district: str | None, county: str | None, jurisdiction: str | None
) -> None:
    """A district by its name or number, a county, or what the list of districts says of the county."""
    assert contest_of(state, office, district, county)["jurisdiction"] == jurisdiction


def test_a_district_nobody_names_is_told() -> None:
    """Prosecutors of Arkansas serve districts; a contest without its name stands in its county."""
    assert contest_of("ar", "PROSECUTING ATTORNEY", None, "county/us/05031")["unnamed"] is True
    assert contest_of("fl", "STATE ATTORNEY", None, "county/us/12095")["unnamed"] is False


@pytest.mark.parametrize(("printed", "spoken"), NAMES)
def test_names_are_put_in_natural_order(printed: str, spoken: str) -> None:
    """A reversed name is turned, a suffix stays behind, marks go, and two names stay two."""
    frame = pl.DataFrame({"choice": [printed]})
    assert frame.select(natural_order(pl.col("choice"))).item() == spoken


@pytest.mark.parametrize("choices", CHOICES, ids=lambda choices: choices[0])
def test_choices_that_are_no_candidates_are_recognised(choices: tuple[str, ...]) -> None:
    """Each way of printing has its code, and persons whose names look alike stay persons."""
    code, *printed = choices
    assert {text: kind_of(text) for text in printed} == dict.fromkeys(printed, code)


def test_a_blank_choice_is_write_ins_where_the_row_says_so() -> None:
    """MEDSL leaves write-ins of some states without a name; other blanks are no candidates either."""
    rows = pl.DataFrame(
        {
            "office": ["STATE ATTORNEY"] * 2,
            "choice": [None, None],
            "write_in": [True, None],
            "incumbent": [None, None],
        },
        schema_overrides={"choice": pl.String, "incumbent": pl.Boolean},
    )
    assert with_choices(rows)["choice_kind"].to_list() == ["choice-write-in", "choice-other"]


def test_the_table_names_codes_of_the_ontology() -> None:
    """What the table of choices says is in the code list."""
    known = {code.name for code in CODES["ChoiceKind"]}
    assert {choice.code for choice in reference().choices} <= known
    kinds = {code.name for code in CODES["OfficeKind"]}
    assert {f"office-kind-{office.kind}" for office in reference().offices} <= kinds


def test_a_primary_has_a_contest_for_each_party_but_not_where_all_share_a_ballot() -> None:
    """Georgia's parties have ballots of their own; in Washington all stand on one."""
    frame = pl.DataFrame({"line": [2, 3, 4], "st": ["ga", "ga", "wa"], "p": ["REP", "Democrat", "REP"]})
    rows = printed_rows(
        frame.with_columns(pl.col("line").cast(pl.UInt32)),
        state=pl.col("st"),
        date=pl.lit("2018-05-22"),
        election=pl.lit("election-kind-primary"),
        office=pl.lit("Prosecuting Attorney"),
        county=pl.when(pl.col("st") == "ga")
        .then(pl.lit("county/us/13001"))
        .otherwise(pl.lit("county/us/53001")),
        party=pl.col("p"),
    )
    chosen = choose(rows, "prosecutors", pl.DataFrame(schema=REFUSED)).frame
    assert chosen["contest"].to_list() == [
        "contest/2018-05-22/us-13001/prosecuting-attorney-republican",
        "contest/2018-05-22/us-13001/prosecuting-attorney-democratic",
        "contest/2018-05-22/us-53001/prosecuting-attorney",
    ]


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2008, date(2008, 11, 4)),
        (2010, date(2010, 11, 2)),
        (2016, date(2016, 11, 8)),
        (2022, date(2022, 11, 8)),
    ],
)
def test_the_general_election_is_on_the_tuesday_after_a_monday(year: int, day: date) -> None:
    """The first of November is never the day, even when it is a Tuesday."""
    assert pl.select(general_election_day(pl.lit(year))).item() == day


def test_votes_are_whole_numbers_from_nought() -> None:
    """Commas and .0 are read; negative counts, shares and asterisks are not."""
    texts = ["1,079", "93003.0", "000017", "0", "-2", "0.15", "*", "", "10,79", None]
    frame = pl.DataFrame({"votes": texts})
    assert frame.select(number("votes")).to_series().to_list() == [1079, 93003, 17, 0, *[None] * 6]


def test_the_largest_district_bounds_what_a_prosecutor_serves() -> None:
    """The Ocmulgee circuit of Georgia has eight counties; who stands in more is no district's prosecutor."""
    assert most_counties() == 8


def test_what_offices_add_is_named() -> None:
    """The frame has the columns that are promised, and a blank office means none."""
    frame = with_offices(
        pl.DataFrame({"state": ["ga"], "office": [None]}, schema_overrides={"office": pl.String})
    )
    assert set(OFFICE) < set(frame.columns)
    assert frame["office_slug"].to_list() == [None]
    assert set(PRINTED) >= {"office", "choice", "rollup"}
