"""What sources say of votes against official results: each verdict, on made-up results of real counties."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from made_up_rows import made_up_dataset
from record_data import DAY, check, contest, converted, make_datasets

from graph.build_rows import RowOptions, convert
from graph.findings.finding import Finding
from graph.nodes import BASE
from graph.tables.kept import conversion_folder

EARLY, LATE = "2020-11-06", "2021-06-01"
ANN, BO, CAL, DORA = "person/ann-ashe", "person/bo-birch", "person/cal-cedar", "person/dora-davis"
POINTS = "percentage points (written as percent)"


@pytest.fixture(scope="session")
def datasets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The conversions of the made-up results."""
    return make_datasets(tmp_path_factory.mktemp("record"))


def figure(
    who: str, predicate: str, race: str, amount: float | None, precision: str = "exact", **more: Any
) -> Any:
    """A claim with a figure."""
    unit = more.pop("unit", POINTS)
    quantity = {"precision": precision, "unit": unit, "as_written": f"{precision} {amount}"}
    if amount is not None:
        quantity["value"] = amount
    return {"id": "A1", "subject": who, "predicate": predicate, "object": race, "quantity": quantity, **more}


def outcome(who: str, predicate: str, target: str, **more: Any) -> Any:
    """A claim of an outcome."""
    return {"id": "A1", "subject": who, "predicate": predicate, "object": target, **more}


WESTERN, EASTERN, ATLANTA, NORTHERN = (
    contest(name) for name in ("western", "eastern", "atlanta", "northern")
)
PRESIDENT = f"contest/{DAY}/us/president"


NOT_ALL = "not all of its votes are in the graph."


def only(found: tuple[Finding, ...]) -> Finding:
    """The only finding."""
    (one,) = found
    return one


@pytest.mark.parametrize(
    ("claim", "published", "verdict", "confidence", "reading"),
    [
        (
            figure(BO, "marginOfVictory", WESTERN, 18.8),
            EARLY,
            "confirmed",
            "high",
            "18.82 points of all votes",
        ),
        (figure(BO, "marginOfVictory", WESTERN, 19), EARLY, "rounded", "high", "18.82 points of all votes"),
        (
            figure(BO, "marginOfVictory", WESTERN, 20),
            EARLY,
            "early-count",
            "medium",
            "18.82 points of all votes",
        ),
        (figure(BO, "marginOfVictory", WESTERN, 20), LATE, "wrong", "high", "18.82 points of all votes"),
        (figure(BO, "marginOfVictory", WESTERN, 30), EARLY, "wrong", "high", "18.82 points of all votes"),
        (
            figure(BO, "marginOfVictory", WESTERN, 46),
            LATE,
            "rounded",
            "high",
            "46.37 % more votes than the other",
        ),
        (figure(BO, "marginOfVictory", WESTERN, 46, unit="points"), LATE, "wrong", "high", "18.82 points"),
        (figure(BO, "marginOfVictory", WESTERN, 10, "more-than"), LATE, "confirmed", "high", "18.82 points"),
        (figure(BO, "marginOfVictory", WESTERN, 20, "nearly"), LATE, "confirmed", "high", "18.82 points"),
        (figure(BO, "marginOfVictory", WESTERN, 19, "more-than"), LATE, "wrong", "high", "18.82 points"),
        (
            figure(ANN, "marginOfLoss", WESTERN, 32),
            LATE,
            "rounded",
            "high",
            "31.68 % fewer votes than the other",
        ),
        (figure(ANN, "marginOfLoss", WESTERN, 18.8), LATE, "confirmed", "high", "18.82 points"),
        (
            figure(ANN, "voteShare", WESTERN, 41, unit="percent"),
            LATE,
            "rounded",
            "high",
            "40.59 % of all votes",
        ),
        (
            figure(BO, "voteShare", WESTERN, None, "majority", unit="percent"),
            LATE,
            "confirmed",
            "high",
            "59.41 %",
        ),
        (
            figure(BO, "marginRatio", WESTERN, 1.5, "nearly", unit="ratio"),
            LATE,
            "confirmed",
            "high",
            "1.46 votes to 1",
        ),
        (
            figure("person/fay-fir", "voteShare", ATLANTA, 47, unit="percent"),
            LATE,
            "confirmed",
            "medium",
            "46.99 % of the",
        ),
    ],
)
def test_a_figure_is_judged_in_each_reading(  # noqa: PLR0913, PLR0917 - a case is that wide
    datasets: dict[str, Path],
    tmp_path: Path,
    claim: Any,
    published: str,
    verdict: str,
    confidence: str,
    reading: str,
) -> None:
    """The reading that fits best decides; an early figure may be off by what counts still move."""
    one = only(check(tmp_path, datasets, claim, published=published).findings)
    assert (one.verdict, one.confidence) == (verdict, confidence), one.computation
    assert reading in one.says
    kinds = {
        "confirmed": "confirmed",
        "rounded": "confirmed",
        "early-count": "overtaken",
        "wrong": "conflict-with-record",
    }
    assert one.kind == kinds[verdict]


