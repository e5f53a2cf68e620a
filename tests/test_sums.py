"""Sums of money that are safe: what is added, what is not and why, of what documents tell."""

import csv
import json
from collections.abc import Callable, Iterable
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graph
from graph.ask import ask_named, named_query
from graph.errors import UnknownNameError
from graph.money import add, interval
from graph.picture import Interval
from graph.reading import Reader, open_reader
from graph.sparql.engine import Target
from graph.sums.answer import Money, money_between
from graph.sums.told import REASONS

if TYPE_CHECKING:
    import subprocess
    from random import Random

Run = Callable[..., "subprocess.CompletedProcess[str]"]
SOROS, DONORS = "George Soros", "Soros and allied donors"
SACRAMENTO = "contest/2018-06-05/us-06067/district-attorney"
SAN_DIEGO = "contest/2018-06-05/us-06073/district-attorney"
DOLLARS = st.integers(0, 10**12).map(lambda cents: Decimal(cents) / 100)


@pytest.fixture(scope="module")
def reader(built: Path) -> Reader:
    """The founding articles, read-only."""
    return open_reader(built)


def counted(money: Money) -> list[str]:
    """Keys of the claims of all flows that are added."""
    return [card.key for one in money.told.sums for flow in one.flows for card in flow.claims]


def left_out(money: Money, reason: str) -> dict[str, str]:
    """Why flows are not added, by the key of their first claim, of those left out for a reason."""
    return {one.flow.claims[0].key: one.words for one in money.told.left_out if one.reason == reason}


def total(money: Money) -> str:
    """The sum of gifts and spending in words, "" for none."""
    return next((one.total.text for one in money.told.sums if one.of == "gifts and spending"), "")


def test_soros_in_california_2018(reader: Reader) -> None:
    """About 400 000 and more than 1.5 million are added; the stated 2.7 million stand beside (K10, K33)."""
    money = money_between(reader, SOROS, "", ["state=ca", "year=2018"])
    assert counted(money) == ["C001-029", "C001-055"]
    assert total(money) == "more than $1.5 million plus about $400,000"
    (one,) = money.told.sums
    ends = (one.total.low, one.total.low_open, one.total.high, one.about)
    assert ends == (Decimal(1_500_000), True, None, Decimal(400_000))
    assert left_out(money, "stated total")["C002-039"] == ""
    assert left_out(money, "same money") == {
        "C001-054": "may be the same money as George Soros gave to committee that promoted Jones-Wright"
        " (the money), which is counted"
    }


def test_sixteen_million_outside_california_are_another_scope(reader: Reader) -> None:
    """They are neither added nor set beside the 2.7 million as if they were of California (K29)."""
    within = money_between(reader, SOROS, "", ["state=ca", "year=2018"])
    assert left_out(within, "another scope") == {
        "C002-033": "for a contest, place or time outside what is asked"
    }
    assert left_out(money_between(reader, SOROS), "stated total")["C002-033"] == ""


def test_which_of_two_tellings_counts_depends_on_what_is_asked(reader: Reader) -> None:
    """The gift to the committee is not to the candidate; the spending for her is, and then it counts."""
    assert counted(money_between(reader, SOROS, "Geneviéve Jones-Wright")) == ["C001-054"]
    assert counted(money_between(reader, SOROS, "committee/unnamed/jones-wright-promotion-2018")) == [
        "C001-055"
    ]
    contest = money_between(reader, "", SAN_DIEGO)
    assert counted(contest) == ["C001-055"]
    assert left_out(contest, "same money").keys() == {"C000-068", "C001-054"}


def test_an_advertisement_without_price_may_be_part_of_the_gift(reader: Reader) -> None:
    """The 400 000 for Sacramento stay alone; the advertisement there is named and adds nothing (K33)."""
    money = money_between(reader, "", SACRAMENTO)
    assert total(money) == "about $400,000"
    assert left_out(money, "no amount") == {"C001-031": "it may be part of what is counted"}


