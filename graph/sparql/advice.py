"""Why a query takes long, in words: its parts with what they meet, and what would make it faster."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.sparql.plan import NAMED, Pattern, Step

MOST = 100_000
"""Triples a pattern meets that are counted; of more it is said that there are more."""
COUNT = f"SELECT (COUNT(*) AS ?n) {{ SELECT * {{ %s }} LIMIT {MOST + 1} }}"
MANY = 10_000
TEXT = frozenset(("REGEX", "CONTAINS", "STRSTARTS", "STRENDS", "LCASE", "UCASE", "STR"))
SHORT = "this query is as narrow as its patterns are; LIMIT shows its first rows sooner"
Counts = Mapping[Pattern, int | None]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A query explained: its plan as text, and sentences on what to change."""

    text: str
    advice: tuple[str, ...]


def explain_plan(plan: Step, count: Callable[[str], int]) -> Explanation:
    """A plan with what each pattern meets, and advice.

    Args:
        plan: The outermost step.
        count: Gives the one number a query finds.
    """
    patterns = dict.fromkeys(pattern for step in plan.all() for pattern in step.patterns)
    counts = {one: None if one.endless else count(COUNT % one.sparql) for one in patterns}
    advice = tuple(dict.fromkeys(line for step in plan.all() for line in _advice(step, counts)))
    return Explanation("\n".join(_lines(plan, counts, 0)) + "\n", advice or (SHORT,))


def _lines(step: Step, counts: Counts, depth: int) -> Iterator[str]:
    """The lines of a step: its operation, what it joins, and its parts."""
    if step.name in NAMED:
        told = f" by {', '.join(step.functions)}" if step.functions else ""
        yield "  " * depth + NAMED[step.name] + told
        depth += 1
    for pattern in sorted(step.patterns, key=lambda one: (counts[one] is None, counts[one])):
        yield f"{'  ' * depth}{pattern.words}    {_told(counts[pattern])}"
    for part in step.parts:
        yield from _lines(part, counts, depth)


def _told(number: int | None) -> str:
    if number is None:
        return "not counted"
    return f"more than {MOST:,}" if number > MOST else f"{number:,}"


def _advice(step: Step, counts: Counts) -> Iterator[str]:
    for pattern in step.patterns:
        yield from _advice_on(pattern, counts[pattern])
    yield from _advice_on_joins(step)
    inside = [counts[pattern] or 0 for below in step.all() for pattern in below.patterns]
    texts = sorted(TEXT.intersection(step.functions))
    if texts and max(inside, default=0) > MANY:
        yield f"{', '.join(texts)}: the text of every row is looked at; narrow the rows by another pattern"


def _advice_on(pattern: Pattern, number: int | None) -> Iterator[str]:
    if pattern.endless:
        yield f"{pattern.words} goes any number of steps from every thing to every other; name one end"
    elif number == 0:
        yield f"{pattern.words} meets nothing, so nothing that needs it is found; look at its spelling"
    elif (number or 0) > MOST:
        yield f"{pattern.words} meets {_told(number)} triples; name its subject, its property or its value"


def _advice_on_joins(step: Step) -> Iterator[str]:
    """On parts that are joined and share no variable."""
    groups = _connected([*((p.words, p.variables) for p in step.patterns), *_wholes(step)])
    if step.name in ("BGP", "Join") and len(groups) > 1:
        first, second = groups[0][0], groups[1][0]
        yield f"{first} and {second} share no variable, so each row of one meets each row of the other"


def _wholes(step: Step) -> Iterator[tuple[str, frozenset[str]]]:
    return (("a part of the query", part.variables) for part in step.parts)


def _connected(parts: Sequence[tuple[str, frozenset[str]]]) -> list[list[str]]:
    """The parts in groups that are tied by variables; parts without any are left out."""
    groups: list[tuple[list[str], frozenset[str]]] = []
    for words, variables in parts:
        if not variables:
            continue
        tied = [group for group in groups if group[1] & variables]
        groups = [group for group in groups if group not in tied]
        names = [name for group in tied for name in group[0]]
        groups.append(([*names, words], variables.union(*(group[1] for group in tied))))
    return [names for names, _ in groups]
