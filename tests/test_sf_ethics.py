"""The reader of the pages of the San Francisco Ethics Commission: on pages of 2024, and on made-up ones."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml
from told_money import Told, tell_all

from ontology import TABLES
from sources.errors import SheetError
from sources.sf_ethics.layout import CONVERTERS, LAYOUT
from sources.sf_ethics.pages import PAGES
from sources.tables.layouts.layout import Sample, layouts
from sources.tables.layouts.nested_plan import Cells, Each, Fields, Pick, lists_of

PUBLISHED = "data/tylerfieldccsf__dashboards-2025"
COUNTS = {
    "committee": 4,
    "contributor": 1628,
    "category": 35,
    "filing": 59,
    "factoid": 16,
    "for-others": 55,
    "third-party": 3,
    "contest": 1,
    "candidate": 2,
    "candidate-spending": 1,
    "for-candidate": 2,
    "top-contributor": 15,
    "donors": 1,
    "donor": 616,
    "donor-committee": 1835,
    "election": 1,
    "race": 13,
    "race-spending": 13,
    "race-measure": 17,
}
COMMITTEE = """---
layout: committee
filer_nid: '1001'
filer_id: '1400001'
filer_name: Friends of Oak
jurisdiction: sf
committee_type: general purpose
election: '2024-11-05'
totals:
- 1508829.1800000002
- ''
"""
DONOR = """---
layout: major_donor
filer_nid: '2002'
filer_id: unknown
filer_name: Joy Reed
committee_type: major donor
election: '{election}'
totals:
- ''
- 300.0
contributors: ''
expenditures:
- - FRIENDS OF OAK
  - 100.0
  - '2024-03-01'
- - FRIENDS OF OAK
  - 100.0
  - '2024-03-01'
- - Someone Else
  - 100.0
  - May 2024
---
"""
MEASURE = """---
layout: contest_bmc
election: '2024-11-05'
candidate: false
title: 'P: Keep the Parks'
committees:
- position: SUPPORT
  filer_nid: '1001'
  filer_id: '1400001'
  committee_name: FRIENDS OF OAK
  funds: ''
  expenses: 40
multi_committees:
- position: MULTIPLE
  filer_nid: '1003'
  filer_id: Pending
  committee_name: FRIENDS OF ELM
  funds: 50
  expenses: 60
