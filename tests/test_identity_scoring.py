"""Who may be one: what speaks for it, what speaks against it, and that each score is explained."""

import sys
from datetime import UTC, datetime

import polars as pl
import pytest
from made_up_people import PLACE, named, printed
from pyoxigraph import NamedNode, Quad, Store

from graph.errors import MissingExtraError
from graph.identity.automatic import decide_above
from graph.identity.candidates import Candidate, narrowed, propose
from graph.identity.contests import contest_candidates
from graph.identity.decisions import Decision, Made, Verdict
from graph.identity.grouping import a_letter_apart
from graph.identity.identifiers import STATED, identifiers_of
from graph.identity.matching import Matcher
from graph.identity.records import records_of
from graph.identity.scoring import compared
from graph.identity.sheets import printed_in_sheets
from graph.nodes import BASE, Names, Writer, boolean
from graph.reading import Reader

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
HOME = {**PLACE, "employer": "HARBOR SHIPPING LLC", "occupation": "CAPTAIN"}


def _candidates(things: pl.DataFrame) -> list[Candidate]:
    return list(propose(things).first(100))


def _probability(*names: str, **values: object) -> float:
    """The probability that two things of these names are one, 0 where nobody proposes it."""
    return next((found.probability for found in _candidates(named(*names, **values))), 0.0)


@pytest.mark.parametrize(
    "other",
    ["QUILL, WILLIAM B", "WILLIAM QUILL", "QUILL, BILL", "QUILL, W", "QUIL, WILLIAM", "QUÍLL, WILLIAM MR."],
)
def test_one_person_is_written_in_many_ways(other: str) -> None:
    """At one address and with one job, order, nicknames, initials, slips and marks do not make two."""
    assert _probability("QUILL, WILLIAM", other, **HOME) > 0.99


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("QUILL, WILLIAM JR", "QUILL, WILLIAM SR"),
        ("QUILL, WILLIAM", "QUILL, MARTHA"),
        ("QUILL, WILLIAM B", "QUILL, WILLIAM C"),
        ("SHANE HARRIS", "KAMALA HARRIS"),
    ],
)
def test_two_of_a_family_stay_two(one: str, other: str) -> None:
    """Father and son, husband and wife, at one address and with one employer, are two people."""
    assert _probability(one, other, **HOME) < 0.1


def test_a_surname_alone_links_nothing() -> None:
    """A bare last name is proposed for nobody, whatever else agrees."""
    assert _candidates(named("HARRIS", "HARRIS, SHANE", "HARRIS", **HOME)) == []


def test_a_common_name_says_less_than_a_rare_one() -> None:
    """The frequency of a name is counted: many of a name make each of them less likely to be another."""
    crowd = [
        {"label": f"SMITH, JOHN {letter}", "postcode": f"9{at:04}"}
        for at, letter in enumerate("BCDEFG" * 400)
    ]
    rare = [{**PLACE, "label": "QUILL, JOHN"}] * 2
    common = [{**PLACE, "label": "SMITH, JOHN"}] * 2
    found = {
        one.left.label: one.probability
        for one in propose(printed(*rare, *common, *crowd)).first(9999)
        if one.left.label == one.right.label and one.left.facts == one.right.facts
    }
    assert found["SMITH, JOHN"] < found["QUILL, JOHN"]


def test_a_score_is_the_sum_of_its_reasons() -> None:
    """Prior and weights of the aspects add up to the score, and each is told in words."""
    (found,) = _candidates(named("QUILL, WILLIAM", "QUILL, BILL", **HOME))
    prior = -16.6096
    assert found.weight == pytest.approx(prior + sum(reason.weight for reason in found.reasons), abs=1e-3)
    assert [reason.aspect for reason in found.reasons] == [
        "last name",
        "first name",
        "place",
        "employer",
        "occupation",
    ]
    assert str(found.reasons[1]) == "+4.3 first name one is short for the other: WILLIAM / BILL"


def test_two_ids_of_a_register_are_never_proposed() -> None:
    """Two committees of one name with two ids are two; the same with a printed name may be one."""
    told = {"label": "HARBOR FORWARD PAC", **PLACE, "organisation": True}
    first = {**told, "path": "committee/fec/C1", "register": "committee/fec"}
    second = {**told, "path": "committee/fec/C2", "register": "committee/fec"}
    paths = {one.pair for one in _candidates(printed(first, second, told))}
    assert paths == {("committee/fec/C1", "party/made-up/2"), ("committee/fec/C2", "party/made-up/2")}


