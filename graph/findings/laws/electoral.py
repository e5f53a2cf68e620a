"""The rule of law that ties an outcome to votes in a contest, of `ontology/electoral_rules.ttl`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.derive.electoral_rules import electoral_rules
from graph.findings.statements import Statements

OFFICE_KINDS = {"ProsecutorOffice": "office-kind-prosecutor"}
"""Kind of office, as rules of law know it, of a class of offices."""
MAJORITY = "threshold-majority"
RANKED = "threshold-ranked-choice"


@dataclass(frozen=True, slots=True)
class ElectoralRule:
    """A rule that holds for a contest.

    Attributes:
        path: Path of the rule.
        threshold: Code of what a candidate needs, for example "threshold-majority".
        go_on: How many go on to a second round when nobody has it.
        law: Its citation.
    """

    path: str
    threshold: str
    go_on: int
    law: str


def electoral_rule(contest: str, known: Statements) -> ElectoralRule | None:
    """The rule of a contest's own place, else that of a place around it; None when none is known."""
    places = known.around(known.linked(contest, "jurisdiction"))
    kind = known.text_of(known.linked(contest, "partOfElection"), "electionKind")
    office = known.linked(contest, "office")
    offices = [code for name, code in OFFICE_KINDS.items() if office and known.is_a(office, name)]
    holding = [
        rule
        for rule in _rules()
        if kind in rule["electionKind"]
        and rule["officeKind"] in offices
        and rule["jurisdiction"] in places
        and not set(places) & set(rule["exceptIn"])
        and _is_dated(rule, contest, known)
    ]
    nearest = min(holding, key=lambda rule: places.index(rule["jurisdiction"]), default=None)
    if nearest is None:
        return None
    return ElectoralRule(nearest["rule"], nearest["voteThreshold"], nearest["goOn"], nearest["law"])


def _is_dated(rule: dict[str, Any], contest: str, known: Statements) -> bool:
    """Whether a rule is known to hold on every day a contest may have been held on."""
    held = known.held(contest)
    if held is None or held.earliest is None or held.latest is None:
        return False
    begun = rule["knownFrom"] is None or rule["knownFrom"] <= held.earliest
    return begun and (rule["knownUntil"] is None or held.latest <= rule["knownUntil"])


@cache
def _rules() -> list[dict[str, Any]]:
    return electoral_rules().to_dicts()