def test_what_a_group_gave_is_not_the_members_and_the_reverse(reader: Reader) -> None:
    """Joint sums are not one member's, and a member's gifts are not the group's."""
    of_soros = left_out(money_between(reader, SOROS), "stated total")
    assert of_soros["C002-031"] == (
        "that of Soros and allied donors, of which George Soros is a member; a group's is not the member's"
    )
    of_group = money_between(reader, DONORS)
    assert counted(of_group) == []
    assert left_out(of_group, "not its own")["C001-029"] == (
        "that of George Soros, a member; a member's is not the group's"
    )


def test_a_committee_is_not_whoever_controls_it(reader: Reader) -> None:
    """What a committee ascribed to a donor spent is named and not added to the donor's own."""
    assert left_out(money_between(reader, SOROS), "not its own") == {
        "C000-068": (
            "that of committee ascribed to Soros, San Diego ads 2018, which George Soros controls,"
            " not its own"
        )
    }


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (["county=06067"], ["C001-029"]),
        (["county=San Diego County"], ["C001-055"]),
        (["county=06067", "county=06073"], ["C001-029", "C001-055"]),
        ([f"contest={SACRAMENTO}"], ["C001-029"]),
        (["contest=set/california-contests-with-donor-involvement-2018"], ["C001-029", "C001-055"]),
        (["state=California", "since=2018-06-01"], ["C001-029", "C001-055"]),
        (["until=2018-06-04"], []),
        (["since=2018-01-01", "until=2018-12-31", "kind=contribution"], ["C001-055"]),
        (["kind=money flow", "document=001", "state=ca"], ["C001-029", "C001-055"]),
        (["document=002"], []),
        (["state=ga"], []),
        (["year=2024"], []),
    ],
)
def test_filters_choose_what_is_added(reader: Reader, where: list[str], expected: list[str]) -> None:
    """By contest, county, state, time, kind and document; what is elsewhere is not added."""
    assert counted(money_between(reader, SOROS, "", where)) == expected


def test_what_lies_outside_the_filters_is_named(reader: Reader) -> None:
    """A gift in another county is listed as such, and not among what is told of no place."""
    money = money_between(reader, SOROS, "Noah Phillips", ["county=06073"])
    assert left_out(money, "another scope").keys() == {"C001-029"}
    wide = left_out(money_between(reader, SOROS, "", ["state=ca"]), "stated total")["C003-028"]
    assert wide == "for a contest, place or time wider than what is asked, or not told"


def test_a_total_for_several_contests_is_no_sum_for_one(reader: Reader) -> None:
    """What was spent on all California contests is listed at one of them, with the reason."""
    money = money_between(reader, "", SACRAMENTO)
    assert left_out(money, "stated total")["C002-039"] == (
        "its scope is more than DA contest, Sacramento County, June 2018, or not told"
    )


def test_no_flow_gets_lost_and_none_counts_twice(reader: Reader) -> None:
    """Every flow of every payer is added, or left out with one known reason."""
    flows = {
        flow
        for kind in ("MoneyFlow", "Contribution", "Expenditure", "MoneyTotal")
        for flow in reader.told_instances(kind)
    }
    payers = {payer for flow in flows for payer in reader.nodes(flow, "payer")}
    assert len(payers) > 5
    for payer in payers:
        money = money_between(reader, payer.value)
        added = [flow.iri for one in money.told.sums for flow in one.flows]
        out = [one.flow.iri for one in money.told.left_out]
        assert len({*added, *out}) == len(added) + len(out)
        assert {flow.value for flow in flows if payer in reader.nodes(flow, "payer")} <= {*added, *out}
        assert {one.reason for one in money.told.left_out} <= set(REASONS)


@pytest.mark.parametrize(
    ("payer", "payee"),
    [
        (SOROS, "state/us/ca"),
        (SOROS, "Noah Phillips"),
        (SOROS, SAN_DIEGO),
        ("Cari Tuna", "committee/unnamed/led-by-shaun-king-2018"),
    ],
)
def test_the_query_adds_up_what_the_command_adds_up(
    reader: Reader, built: Path, payer: str, payee: str
) -> None:
    """`money-between` in SPARQL has the bounds and the claims of the Python function."""
    (row,) = ask_named(named_query("money-between"), {"from": payer, "to": payee}, Target(built)).rows
    money = money_between(reader, payer, payee)
    (one,) = money.told.sums
    assert row["claims"] == " ".join(counted(money))
    assert (row["at_least"], row["more_than"]) == (one.total.low or 0, one.total.low_open)
    assert (row["at_most"], row["about"]) == (one.total.high, one.about)


