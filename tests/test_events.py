"""Events: what claims assert together, and what they do not."""

from decimal import Decimal

import pytest
from made_up_claims import NAMES, made_claim, qualified, world_of
from pyoxigraph import Literal, NamedNode

from graph.derive.event_quads import event_quads
from graph.derive.events import Event, find_events
from graph.derive.same_money import same_money
from ontology import NAMESPACE
from sources.claim import Claim
from sources.quantity import StatedFigure, read_quantity


def _events(*claims: Claim) -> list[Event]:
    return list(find_events(world_of(*claims)))


def _dollars(precision: str, amount: int | None = None) -> dict[str, object]:
    value = None if amount is None else Decimal(amount)
    return {"quantity": read_quantity(StatedFigure(precision, "USD", f"{precision} {amount}", value))}


def _written(*claims: Claim) -> dict[str, list[str]]:
    """Values by property of all events, with things and terms by the end of their IRI."""
    world = world_of(*claims)
    found: dict[str, list[str]] = {}
    for quad in event_quads(find_events(world), world, NAMES):
        name = quad.predicate.value.removeprefix(NAMESPACE).rpartition("#")[2]
        assert isinstance(quad.object, NamedNode | Literal)
        value = quad.object.value.removeprefix("https://example.org/id/").removeprefix(NAMESPACE)
        found.setdefault(name, []).append(value)
    return found


def test_a_gift_has_payer_and_payee() -> None:
    """The predicate says which event a claim asserts, and who plays which role in it."""
    (event,) = _events(made_claim(1, "person/ann", "contributedToPAC", "committee/c"))
    assert event.kind == "Contribution"
    assert (event.role("payer"), event.role("payee")) == ("person/ann", "committee/c")
    assert event.role("collector") is None
    assert event.is_money


@pytest.mark.parametrize("predicate", ["contributedToPAC", "backed", "won", "holdsOffice", "candidateIn"])
def test_a_denial_asserts_nothing(predicate: str) -> None:
    """What a source says did not happen is no event."""
    about = {"contributedToPAC": "committee/c", "backed": "person/bo", "holdsOffice": "office/o"}
    claim = made_claim(1, "person/ann", predicate, about.get(predicate, "contest/race"), positive=False)
    assert _events(claim) == []


def test_a_claim_that_asserts_no_event_makes_none() -> None:
    """An opinion or a trait stays a claim."""
    assert _events(made_claim(1, "person/ann", "hasWealthStatus", "billionaire")) == []


def test_two_gifts_of_one_sum_stay_two() -> None:
    """Claims that do not say they are about one fact are about two, whatever their figures."""
    gifts = [made_claim(n, "person/ann", "gaveTo", "person/bo", **_dollars("exact", 500)) for n in (1, 2)]
    assert [event.kind for event in _events(*gifts)] == ["MoneyFlow", "MoneyFlow"]


def test_one_fact_said_twice_is_one_gift() -> None:
    """Claims of one fact with one figure are one event, also when its digits are written otherwise."""
    one = made_claim(1, "person/ann", "gaveTo", "person/bo", fact="gift", **_dollars("exact", 500))
    cents = read_quantity(StatedFigure("exact", "USD", "w", Decimal("500.00")))
    two = made_claim(2, "person/ann", "gaveTo", "person/bo", fact="gift", quantity=cents)
    (event,) = _events(one, two)
    assert [claim.key for claim in event.claims] == ["T-1", "T-2"]


def test_one_fact_with_two_figures_is_two_events() -> None:
    """A claim never overwrites another: sources that differ in the figure assert two gifts."""
    gifts = [
        made_claim(number, "person/ann", "gaveTo", "person/bo", fact="gift", **_dollars(precision, 500))
        for number, precision in enumerate(("exact", "more-than"), 1)
    ]
    assert len(_events(*gifts)) == 2


@pytest.mark.parametrize("about", ["group/g", "set/s"])
def test_what_goes_to_several_is_a_total(about: str) -> None:
    """A sum given to a group or spent on a set of contests is no flow to one recipient."""
    (event,) = _events(made_claim(1, "person/ann", "spentOn", about, **_dollars("more-than", 500)))
    assert (event.kind, event.is_money) == ("MoneyTotal", True)