@pytest.mark.parametrize(
    ("claim", "verdict", "kind", "told"),
    [
        (outcome(BO, "won", WESTERN), "confirmed", "confirmed", "Bo Birch won"),
        (
            outcome(BO, "defeated", ANN, qualifiers={"contest": WESTERN}),
            "confirmed",
            "confirmed",
            "Ann Ashe lost",
        ),
        (outcome(ANN, "lostIn", WESTERN), "confirmed", "confirmed", "Ann Ashe lost"),
        (outcome(ANN, "won", WESTERN), "wrong", "conflict-with-record", "Ann Ashe won"),
        (outcome(ANN, "won", WESTERN, polarity="negative"), "confirmed", "confirmed", "Ann Ashe not won"),
        (
            outcome(BO, "won", WESTERN, polarity="negative"),
            "wrong",
            "conflict-with-record",
            "Bo Birch not won",
        ),
        (outcome(ANN, "ledIn", WESTERN), "early-count", "overtaken", "Ann Ashe led"),
        (outcome(BO, "ledIn", WESTERN), "confirmed", "confirmed", "Bo Birch led"),
        (outcome("person/eve-elm", "won", ATLANTA), "wrong", "conflict-with-record", "Eve Elm won"),
        (outcome("person/eve-elm", "ledIn", ATLANTA), "confirmed", "confirmed", "Eve Elm led"),
    ],
)
def test_an_outcome_is_held_against_votes_and_law(
    datasets: dict[str, Path], tmp_path: Path, claim: Any, verdict: str, kind: str, told: str
) -> None:
    """Who wins follows from a rule of law; whoever goes on to a run-off has not won."""
    one = only(check(tmp_path, datasets, claim, published=LATE).findings)
    assert (one.verdict, one.kind) == (verdict, kind), one.computation
    assert told in one.says


def test_outcomes_that_agree_are_told_together(datasets: dict[str, Path], tmp_path: Path) -> None:
    """Two claims that the record bears out make one finding, with the outcomes it rests on as premises."""
    claims = outcome(BO, "won", WESTERN), outcome(ANN, "lostIn", WESTERN) | {"id": "A2"}
    one = only(check(tmp_path, datasets, *claims).findings)
    assert [claim.key for claim in one.claims] == ["A1", "A2"]
    assert (
        one.says
        == "The official votes bear out what is stated of the western race: Bo Birch won, Ann Ashe lost."
    )
    record = f"{DAY}/us-ga-western-judicial-circuit/district-attorney"
    outcomes = {f"outcome/certified/{record}/{name}" for name in ("ann-ashe", "bo-q-birch")}
    assert {f"contest/{record}"} | outcomes <= {*one.premises}
    assert one.confidence == "high"


def carried(place: str, who: str = "person/joe-biden") -> Any:
    """A claim that somebody carried a place."""
    return outcome(who, "carriedAreas", place, qualifiers={"contest": PRESIDENT})


def share(place: str, amount: float, who: str = "person/joe-biden", **more: Any) -> Any:
    """A claim of a share for president at a place."""
    qualifiers = {"contest": PRESIDENT}
    return figure(who, "presidentialShare", place, amount, unit="percent", qualifiers=qualifiers, **more)


