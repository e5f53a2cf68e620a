"""The competency questions: each has a named query, and each answer is the inventory's, row by row.

IRIs are written as paths under `id/`, terms of the ontology with `mt:`; None is an empty cell.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import yaml

from graph.ask import ask_named, named_queries, named_query
from graph.sparql.engine import Target
from graph.sparql.terms import Value

SACRAMENTO, SAN_DIEGO, ALAMEDA, CONTRA_COSTA, SAN_BERNARDINO, YOLO, RIVERSIDE = (
    f"contest/2018-06-05/us-{county}/district-attorney"
    for county in ("06067", "06073", "06001", "06013", "06071", "06113", "06065")
)
RUNOFF = "contest/2018-11/us-06013/district-attorney-runoff"
BOUDIN_RECALL = "contest/2022-06/us-06075/district-attorney-recall"
PRICE_RECALL = "contest/2024-11-05/us-06001/district-attorney-recall"
LOS_ANGELES_2024 = "contest/2024-11-05/us-06037/district-attorney"
PRESIDENT_2024 = "contest/2024-11-05/us/president"
SACRAMENTO_NAME, SAN_DIEGO_NAME, ALAMEDA_NAME, CONTRA_COSTA_NAME, SAN_BERNARDINO_NAME = (
    f"DA contest, {county} County, June 2018"
    for county in ("Sacramento", "San Diego", "Alameda", "Contra Costa", "San Bernardino")
)
Row = tuple[Value, ...]


def answer(graph: Path, name: str, *left_out: str) -> list[Row]:
    """The rows of a named query as it is asked without parameters, some columns left out."""
    target = Target(graph)
    result = ask_named(named_query(name), {}, target).without(frozenset(left_out))
    return [tuple(short(value, target) for value in row.values()) for row in result]


def short(value: Value, target: Target) -> Value:
    """An IRI as a path or with its prefix, anything else as it is."""
    if isinstance(value, str) and value.startswith("https://w3id.org/moneytrail/"):
        return target.prefixes().shorten(value).removeprefix("id:")
    return value


def test_cq01_the_gift_of_soros_to_phillips(built: Path) -> None:
    """About 400,000 dollars, reported, by the Los Angeles Times, document 001 paragraph 5."""
    assert answer(built, "gift-with-source") == [
        (
            Decimal(400_000), None, None, "mt:precision-about", "around $400,000", "reported, attributed",
            "publication/los-angeles-times", "001", 5, "C001-029",
        ),
    ]  # fmt: skip


def test_cq03_recalled_prosecutors(built: Path) -> None:
    """Boudin in 2022 (003), in June 2022 (004); Price in November 2024, the day inferred (003)."""
    boudin = ("person/chesa-boudin", "office/us/06075/district-attorney", BOUDIN_RECALL)
    price = ("person/pamela-price", "office/us/06001/district-attorney", PRICE_RECALL)
    assert answer(built, "recalled-prosecutors") == [
        (*boudin, "2022", None, "003", 8, "C003-046"),
        (*boudin, "2022-06", None, "004", 2, "C004-006"),
        (*price, "2024-11-05", "inferred, see P2", "003", 10, "C003-053"),
    ]


def test_cq05_backed_candidates_by_county(built: Path) -> None:
    """Three challengers lost to incumbents; the incumbent of Contra Costa went to a run-off."""
    assert answer(built, "backed-candidates-by-county") == [
        (
            "county/us/06001", "person/pamela-price", "challenger", "mt:outcome-lost",
            "person/nancy-omalley", ALAMEDA, "000 001",
        ),
        (
            "county/us/06013", "person/diana-becton", "incumbent", "mt:outcome-advanced",
            "person/paul-graves", RUNOFF, "000 001",
        ),
        (
            "county/us/06067", "person/noah-phillips", "challenger", "mt:outcome-lost",
            "person/anne-marie-schubert", SACRAMENTO, "000 001",
        ),
        (
            "county/us/06073", "person/genevieve-jones-wright", "challenger", "mt:outcome-lost",
            "person/summer-stephan", SAN_DIEGO, "000 001",
        ),
    ]  # fmt: skip


def test_cq07_donor_married_to_a_founder(built: Path) -> None:
    """Cari Tuna, more than 650,000 dollars, the committee led by Shaun King, Noah Phillips, who lost."""
    note = (
        "Relative pronoun ambiguous: donor is Tuna (preferred) or Moskovitz."
        " Contribution is not said to be earmarked for Phillips."
    )
    assert answer(built, "donors-married-to-founders") == [
        (
            "person/cari-tuna", "person/dustin-moskovitz", "organization/facebook",
            None, Decimal(650_000), "mt:precision-more-than",
            "committee/unnamed/led-by-shaun-king-2018", "person/shaun-king",
            "person/noah-phillips", "person/anne-marie-schubert", SACRAMENTO,
            "C001-021 C001-033 C001-034 C001-035 C001-036 C001-037",
            note,
        ),
    ]  # fmt: skip


def test_cq09_lost_then_recalled(built: Path) -> None:
    """Pamela Price: lost to O'Malley in 2018 (001), recalled from that office in 2024 (003)."""
    assert answer(built, "lost-then-recalled") == [
        (
            "person/pamela-price", "office/us/06001/district-attorney", ALAMEDA, "person/nancy-omalley",
            "C001-065", PRICE_RECALL, "C003-053", "001 003",
        ),
    ]  # fmt: skip