def test_a_committee_is_found_by_a_name_it_had() -> None:
    """A name that is no longer the label is compared as well, and the best name counts."""
    renamed = {"label": "CITIZENS FOR QUILL", "others": ["QUILL VICTORY FUND"], **PLACE, "organisation": True}
    register = {**renamed, "path": "committee/fec/C1", "register": "committee/fec"}
    (found,) = _candidates(printed(register, {"label": "QUILL VICTORY FUND", **PLACE}))
    assert found.pair == ("committee/fec/C1", "party/made-up/1")
    assert found.left.label == "QUILL VICTORY FUND"


def test_an_identifier_that_two_sources_state_links_them() -> None:
    """A number of Wikidata, LittleSis or a regulator outweighs a name that was changed."""
    told = {"organisation": True, "identifiers": ["wikidata:Q123456"]}
    (found,) = _candidates(printed({**told, "label": "QUILL FUND"}, {**told, "label": "QUILL TRUST"}))
    assert found.reasons[-1].aspect == "identifier"
    assert found.probability > 0.5


def test_ids_are_taken_along_from_a_fact_sheet() -> None:
    """The link of a sheet names the register, with a space or a colon behind it."""
    out, names = Writer(NamedNode(f"{BASE}id/graph/registry"), []), Names()
    quill = names.thing("person/bo-quill")
    out.a(quill, "Person")
    out.add_text(quill, "rdfs:label", "Bo Quill")
    out.add(quill, "namedInDocuments", boolean(value=True))
    for number in ("wikidata Q99", "littlesis:77"):
        out.add_text(quill, "registerNumber", number)
    store = Store()
    store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in out.quads)
    (told,) = printed_in_sheets(Reader(store)).iter_rows(named=True)
    assert told["identifiers"] == ["littlesis:77", "wikidata:Q99"]


def test_ids_stand_in_paths_numbers_and_addresses() -> None:
    """A number that only its publisher gives is never taken for that of another."""
    company = {
        "path": "entity/ftm/press/mills",
        "given": "mills",
        "pages": ["https://littlesis.org/org/55-Mills"],
    }
    numbers = ["leiCode 99X", "registrationNumber 7"]
    committee = {"path": "committee/fec/C1", "given": None, "pages": [], "numbers": []}
    things = pl.LazyFrame([{**company, "numbers": numbers}, committee], schema=STATED)
    assert dict(identifiers_of(things).collect().iter_rows()) == {
        "entity/ftm/press/mills": ["lei:99X", "littlesis:55", "press/registrationNumber:7", "press:mills"],
        "committee/fec/C1": ["fec:C1"],
    }


def test_what_stands_for_a_thing_need_not_be_compared() -> None:
    """Where somebody decided that an unnamed committee is a registered one, its id still leads somewhere."""
    path = "committee/fec/C99000009"
    things = printed(
        {"path": path, "label": "QUILL FUND", "organisation": True, "identifiers": ["fec:C99000009"]}
    )
    records = records_of(things)
    with compared(records) as held:
        matcher = Matcher(records, held, {path: "committee/unnamed/quill"})
        for asked in ("C99000009", "Quill Fund"):
            questions = pl.DataFrame(
                {"at": [0], "name": [asked]}, schema={"at": pl.UInt32, "name": pl.String}
            )
            ((match,),) = matcher.matches(questions, -9.0, 1).values()
            assert match.side.path == path


def test_numbers_tell_organisations_apart() -> None:
    """Two locals of a union are two."""
    one = _probability("PLUMBERS UNION LOCAL 12", "PLUMBERS UNION LOCAL 12", **PLACE)
    two = _probability("PLUMBERS UNION LOCAL 12", "PLUMBERS UNION LOCAL 13", **PLACE)
    assert one > 0.99
    assert two < 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DR. H. C. QUILL MILLS", "QUILL MILLS"),
        ("UNITED HARBOR PILOTS OF GEORG", "UNITED HARBOR PILOTS OF GEORGIA"),
        ("QUILLWOOD MILLS", "THE QUILWOOD MILLS CO"),
        ("QUILLWOOD HARBOR FORWARD", "QUILLWOOD HARBOR FORWARD 2024"),
    ],
)
def test_an_organisation_is_written_in_many_ways(one: str, other: str) -> None:
    """At one address initials, cut words, slips and a year that is left out do not make two."""
    assert _probability(one, other, **PLACE, organisation=True) > 0.5