def test_what_is_given_over_time_is_a_total() -> None:
    """A sum since a year is no single gift."""
    claim = made_claim(
        1, "person/ann", "gaveTo", "person/bo", **_dollars("exact", 5), **qualified(since="1984")
    )
    (event,) = _events(claim)
    assert event.kind == "MoneyTotal"


def test_a_fundraising_total_is_no_flow() -> None:
    """What somebody raised in all is shown and never added to gifts."""
    raised = made_claim(1, "person/ann", "raisedFunds", "contest/race", **_dollars("about", 900))
    gift = made_claim(2, "person/bo", "gaveTo", "person/ann", **_dollars("exact", 100))
    assert sorted(event.kind for event in _events(raised, gift)) == ["FundraisingTotal", "MoneyFlow"]
    assert [event.role("payer") for event in _events(raised)] == [None]


@pytest.mark.parametrize(
    ("one", "other"),
    [("backed", "favored"), ("backed", "linkedTo"), ("favored", "alignedWith"), ("backed", "backedDirectly")],
)
def test_ties_of_different_strength_stay_apart(one: str, other: str) -> None:
    """Backing, favouring, being linked and being aligned are four things, each with its strength."""
    claims = [made_claim(n, "person/ann", name, "person/bo") for n, name in enumerate((one, other), 1)]
    assert [event.kind for event in _events(*claims)] == ["Backing", "Backing"]
    strengths = _written(*claims)["strength"]
    assert len(strengths) == len(set(strengths)) == 2


def test_two_documents_that_say_one_thing_assert_one_event() -> None:
    """A backing said twice is one backing with two premises."""
    claims = [made_claim(number, "person/ann", "backed", "person/bo") for number in (1, 2)]
    (event,) = _events(*claims)
    assert len(event.claims) == 2


def test_backing_in_two_contests_is_two() -> None:
    """The contest belongs to what is said."""
    claims = [
        made_claim(number, "person/ann", "backed", "person/bo", **qualified(contest=contest))
        for number, contest in enumerate(("contest/race", "contest/other"), 1)
    ]
    assert len(_events(*claims)) == 2


def test_a_victory_over_somebody_is_two_results_and_two_candidacies() -> None:
    """Who defeated whom says that both stood, one won and the other lost; the figure is the winner's."""
    share = read_quantity(StatedFigure("exact", "percent", "65 percent", Decimal(65)))
    claim = made_claim(
        1, "person/ann", "defeated", "person/bo", quantity=share, **qualified(contest="contest/race")
    )
    found = {(event.kind, event.role("candidate"), event.outcome, event.quantity) for event in _events(claim)}
    assert found == {
        ("Result", "person/ann", "outcome-won", share),
        ("Result", "person/bo", "outcome-lost", None),
        ("Candidacy", "person/ann", "", None),
        ("Candidacy", "person/bo", "", None),
    }
    assert all(event.role("contest") == "contest/race" for event in _events(claim))


def test_a_candidacy_is_one_however_often_it_is_said() -> None:
    """Standing, leading and winning in one contest are one candidacy, with all three as premises."""
    claims = [
        made_claim(number, "person/ann", name, "contest/race")
        for number, name in enumerate(("candidateIn", "ledIn", "won"), 1)
    ]
    (candidacy,) = [event for event in _events(*claims) if event.kind == "Candidacy"]
    assert candidacy.path == "candidacy/race/ann"
    assert [claim.key for claim in candidacy.claims] == ["T-1", "T-2", "T-3"]


def test_facing_a_recall_is_no_candidacy() -> None:
    """A recall has no candidates, nor has a measure."""
    recall = made_claim(1, "person/ann", "facesRecall", "contest/recall")
    assert [event for event in _events(recall) if event.kind == "Candidacy"] == []
    removed = made_claim(2, "person/ann", "recalledFrom", "office/o", **qualified(contest="contest/recall"))
    assert [event.kind for event in _events(removed)] == ["OfficeRemoval"]
    assert _events(made_claim(3, "person/ann", "candidateIn", "measure/m")) == []