def test_cq11_incumbents_and_challengers(built: Path) -> None:
    """Three contests went to incumbents, one to a challenger, one to a run-off."""
    assert answer(built, "won-by-incumbents-or-challengers") == [
        ("went to a run-off", 1, "Diana Becton; Paul Graves", CONTRA_COSTA_NAME, "001"),
        ("won by a challenger", 1, "Jason Anderson", SAN_BERNARDINO_NAME, "001"),
        (
            "won by the incumbent", 3, "Anne Marie Schubert; Nancy O'Malley; Summer Stephan",
            f"{SACRAMENTO_NAME}; {ALAMEDA_NAME}; {SAN_DIEGO_NAME}", "001",
        ),
    ]  # fmt: skip


def test_cq13_counts_that_disagree(built: Path) -> None:
    """A majority of 25 (003 P2) is more than 50 percent, 12 of 25 (003 P4) is 48: a contradiction."""
    assert answer(built, "counts-that-disagree") == [
        (
            "defeated", "a majority of the 25", 25, Decimal(50), Decimal(100), False,
            "003", 2, "C003-004", "C003-018",
        ),
        ("defeated or recalled", "12", 25, Decimal(48), Decimal(48), True, "003", 4, "C003-018", None),
    ]  # fmt: skip


def test_cq15_contests_by_state_and_year(built: Path) -> None:
    """Seven contests and a run-off in California 2018, one recall 2022, and so on."""
    counties = "Alameda, Contra Costa, Riverside, Sacramento, San Bernardino, San Diego, Yolo"
    seven = "; ".join(f"{county} County" for county in counties.split(", "))
    georgia = "Athens-Clarke and Oconee counties (joint DA jurisdiction); Savannah"
    assert answer(built, "contests-by-state-and-year") == [
        ("state/us/az", 2024, "contest", 1, "Maricopa County", "003"),
        ("state/us/ca", 2018, "contest", 7, seven, "000 001 002"),
        ("state/us/ca", 2018, "run-off", 1, "Contra Costa County", "000 001 002"),
        ("state/us/ca", 2022, "recall", 1, "San Francisco", "003 004"),
        ("state/us/ca", 2024, "contest", 2, "Los Angeles County; San Francisco", "003 004"),
        ("state/us/ca", 2024, "recall", 1, "Alameda County", "003 004"),
        ("state/us/fl", 2024, "contest", 2, "Hillsborough County; Orange-Osceola jurisdiction", "003"),
        ("state/us/ga", 2024, "contest", 2, georgia, "003"),
        ("state/us/mi", 2024, "contest", 1, "Macomb County", "003"),
    ]


def test_cq16_removals_in_order(built: Path) -> None:
    """June 2022 Boudin, August 2022 Warren, 2023 Worrell, November 2024 Price."""
    desantis = "person/ron-desantis"
    assert answer(built, "removals-in-order") == [
        (
            "2022-06", None, "person/chesa-boudin", "mt:event-recall",
            "office/us/06075/district-attorney", None,
            date(2022, 6, 1), date(2022, 6, 30), "003 004", "C003-046 C004-006",
        ),
        (
            "2022-08", None, "person/andrew-warren", "mt:event-suspension",
            "office/us/12057/state-attorney", desantis,
            date(2022, 8, 1), date(2022, 8, 31), "003", "C003-123",
        ),
        (
            "2023", None, "person/monique-worrell", "mt:event-removal",
            "office/us/fl/orange-osceola/state-attorney", desantis,
            date(2023, 1, 1), date(2023, 12, 31), "003", "C003-116",
        ),
        (
            "2024-11-05", "inferred, see P2", "person/pamela-price", "mt:event-recall",
            "office/us/06001/district-attorney", None,
            date(2024, 11, 5), date(2024, 11, 5), "003", "C003-053",
        ),
    ]  # fmt: skip


