"""Random patterns on one subject, which groups of patterns begin with and are made of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from random_expressions import Expressions
from random_sample import Sample, property_of

from ontology import TABLES

RARE = 0.04


@dataclass(slots=True)
class Group:
    """A group while it grows.

    Attributes:
        text: What stands in it.
        typed: Its variables with the kinds of their values.
        table: The table its first patterns are on.
        subject: Their subject.
    """

    text: str
    table: str
    subject: str
    typed: dict[str, str] = field(default_factory=dict)


class Stars:
    """Makes patterns on one subject."""

    def __init__(self, of: Sample, seed: int) -> None:
        self.of = of
        self.expressions = Expressions(seed)
        self.random = self.expressions.random
        self.chance = self.expressions.chance
        self._fresh = 0

    def start(self) -> None:
        """Begin to name variables anew."""
        self._fresh = 0

    def name(self, start: str) -> str:
        """A new variable."""
        self._fresh += 1
        return f"{start}{self._fresh}"

    def star(self, group: Group, number: int) -> str:
        """Patterns on the subject of a group."""
        parts = [f"a mt:{TABLES[group.table].cls}"] if self.chance(0.6) else []
        if self.chance(RARE / 2):
            parts.append(f"?{self.name('p')} ?{self.name('o')}")
        parts += [self._part(group, column) for column in self.columns(group.table, number)]
        return f"{group.subject} {' ; '.join(parts)} ."

    def columns(self, table: str, number: int) -> list[str]:
        """Some columns of a table."""
        known = [column for name, column in self.of.values if name == table]
        return self.random.sample(known, k=min(number, len(known)))

    def _part(self, group: Group, column: str) -> str:
        """A property with a variable, a value, or what it leads to."""
        prop = property_of(group.table, column)
        if self.chance(0.1):
            return f"{prop} {self.random.choice(self.of.values[group.table, column])}"
        if TABLES[group.table].columns[column].kind == "id" and self.chance(0.1):
            name = self.name("x")
            group.typed[name] = self.of.kinds["rdfs:label"]
            return f"{prop}/rdfs:label ?{name}"
        kind = self.of.kinds[prop]
        known = [name for name, other in group.typed.items() if other == kind]
        name = self.random.choice(known) if known and self.chance(RARE) else self.name("v")
        group.typed[name] = kind
        return f"{prop} ?{name}"

    def within(self, at: Group, number: int, outer: Sequence[str] = ()) -> Group:
        """Patterns on the same subject, or at times on a thing it names."""
        ids = [name for name, kind in at.typed.items() if kind == "id" and name not in outer]
        subject = f"?{self.random.choice(ids)}" if ids and self.chance(0.2) else at.subject
        table = at.table if subject == at.subject else self.random.choice(sorted(self.of.subjects))
        group = Group("", table, subject)
        group.text = self.star(group, number)
        return group

    def with_known(self, at: Group, group: Group) -> str:
        """What stands in a group, at times with a variable of outside, which may be unbound there."""
        for name, kind in group.typed.items():
            known = [other for other, same in at.typed.items() if same == kind]
            if known and self.chance(0.15):
                group.typed.pop(name)
                return re.sub(rf"\?{name}\b", f"?{self.random.choice(known)}", group.text)
        return group.text

    def truth(self, typed: dict[str, str]) -> str:
        """A condition in parentheses."""
        return f"({self.expressions.truth(typed or {'unbound': 'text'}, self.random.randint(0, 2))})"
