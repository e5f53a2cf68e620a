"""R22: what is alike is not the same: unnamed committees of one person, equal numbers of different things."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.findings.finding import Finding
from graph.findings.rule import Rule, finding
from graph.findings.statements import Statements
from sources.claim import Claim, Thing
from sources.quantity import Quantity

ID = "R22"
OWNED = ("controlledBy",)
"""Predicates from a committee to whom it belongs."""
FED = ("contributedToPAC",)
"""Predicates from a payer to the committee that takes the money."""
VAGUE = frozenset({"about", "nearly", "more-than", "just-over", "at-least", "less-than"})
RATED = ("USD", "percent", "ratio", "share", "points")
"""Units whose figures count nothing."""


def _find(known: Statements) -> Iterator[Finding]:
    yield from _unnamed_committees(known)
    yield from _equal_numbers(known)


def _unnamed_committees(known: Statements) -> Iterator[Finding]:
    """Committees without a name that belong to one agent, or take their money: one body, or several."""
    for agent, committees in _by_agent(known).items():
        if len(committees) > 1:
            says = (
                f"{len(committees)} unnamed committees are tied to {known.label(agent)}; "
                "whether they are one body is not said."
            )
            claims = [claim for told in committees.values() for claim in told]
            linked = [path for path in committees if known.linked(path, "possiblySameAs")]
            yield finding(
                *(ID, "uncertain", claims, says),
                confidence="medium",
                about=(agent, *committees),
                premises=linked,
            )


def _by_agent(known: Statements) -> Mapping[str, Mapping[str, list[Claim]]]:
    """Claims that tie an unnamed committee to an agent, by agent and committee."""
    found: defaultdict[str, defaultdict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in known.said(*OWNED, *FED):
        if not claim.positive or not isinstance(claim.object, Thing):
            continue
        owned = claim.predicate in OWNED
        committee, agent = (claim.subject, claim.object.path) if owned else (claim.object.path, claim.subject)
        if not known.world.entities[committee].named:
            found[agent][committee].append(claim)
    return found


def _equal_numbers(known: Statements) -> Iterator[Finding]:
    """The same vague number of different things in one reporting: easily taken for each other."""
    for alike in _by_number(known).values():
        things = {claim.quantity.unit: claim for claim in reversed(alike) if claim.quantity is not None}
        if len(things) > 1:
            told = sorted({claim.key: claim for claim in things.values()}.values(), key=lambda one: one.key)
            words = " and ".join(f"{_words(claim)} {unit}" for unit, claim in sorted(things.items()))
            says = f"The same number of different things, not to be taken for one count: {words}."
            yield finding(ID, "uncertain", told, says, confidence="medium")


def _by_number(known: Statements) -> Mapping[tuple[str, ...], list[Claim]]:
    found: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in known.claims:
        quantity = claim.quantity
        if quantity is not None and claim.positive and _counts_vaguely(quantity):
            number = (
                known.origin(claim),
                quantity.precision,
                str(quantity.value),
                quantity.as_written.casefold(),
            )
            found[number].append(claim)
    return found


def _counts_vaguely(quantity: Quantity) -> bool:
    counts = not any(word in quantity.unit for word in RATED)
    return counts and quantity.value is not None and quantity.precision in VAGUE


def _words(claim: Claim) -> str:
    return claim.quantity.as_written if claim.quantity is not None else ""


RULE = Rule(
    ID,
    "Identity",
    "The same role is not the same body, and the same number word not the same count. Unnamed committees of "
    "one agent, and equal vague numbers of different things in one reporting, are pointed out.",
    "Nothing is merged: bodies stay apart until somebody decides.",
    _find,
)