def test_what_is_decided_is_not_asked_again() -> None:
    """A pair that somebody decided on is proposed no more."""
    things = named("QUILL, WILLIAM", "QUILL, BILL", **HOME)
    assert narrowed(propose(things), {("party/made-up/0", "party/made-up/1")}).count == 0


def test_money_comes_first() -> None:
    """The decision that moves most is asked first, and one that is clear last."""
    things = printed(
        {"label": "QUILL, BILL", "city": "ATHENS", "state": "GA", "money": 5, "kind": "person"},
        {"label": "QUILL, WILLIAM", "city": "ATHENS", "state": "GA", "money": 9000},
        {"label": "RENN, BOB", "city": "ATHENS", "state": "GA", "money": 7000, "kind": "person"},
        {"label": "RENN, ROBERT", "city": "ATHENS", "state": "GA", "money": 9000},
    )
    assert [one.left.label for one in _candidates(things)] == ["RENN, BOB", "QUILL, BILL"]


def test_a_contest_of_a_fact_sheet_is_proposed_for_the_official_one() -> None:
    """A comparison with the record finds it by day, place and office; people decide on the two."""
    told, official = (
        "contest/2018-11/us-06013/district-attorney",
        "contest/2018-11-06/us-06013/district-attorney",
    )
    store = Store()
    match = Writer(NamedNode(f"{BASE}id/graph/derived/record-matches"), [])
    node, names = NamedNode(f"{BASE}id/record-match/1"), Names()
    match.a(node, "RecordMatch")
    match.add(node, "rdf:subject", names.thing(told))
    match.add(node, "rdf:object", names.thing(official))
    match.add_text(node, "reason", "same office, same month")
    match.add_text(node, "confidence", "high")
    match.a(names.thing(told), "RunoffContest")
    store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in match.quads)
    (found,) = contest_candidates(Reader(store))
    assert found.pair == (official, told)
    assert (found.group, found.probability) == ("contest", 0.98)
    assert str(found.reasons[0]).startswith("+5.6 the record same office, same month: ")


def test_what_compares_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the libraries the message names the extra."""
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(MissingExtraError) as error:
        propose(named("QUILL, BO", "QUILL, BO B", **HOME))
    assert str(error.value) == "telling who is who needs an extra: pip install 'moneytrail[identity]'"


def _automatic(things: pl.DataFrame, made: tuple[Decision, ...] = ()) -> set[tuple[str, str]]:
    return {one.pair for one in decide_above(propose(things), 0.9, made, NOW, "ada")}


def test_automatic_decisions_keep_father_and_son_apart() -> None:
    """JOHN QUILL is like his father and like his son; only one of the two is taken for him."""
    things = named("QUILL, JOHN", "QUILL, JOHN JR", "QUILL, JOHN SR", **HOME)
    assert len(_automatic(things)) == 1


def test_automatic_decisions_are_marked_and_give_their_score() -> None:
    """Whoever reads the file sees that nobody looked."""
    (one,) = decide_above(propose(named("QUILL, BO", "BO QUILL", **HOME)), 0.9, (), NOW, "ada")
    assert (one.made, one.verdict, one.who) == (Made.AUTOMATIC, Verdict.YES, "ada")
    assert one.reason.startswith("score above 0.9 (")


def test_automatic_decisions_respect_people() -> None:
    """Two that somebody keeps apart are not joined through a third."""
    things = named("QUILL, JOHN", "QUILL, JOHN B", "QUILL, JOHN B MR", **HOME)
    apart = Decision("2026-01-01T00:00:00Z", "bo", "party/made-up/1", "party/made-up/2", Verdict.NO, "seen")
    found = _automatic(things, (apart,))
    assert len(found) == 1
    assert apart.pair not in found


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("JON", "JOHN", True), ("JOHN", "JOAN", True), ("JOHN", "JOHN", True), ("JOHN", "JOHANN", False)],
)
def test_a_letter_apart(one: str, other: str, apart: bool) -> None:  # noqa: FBT001 - an expected value
    """One letter put in, left out or changed is a slip; two are not."""
    assert a_letter_apart(one, other) is apart
    assert a_letter_apart(other, one) is apart
