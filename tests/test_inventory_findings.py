"""The findings of the five articles against those their readers expected: verdicts, and no false alarm."""

from functools import cache
from pathlib import Path

import pytest
from seeded.inventory import false_alarms, read_inventory, verdicts

from graph.derive.world import make_world
from graph.findings.finding import Finding
from graph.findings.rule import find_all
from graph.findings.statements import Statements
from sources.catalog import shipped_sources
from sources.source import read_source

BY_RECORD = {"K42", "K45"}
"""Those that need the official record; tests/test_record.py has them."""


@cache
def _found() -> tuple[Finding, ...]:
    return find_all(Statements(make_world(read_source(folder) for folder in shipped_sources())))


def test_every_expected_finding_comes_out_with_its_verdict(shared: Path) -> None:
    """A finding of a fitting kind, by a rule and on claims that are named; silence where that is right."""
    read = [one for one in verdicts(read_inventory(shared), _found()) if one.key not in BY_RECORD]
    assert len(read) > 40
    assert [(one.key, one.verdict) for one in read if not one.is_met] == []


def test_no_alarm_that_nobody_expected(shared: Path) -> None:
    """Whatever is said to be impossible is one of the expected contradictions or type errors."""
    false = false_alarms(read_inventory(shared), _found())
    assert [(one.key, one.kind, one.says) for one in false] == []


def test_traps_stay_silent(shared: Path) -> None:
    """No alarm and no doubt stands on two claims of a trap, unless another expected finding is about them."""
    traps = [one for one in verdicts(read_inventory(shared), _found()) if one.verdict == "trap"]
    assert traps
    assert [(one.key, [finding.says for finding in one.against]) for one in traps if one.against] == []


@pytest.mark.parametrize("finding", _found(), ids=lambda finding: finding.key)
def test_findings_read_well(finding: Finding) -> None:
    """Each names whom it is about, says a sentence, and names no claim twice."""
    assert finding.about
    assert finding.says.endswith(".")
    assert len({claim.digest for claim in finding.claims}) == len(finding.claims)