def test_the_query_names_stated_totals_beside_the_sum(built: Path) -> None:
    """The stated total is never in the bounds."""
    (row,) = ask_named(named_query("money-between"), {}, Target(built)).rows
    assert (row["at_least"], row["about"], row["totals"]) == (1_500_000, 400_000, "C001-004 C002-039")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name who paid (--from) or for whom or what (--to), or both"),
        (
            (SOROS, "", ["stat=ca"]),
            (
                "'stat=ca' is no filter NAME=VALUE with one of the names contest, county, state, year, since,"
                " until, kind, document, dataset; did you mean state=ca?"
            ),
        ),
        (
            (SOROS, "", ["year=soon"]),
            "'soon' is not a date like 2018, 2018-06, 2018-06-05 or 2018-05/2018-06",
        ),
        ((SOROS, "", ["document=009"]), "'009' is no document; there are 000, 001, 002, 003, 004"),
        ((SOROS, "", ["dataset=fec"]), "'fec' is no dataset; there are none"),
        (
            (SOROS, "", ["kind=bribe"]),
            (
                "'bribe' is no kind of money; there are contribution, expenditure, fundraising total, in-kind"
                " contribution, independent expenditure, loan, money flow, money total, operating"
                " expenditure, other receipt, refund, transfer"
            ),
        ),
        (("George Sorros",), "'George Sorros' is no entity of this graph; did you mean 'George Soros'?"),
    ],
)
def test_what_cannot_be_asked_is_refused(reader: Reader, arguments: tuple[str, ...], message: str) -> None:
    """The message says what is wrong and what would be right."""
    with pytest.raises(UnknownNameError) as caught:
        money_between(reader, *arguments)  # type: ignore[arg-type] # filters are a list
    assert str(caught.value) == message


def test_python_users_add_up_in_a_line(built: Path) -> None:
    """The public function gives a typed answer."""
    money = graph.money_between(SOROS, "Noah Phillips", graph=built)
    assert (money.payer, money.payee, money.told.sums[0].about) == (SOROS, "Noah Phillips", Decimal(400_000))


def test_the_text_says_sum_flows_hedges_and_what_is_not_counted(run: Run, built: Path) -> None:
    """An answer for the terminal, whole."""
    done = run("money", "--to", SACRAMENTO, "--where", "document=001", "--graph", str(built))
    assert done.stdout.splitlines() == [
        "Money to DA contest, Sacramento County, June 2018 [document=001]",
        "",
        "Gifts and spending, as documents tell: about $400,000",
        (
            "  about $400,000 [reported]: George Soros gave to Noah Phillips (around $400,000)"
            " (DA contest, Sacramento County, June 2018)"
        ),
        (
            "      Said by 1 document of 1 origin (7 June 2018), firmest wording: reported; every claim is"
            " hedged; nobody is quoted; named as source: Los Angeles Times;"
            " nothing in the graph denies it. C001-029"
        ),
        "",
        "Not counted:",
        "  no amount:",
        (
            "    amount not stated: Soros' team paid for TV ad for Phillips scripted and paid by Soros’ team"
            " (DA contest, Sacramento County, June 2018) C001-031 — it may be part of what is counted"
        ),
    ]


def test_nothing_told_is_said(run: Run, built: Path) -> None:
    """No flow between two is no empty page."""
    done = run("money", "--from", SOROS, "--to", "Chesa Boudin", "--graph", str(built))
    assert done.stdout == "Money from George Soros to Chesa Boudin\n\nNothing is told of such money.\n"