@pytest.mark.parametrize(
    ("claim", "verdict", "reading"),
    [
        (share("county/us/13059", 64), "confirmed", "64 % of all votes"),
        (share("county/us/13059", 65.3), "confirmed", "65.31 % of the votes for the two with most"),
        (share("circuit/us/ga/western", 55), "confirmed", "55 % of all votes"),
        (
            share("circuit/us/ga/western", 43.9, "person/donald-trump"),
            "confirmed",
            "43.88 % of the votes for the two",
        ),
        (share("circuit/us/ga/western", 60), "wrong", "56.12 % of the votes for the two"),
        (carried("county/us/13219", "person/donald-trump"), "confirmed", "Donald Trump carried"),
        (carried("county/us/13219"), "wrong", "Joe Biden carried"),
    ],
)
def test_a_nominee_is_found_by_party_and_counted_in_some_counties(
    datasets: dict[str, Path], tmp_path: Path, claim: Any, verdict: str, reading: str
) -> None:
    """Counties are added up; all votes and those for two are both tried; the count may not be final."""
    found = check(tmp_path, datasets, claim, published=LATE)
    one = only(found.findings)
    assert (one.verdict, one.confidence) == (verdict, "medium"), one.computation
    assert reading in one.says
    person = next(match for match in found.matches if match.thing == claim["subject"])
    assert person.reason.endswith("had this candidate: Federal Election Commission, Federal Elections 2020")


def test_a_group_beside_one_candidate_is_all_others(datasets: dict[str, Path], tmp_path: Path) -> None:
    """The other side of a count has the rest of the votes, which is said to be inferred."""
    other = share("county/us/13059", 36, "group/other-side") | {"id": "A2"}
    first, second = check(tmp_path, datasets, share("county/us/13059", 64), other, published=LATE).findings
    assert (first.verdict, second.verdict) == ("confirmed", "confirmed")
    assert second.computation.endswith("the group beside one candidate is taken for the votes for all others")


def gap(who: str, predicate: str, other: str, amount: float, precision: str = "exact", **more: Any) -> Any:
    """A claim that compares results of two contests."""
    qualifiers = {"contest": WESTERN, "comparedContest": PRESIDENT}
    return figure(who, predicate, other, amount, precision, qualifiers=qualifiers, **more)


@pytest.mark.parametrize(
    ("claim", "verdict", "reading"),
    [
        (gap(ANN, "ranBehind", "person/joe-biden", 14.4), "confirmed", "14.41 points of share of all votes"),
        (
            gap(ANN, "ranBehind", "person/joe-biden", 15.5),
            "confirmed",
            "15.53 points of share of the votes for the two",
        ),
        (
            gap(ANN, "ranBehind", "person/joe-biden", 26.2),
            "confirmed",
            "26.2 % of the share it is compared with, of all",
        ),
        (gap(ANN, "ranBehind", "person/joe-biden", 5), "wrong", "14.41 points of share"),
        (
            gap(BO, "outperformed", "person/donald-trump", 0, "more-than"),
            "confirmed",
            "16.41 points of share of all",
        ),
        (
            gap(ANN, "outperformed", "person/joe-biden", 0, "more-than"),
            "wrong",
            "-14.41 points of share of all",
        ),
        (
            gap(BO, "outperformed", "person/donald-trump", 16, unit="points"),
            "rounded",
            "16.41 points of share of all",
        ),
    ],
)
def test_results_of_two_contests_are_compared_in_the_same_counties(
    datasets: dict[str, Path], tmp_path: Path, claim: Any, verdict: str, reading: str
) -> None:
    """The vote for president is counted in the counties of the circuit."""
    one = only(check(tmp_path, datasets, claim, published=LATE).findings)
    assert one.verdict == verdict, one.computation
    assert reading in one.says


@pytest.mark.parametrize(
    ("claim", "says", "needed"),
    [
        (
            figure("person/hal-hazel", "marginOfVictory", NORTHERN, 40),
            f"The margin of Hal Hazel in the northern race cannot be tested: {NOT_ALL}",
            "needed: official votes of District Attorney, Northern Judicial Circuit, Georgia, 2020-11-03",
        ),
        (
            figure("person/zoe-zinn", "marginOfVictory", WESTERN, 40),
            "The margin of Zoe Zinn in the western race cannot be tested: no candidate has such a name.",
            "needed: official votes of District Attorney, Western Judicial Circuit, Georgia, 2020-11-03",
        ),
        (
            figure("person/zoe-zinn", "marginOfVictory", contest("unlisted"), 40),
            "No official count in the graph covers the unlisted race; its figures cannot be tested.",
            "needed: official results of the unlisted race",
        ),
        (
            share("state/us/ga", 50),
            f"The share of Joe Biden in the presidential vote in ga cannot be tested: {NOT_ALL}",
            "needed: official votes of President, United States, 2020-11-03, with ga",
        ),
        (
            share("county/us/13051", 50),
            f"The share of Joe Biden in the presidential vote in 13051 cannot be tested: {NOT_ALL}",
            "needed: official votes of President, United States, 2020-11-03, with 13051",
        ),
    ],
)
def test_what_cannot_be_tested_names_the_data_that_would(
    datasets: dict[str, Path], tmp_path: Path, claim: Any, says: str, needed: str
) -> None:
    """Some counties of a circuit are no count of it; a name that is not printed matches nobody."""
    one = only(check(tmp_path, datasets, claim).findings)
    assert (one.kind, one.verdict, one.confidence) == ("uncertain", "untested", "low")
    assert (one.says, one.computation) == (says, needed)