def test_a_group_is_no_candidate() -> None:
    """Candidacies are of persons; the result of a group stays a result."""
    assert [event.kind for event in _events(made_claim(1, "group/g", "lostIn", "contest/race"))] == ["Result"]


def test_spending_through_a_committee_may_be_the_gift_to_it() -> None:
    """The spending is tied to each gift of the payer to that committee, and to no other flow."""
    spending = made_claim(
        1, "person/ann", "spentOn", "contest/race", **_dollars("exact", 9), **qualified(via="committee/c")
    )
    gifts = [
        made_claim(n, "person/ann", "contributedToPAC", "committee/c", **_dollars("exact", n)) for n in (2, 3)
    ]
    strangers = [
        made_claim(4, "person/bo", "contributedToPAC", "committee/c"),
        made_claim(5, "person/ann", "gaveTo", "person/bo"),
    ]
    world = world_of(spending, *gifts, *strangers)
    pairs = [
        (left.claims[0].key, right.claims[0].key) for left, right in same_money(find_events(world), world)
    ]
    assert sorted(pairs) == [("T-2", "T-1"), ("T-3", "T-1")]
    assert len(_written(spending, *gifts, *strangers)["possiblySameMoneyAs"]) == 4


def test_only_a_settled_amount_is_an_amount() -> None:
    """An exact and an "about" figure are amounts; "more than" is a lower bound that does not belong."""
    assert _written(made_claim(1, "person/ann", "gaveTo", "person/bo", **_dollars("exact", 5)))["amount"] == [
        "5"
    ]
    about = _written(made_claim(1, "person/ann", "gaveTo", "person/bo", **_dollars("about", 5)))
    assert about["amount"] == ["5"]
    assert "amountAtLeast" not in about
    more = _written(made_claim(1, "person/ann", "gaveTo", "person/bo", **_dollars("more-than", 5)))
    assert "amount" not in more
    assert (more["amountAtLeast"], more["amountAtLeastInclusive"]) == (["5"], ["false"])
    assert (more["currency"], more["precision"]) == (["USD"], ["precision-more-than"])


def test_a_share_is_a_value_with_its_unit() -> None:
    """What is no money has no currency."""
    share = read_quantity(StatedFigure("exact", "percent", "65 percent", Decimal(65)))
    found = _written(made_claim(1, "person/ann", "voteShare", "contest/race", quantity=share))
    assert (found["value"], found["unit"], found["measure"]) == (["65"], ["percent"], ["measure-share"])
    assert "currency" not in found
    assert "amount" not in found


def test_an_event_is_dated_as_narrowly_as_its_claims_allow() -> None:
    """One claim gives the year, another the day: the event has the day, and the place any of them gives."""
    claims = [
        made_claim(1, "person/ann", "recalledFrom", "office/o", **qualified(date="2022")),
        made_claim(
            2,
            "person/ann",
            "recalledFrom",
            "office/o",
            **qualified(date="2022-06-07", place="county/us/06067"),
        ),
    ]
    found = _written(*claims)
    assert (found["date"], found["earliest"], found["latest"]) == (["2022-06-07"],) * 3
    assert found["place"] == ["county/us/06067"]


def test_a_count_is_unofficial_when_a_claim_says_so() -> None:
    """Otherwise its status is not known; it is never official by default."""
    led = made_claim(1, "person/ann", "ledIn", "contest/race", modality=("unofficial",))
    assert _written(led)["countStatus"] == ["count-unofficial"]
    assert _written(made_claim(1, "person/ann", "won", "contest/race"))["countStatus"] == ["count-unknown"]


def test_an_event_names_all_its_premises() -> None:
    """Every event can be traced to claims, and has a name for people."""
    claims = [made_claim(number, "person/ann", "backed", "person/bo") for number in (1, 2)]
    found = _written(*claims)
    assert found["wasDerivedFrom"] == [f"claim/{claim.digest}" for claim in claims]
    assert found["label"] == ["ann backed bo"]


def test_an_incumbent_is_a_candidate_who_holds_the_office() -> None:
    """Only a claim that says so makes one."""
    assert _written(made_claim(1, "person/ann", "incumbentIn", "contest/race"))["incumbent"] == ["true"]
    assert "incumbent" not in _written(made_claim(1, "person/ann", "candidateIn", "contest/race"))