---
"""
Page = Mapping[str, Any]


@pytest.fixture(scope="module")
def real(shared: Path) -> Told:
    """What the pages of the shared folder become."""
    return tell_all(LAYOUT, published(shared))


def published(shared: Path) -> list[Path]:
    """The pages of the shared folder."""
    return sorted((shared / PUBLISHED).rglob("*.md"))


def page_of(file: Path) -> Page:
    """A page as PyYAML reads it."""
    page: Page = next(iter(yaml.safe_load_all(file.read_text("utf-8"))))
    return page


def tell(folder: Path, *pages: str) -> Told:
    """What made-up pages become."""
    files = []
    for number, page in enumerate(pages):
        files.append(folder / f"{number}.md")
        files[-1].write_text(page if page.rstrip().endswith("\n---") else f"{page}---\n", "utf-8")
    return tell_all(LAYOUT, files)


def amounts(values: Iterable[object]) -> list[Decimal]:
    """What is an amount in a list, with two decimal places."""
    return [round(Decimal(str(value)), 2) for value in values if value not in ("", None)]


def stated(page: Page) -> list[Decimal]:
    """Every sum a page states that is to be told."""
    layout = page["layout"]
    if layout == "election":
        races = [race for name in ("candidate_pf", "candidate_ie", "measures") for race in page[name]]
        return amounts(
            [race[name] for race in races for name in ("funds", "expenses")]
            + [amount for _, amount in page["contributors"]]
        )
    if layout == "contributors":
        donors = page["contributors"]
        rows = donors + [row for donor in donors for row in donor["transactions"]]
        return amounts(row.get("tx_amount") or row.get("total") for row in rows)
    if layout == "contest_candidate":
        spending = [row for one in page["ie_candidates"] for row in one["committees"]]
        rows = page["candidates"] + spending
        return amounts(
            [row[name] for row in rows for name in ("funds", "expenses")]
            + [amount for _, amount in page["contributors"]]
        )
    third = page["third_party"][3] if "third_party" in page else []
    return amounts(
        [
            *page["totals"],
            *([page["pubfi"]["total"]] if "pubfi" in page else []),
            *(row[3] for row in page["contributors"] or []),
            *(row[1] for row in page["expenditures"] or []),
            *(row["info"] for row in page["factoids"] or []),
            *(row["total"] for row in page.get("ies") or []),
            *(amount for row in third for amount in row[3:]),
        ]
    )


def test_the_layout_is_found_and_recognises_its_pages(shared: Path) -> None:
    """A page is known by its first lines; other front matter is not."""
    assert layouts()["sf-ethics"] is LAYOUT
    for file in published(shared):
        assert LAYOUT.recognises(Sample(file.name, head=file.read_bytes()[:2000]))
    assert not LAYOUT.recognises(Sample("post.md", head=b"---\nlayout: post\ntitle: x\n---\n"))


def test_every_field_is_taken_or_ignored_for_a_reason() -> None:
    """No field of a page is passed over in silence, and every list has its converter."""
    kinds = set()
    for kind, plan in PAGES.values():
        lists = [Each(kind, plan)]
        for each in lists:
            kinds.add(each.kind)
            lists += lists_of(each.item)
            assert all(reason == "" or len(reason) > 8 for reason in _reasons(each.item))
    assert kinds == set(CONVERTERS)


def _reasons(plan: Fields | Cells) -> Iterable[str]:
    for _, rule in plan.rules.items() if isinstance(plan, Fields) else plan.cells:
        if isinstance(rule, str):
            yield rule
        elif isinstance(rule, Pick):
            yield rule.reason
        elif isinstance(rule, Fields | Cells):
            yield from _reasons(rule)


def test_every_record_of_the_real_pages_is_read(real: Told) -> None:
    """Nothing is lost, nothing is a problem."""
    assert dict(real.read) == COUNTS
    assert real.problems.is_empty()


def test_sums_are_those_of_the_pages_and_none_is_a_flow(real: Told, shared: Path) -> None:
    """Every stated sum is told once, by who paid or who raised it, and no table of flows has a row."""
    sums = real.frame("money-total")
    expected = [amount for file in published(shared) for amount in stated(page_of(file))]
    assert sorted(sums["amount"]) == sorted(expected)
    assert sums["amount"].sum() == Decimal("249900809.83")
    assert sums["id"].n_unique() == sums.height
    assert sums.filter(pl.col("payer").is_null() == pl.col("collector").is_null()).is_empty()
    assert sums["sumOf"].null_count() == 0
    assert not [name for name in real.tables if "notNewMoney" in TABLES[name].columns]


def test_contributors_and_small_gifts_add_up_to_the_totals(real: Told) -> None:
    """What came in to a candidate's committee is what contributors gave, and what is not itemised."""
    sums = real.frame("money-total")
    mine = sums.filter(pl.col("id").str.contains("208090470-1460998/"))
    given = mine.filter(pl.col("sumOf") == "Contributors")["amount"].sum()
    small = mine.filter(pl.col("sumOf") == "Unitemized Contributions")["amount"].item()
    total = mine.filter(pl.col("sumOf") == "Total Contributions").row(0, named=True)
    assert given + small == total["amount"] == Decimal("434634.23")
    assert (total["collector"], total["payer"]) == ("committee/ca-fppc/1460998", None)


def test_spending_of_others_is_for_the_candidate(real: Told) -> None:
    """A page names who others spent for in capitals; the pages of the election know who that is."""
    jenkins = "ballot-candidate/2024-11-05/us-06075/district-attorney/brooke-jenkins"
    mine = real.frame("money-total").filter(pl.col("supports") == jenkins)
    found = {(str(row["id"]).split("/")[-2], row["payer"]): row["amount"] for row in mine.to_dicts()}
    assert found == {
        ("for-candidates", "committee/ca-fppc/1475317"): Decimal("97382.82"),
        ("for-candidates", "committee/ca-fppc/1456335"): Decimal("860.78"),
        ("for-others", "committee/ca-fppc/1475317"): Decimal("97382.82"),
        ("for-others", "committee/ca-fppc/1456335"): Decimal("860.78"),
        ("third-parties", "committee/ca-fppc/1433436"): Decimal("14939.79"),
        ("third-parties", "committee/ca-fppc/1475317"): Decimal("97382.82"),
        ("third-parties", "committee/ca-fppc/1456335"): Decimal("860.78"),
    }
    against = real.frame("money-total").filter(pl.col("opposes").is_not_null())
    assert "measure/2024-11-05/us-06075/c-inspector-general" in against["opposes"].to_list()


def test_contests_candidates_and_filings_are_told(real: Told) -> None:
    """The race for prosecutor has the path readers of results give it; filings have form and period."""
    path = "contest/2024-11-05/us-06075/district-attorney"
    contest = next(row for row in real["contest"] if row["id"] == path)
    assert (contest["officeKind"], contest["jurisdiction"]) == ("office-kind-prosecutor", "county/us/06075")
    assert {row["contest"] for row in real["candidacy"] if "khojasteh" in str(row["id"])} == {path}
    assert {(row["ofCommittee"], str(row["forCandidate"]).rpartition("/")[2]) for row in real["link"]} == {
        ("committee/ca-fppc/1460998", "brooke-jenkins"),
        ("committee/ca-fppc/1466416", "ryan-khojasteh"),
    }
    filing = next(row for row in real["filing"] if row["identifier"] == "212479497")
    assert (filing["form"], filing["filer"]) == ("F460", "committee/ca-fppc/1475317")
    assert (str(filing["periodStart"]), str(filing["filedOn"])) == ("2024-10-20", "2024-11-01")
    measures = {row["identifier"] for row in real["measure"]}
    assert {"A", "B", "M"} <= measures