def test_cq19_support_for_the_other_side(built: Path) -> None:
    """Police, prosecutors, business and police unions in 2018; unions and the recall campaign in 2024."""
    incumbents = ("group/incumbent-district-attorneys-2018", "group/donor-backed-candidates-2018")
    price, chronicle = ("person/pamela-price", "person/pamela-price"), "San Francisco Chronicle"
    assert answer(built, "support-for-the-other-side") == [
        ("group/police-unions-2018", "mt:backed", *incumbents, None, None, None, "000", 8, "C000-042"),
        ("group/police-donors-2018", "mt:funded", *incumbents, None, "mostly", None, "002", 9, "C002-043"),
        (
            "group/prosecutor-donors-2018", "mt:funded", *incumbents,
            None, "mostly", None, "002", 9, "C002-044",
        ),
        (
            "group/local-business-donors-2018", "mt:funded", *incumbents,
            None, "mostly", None, "002", 9, "C002-045",
        ),
        (
            "group/police-unions-alameda", "mt:supportsRecallOf", *price,
            None, "all 14", chronicle, "004", 6, "C004-026",
        ),
        (
            "organization/alameda-prosecutors-union", "mt:supportsRecallOf", *price,
            None, None, chronicle, "004", 6, "C004-028",
        ),
        (
            "campaign/price-recall-2024", "mt:raisedFor", PRICE_RECALL, "person/pamela-price",
            Decimal(3_700_000), "about $3.7 million", f"{chronicle}, campaign finance records",
            "004", 6, "C004-030",
        ),
    ]  # fmt: skip


def test_cq20_witnesses_of_an_outcome(built: Path) -> None:
    """000 and 002 say ahead and are one witness, 001 says won: two witnesses."""
    assert answer(built, "witnesses-of-an-outcome") == [
        ("mt:outcome-led", "mt:count-unofficial", "000", "LAT-2018", 2, "C000-025"),
        ("mt:outcome-won", "mt:count-unknown", "001", "FOX-2018", 2, "C001-021"),
        ("mt:outcome-led", "mt:count-unofficial", "002", "LAT-2018", 2, "C002-015"),
    ]


def test_cq22_claims_resting_on_the_defense_fund(built: Path) -> None:
    """Five claims of the fund and 22 of its policy director, all in 003."""
    fund, kennedy = "organization/law-enforcement-legal-defense-fund", "person/sean-kennedy"
    expected = [(fund, 3, number) for number in (9, 10, 11, 13, 14)]
    expected += [(kennedy, 11, number) for number in (61, 62)]
    expected += [(kennedy, 12, number) for number in (65, 66)]
    expected += [(kennedy, 15, 75)]
    expected += [(kennedy, 18, number) for number in (88, 89, 90, 91, 93, 94, 95, 96, 97, 99)]
    expected += [(kennedy, 19, number) for number in (100, 101, 102, 103)]
    expected += [(kennedy, 23, number) for number in (126, 127, 128)]
    assert answer(built, "claims-resting-on", "says", "modalities") == [
        (speaker, "003", paragraph, f"C003-{number:03}") for speaker, paragraph, number in expected
    ]


def test_cq25_majority_and_runoff(built: Path) -> None:
    """Diana Becton, Contra Costa County 2018, document 001, paragraphs 13 and 14."""
    assert answer(built, "majority-and-runoff") == [
        (
            "person/diana-becton", CONTRA_COSTA, "a majority of the votes", RUNOFF, "001", 13, 14,
            "C001-082", "C001-085",
        ),
    ]  # fmt: skip


def test_cq27_shares_that_sum_to_100(built: Path) -> None:
    """The Los Angeles poll (004), Athens-Clarke and Oconee, and Alameda County 2024 (003)."""
    side = "the side that opposed Harris in Alameda County 2024"
    assert answer(built, "shares-that-sum-to-100") == [
        (
            LOS_ANGELES_2024, None, "poll", "21 + 51 + 28", "George Gascón; Nathan Hochman; undecided",
            Decimal(100), "004", "C004-051 C004-052 C004-053",
        ),
        (
            PRESIDENT_2024, "circuit/us/ga/athens-clarke-oconee", "votes", "56.5 + 43.5",
            "Kamala Harris; Donald Trump", Decimal(100), "003", "C003-086 C003-087",
        ),
        (
            PRESIDENT_2024, "county/us/06001", "votes", "75 + 25", f"Kamala Harris; {side}",
            Decimal(100), "003", "C003-059 C003-060",
        ),
    ]  # fmt: skip


