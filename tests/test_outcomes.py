"""Outcomes by rule: real totals of 2024, and made-up counts for each way a contest is decided or open."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from pyoxigraph import Literal

from graph.derive.electoral_rules import electoral_rules
from graph.derive.laws import law_quads
from graph.derive.outcome_words import grouped, percent
from graph.derive.outcomes import Outcomes, outcomes
from graph.nodes import Names, term
from graph.tables.checks import check
from ontology import CODES
from sources.tables.layouts.rows import Place, shaped
from sources.tables.places.counties import counties, states
from sources.tables.places.districts import district_paths

MEDSL = "data/MEDSL__2024-elections-official"
TOTAL = {
    "contest": pl.String,
    "candidacy": pl.String,
    "candidate": pl.String,
    "label": pl.String,
    "choiceKind": pl.String,
    "votes": pl.Int64,
    "counties": pl.Int64,
}
CONTEST = {
    "contest": "contest/x",
    "label": "district attorney, Western circuit",
    "state": "ga",
    "officeKind": "office-kind-prosecutor",
    "electionKind": "election-kind-primary",
    "date": "2024-05-21",
    "jurisdiction": "district/us/ga/western-judicial-circuit",
    "seats": 1,
    "countStatus": "count-certified",
    "isFinal": True,
}
KINDS = dict.fromkeys(CONTEST, pl.String) | {"seats": pl.Int64, "isFinal": pl.Boolean, "dataset": pl.String}


def choice(name: str, kind: str, votes: int, places: int, contest: str = "contest/x") -> tuple[object, ...]:
    """A row of totals."""
    if kind != "choice-candidate":
        return contest, None, None, name, kind, votes, places
    tail = f"{contest.removeprefix('contest/')}/{name}"
    return contest, f"candidacy/{tail}", f"ballot-candidate/{tail}", name, kind, votes, places


def totals(*rows: tuple[object, ...]) -> pl.DataFrame:
    """Rows of totals as a frame."""
    return pl.DataFrame(list(rows), schema=TOTAL, orient="row")


def asked(*contests: dict[str, object]) -> pl.DataFrame:
    """Contests as a frame."""
    kinds = {name: kind for name, kind in KINDS.items() if name in contests[0]}
    return pl.DataFrame(list(contests), schema=kinds)


def decide(
    votes: dict[str, int], contest: Mapping[str, object] | None = None, *, write_ins: int = 0, places: int = 2
) -> Outcomes:
    """What follows from counts in all counties of a circuit."""
    rows = [choice(name, "choice-candidate", number, places) for name, number in votes.items()]
    rows += [choice("Undervotes", "choice-undervotes", 999, places)]
    if write_ins:
        rows += [choice("Write-ins", "choice-write-in", write_ins, 1)]
    return outcomes(totals(*rows), asked({**CONTEST, **(contest or {})}))


def codes(decided: Outcomes) -> dict[str, str]:
    """The outcome of each candidate by name."""
    named = decided.results.select(
        pl.col("candidacy").str.split("/").list.last(), pl.col("outcomeCode").str.strip_prefix("outcome-")
    )
    return dict(named.rows())


def reason(decided: Outcomes) -> str:
    """Why the only contest is not decided."""
    assert decided.results.height == 0
    return str(decided.undecided.select("reason").item())


FLORIDA = {"state": "fl", "jurisdiction": "district/us/fl/9th-judicial-circuit", "date": "2024-11-05"}
GENERAL = {"electionKind": "election-kind-general", "date": "2024-11-05"}


def test_more_than_half_wins_outright_where_a_run_off_was_possible() -> None:
    """Of three candidates in Georgia one has more than half; there is no run-off."""
    decided = decide({"Ann": 60_123, "Bob": 40_000, "Cy": 10_333})
    assert codes(decided) == {"Ann": "won-outright", "Bob": "lost", "Cy": "lost"}
    first = decided.results.row(0, named=True)
    assert first == {
        "candidate": "ballot-candidate/x/Ann",
        "candidacy": "candidacy/x/Ann",
        "contest": "contest/x",
        "outcomeCode": "outcome-won-outright",
        "countStatus": "count-certified",
        "votes": 60_123,
        "id": "outcome/x/Ann",
        "label": "Ann won outright district attorney, Western circuit",
        "electoralRule": "electoral-rule/us/ga-majority",
        "votesCast": 110_456,
        "shareOfVotes": Decimal("54.43"),
        "computation": "60 123 of 110 456 votes = 54.4 %; more than half (O.C.G.A. § 21-2-501)",
    }
    assert decided.results["computation"][1] == (
        "40 000 of 110 456 votes = 36.2 %; Ann has 60 123 (O.C.G.A. § 21-2-501)"
    )
    assert decided.undecided.height == 0


def test_two_go_on_when_nobody_has_more_than_half() -> None:
    """Half is not more than half: the two highest go to the run-off, the third has lost."""
    decided = decide({"Ann": 500, "Bob": 300, "Cy": 200})
    assert codes(decided) == {"Ann": "advanced", "Bob": "advanced", "Cy": "lost"}
    assert decided.results["label"].to_list()[0] == "Ann advanced from district attorney, Western circuit"
    second, third = decided.results["computation"].to_list()[1:]
    law = "(O.C.G.A. § 21-2-501)"
    assert second == f"300 of 1 000 votes = 30.0 %; nobody has more than half, one of the two highest {law}"
    assert third == f"200 of 1 000 votes = 20.0 %; not one of the two highest {law}"


def test_two_of_three_with_equal_votes_at_the_top_go_on() -> None:
    """A tie for the first place decides nothing, and needs not: both go on."""
    assert codes(decide({"Ann": 400, "Bob": 400, "Cy": 200})) == {
        "Ann": "advanced",
        "Bob": "advanced",
        "Cy": "lost",
    }


def test_the_most_votes_win_a_run_off_and_a_plurality() -> None:
    """In a run-off, and in Florida, the most votes are enough."""
    assert codes(decide({"Ann": 10, "Bob": 9}, {"electionKind": "election-kind-primary-runoff"})) == {
        "Ann": "won",
        "Bob": "lost",
    }
    decided = decide({"Ann": 40, "Bob": 35, "Cy": 25}, FLORIDA | GENERAL)
    assert codes(decided) == {"Ann": "won", "Bob": "lost", "Cy": "lost"}
    assert decided.results["electoralRule"].unique().to_list() == ["electoral-rule/us/fl-general"]


def test_the_only_candidate_wins() -> None:
    """Who has no opponent has all votes."""
    decided = decide({"Ann": 5})
    assert codes(decided) == {"Ann": "won"}
    assert decided.results["computation"].to_list() == [
        "5 of 5 votes = 100.0 %; the only candidate (O.C.G.A. § 21-2-501)"
    ]


def test_write_ins_count_and_leave_open_only_what_they_could_change() -> None:
    """Write-in votes are votes cast; they matter when one person could have got them all."""
    assert codes(decide({"Ann": 60, "Bob": 30}, write_ins=5)) == {"Ann": "won", "Bob": "lost"}
    assert decide({"Ann": 60, "Bob": 30}, write_ins=10).results["shareOfVotes"][0] == Decimal("60.00")
    assert reason(decide({"Ann": 51, "Bob": 49}, write_ins=2)) == (
        "whether Ann has more than half depends on 2 write-in votes, which may be for one person"
    )
    assert reason(decide({"Ann": 40, "Bob": 30, "Cy": 20}, write_ins=30)) == (
        "30 write-in votes, which may be for one person; the second of the candidates has 30"
    )
    assert reason(decide({"Ann": 40}, FLORIDA | GENERAL, write_ins=40)) == (
        "40 write-in votes, which may be for one person; Ann has 40"
    )


@pytest.mark.parametrize(
    ("votes", "contest", "told"),
    [
        ({"Ann": 5}, {"state": "al"}, "no rule is known: prosecutor of AL, primary election of 2024-05-21"),
        (
            {"Ann": 5},
            {"officeKind": "office-kind-other"},
            "no rule is known: other of GA, primary election of 2024-05-21",
        ),
        ({"Ann": 5}, {"date": "2024"}, "no rule is known: prosecutor of GA, primary election of 2024"),
        (
            {"Ann": 5},
            {"date": "1998-11-03"},
            "no rule is known: prosecutor of GA, primary election of 1998-11-03",
        ),
        (
            {"Ann": 5},
            {"officeKind": None},
            "kind of office, kind of election, state, day or place is not said",
        ),
        ({"Ann": 5}, {"seats": 2}, "2 are to be elected, the rules are for one"),
        ({"Ann": 5}, {"isFinal": False}, "the counts are neither certified nor final"),
        ({"Ann": 5}, {"isFinal": None}, "the counts are neither certified nor final"),
        (
            {"Ann": 5},
            {"jurisdiction": "city/us/ga/savannah"},
            "the counties of city/us/ga/savannah are not known",
        ),
        ({"Ann": 5}, {"jurisdiction": "county/us/13121"}, "counts from 2 counties, of which 1 vote in it"),
        (
            {"Ann": 5},
            {"jurisdiction": "district/us/ga/augusta-judicial-circuit", "date": "2020-06-09"},
            "counts from 2 of 3 counties",
        ),
        ({"Ann": 0, "Bob": 0}, {}, "no votes"),
        ({}, {}, "no candidate is named"),
        ({"Ann": 40, "Bob": 30, "Cy": 30}, {}, "a tie for the second place at 30 votes"),
        ({"Ann": 1000, "Bob": 1000}, FLORIDA | GENERAL, "a tie at 1 000 votes"),
    ],
)
def test_why_a_contest_is_left_open(votes: dict[str, int], contest: dict[str, object], told: str) -> None:
    """The first thing that stands in the way is told."""
    assert reason(decide(votes, contest)) == told


def test_augusta_votes_without_columbia_since_2021() -> None:
    """Two counties make the circuit whole in 2024; in 2020 it had three."""
    augusta = {"jurisdiction": "district/us/ga/augusta-judicial-circuit"}
    assert codes(decide({"Ann": 5}, augusta)) == {"Ann": "won"}


def test_a_candidate_without_some_counties_leaves_it_open() -> None:
    """Counts that lack a county for one candidate are not whole."""
    rows = totals(choice("Ann", "choice-candidate", 9, 2), choice("Bob", "choice-candidate", 3, 1))
    decided = outcomes(rows, asked(CONTEST))
    assert reason(decided) == "Bob: counts from 1 of 2 counties"


def test_questions_and_contests_without_counts_are_left_open() -> None:
    """Yes and no are no candidates; a contest nobody counted has no outcome."""
    question = totals(choice("Yes", "choice-option", 9, 2), choice("No", "choice-option", 3, 2))
    assert reason(outcomes(question, asked(CONTEST))) == "its choices are no candidates"
    assert reason(outcomes(totals(), asked(CONTEST))) == "no counts"


def test_ranked_choice_is_decided_by_first_choices_only_when_they_are_enough() -> None:
    """San Francisco's own rule holds there, and California's does not."""
    city = {
        "state": "ca",
        "jurisdiction": "county/us/06075",
        "date": "2019-11-05",
        "electionKind": GENERAL["electionKind"],
    }
    decided = decide({"Ann": 60, "Bob": 25, "Cy": 15}, city, places=1)
    assert codes(decided) == {"Ann": "won", "Bob": "lost", "Cy": "lost"}
    assert decided.results["electoralRule"][0] == "electoral-rule/us/ca-san-francisco"
    assert reason(decide({"Ann": 36, "Bob": 33, "Cy": 31}, city, places=1)) == (
        "nobody is the first choice of more than half; the rounds of ranked choice are not counted here"
    )


def test_a_rule_ends_where_another_may_hold() -> None:
    """San Diego has no known rule for primaries after its charter was changed, Sacramento has."""
    primary = {"state": "ca", "date": "2022-06-07"}
    assert (
        codes(decide({"Ann": 60, "Bob": 40}, primary | {"jurisdiction": "county/us/06067"}, places=1))["Ann"]
        == "won"
    )
    told = "no rule is known: prosecutor of CA, primary election of 2022-06-07"
    assert (
        reason(decide({"Ann": 60, "Bob": 40}, primary | {"jurisdiction": "county/us/06073"}, places=1))
        == told
    )
    earlier = {"jurisdiction": "county/us/06073", "date": "2018-06-05"}
    before = decide({"Ann": 60, "Bob": 40}, primary | earlier, places=1)
    assert before.results["electoralRule"][0] == "electoral-rule/us/ca-san-diego-primary"


def test_each_contest_has_results_or_a_reason() -> None:
    """Contests are decided on their own, whatever stands beside them; a dataset is passed on."""
    rows = totals(
        choice("Ann", "choice-candidate", 9, 2, "contest/a"),
        choice("Bob", "choice-candidate", 3, 2, "contest/a"),
        choice("Cy", "choice-candidate", 3, 2, "contest/b"),
    )
    both = [CONTEST | {"contest": f"contest/{name}", "dataset": "dataset/d"} for name in "ab"]
    decided = outcomes(rows, asked(both[0], both[1] | {"isFinal": False}))
    assert decided.results["contest"].unique().to_list() == ["contest/a"]
    assert decided.results["dataset"].unique().to_list() == ["dataset/d"]
    assert decided.undecided.rows() == [("contest/b", "the counts are neither certified nor final")]


def test_results_keep_the_shape_of_their_table() -> None:
    """The frame is the table `outcome` of the ontology."""
    made = shaped("outcome", decide({"Ann": 60, "Bob": 40}).results, Place("d", "f"))
    kept, broken = check("outcome", made, pl.Series("line", [0, 0]))
    assert (kept.height, broken.height) == (2, 0)


@pytest.mark.parametrize(
    ("votes", "cast", "places", "printed"),
    [(1, 3, 1, "33.3"), (2, 3, 1, "66.7"), (1, 8, 2, "12.50"), (1, 800, 1, "0.1"), (7, 7, 2, "100.00")],
)
def test_shares_are_rounded_half_up(votes: int, cast: int, places: int, printed: str) -> None:
    """Shares are worked out from whole numbers."""
    frame = pl.DataFrame({"votes": [votes], "cast": [cast]})
    assert frame.select(percent(pl.col("votes"), pl.col("cast"), places)).item() == printed


def test_numbers_are_grouped() -> None:
    """A space stands before each three digits."""
    numbers = pl.DataFrame({"n": [0, 999, 1000, 1_234_567]})
    assert numbers.select(grouped(pl.col("n"))).to_series().to_list() == ["0", "999", "1 000", "1 234 567"]


def test_each_rule_is_whole() -> None:
    """A rule names its law, holds in a place of the lists, and uses values of the code lists."""
    rules = electoral_rules()
    places = {f"state/us/{code}" for code in states()["code"]}
    places |= {f"county/us/{code}" for code in counties()["fips"]}
    assert rules.height == rules["rule"].n_unique() > 10
    assert set(rules["jurisdiction"]) | set(rules["exceptIn"].explode().drop_nulls()) <= places
    for column, kind in (("officeKind", "OfficeKind"), ("voteThreshold", "VoteThreshold")):
        assert set(rules[column]) <= {code.name for code in CODES[kind]}
    assert set(rules["electionKind"].explode()) <= {code.name for code in CODES["ElectionKind"]}
    assert rules.select("jurisdiction", "goOn", "knownFrom", "law").null_count().sum_horizontal().item() == 0


def test_no_two_rules_hold_for_one_contest() -> None:
    """A place has one rule for an office and a kind of election on a day."""
    rules = electoral_rules().explode("electionKind")
    for _, group in rules.group_by("jurisdiction", "officeKind", "electionKind"):
        assert group.height == 1


def test_rules_go_into_a_graph_under_its_base() -> None:
    """A chosen rule is told in the graph asked for; places and the rule are under the base of the graph."""
    names = Names("http://example.org/")
    graph = names.graph("dataset/x")
    quads = law_quads(names, ["electoral-rule/us/ga-majority"], graph)
    about = names.thing("electoral-rule/us/ga-majority")
    assert {quad.subject for quad in quads} == {about}
    assert {quad.graph_name for quad in quads} == {graph}
    told = {quad.predicate: quad.object for quad in quads}
    assert told[term("jurisdiction")] == names.thing("state/us/ga")
    assert told[term("dcterms:source")] == Literal("O.C.G.A. § 21-2-501")
    assert law_quads(names, [], graph) == []


def _counted(path: Path) -> dict[tuple[str, str], tuple[int, set[str]]]:
    """Votes and counties of each district and candidate, added up line by line."""
    found: dict[tuple[str, str], tuple[int, set[str]]] = defaultdict(lambda: (0, set()))
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            votes, places = found[row["district"], row["candidate"]]
            found[row["district"], row["candidate"]] = (
                votes + int(row["votes"]),
                places | {row["county_fips"]},
            )
    return found


def _decide_file(path: Path, state: str) -> tuple[Outcomes, int]:
    counted = _counted(path)
    special = {"UNDERVOTES": "choice-undervotes", "OVERVOTES": "choice-overvotes"}
    rows = [
        choice(name, special.get(name, "choice-candidate"), votes, len(places), f"contest/{district}")
        for (district, name), (votes, places) in counted.items()
    ]
    names = sorted({district for district, _ in counted})
    paths = pl.DataFrame({"d": names}).select(district_paths(pl.lit(state), pl.col("d"))).to_series()
    shared_by_all = CONTEST | GENERAL | {"state": state}
    contests = [
        shared_by_all | {"contest": f"contest/{name}", "label": name, "jurisdiction": path}
        for name, path in zip(names, paths, strict=True)
    ]
    return outcomes(totals(*rows), asked(*contests)), len(names)


def test_georgia_2024(shared: Path) -> None:
    """All 41 circuits on the ballot are decided; four were contested, and these won."""
    decided, size = _decide_file(shared / MEDSL / "ga24_district_attorney.csv", "ga")
    results = decided.results
    assert (size, decided.undecided.height, results["contest"].n_unique()) == (41, 0, 41)
    assert (results["outcomeCode"] == "outcome-won").sum() == 41
    contested = results.filter(pl.len().over("contest") > 1, pl.col("outcomeCode") == "outcome-won")
    assert contested.select("label", "votes", "votesCast").rows() == [
        ("FANI T WILLIS won ATLANTA JUDICIAL CIRCUIT", 355_884, 522_304),
        ("DON KELLY won CHATTAHOOCHEE JUDICIAL CIRCUIT", 58_100, 112_237),
        ("SHALENA COOK JONES won EASTERN JUDICIAL CIRCUIT", 72_817, 136_240),
        ("KALKI YALAMANCHILI won WESTERN JUDICIAL CIRCUIT", 45_058, 75_839),
    ]


def test_florida_2024(shared: Path) -> None:
    """Four circuits voted; over- and undervotes are no votes, and less than half is enough in the 15th."""
    decided, size = _decide_file(shared / MEDSL / "fl24_state_attorney.csv", "fl")
    assert (size, decided.undecided.height) == (4, 0)
    won = decided.results.filter(pl.col("outcomeCode") == "outcome-won")
    assert won.select("label", "computation").rows() == [
        (
            "SUZY LOPEZ won 13TH JUDICIAL CIRCUIT",
            "344 065 of 653 378 votes = 52.7 %; the most votes (Fla. Const. art. VI, § 1)",
        ),
        (
            "ALEXCIA COX won 15TH JUDICIAL CIRCUIT",
            "353 421 of 718 347 votes = 49.2 %; the most votes (Fla. Const. art. VI, § 1)",
        ),
        (
            "BRIAN KRAMER won 8TH JUDICIAL CIRCUIT",
            "113 706 of 199 888 votes = 56.9 %; the most votes (Fla. Const. art. VI, § 1)",
        ),
        (
            "MONIQUE WORRELL won 9TH JUDICIAL CIRCUIT",
            "413 898 of 719 768 votes = 57.5 %; the most votes (Fla. Const. art. VI, § 1)",
        ),
    ]