def test_what_adding_in_binary_numbers_left_is_taken_off(tmp_path: Path) -> None:
    """An amount keeps its cents; one with more than that is no amount of money."""
    total = tell(tmp_path, COMMITTEE).one("money-total")
    assert (total["amount"], total["line"]) == (Decimal("1508829.18"), 2)
    assert total["collector"] == "committee/ca-fppc/1400001"
    told = tell(tmp_path, COMMITTEE.replace("1508829.1800000002", "12.345"))
    assert told.wanted() == [(2, "totals.in", "12.345", "an amount such as 1234.50", True)]
    assert told["money-total"] == []


def test_contributors_are_told_apart_by_page_and_id(tmp_path: Path) -> None:
    """A name without a place is a party of its page; an id that is none is a problem."""
    told = tell(
        tmp_path,
        COMMITTEE
        + """contributors:
- - JOY
  - REED
  - ''
  - 100
- - ''
  - FRIENDS OF ELM
  - '1300000'
  - 20
- - ''
  - FRIENDS OF ASH
  - PENDING
  - 3
- - ''
  - SENATE PAC
  - C00386029
  - 4
- - ''
  - NO AMOUNT
  - ''
  - ''
""",
    )
    payers = [row["payer"] for row in told["money-total"] if row["sumOf"] == "Contributors"]
    assert payers == [
        "party/sf-ethics/JOY%20REED/1001-1400001",
        "committee/ca-fppc/1300000",
        "party/sf-ethics/FRIENDS%20OF%20ASH/1001-1400001",
        "committee/fec/C00386029",
    ]
    assert told.wanted() == [
        (29, "amount", "", "an amount such as 1234.50", True),
        (21, "committee_id", "PENDING", "an id of a committee; the party is told by its name", False),
    ]


def test_a_filer_without_an_id_has_the_commissions_number(tmp_path: Path) -> None:
    """A committee whose id is not known yet is none of the FPPC's."""
    told = tell(tmp_path, COMMITTEE.replace("'1400001'", "unknown"))
    assert told.one("money-total")["collector"] == "committee/sf-ethics/1001"
    assert told.problems.is_empty()


def test_what_a_committee_spent_for_others_and_what_late_reports_tell(tmp_path: Path) -> None:
    """A name that means one thing of the election is that thing; a committee with an id received it."""
    told = tell(
        tmp_path,
        COMMITTEE
        + """ies:
- name: P - KEEP THE PARKS
  total: 1
  position: oppose
- name: FRIENDS OF ELM
  total: 2
  tx_cmteid: '1300000'
F497P2:
- name: FRIENDS OF ASH
  total: 3
  tx_cmteid: SFO1
ie_candidates:
- candidate_name: JOY REED
  contest: District Attorney
  position: SUPPORT
  total: 4
ie_measures:
- contest: 'P: Keep the Parks'
  position: OPPOSE
  total: 5
factoids:
- title: Share beside it
  data: 7
  data_classes: percentage
  info: 6
- title: By itself
  data: 7
""",
        MEASURE,
    )
    park, reed = "measure/2024-11-05/us-06075/p-keep-the-parks", "us-06075/district-attorney/joy-reed"
    rows = {int(str(row["amount"]).split(".")[0]): row for row in told["money-total"] if row["amount"] < 8}
    late = rows[5], rows[4]
    assert (rows[1]["opposes"], rows[1]["supports"], rows[1]["payee"]) == (park, None, None)
    assert (rows[2]["opposes"], rows[2]["payee"]) == (None, "committee/ca-fppc/1300000")
    assert rows[3]["payee"] == "party/sf-ethics/FRIENDS%20OF%20ASH/1001-1400001"
    assert [row["supports"] or row["opposes"] for row in late] == [
        park,
        f"ballot-candidate/2024-11-05/{reed}",
    ]
    shares = [row["sumOf"] for row in told["money-total"] if row["collector"] and row["amount"] in (6, 7)]
    assert shares == ["Share beside it", "By itself"]


