"""Rules: general, each with an id that stays, and found by looking into `graph/findings/rules/`."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import graph.findings.rules
from graph.findings.finding import Finding, reading_order
from graph.findings.statements import Statements
from sources.claim import Claim


@dataclass(frozen=True, slots=True)
class Rule:
    """A general rule; it knows no person, place or contest by name.

    Attributes:
        id: Its stable id, for example "R04".
        title: A few words.
        says: What must hold, or what is looked for, in one or two sentences.
        handling: What the graph does about what it finds, in one sentence.
        find: The findings about the claims of all sources.
    """

    id: str
    title: str
    says: str
    handling: str
    find: Callable[[Statements], Iterable[Finding]]

    @property
    def path(self) -> str:
        """Path of its IRI."""
        return f"finding-rule/{self.id}"


def finding(  # noqa: PLR0913 - a finding's own parts, by name
    rule: str,
    kind: str,
    claims: Iterable[Claim],
    says: str,
    *,
    computation: str = "",
    confidence: str = "high",
    about: Iterable[str] = (),
    premises: Iterable[str] = (),
    between: tuple[Claim, ...] = (),
) -> Finding:
    """A finding with its claims in reading order, each once; about their subjects unless told otherwise.

    Two claims stand against or beside each other, whether that is said or not.
    """
    told = reading_order(tuple(claims))
    two = told if len(told) == len(("one", "other")) else ()
    concerned = tuple(dict.fromkeys(about)) or tuple(dict.fromkeys(claim.subject for claim in told))
    return Finding(
        rule,
        kind,
        told,
        says,
        computation,
        confidence,
        about=concerned,
        premises=tuple(dict.fromkeys(premises)),
        between=between or two,
    )


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in order of id."""
    found = [
        import_module(f"{graph.findings.rules.__name__}.{module.name}").RULE
        for module in iter_modules(graph.findings.rules.__path__)
    ]
    return tuple(sorted(found, key=lambda rule: rule.id))


def find_all(statements: Statements) -> tuple[Finding, ...]:
    """What every rule finds, by rule and then in reading order; each finding once."""
    unique: dict[str, Finding] = {}
    for one in _each(statements):
        unique.setdefault(one.identity, one)
    return tuple(sorted(unique.values(), key=_order))


def _each(statements: Statements) -> Iterator[Finding]:
    for rule in rules():
        yield from rule.find(statements)


def _order(one: Finding) -> tuple[str, tuple[tuple[str, str], ...], str]:
    return one.rule, tuple((claim.document, claim.key) for claim in one.claims), one.identity