def test_programs_get_bounds_apart_from_words(run: Run, built: Path) -> None:
    """JSON nests flows under their sum; CSV has a line for each, with the same figures."""
    asked = ("money", "--from", SOROS, "--where", "state=ca", "--where", "year=2018", "--graph", str(built))
    answer = json.loads(run(*asked, "--format", "json").stdout)
    (one,) = answer["sums"]
    assert one["total"] == {
        "text": "more than $1.5 million plus about $400,000",
        "at_least": "1500000",
        "at_least_open": True,
        "at_most": None,
        "at_most_open": False,
        "about": "400000",
    }
    assert [flow["claims"] for flow in one["flows"]] == [["C001-029"], ["C001-055"]]
    lines = list(csv.DictReader(StringIO(run(*asked, "--format", "csv").stdout)))
    assert [line["line"] for line in lines[:3]] == ["sum", "flow", "flow"]
    assert (lines[0]["at_least"], lines[0]["about"]) == ("1500000", "400000")
    assert len(lines) == 3 + len(answer["not_counted"])


LOANS = """
@prefix mt: <https://w3id.org/moneytrail/ns#> . @prefix : <https://example.org/id/> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:ann a mt:Person ; rdfs:label "Ann" . :fund a mt:Committee ; rdfs:label "Fund" .
:d a mt:SourceDocument ; dcterms:identifier "d" .
:c1 a mt:Claim ; dcterms:identifier "X-1" ; mt:paragraphNumber 1 ; mt:spanStart 1 ; mt:spanEnd 2 ;
  mt:document :d ; mt:polarity mt:polarity-positive ; mt:modality mt:modality-asserted .
:c2 a mt:Claim ; dcterms:identifier "X-2" ; mt:paragraphNumber 1 ; mt:spanStart 3 ; mt:spanEnd 4 ;
  mt:document :d ; mt:polarity mt:polarity-positive ; mt:modality mt:modality-conditional .
:g1 a mt:Contribution ; rdfs:label "gift" ; mt:payer :ann ; mt:payee :fund ; prov:wasDerivedFrom :c1 ;
  mt:amount 5.0 ; mt:amountAtLeast 5.0 ; mt:amountAtMost 5.0 .
:g2 a mt:Contribution ; rdfs:label "twin" ; mt:payer :ann ; mt:payee :fund ; prov:wasDerivedFrom :c1 ;
  mt:amountAtLeast 3.0 ; mt:possiblySameMoneyAs :g1 .
:g3 a mt:Contribution ; rdfs:label "promise" ; mt:payer :ann ; mt:payee :fund ; prov:wasDerivedFrom :c2 ;
  mt:amountAtLeast 9.0 .
:l a mt:Loan ; rdfs:label "loan" ; mt:payer :ann ; mt:payee :fund ; prov:wasDerivedFrom :c1 ;
  mt:amountAtLeast 7.0 .
:r a mt:Refund ; rdfs:label "refund" ; mt:payer :ann ; mt:payee :fund ; prov:wasDerivedFrom :c1 ;
  mt:amountAtMost 2.0 ; mt:amountAtMostInclusive false .
:a a mt:IndependentExpenditure ; rdfs:label "attack" ; mt:payer :ann ; mt:opposes :bo ;
  prov:wasDerivedFrom :c1 ; mt:amountAtLeast 4.0 .
:bo a mt:Person ; rdfs:label "Bo" .
"""


@pytest.fixture
def lender() -> Reader:
    """Gifts, a loan, a refund and spending against somebody, each from Ann."""
    from pyoxigraph import NamedNode, RdfFormat, Store

    store = Store()
    store.load(LOANS, RdfFormat.TURTLE)
    store.load(LOANS, RdfFormat.TURTLE, to_graph=NamedNode("https://example.org/id/graph/notes"))
    return Reader(store, "https://example.org/")


def test_loans_and_refunds_are_sums_of_their_own(lender: Reader) -> None:
    """They are added neither to gifts nor to one another; each has its own interval."""
    money = money_between(lender, "Ann", "Fund")
    assert {one.of: one.total.text for one in money.told.sums} == {
        "gifts and spending": "$5",
        "loans": "at least $7",
        "refunds": "less than $2",
    }
    assert {one.flow.says: (one.reason, one.words) for one in money.told.left_out} == {
        "twin": ("same money", "may be the same money as gift, which is counted"),
        "promise": ("conditional", "money that may come has not come"),
    }