def test_an_outcome_of_some_counties_is_not_told(datasets: dict[str, Path], tmp_path: Path) -> None:
    """Where counties of a circuit are missing, nobody is said to have won."""
    assert check(tmp_path, datasets, outcome("person/hal-hazel", "won", NORTHERN)).findings == ()


def test_without_results_a_contest_is_told_once(tmp_path: Path) -> None:
    """All figures of a contest stand in one finding; outcomes without a figure in none."""
    claims = (
        figure(BO, "marginOfVictory", WESTERN, 20),
        figure(ANN, "voteShare", WESTERN, 40, unit="percent") | {"id": "A2"},
        outcome(BO, "won", WESTERN) | {"id": "A3"},
    )
    one = only(check(tmp_path, {}, *claims).findings)
    assert ([claim.key for claim in one.claims], one.verdict) == (["A1", "A2"], "untested")


def test_a_circuit_without_known_counties_is_found_by_full_names(
    datasets: dict[str, Path], tmp_path: Path
) -> None:
    """One full name makes a match of medium confidence, two a sure one; a surname alone makes none."""
    race = contest("unlisted")
    (tmp_path / "two").mkdir()
    (tmp_path / "surname").mkdir()
    found = check(tmp_path, datasets, outcome(CAL, "won", race), published=LATE)
    assert (only(found.findings).verdict, only(found.findings).confidence) == ("confirmed", "medium")
    assert found.matches[0].reason == (
        "the only contest of that day, state and kind of office with CAL CEDAR on the ballot"
    )
    both = outcome(CAL, "defeated", DORA, qualifiers={"contest": race})
    assert only(check(tmp_path / "two", datasets, both).findings).confidence == "high"
    assert check(tmp_path / "surname", datasets, outcome("person/eve-elm", "ledIn", race)).matches == ()


def test_a_surname_is_enough_within_a_contest(datasets: dict[str, Path], tmp_path: Path) -> None:
    """Nobody else in the contest is printed ELM; that the surname alone is the evidence is said."""
    found = check(tmp_path, datasets, outcome("person/eve-elm", "ledIn", ATLANTA))
    person = next(match for match in found.matches if match.thing == "person/eve-elm")
    assert (person.confidence, person.reason) == (
        "medium",
        "as printed: the surname alone, which no other candidate of the contest has",
    )


def test_a_person_without_a_name_is_matched_by_role(datasets: dict[str, Path], tmp_path: Path) -> None:
    """Who is said to have won is who has most votes; that claim itself is then not tested."""
    won = outcome(
        "person/unnamed/winner", "defeated", "person/unnamed/loser", qualifiers={"contest": WESTERN}
    )
    above = gap("person/unnamed/winner", "outperformed", "person/donald-trump", 0, "more-than") | {"id": "A2"}
    found = check(tmp_path, datasets, won, above, published=LATE)
    one = only(found.findings)
    assert ([claim.key for claim in one.claims], one.verdict, one.confidence) == (
        ["A2"],
        "confirmed",
        "medium",
    )
    assert {match.thing: match.official.rpartition("/")[2] for match in found.matches if match.circular} == {
        "person/unnamed/winner": "bo-q-birch",
        "person/unnamed/loser": "ann-ashe",
    }


def test_a_place_in_words_is_not_the_whole_contest(datasets: dict[str, Path], tmp_path: Path) -> None:
    """Areas that nobody names cannot be counted."""
    claim = {"id": "A1", "subject": "person/joe-biden", "predicate": "carriedAreas", "value": "some areas"}
    assert check(tmp_path, datasets, claim | {"qualifiers": {"contest": PRESIDENT}}).findings == ()


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (outcome("person/kim-kelp", "won", contest("cobb")), "confirmed"),
        (outcome("person/lee-larch", "lostIn", contest("cobb")), "confirmed"),
        (outcome("person/lee-larch", "won", contest("cobb")), "wrong"),
    ],
)
def test_more_than_half_decides_a_count_that_may_not_be_final(
    datasets: dict[str, Path], tmp_path: Path, claim: Any, verdict: str
) -> None:
    """With medium confidence, since nobody says that the count is final."""
    one = only(check(tmp_path, datasets, claim, published=LATE).findings)
    assert (one.verdict, one.confidence) == (verdict, "medium")


