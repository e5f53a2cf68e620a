"""How the findings on the five articles compare with the project's own reading of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from graph.findings.finding import GRAVITY, Finding

Entry = dict[str, Any]
FITTING = (*GRAVITY["agreement"], "overtaken")
"""Kinds of finding that doubt nothing that is told."""
SAME = ("contradiction", "contradiction-by-rule", "type-error", "tension", "ambiguity", "dependence")
KINDS = {
    **{name: (name,) for name in (*SAME, "opinion-conflict", "uncertain")},
    "double-counting-risk": ("possible-double-count",),
    "external-conflict": ("conflict-with-record",),
    "consistent": FITTING,
    "compatible": FITTING,
    "trap": (),
}
"""Kinds of finding that a verdict of the reading may come out as."""
SILENT = ("trap", "compatible")
"""Verdicts that are right as well when nothing is found."""
SHARED = 2
"""Claims a finding has to share with an entry of the reading, or its only one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """An entry of the reading, and what the rules come to.

    Attributes:
        key: Its number, for example "K01".
        verdict: Its verdict.
        found: Findings that are what it asks for.
        against: Findings that stand against it: alarms and doubts about what is said to fit.
    """

    key: str
    verdict: str
    found: tuple[Finding, ...]
    against: tuple[Finding, ...]

    @property
    def is_met(self) -> bool:
        """Whether the rules come to what it asks for, and to nothing against it."""
        return not self.against and (bool(self.found) or self.verdict in SILENT)


def read_inventory(shared: Path) -> list[Entry]:
    """The entries of the reading in the shared folder."""
    text = (shared / "inventory" / "inventory.yaml").read_text("utf-8")
    entries: list[Entry] = yaml.load(text, yaml.CSafeLoader)["consistency"]
    return entries


def verdicts(entries: list[Entry], findings: tuple[Finding, ...]) -> list[Verdict]:
    """Each entry with the findings that are what it asks for, and those that stand against it."""
    doubtful = [one for one in entries if one["verdict_class"] not in (*SILENT, "consistent")]
    return [
        Verdict(
            entry["id"],
            entry["verdict_class"],
            tuple(one for one in findings if matches(one, entry)),
            _against(entry, findings, doubtful),
        )
        for entry in entries
    ]


def matches(one: Finding, entry: Entry) -> bool:
    """Whether a finding is what an entry asks for: its kind, one of its rules, and its claims."""
    return one.kind in KINDS[entry["verdict_class"]] and one.rule in entry["rules"] and shares(one, entry)


def shares(one: Finding, entry: Entry) -> bool:
    """Whether a finding concerns two claims of an entry, or its only one."""
    keys = set(entry["claims"])
    return len(keys.intersection(claim.key for claim in one.claims)) >= min(SHARED, len(keys))


def false_alarms(entries: list[Entry], findings: tuple[Finding, ...]) -> list[Finding]:
    """Alarms about nothing that the reading says to be impossible or to differ from a record."""
    alarming = [
        entry for entry in entries if set(KINDS[entry["verdict_class"]]).intersection(GRAVITY["alarm"])
    ]
    alarms = [one for one in findings if one.kind in GRAVITY["alarm"]]
    return [one for one in alarms if not any(shares(one, entry) for entry in alarming)]


def beyond(entries: list[Entry], findings: tuple[Finding, ...]) -> list[Finding]:
    """Alarms and doubts that are what no entry asks for."""
    careful = [one for one in findings if one.kind not in FITTING]
    return [one for one in careful if not any(matches(one, entry) for entry in entries)]


def _against(entry: Entry, findings: tuple[Finding, ...], doubtful: list[Entry]) -> tuple[Finding, ...]:
    """Alarms and doubts on the claims of a trap, unless another entry asks for doubt about them."""
    if entry["verdict_class"] != "trap":
        return ()
    careful = [one for one in findings if one.kind not in FITTING and shares(one, entry)]
    return tuple(one for one in careful if not any(shares(one, other) for other in doubtful))
