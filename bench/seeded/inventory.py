"""How the findings on the five articles compare with the project's own reading of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from graph.findings.finding import ALARMS, DOUBTS, Finding

SAME = ("contradiction", "contradiction-by-rule", "type-error", "tension", "ambiguity", "dependence")
KINDS = {
    **{name: frozenset({name}) for name in (*SAME, "opinion-conflict", "uncertain")},
    "double-counting-risk": frozenset({"possible-double-count"}),
    "external-conflict": frozenset({"conflict-with-record"}),
    "consistent": frozenset({"confirmed", "corroborated", "compatible"}),
    "compatible": frozenset({"compatible", "overtaken", "confirmed"}),
}
"""Kinds of finding that a class of verdict of the reading comes to; a trap comes to none."""
SILENT = "trap"
MAY_BE_SILENT = "compatible"
SHARED = 2
"""Claims a finding has to share with an entry of the reading, or its only one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """An entry of the reading, and whether the rules come to it.

    Attributes:
        key: Its number, for example "K01".
        verdict: Its class of verdict.
        found: Keys of the findings that match it.
        is_met: Whether that is what the reading asks for.
    """

    key: str
    verdict: str
    found: tuple[str, ...]
    is_met: bool


def read_inventory(shared: Path) -> list[dict[str, Any]]:
    """The entries of the reading."""
    text = (shared / "inventory" / "inventory.yaml").read_text("utf-8")
    entries: list[dict[str, Any]] = yaml.load(text, yaml.CSafeLoader)["consistency"]
    return entries


def verdicts(entries: list[dict[str, Any]], findings: tuple[Finding, ...]) -> list[Verdict]:
    """Each entry with the findings that match it."""
    return [_verdict(entry, findings) for entry in entries]


def unmatched(entries: list[dict[str, Any]], findings: tuple[Finding, ...]) -> list[Finding]:
    """Findings that say that something is wrong or doubtful, and that match no entry."""
    careful = [one for one in findings if one.kind in ALARMS | DOUBTS]
    return [one for one in careful if not any(_matches(one, entry) for entry in entries)]


def _verdict(entry: dict[str, Any], findings: tuple[Finding, ...]) -> Verdict:
    verdict = entry["verdict_class"]
    careful = ALARMS | DOUBTS - {"overtaken"}
    if verdict == SILENT:
        found = [one for one in findings if one.kind in careful and _shares(one, entry)]
        return Verdict(entry["id"], verdict, _keys(found), is_met=not found)
    found = [one for one in findings if _matches(one, entry)]
    silent = verdict == MAY_BE_SILENT and not any(
        one.kind in careful and one.rule in entry["rules"] and _shares(one, entry) for one in findings
    )
    return Verdict(entry["id"], verdict, _keys(found), is_met=bool(found) or silent)


def _matches(one: Finding, entry: dict[str, Any]) -> bool:
    kinds = KINDS.get(entry["verdict_class"], frozenset())
    return one.kind in kinds and one.rule in entry["rules"] and _shares(one, entry)


def _shares(one: Finding, entry: dict[str, Any]) -> bool:
    wanted = set(entry["claims"])
    return len(wanted & {claim.key for claim in one.claims}) >= min(SHARED, len(wanted))


def _keys(found: list[Finding]) -> tuple[str, ...]:
    return tuple(f"{one.key} {one.kind}" for one in found)
