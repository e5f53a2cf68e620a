"""Named queries on rows: each answer row by row, and why they stay quick with millions of rows.

IRIs are written as paths under `id/`, terms of the ontology with `mt:`; None is an empty cell.
"""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from example_rows import FILINGS, build_example_graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from graph.ask import NamedQuery, ask_named, named_queries, named_query
from graph.sparql.engine import Target
from graph.sparql.terms import BASE, Value
from ontology import PREFIXES

CONTEST = "contest/2016-11-08/us-ga-toombs-judicial-circuit/district-attorney"
DAVIS, DOUPE = (
    f"{CONTEST.replace('contest', 'ballot-candidate', 1)}/{name}"
    for name in ("durwood-r-woody-davis", "bill-doupe")
)
RULE, CERTIFIED = "electoral-rule/us/ga-majority", "mt:count-certified"
SAMPLE, HARBOR, MILLERS = (f"committee/fec/C9900000{number}" for number in (1, 2, 3))
ADA, AIKEN = "party/fec/EXAMPLE%2C%20ADA/30601", "party/fec/EXAMPLE%2C%20ADA/29801"
BO, ALIKE = "party/fec/SAMPLER%2C%20BO/68102", "party/fec/HARBOR%20FORWARD/31401"
VENDOR = "party/fec/COASTAL%20MAIL%20HOUSE/-"
"""Notices print no address."""
GIFT = "mt:Contribution"
Row = tuple[Value, ...]


