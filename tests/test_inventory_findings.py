"""The findings of the five articles against those their readers expected: verdicts, and no false alarm."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.derive.world import make_world
from graph.findings.finding import GRAVITY, Finding
from graph.findings.rule import find_all
from graph.findings.statements import Statements
from sources.catalog import shipped_sources
from sources.source import read_source

FITTING = ("confirmed", "corroborated", "compatible", "overtaken")
VERDICTS = {
    "contradiction": ("contradiction",),
    "contradiction-by-rule": ("contradiction-by-rule",),
    "type-error": ("type-error",),
    "tension": ("tension",),
    "ambiguity": ("ambiguity",),
    "dependence": ("dependence",),
    "opinion-conflict": ("opinion-conflict",),
    "uncertain": ("uncertain",),
    "double-counting-risk": ("possible-double-count",),
    "consistent": FITTING,
    "compatible": FITTING,
}
"""Kinds of finding that an expected verdict may come out as."""
BY_RECORD = {"K42", "K45"}
"""Those that need the official record; tests/test_record.py has them."""
SILENT = ("trap", "compatible")
"""Verdicts that are right as well when nothing is found."""


@cache
def _found() -> tuple[Finding, ...]:
    return find_all(Statements(make_world(read_source(folder) for folder in shipped_sources())))


def _expected(shared: Path) -> list[dict[str, Any]]:
    text = (shared / "inventory" / "inventory.yaml").read_text("utf-8")
    rows: list[dict[str, Any]] = yaml.load(text, yaml.CSafeLoader)["consistency"]
    return rows


def _shares(finding: Finding, expected: dict[str, Any]) -> bool:
    """Whether a finding concerns two claims of an expected one, or its only one."""
    keys = set(expected["claims"])
    return len(keys.intersection(claim.key for claim in finding.claims)) >= min(2, len(keys))


def test_every_expected_finding_comes_out_with_its_verdict(shared: Path) -> None:
    """A finding of a fitting kind, by a rule and on claims that are named; silence where that is right."""
    missed = []
    for expected in _expected(shared):
        verdict = expected["verdict_class"]
        if expected["id"] in BY_RECORD or verdict in SILENT:
            continue
        kinds = VERDICTS[verdict]
        hits = (
            one
            for one in _found()
            if one.kind in kinds and one.rule in expected["rules"] and _shares(one, expected)
        )
        if next(hits, None) is None:
            missed.append((expected["id"], verdict, expected["rules"], expected["title"]))
    assert missed == []


def test_no_alarm_that_nobody_expected(shared: Path) -> None:
    """Whatever is said to be impossible is one of the expected contradictions or type errors."""
    alarming = [one for one in _expected(shared) if one["verdict_class"] in GRAVITY["alarm"]]
    false = [
        (one.key, one.kind, [claim.key for claim in one.claims], one.says)
        for one in _found()
        if one.kind in GRAVITY["alarm"] and not any(_shares(one, expected) for expected in alarming)
    ]
    assert false == []


def test_traps_stay_silent(shared: Path) -> None:
    """No alarm and no doubt stands on two claims of a trap, unless another expected finding is about them."""
    expected = _expected(shared)
    doubtful = [one for one in expected if one["verdict_class"] not in ("trap", "consistent", "compatible")]
    traps = [one for one in expected if one["verdict_class"] == "trap"]
    caught = [
        (trap["id"], one.key, one.kind, one.says)
        for trap in traps
        for one in _found()
        if one.kind not in FITTING
        and _shares(one, trap)
        and not any(_shares(one, other) for other in doubtful)
    ]
    assert traps
    assert caught == []


@pytest.mark.parametrize("finding", _found(), ids=lambda finding: finding.key)
def test_findings_read_well(finding: Finding) -> None:
    """Each names whom it is about, says a sentence, and names no claim twice."""
    assert finding.about
    assert finding.says.endswith(".")
    assert len({claim.digest for claim in finding.claims}) == len(finding.claims)