def test_cq29_backing_denied(built: Path) -> None:
    """Chesa Boudin, document 004 paragraph 2; aligned with the reform agenda; nobody says backed."""
    assert answer(built, "backing-denied") == [
        (
            "person/chesa-boudin", "mt:backedDirectly", "004", 2, "C004-009",
            "mt:alignedWith", "criminal justice reform agenda", "C004-010", None,
        ),
    ]  # fmt: skip


def test_cq31_spending_without_amount(built: Path) -> None:
    """Yolo, Riverside and San Bernardino 2018 (001 P15), by wealthy donors, on a far smaller scale."""
    donors, scale = (
        "group/wealthy-donors-three-counties-2018",
        "Outlays there were much lower than in the main races",
    )
    assert answer(built, "spending-without-amount") == [
        (YOLO, "county/us/06113", donors, scale, "001", 15, "C001-091"),
        (RIVERSIDE, "county/us/06065", donors, scale, "001", 15, "C001-092"),
        (SAN_BERNARDINO, "county/us/06071", donors, scale, "001", 15, "C001-093"),
    ]


def test_cq33_least_spending(built: Path) -> None:
    """More than 2.7 million dollars (002 P9), bound excluded, not exact; joint sums are only millions."""
    soros, contests = "person/george-soros", "set/california-contests-with-donor-involvement-2018"
    million, nothing = Decimal(1_000_000), (False, None, False)
    assert answer(built, "least-spending") == [
        (soros, Decimal(2_700_000), *nothing, "more than $2.7 million", contests, "002", 9, "C002-039"),
        (
            soros, million, *nothing, "multimillion-dollar", "campaign/donor-backed-campaigns-2018",
            "001", 1, "C001-004",
        ),
        (
            "group/soros-and-allied-donors", million, *nothing, "millions of dollars", contests,
            "002", 6, "C002-031",
        ),
    ]  # fmt: skip


def test_cq35_hedged_results(built: Path) -> None:
    """Fourteen results and forecasts in 000, 002 and 004, with each of their marks."""
    offices = "organization/county-elections-offices"
    assert answer(built, "hedged-results", "says") == [
        ("000", 5, "C000-017", "tentative", None),
        ("000", 6, "C000-025", "unofficial", None),
        ("000", 6, "C000-028", "unofficial", None),
        ("000", 6, "C000-031", "unofficial", None),
        ("000", 7, "C000-038", "unofficial, tentative", None),
        ("002", 4, "C002-008", "tentative", None),
        ("002", 4, "C002-011", "tentative", None),
        ("002", 5, "C002-015", "unofficial", offices),
        ("002", 5, "C002-017", "unofficial", offices),
        ("002", 5, "C002-019", "unofficial", offices),
        ("002", 5, "C002-023", "tentative, conditional", None),
        ("002", 7, "C002-032", "conditional", None),
        ("004", 5, "C004-022", "tentative", "publication/san-francisco-chronicle"),
        ("004", 10, "C004-056", "conditional", None),
    ]


def test_cq37_reported_or_alleged(built: Path) -> None:
    """Two claims of 001 are reported, three of 003 and one of 004 alleged."""
    assert answer(built, "reported-or-alleged", "says") == [
        ("mt:modality-reported", "001", 5, "C001-029", "publication/los-angeles-times"),
        ("mt:modality-reported", "001", 10, "C001-066", None),
        ("mt:modality-alleged", "003", 10, "C003-058", None),
        ("mt:modality-alleged", "003", 16, "C003-080", None),
        ("mt:modality-alleged", "003", 16, "C003-082", None),
        ("mt:modality-alleged", "004", 4, "C004-021", None),
    ]


def test_cq39_aims_in_several_documents(built: Path) -> None:
    """Incarceration, police misconduct, bail reform, and that bail hurts the poor: 001 and 002."""
    assert answer(built, "aims-in-several-documents") == [
        ("action against police misconduct", "001 002", 2, "C001-013 C002-058"),
        ("bail disadvantages poor people", "001 002", 2, "C001-015 C002-060"),
        ("bail reform", "001 002", 2, "C001-014 C002-059"),
        ("lower incarceration", "001 002", 2, "C001-012 C002-057"),
    ]


def test_every_competency_question_has_a_named_query(shared: Path) -> None:
    """The ids in the inventory and in the heads of the queries are the same."""
    inventory = yaml.safe_load((shared / "inventory" / "inventory.yaml").read_text("utf-8"))
    asked = sorted(question for query in named_queries() for question in query.questions)
    assert asked == sorted(question["id"] for question in inventory["competency_questions"])