@pytest.fixture(scope="module")
def built_rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph with rows of four datasets."""
    return build_example_graph(tmp_path_factory.mktemp("rows"))


def answer(graph: Path, name: str, **given: str) -> list[Row]:
    """The rows of a named query."""
    target = Target(graph)
    found = ask_named(named_query(name), given, target)
    return [tuple(short(value, target) for value in row.values()) for row in found]


def short(value: Value, target: Target) -> Value:
    """An IRI as a path or with its prefix, anything else as it is."""
    if isinstance(value, str) and value.startswith("https://w3id.org/moneytrail/"):
        return target.prefixes().shorten(value).removeprefix("id:")
    return value


def test_top_donors_are_summed_over_years_but_not_over_datasets(built_rows: Path) -> None:
    """Largest new money first; a donor printed at two places is two."""
    assert answer(built_rows, "top-donors-of-committee") == [
        (MILLERS, "MACON", "GA", 5000, 5000, "USD", 1, 2024, 2024, "filings"),
        (BO, "OMAHA", "NE", 2000, 2000, "USD", 1, 2024, 2024, "filings"),
        (ADA, "ATHENS", "GA", Decimal("1700.5"), Decimal("1700.5"), "USD", 2, 2023, 2024, "filings"),
        (AIKEN, "AIKEN", "SC", 250, 250, "USD", 1, 2024, 2024, "filings"),
        (ALIKE, "SAVANNAH", "GA", 40, 40, "USD", 1, 2024, 2024, "again"),
    ]


def test_top_donors_are_those_of_the_file(built_rows: Path) -> None:
    """Added up once more from the lines of the file: gifts that are no memo, by donor and place."""
    counted: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for line in (FILINGS / "itcont.txt").read_text("utf-8").splitlines():
        row = line.split("|")
        if row[0] == "C99000002" and row[5] in ("15", "10") and not row[18]:
            counted[row[7], row[8]] += Decimal(row[14])
    told = answer(built_rows, "top-donors-of-committee", committee="harbor forward")
    found = [row[3] for row in told if row[-1] == "filings"]
    assert found == sorted(counted.values(), reverse=True)


def test_money_of_a_committee_by_year(built_rows: Path) -> None:
    """A refund goes out and is no new money; datasets stand side by side."""
    assert answer(built_rows, "committee-money-by-year") == [
        (2023, "in", GIFT, 500, 500, "USD", 1, "filings"),
        (2024, "in", GIFT, 40, 40, "USD", 1, "again"),
        (2024, "in", GIFT, Decimal("8450.5"), Decimal("8450.5"), "USD", 4, "filings"),
        (2024, "out", "mt:Refund", -500, 0, "USD", 1, "filings"),
    ]


def test_spending_against_a_candidate_counts_an_amended_notice_once(built_rows: Path) -> None:
    """12,000.25 in a report and 3,300 in the amendment of a notice, not the 3,000 it replaces."""
    total = Decimal("15300.25")
    assert answer(built_rows, "spending-for-and-against", candidate="MODEL, CLEO") == [
        (2024, "against", HARBOR, total, total, "USD", 2, "filings"),
    ]
    assert [row[:4] for row in answer(built_rows, "spending-for-and-against")] == [
        (2024, "for", HARBOR, 8000)
    ]


def test_gifts_by_state_are_of_printed_addresses(built_rows: Path) -> None:
    """The gift of a registered committee has no state."""
    assert answer(built_rows, "gifts-by-state") == [
        ("NE", 2000, 2000, "USD", 1, "filings"),
        ("GA", Decimal("1700.5"), Decimal("1700.5"), "USD", 2, "filings"),
        ("SC", 250, 250, "USD", 1, "filings"),
        ("GA", 40, 40, "USD", 1, "again"),
    ]


def test_gifts_of_a_donor_are_new_money_with_file_and_line(built_rows: Path) -> None:
    """The memo entry of line 6 and the refund of line 5 are left out."""
    assert answer(built_rows, "gifts-of-a-donor", donor=BO) == [
        (
            "2024-04-01",
            SAMPLE,
            2000,
            "USD",
            GIFT,
            "filings/itcont.txt",
            4,
            "contribution/filings/fec/99000004",
        ),
        (
            "2024-06-04",
            HARBOR,
            2500,
            "USD",
            GIFT,
            "filings/itcont.txt",
            9,
            "contribution/filings/fec/99000009",
        ),
    ]


def test_money_reported_twice_is_linked_to_the_row_that_counts(built_rows: Path) -> None:
    """The notice of 8,000 stands again in the report."""
    assert answer(built_rows, "same-gift-twice") == [
        (
            "2024-09-20", "mt:IndependentExpenditure", 8000, "USD", HARBOR, VENDOR,
            "independent-expenditure/filings/fec/99000011",
            "independent-expenditure/filings/fec/1990004/SE.1",
            "filings/independent_expenditure_2024.csv", 2,
        ),
    ]  # fmt: skip


def test_amended_filings(built_rows: Path) -> None:
    """The notice of 26 October and the amendment of two days later."""
    assert answer(built_rows, "amended-filings") == [
        (
            "filing/fec/1990006", None, None, None, date(2024, 10, 26),
            "filing/fec/1990007", date(2024, 10, 28),
        ),
    ]  # fmt: skip


def test_rows_of_a_filing(built_rows: Path) -> None:
    """In the order of their lines, with what is not new money and why."""
    found = answer(built_rows, "rows-of-a-filing")
    assert [(row[0], row[4], row[6], row[8]) for row in found] == [
        (GIFT, Decimal("1200.5"), None, 2),
        (GIFT, 250, None, 3),
        (GIFT, 2000, None, 4),
        ("mt:Refund", -500, "mt:not-new-refund", 5),
        (GIFT, 75, "mt:not-new-memo", 6),
    ]
    assert found[0][1:4] == ("2024-03-15", ADA, SAMPLE)
    assert found[0][7:] == ("filings/itcont.txt", 2, "contribution/filings/fec/99000002")


def test_a_committee_has_the_names_it_filed_under(built_rows: Path) -> None:
    """With the days of the first and the last filing that prints one."""
    assert answer(built_rows, "names-of-a-committee") == [
        ("HARBOR FORWARD", date(2024, 9, 21), date(2024, 10, 28), 3, "filings")
    ]


def test_a_line_leads_to_what_was_made_of_it(built_rows: Path) -> None:
    """Every property of the row, and no other row."""
    found = answer(built_rows, "row-of-a-line", line="6")
    assert {row for row, _, _ in found} == {"contribution/filings/fec/99000006"}
    told = {(prop, value) for _, prop, value in found}
    assert {("mt:amount", 75), ("mt:memo", True), ("mt:line", 6), ("mt:payer", BO)} <= told


def test_contest_results_have_their_outcome(built_rows: Path) -> None:
    """From certified counts an outcome follows; the same counts of another dataset have none."""
    (first, second, *rest) = answer(built_rows, "contest-results")
    assert [row[:5] for row in (first, second)] == [
        (DOUPE, "DEM", 11109, Decimal("52.47"), None),
        (DAVIS, "REP", 10064, Decimal("47.53"), None),
    ]
    assert rest == [
        (
            DOUPE, "DEM", 11109, Decimal("52.47"), "mt:outcome-won",
            "11 109 of 21 173 votes = 52.5 %; more than half (O.C.G.A. § 21-2-501)", RULE, CERTIFIED,
            "toombs-2016",
        ),
        (
            DAVIS, "REP", 10064, Decimal("47.53"), "mt:outcome-lost",
            "10 064 of 21 173 votes = 47.5 %; BILL DOUPE has 11 109 (O.C.G.A. § 21-2-501)", RULE, CERTIFIED,
            "toombs-2016",
        ),
    ]  # fmt: skip


def test_contest_outcomes_since_a_day(built_rows: Path) -> None:
    """A contest before the day is left out."""
    found = answer(built_rows, "contest-outcomes")
    assert [(row[0], row[2], row[3], row[4], row[-1]) for row in found] == [
        ("2016-11-08", DOUPE, "mt:outcome-won", 11109, "toombs-2016"),
        ("2016-11-08", DAVIS, "mt:outcome-lost", 10064, "toombs-2016"),
    ]
    assert answer(built_rows, "contest-outcomes", since="2016-11-09") == []


def test_votes_by_county_add_up_to_the_contest(built_rows: Path) -> None:
    """Six counties, each vote once, though the file has a row for the whole circuit and sums of modes."""
    found = answer(built_rows, "votes-by-county")
    mine = [row for row in found if row[-1] == "toombs-2016"]
    assert len(mine) == 12
    assert len({place for place, *_ in mine}) == 6
    votes: dict[Value, int] = defaultdict(int)
    for _, candidate, count, *_ in mine:
        votes[candidate] += int(str(count))
    assert votes == {DOUPE: 11109, DAVIS: 10064}


def test_tallies_of_a_contest_have_file_and_line(built_rows: Path) -> None:
    """Those that repeat no others add up to the votes; the first is that of the whole circuit."""
    found = [row for row in answer(built_rows, "contest-tallies") if str(row[8]).startswith("toombs-2016/")]
    assert len(found) == 70
    counted = sum(int(str(row[5])) for row in found if row[6] is False)
    assert counted == 11109 + 10064
    assert found[0][:1] + found[0][3:] == (
        "district/us/ga/toombs-judicial-circuit", "mt:choice-candidate", "mt:mode-absentee", 552, True,
        CERTIFIED, "toombs-2016/20161108__ga__general.csv", 2,
    )  # fmt: skip


def test_files_that_were_read(built_rows: Path) -> None:
    """With rows and those that could not be used."""
    found = answer(built_rows, "files-read")
    assert [(row[0], row[3], row[5], row[6]) for row in found if row[0] != "filings"] == [
        ("again", "dataset/again/itcont.txt", 3, 1),
        ("open", "dataset/open/20161108__ga__general.csv", 14, 0),
        ("toombs-2016", "dataset/toombs-2016/20161108__ga__general.csv", 14, 0),
    ]


def test_who_is_printed_alike(built_rows: Path) -> None:
    """The other place of one name, and the committee a donor is called like."""
    assert answer(built_rows, "printed-alike") == [
        (AIKEN, "mt:PrintedParty", "AIKEN", "SC", "29801", "filings")
    ]
    others = answer(built_rows, "printed-alike", party=ALIKE)
    assert {(row[0], row[1]) for row in others} == {(HARBOR, "mt:Committee")}


def test_questions_on_documents_are_answered_as_without_rows(built_rows: Path) -> None:
    """Gifts of rows are no gifts that documents tell of; the registry alone has none."""
    assert answer(built_rows, "donors-by-amount") == []
    assert answer(built_rows, "contests-by-state-and-year") == []
    assert answer(built_rows, "edges-with-evidence") == []


def behind_optional(node: object) -> bool:
    """Whether a pattern of triples is joined to what ends in an OPTIONAL."""
    if isinstance(node, CompValue):
        if node.name == "Join" and _ends_optional(node.p1) and getattr(node.p2, "name", "") == "BGP":
            return True
        return any(behind_optional(part) for part in node.values())
    return isinstance(node, list) and any(behind_optional(part) for part in node)


def _ends_optional(node: object) -> bool:
    """Whether the last thing a group does is an OPTIONAL, filters and bindings aside."""
    if not isinstance(node, CompValue):
        return False
    if node.name in ("Filter", "Extend"):
        return _ends_optional(node.p)
    return node.name == "LeftJoin"


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_what_must_be_stands_before_what_may_be(query: NamedQuery) -> None:
    """Behind an OPTIONAL the engine reads all of a pattern, which takes minutes with millions of rows."""
    assert not behind_optional(prepareQuery(query.text, PREFIXES, BASE).algebra)


def test_a_pattern_behind_an_optional_is_seen() -> None:
    """The test above can fail."""
    slow = "SELECT * { ?a mt:payer ?b . OPTIONAL { ?a mt:date ?c } ?b mt:city ?d }"
    assert behind_optional(prepareQuery(slow, PREFIXES, BASE).algebra)