def test_most_votes_alone_decide_nothing_by_law(datasets: dict[str, Path], tmp_path: Path) -> None:
    """Without a majority in a count that may not be final, nobody is said to have won or lost."""
    claims = (
        outcome("person/kim-kelp", "won", contest("gwinnett")),
        outcome("person/lee-larch", "lostIn", contest("gwinnett")) | {"id": "A2"},
    )
    assert check(tmp_path, datasets, *claims, published=LATE).findings == ()


def test_votes_do_not_make_a_president(datasets: dict[str, Path], tmp_path: Path) -> None:
    """Electors do: most votes say who led, not who won."""
    won = outcome("person/joe-biden", "won", PRESIDENT)
    assert check(tmp_path, datasets, won, published=LATE).findings == ()


def test_polls_are_no_votes(datasets: dict[str, Path], tmp_path: Path) -> None:
    """A share of answers is not held against votes."""
    claim = figure(BO, "pollShare", WESTERN, 50, unit="percent", modality=["poll"])
    assert check(tmp_path, datasets, claim).findings == ()


def total(amount: float, precision: str = "more-than") -> Any:
    """A claim of a sum of gifts since 2024."""
    more = {"unit": "USD", "qualifiers": {"since": "2024"}}
    return figure(ANN, "gaveTo", "organization/fund", amount, precision, **more)


def test_a_sum_over_time_needs_filings(datasets: dict[str, Path], tmp_path: Path) -> None:
    """Results of elections say nothing of money."""
    one = only(check(tmp_path, datasets, total(100)).findings)
    assert (one.kind, one.verdict, one.confidence) == ("uncertain", "untested", "low")
    assert one.says == (
        "What is stated of Ann Ashe for The Fund, from 2024 on, 'more-than 100',"
        " cannot be tested: no filings in the graph cover it."
    )


@pytest.mark.parametrize(
    ("amount", "verdict", "told"),
    [
        (100, "confirmed", "is borne out by filings in the graph."),
        (1000, "untested", "cannot be tested: filings in the graph may not have all of it."),
    ],
)
def test_filings_may_have_at_least_a_stated_sum(tmp_path: Path, amount: int, verdict: str, told: str) -> None:
    """Gifts before the period are left out; names are compared without regard to capitals and order."""
    rows = ('1,"ASHE, ANN",GA,THE FUND,100,2024-02-05,,', '2,"ASHE, ANN",GA,THE FUND,50.5,2024-03-05,,')
    rows += ('3,"ASHE, ANN",GA,THE FUND,900,2023-12-31,,', "4,BO BIRCH,GA,THE FUND,900,2024-03-05,,")
    dataset = made_up_dataset(tmp_path / "gifts", rows)
    (part,) = convert(tmp_path / "graph", [dataset], BASE, RowOptions(), lambda _: None)
    gifts = {"gifts": conversion_folder(tmp_path / "graph", part)}
    one = only(check(tmp_path, gifts, total(amount)).findings)
    assert (one.verdict, one.confidence) == (verdict, "low")
    assert one.says.endswith(told)
    assert one.computation.startswith("$150.5 in 2 rows of dataset gifts, between parties printed")
    assert one.premises[0].startswith("flow-total/gifts/")


def test_some_rows_are_no_count(datasets: dict[str, Path], tmp_path: Path) -> None:
    """A build of the first rows for a try judges nothing by them."""
    assert "certified" in datasets
    first = converted(tmp_path / "graph", [datasets["certified"].parents[2] / "certified"], limit=4)
    one = only(check(tmp_path, first, figure(BO, "marginOfVictory", WESTERN, 20)).findings)
    assert one.verdict == "untested"


def test_official_rows_stay_as_they_are(datasets: dict[str, Path], tmp_path: Path) -> None:
    """Comparing writes nothing into a conversion."""
    before = {file: file.read_bytes() for folder in datasets.values() for file in folder.rglob("*.parquet")}
    check(tmp_path, datasets, figure(BO, "marginOfVictory", WESTERN, 20))
    assert {
        file: file.read_bytes() for folder in datasets.values() for file in folder.rglob("*.parquet")
    } == before


def test_a_build_without_results_needs_no_tables() -> None:
    """Nothing heavy is imported for the claims of articles alone."""
    script = "import sys; import graph.record.record; print('polars' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
