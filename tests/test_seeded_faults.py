"""Contradictions planted in made-up worlds of 10 000 claims are all found, and nothing else is."""

import pytest
from seeded.faults import KINDS, RULES, Planted
from seeded.world import Seeded, make_seeded

from graph.findings.finding import GRAVITY, Finding
from graph.findings.rule import find_all
from graph.findings.statements import Statements

CLAIMS = 10_000


@pytest.fixture(scope="module")
def faulty() -> tuple[Seeded, list[Finding]]:
    """A world in which every second bundle of races has a contradiction, and its alarms."""
    seeded = make_seeded(CLAIMS, every=2)
    return seeded, _alarms(seeded)


def _alarms(seeded: Seeded) -> list[Finding]:
    return [one for one in find_all(Statements(seeded.world)) if one.kind in GRAVITY["alarm"]]


def test_a_clean_world_raises_no_alarm() -> None:
    """10 000 claims with early counts, loose wordings, rounds and offices in turn contradict nowhere."""
    seeded = make_seeded(CLAIMS)
    assert len(Statements(seeded.world).claims) >= CLAIMS
    assert seeded.planted == ()
    assert [one.says for one in _alarms(seeded)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_planted_contradiction_is_found(kind: str, faulty: tuple[Seeded, list[Finding]]) -> None:
    """Its rule names all its claims in one alarm."""
    seeded, alarms = faulty
    planted = [one for one in seeded.planted if one.kind == kind]
    told = [{claim.key for claim in one.claims} for one in alarms if one.rule == RULES[kind]]
    assert len(planted) >= 3
    assert [one for one in planted if not any(one.claims <= keys for keys in told)] == []


def test_every_alarm_is_about_something_planted(faulty: tuple[Seeded, list[Finding]]) -> None:
    """No alarm stands beside the planted contradictions."""
    seeded, alarms = faulty
    wrong = {key for one in seeded.planted for key in one.claims}
    assert [one.says for one in alarms if not wrong & {claim.key for claim in one.claims}] == []


def test_the_same_world_is_made_again() -> None:
    """Nothing in a made-up world depends on chance."""
    first, second = (make_seeded(1_000, every=2) for _ in range(2))
    assert Statements(first.world).claims == Statements(second.world).claims
    assert first.planted == second.planted
    assert all(isinstance(one, Planted) for one in first.planted)