def test_committees_of_a_measure_are_for_it_or_against_it(tmp_path: Path) -> None:
    """One that is active in several measures is on no side of this one."""
    told = tell(tmp_path, MEASURE)
    park = "measure/2024-11-05/us-06075/p-keep-the-parks"
    rows = [
        (row["payer"] or row["collector"], row["amount"], row["supports"], row["contest"])
        for row in told["money-total"]
    ]
    assert rows == [
        ("committee/ca-fppc/1400001", 40, park, park),
        ("committee/sf-ethics/1003", 60, None, park),
        ("committee/sf-ethics/1003", 50, None, park),
    ]
    assert told["measure"][0]["identifier"] == "P"
    assert [problem[1:3] for problem in told.wanted()] == [("filer_id", "Pending")]


@pytest.mark.parametrize(
    ("title", "measures", "letter"),
    [("TBD: Keep the Parks", 1, None), ("C,D,E: Three of them", 0, None), ("AB: Two letters", 1, "AB")],
)
def test_a_measure_without_a_letter_and_several_at_once(
    tmp_path: Path, title: str, measures: int, letter: str | None
) -> None:
    """A letter that is to come is none; a title of several measures is no measure."""
    told = tell(tmp_path, MEASURE.replace("P: Keep the Parks", title))
    assert len({row["id"] for row in told["measure"]}) == measures
    assert {row["identifier"] for row in told["measure"]} <= {letter}
    assert {row["contest"] is None for row in told["money-total"]} == {measures == 0}


def test_gifts_of_a_major_donor_are_rows_of_money(tmp_path: Path) -> None:
    """They have days; a page of a later election that tells them again is not counted again."""
    told = tell(tmp_path, COMMITTEE, DONOR.format(election="2024-11-05"), DONOR.format(election="2025-09-16"))
    donor = "party/sf-ethics/Joy%20Reed/2002"
    rows = [
        (row["payer"], row["payee"], row["date"], row["dateAsWritten"], row["notNewMoney"])
        for row in told["contribution"]
    ]
    first = [
        (donor, "committee/ca-fppc/1400001", "2024-03-01", None, None),
        (donor, "committee/ca-fppc/1400001", "2024-03-01", None, None),
        (donor, "party/sf-ethics/Someone%20Else/-", None, "May 2024", None),
    ]
    assert rows == first + [(*row[:4], "not-new-reported-twice") for row in first]
    assert told.new("contribution") == Decimal(300)
    again = [row["alsoReportedAs"] for row in told["contribution"][3:]]
    assert again == [row["id"] for row in told["contribution"][:3]]
    spent = [row["sumOf"] for row in told["money-total"] if row["payer"] == donor]
    assert spent == ["Total Expenses"] * 2


@pytest.mark.parametrize(
    ("page", "line", "column", "said"),
    [
        ("layout: committee\n", 1, 1, "the first line is not ---; wanted YAML front matter"),
        ("---\nlayout: committee\n", 1, 1, "front matter that no second line of --- ends"),
        (COMMITTEE + "---\n\nHello\n", 14, 1, "text after the front matter; wanted nothing"),
        (
            "---\nlayout: comittee\n---\n",
            2,
            9,
            f"the layout 'comittee' is not known; wanted one of {', '.join(sorted(PAGES))}",
        ),
        (
            COMMITTEE + "expenditure: []\n---\n",
            12,
            1,
            "the field 'expenditure' is not known; did you mean 'expenditures'?",
        ),
        (COMMITTEE + "contributors: none\n---\n", 12, 15, "'none'; wanted a list"),
        (COMMITTEE + "contributors:\n- - A\n  - B\n---\n", 13, 3, "a list of 2; wanted 4"),
        (COMMITTEE + "ies:\n- 5\n---\n", 13, 3, "5; wanted keys with values"),
        (COMMITTEE + "position: [A]\n---\n", 12, 11, "a list; wanted a single value"),
        (COMMITTEE.replace("totals:\n- 1508829.1800000002\n- ''\n", "---\n"), 2, 1, "'totals' is missing"),
        (
            COMMITTEE + "expenditures: [[a, 1], [b, 2]]\n---\n",
            12,
            1,
            "two records on one line; wanted a line for each",
        ),
    ],
)
def test_a_page_that_is_not_as_described_is_an_error(
    tmp_path: Path, page: str, line: int, column: int, said: str
) -> None:
    """It is told with file, line and column."""
    path = tmp_path / "page.md"
    path.write_text(page, "utf-8")
    with pytest.raises(SheetError) as error:
        tell_all(LAYOUT, [path])
    where, message = str(error.value).split(": ", 1)
    assert where.endswith(f"page.md:{line}:{column}")
    assert message.removeprefix("the field ") == said.removeprefix("the field ")


def test_an_election_that_is_no_day_rejects_the_page(tmp_path: Path) -> None:
    """Nothing of it can be told apart from other elections."""
    told = tell(tmp_path, COMMITTEE.replace("2024-11-05", "Nov 2024"))
    assert told.wanted() == [(2, "election", "Nov 2024", "a day as %Y-%m-%d", True)]
