"""Parts of a query that share a variable which may be unbound: what is unbound agrees with any value.

Both sides are made once, and the solutions of each are parted by whether the variable is bound: within such
cases the variable is compared or is not there, and the joins are fast ones.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from graph.virtual.joins import join, keep_matched, left_join, minus, shared_names, union
from graph.virtual.modifiers import project, where, without
from graph.virtual.relation import Relation, nothing
from graph.virtual.terms import NotTranslatedError, Shape, Value, name_of

MOST = 2
"""Variables that may be unbound in what two parts share, at most: each makes three cases of one."""
LEFT, RIGHT, BOTH, ROW = "=l", "=r", "=b", "=row"
Condition = Callable[[Callable[[str], Value | None]], str]
"""Makes a condition, given what gives variables as expressions."""
Case = tuple[Relation, Relation, bool]
"""Parts of two sides, and whether a variable that may be unbound is bound in both."""


def loose_names(left: Relation, right: Relation) -> list[str]:
    """The variables that two parts share and that may be unbound in one."""
    names = shared_names(left, right)
    return [name for name in names if left.columns[name].nullable or right.columns[name].nullable]


def join_any(left: Relation, right: Relation, things: str) -> Relation:
    """Solutions of both that agree."""
    if not loose_names(left, right):
        return join(left, right, things)
    both = _agreeing(left, right, things)
    return _with(both, {LEFT: left, RIGHT: right})


def left_join_any(left: Relation, right: Relation, things: str, condition: Condition | None) -> Relation:
    """Solutions of the left, with those of the right that agree where there are any."""
    if not loose_names(left, right):
        on = "" if condition is None else condition(lambda name: _of_side(left, right, name))
        return left_join(left, right, things, on)
    numbered = _numbered(left)
    both = _matches(numbered, right, things, condition)
    told = _named(BOTH, both)
    alone = _kept(numbered, "ANTI")
    names = [name for name in both.columns if name != ROW]
    every = union([project(told, names), project(alone, names)], things)
    return _with(every, {LEFT: numbered, RIGHT: right, BOTH: both})


def keep_any(
    left: Relation, right: Relation, things: str, condition: Condition | None, *, matched: bool
) -> Relation:
    """Solutions of the left with, or without, one of the right that agrees."""
    if condition is None and not loose_names(left, right):
        return keep_matched(left, right, things, matched=matched)
    numbered = _numbered(left)
    both = _matches(numbered, right, things, condition)
    kept = project(_kept(numbered, "SEMI" if matched else "ANTI"), list(left.columns))
    return _with(kept, {LEFT: numbered, RIGHT: right, BOTH: both})


def minus_any(left: Relation, right: Relation, things: str) -> Relation:
    """MINUS: what has no variable bound in common with a solution takes nothing away."""
    numbered, loose = _numbered(left), loose_names(left, right)
    if not loose:
        return minus(left, right, things)
    is_bound = len(shared_names(left, right)) > len(loose)
    pairs = _cases(_named(LEFT, numbered), _named(RIGHT, right), loose)
    both = [join(one, other, things) for one, other, in_common in pairs if is_bound or in_common]
    if not both:
        return left
    kept = project(_kept(numbered, "ANTI"), list(left.columns))
    return _with(kept, {LEFT: numbered, RIGHT: right, BOTH: union(both, things)})


def _of_side(left: Relation, right: Relation, name: str) -> Value | None:
    """A variable of either side of a join."""
    if name in left.columns:
        return left.value(name, "l.")
    return right.value(name, "r.") if name in right.columns else None


def _agreeing(left: Relation, right: Relation, things: str) -> Relation:
    """Solutions of both that agree, of the two as they are named."""
    pairs = _cases(_named(LEFT, left), _named(RIGHT, right), loose_names(left, right))
    both = [join(one, other, things) for one, other, _ in pairs]
    return union(both, things) if both else nothing([*left.columns, *right.columns])


def _matches(numbered: Relation, right: Relation, things: str, condition: Condition | None) -> Relation:
    """Solutions of both that agree, with the number of that of the left."""
    both = _agreeing(numbered, right, things)
    if condition is None:
        return both
    return where(both, condition(lambda name: both.value(name) if name in both.columns else None))


def _cases(left: Relation, right: Relation, names: Sequence[str]) -> Iterator[Case]:
    """Parts of both in which shared variables are bound or not there."""
    if len(names) > MOST:
        raise NotTranslatedError(f"{', '.join(f'?{name}' for name in names)} join parts and may be unbound")
    if not names:
        yield left, right, False
        return
    name, *others = names
    if "nothing" not in (left.columns[name].kind, right.columns[name].kind):
        for one, other, _ in _cases(_bound(left, name), _bound(right, name), others):
            yield one, other, True
    if left.columns[name].nullable:
        yield from _cases(without(left, [name]), right, others)
    if right.columns[name].nullable and left.columns[name].kind != "nothing":
        yield from _cases(_bound(left, name), without(right, [name]), others)


def _bound(of: Relation, name: str) -> Relation:
    bound = where(of, f"{name_of(name)} IS NOT NULL")
    return replace(bound, columns={**of.columns, name: replace(of.columns[name], nullable=False)})


def _numbered(of: Relation) -> Relation:
    """Solutions with a number each."""
    sql = f"SELECT *, row_number() OVER () AS {name_of(ROW)} FROM ({of.sql})"
    return Relation(sql, {**of.columns, ROW: Shape("integer")})


def _named(name: str, of: Relation) -> Relation:
    return Relation(f"SELECT * FROM {name_of(name)}", of.columns)


def _kept(numbered: Relation, how: str) -> Relation:
    """Solutions of the left with, or without, a match."""
    on = f"l.{name_of(ROW)} = b.{name_of(ROW)}"
    sql = f"SELECT l.* FROM {name_of(LEFT)} AS l {how} JOIN {name_of(BOTH)} AS b ON {on}"
    return Relation(sql, numbered.columns)


def _with(of: Relation, parts: dict[str, Relation]) -> Relation:
    """A relation made of parts that are named, each of which is made once."""
    made = ", ".join(f"{name_of(name)} AS MATERIALIZED ({part.sql})" for name, part in parts.items())
    return Relation(f"SELECT * FROM (WITH {made} {of.sql})", of.columns)