CHAIN = """
:c a mt:Contribution ; rdfs:label "first" ; mt:payer :ann ; mt:payee :pool ; prov:wasDerivedFrom :c1 ;
  mt:amountAtLeast 9.0 ; mt:possiblySameMoneyAs :b .
:b a mt:Contribution ; rdfs:label "second" ; mt:payer :ann ; mt:payee :pool ; prov:wasDerivedFrom :c1 ;
  mt:amountAtLeast 5.0 ; mt:possiblySameMoneyAs :c , :a2 .
:a2 a mt:Contribution ; rdfs:label "third" ; mt:payer :ann ; mt:payee :pool ; prov:wasDerivedFrom :c1 ;
  mt:amountAtMost 99.0 ; mt:possiblySameMoneyAs :b .
:pool a mt:Committee ; rdfs:label "Pool" .
"""


def test_a_flow_is_left_out_only_beside_one_that_is_counted(lender: Reader) -> None:
    """The second may be the first; the third may be the second, and is apart from the first."""
    from pyoxigraph import NamedNode, RdfFormat

    head = LOANS.partition(":ann")[0]
    for graph_name in (None, NamedNode("https://example.org/id/graph/more")):
        lender.store.load(head + CHAIN, RdfFormat.TURTLE, to_graph=graph_name)
    money = money_between(lender, "Ann", "Pool")
    assert [flow.says for one in money.told.sums for flow in one.flows] == ["third", "first"]
    assert [(one.flow.says, one.words) for one in money.told.left_out] == [
        ("second", "may be the same money as first, which is counted")
    ]
    assert total(money) == "at least $9"


def test_money_against_somebody_is_not_money_for_them(lender: Reader) -> None:
    """It is money out of whoever spent it, and listed at whom it is against."""
    assert {one.reason: one.words for one in money_between(lender, "", "Bo").told.left_out} == {
        "not its own": "spent against Bo"
    }
    assert "attack" in [flow.says for one in money_between(lender, "Ann").told.sums for flow in one.flows]


@st.composite
def stated_flows(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """What a source fixes of an amount, and an amount that agrees with it."""
    actual = draw(DOLLARS)
    low = draw(st.one_of(st.none(), st.integers(0, 100).map(lambda percent: actual * percent / 100)))
    high = draw(st.one_of(st.none(), st.integers(100, 200).map(lambda percent: actual * percent / 100)))
    low_open = low is not None and low < actual and draw(st.booleans())
    high_open = high is not None and high > actual and draw(st.booleans())
    about = draw(st.one_of(st.none(), DOLLARS))
    return interval(about, low, high, low_open=low_open, high_open=high_open), actual


def within(actual: Decimal, bounds: Interval) -> bool:
    """Whether an amount agrees with bounds; only an open end excludes the bound itself."""
    above = bounds.low is None or actual > bounds.low or (actual == bounds.low and not bounds.low_open)
    below = bounds.high is None or actual < bounds.high or (actual == bounds.high and not bounds.high_open)
    return above and below


@given(st.lists(stated_flows(), min_size=1, max_size=8))
def test_whatever_the_amounts_are_their_sum_is_within_the_interval(
    flows: Iterable[tuple[Interval, Decimal]],
) -> None:
    """A sum of intervals holds for every choice of amounts that the flows allow."""
    stated, actual = zip(*flows, strict=True)
    summed = add(stated)
    assert summed is not None
    assert within(sum(actual, Decimal(0)), summed)


@given(st.lists(stated_flows(), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_a_sum_does_not_depend_on_the_order(flows: list[tuple[Interval, Decimal]], order: "Random") -> None:
    """The same flows have the same sum."""
    stated = [one for one, _ in flows]
    shuffled = stated.copy()
    order.shuffle(shuffled)
    assert add(shuffled) == add(stated)
