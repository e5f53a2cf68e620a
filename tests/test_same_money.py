"""Flows that may be the same money, and which of two is counted."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from graph.derive.events import find_events
from graph.derive.same_money import same_money
from graph.derive.world import World, make_world
from sources.claim import Claim, Entity, Evidence, Literal, Span, Thing
from sources.document import Document, Text
from sources.errors import Position
from sources.quantity import StatedFigure, read_quantity
from sources.sheet import Sheet
from sources.source import Source

HERE = Position("f")
KINDS = {
    "person/ann": "Person",
    "person/bo": "Person",
    "committee/c": "PoliticalActionCommittee",
    "committee/d": "PoliticalActionCommittee",
    "contest/race": "Contest",
    "contest/other": "Contest",
}
TWIN = (("possiblySameAs", (Thing("committee/d"),)),)


def _claim(number: int, subject: str, predicate: str, about: str, amount: int, **more: str) -> Claim:
    """A claim of a sum with a span of its own, in document "a" unless `document` says otherwise."""
    document = more.pop("document", "a")
    values: tuple[tuple[str, tuple[Thing | Literal, ...]], ...] = tuple(
        (name, (Thing(value) if value in KINDS else value,)) for name, value in more.items()
    )
    return Claim(
        key=f"T-{number}",
        document=document,
        evidence=Evidence(1, Span(number * 10, number * 10 + 5), "words", number * 10),
        kind="money",
        subject=subject,
        predicate=predicate,
        object=Thing(about),
        gloss="g",
        position=HERE,
        quantity=read_quantity(StatedFigure("exact", "USD", f"{amount}", Decimal(amount))),
        qualifiers=values,
    )


def _world(*claims: Claim) -> World:
    entities = tuple(
        Entity(path, kind, path, HERE, links=TWIN if path == "committee/c" else ())
        for path, kind in KINDS.items()
    )
    documents = sorted({claim.document for claim in claims})
    told = [
        _source(name, claims=tuple(claim for claim in claims if claim.document == name)) for name in documents
    ]
    return make_world([_source("names", entities=entities), *told])


def _source(name: str, *, entities: tuple[Entity, ...] = (), claims: tuple[Claim, ...] = ()) -> Source:
    text = Text("t.txt", "0" * 64, 1000, 1000, (Span(0, 1000),)) if claims else None
    kind = "article" if claims else "registry"
    document = Document(name, kind, "t", "p", "l", Path(name), date="2018", origin=name, text=text)
    return Source(document, name, (Sheet("f", name, entities, (), claims),))


def pairs(*claims: Claim) -> list[tuple[str, str]]:
    """Keys of the flows of each pair: the one left out, then the one that is counted."""
    world = _world(*claims)
    found = same_money(find_events(world), world)
    return sorted((part.claims[0].key, whole.claims[0].key) for part, whole in found)


@pytest.mark.parametrize(
    ("gift", "spent", "expected"), [(5, 5, ("2", "1")), (5, 9, ("1", "2")), (9, 5, ("2", "1"))]
)
def test_of_a_gift_and_its_spending_the_one_counts_that_fixes_more(
    gift: int, spent: int, expected: tuple[str, str]
) -> None:
    """The larger sum is a lower bound for both; of equal sums the gift counts."""
    first = _claim(1, "person/ann", "contributedToPAC", "committee/c", gift)
    second = _claim(2, "person/ann", "spentOn", "contest/race", spent, via="committee/c")
    part, whole = expected
    assert pairs(first, second) == [(f"T-{part}", f"T-{whole}")]


def test_a_lower_bound_fixes_more_than_an_upper_one() -> None:
    """Of "less than 9" and 5 the 5 counts: a sum of lower bounds must not lose it."""
    less = replace(
        _claim(1, "person/ann", "gaveTo", "person/bo", 9),
        quantity=read_quantity(StatedFigure("less-than", "USD", "less than 9", Decimal(9))),
    )
    assert pairs(less, _claim(2, "person/ann", "gaveTo", "person/bo", 5, document="b")) == [("T-1", "T-2")]


@pytest.mark.parametrize("spender", ["committee/c", "committee/d"])
def test_what_a_committee_spends_on_a_contest_may_be_what_it_was_given_for_it(spender: str) -> None:
    """So it is for the committee itself, and for one that may be the same body."""
    gift = _claim(1, "person/ann", "contributedToPAC", "committee/c", 9, contest="contest/race")
    spending = _claim(2, spender, "spentOn", "contest/race", 5)
    assert pairs(gift, spending) == [("T-2", "T-1")]


def test_a_gift_for_another_contest_is_other_money() -> None:
    """What is spent elsewhere is not what was given here."""
    gift = _claim(1, "person/ann", "contributedToPAC", "committee/c", 9, contest="contest/race")
    assert pairs(gift, _claim(2, "committee/c", "spentOn", "contest/other", 5)) == []


def test_two_documents_may_tell_of_one_gift() -> None:
    """One payer, one recipient, and nothing that keeps the gifts apart: the smaller one is not added."""
    one = _claim(1, "person/ann", "gaveTo", "person/bo", 5, contest="contest/race")
    assert pairs(one, _claim(2, "person/ann", "gaveTo", "person/bo", 7, document="b")) == [("T-1", "T-2")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        ({"contest": "contest/race"}, {"document": "b", "contest": "contest/other"}),
        ({"date": "2018-03"}, {"document": "b", "date": "2018-04"}),
    ],
    ids=["one document", "two contests", "two months"],
)
def test_gifts_that_something_keeps_apart_are_two(first: dict[str, str], second: dict[str, str]) -> None:
    """One document that tells of two gifts means two; so do two contests and two times."""
    one = _claim(1, "person/ann", "gaveTo", "person/bo", 5, **first)
    assert pairs(one, _claim(2, "person/ann", "gaveTo", "person/bo", 5, **second)) == []


def test_gifts_to_two_are_two() -> None:
    """Another recipient is another gift."""
    one = _claim(1, "person/ann", "contributedToPAC", "committee/c", 5)
    assert pairs(one, _claim(2, "person/ann", "contributedToPAC", "committee/d", 5, document="b")) == []
