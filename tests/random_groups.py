"""Random groups of patterns: what stands between braces in a query."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from random_expressions import Expressions
from random_sample import LINKS, MIXED, Sample, property_of

from ontology import TABLES

RARE = 0.04
PATHS = (
    *("mt:gaveTo+", "mt:gaveTo*", "mt:gaveTo/mt:gaveTo", "mt:gaveTo?", "mt:gaveTo|^mt:gaveTo", "mt:partOf+"),
    *("rdfs:label|mt:title", "mt:gaveTo/rdfs:label", "(mt:gaveTo|mt:partOf)*", "^mt:payee/mt:amount"),
    *("mt:dataset/mt:title", "mt:partOf*/rdfs:label", "mt:stateCode|mt:city", "^mt:payee|^mt:payer"),
    *("mt:filer?", "mt:dataset?/rdfs:label", "!(rdfs:label|a)", "^mt:payer/mt:payee"),
    *("(^mt:payee|^mt:filer)/(mt:amount|mt:filedOn)", "mt:payee|mt:payer", "(mt:payee|mt:payer)/mt:city"),
)


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


class Groups:
    """Makes groups, one after the other."""

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

    def group(self, depth: int = 2) -> Group:
        """A group of patterns with what follows them."""
        table = self.random.choice(sorted(self.of.subjects))
        subject = f"?{self.name('s')}"
        if self.chance(RARE):
            subject = self.random.choice(self.of.subjects[table])
        group = Group("", table, subject)
        if subject.startswith("?"):
            group.typed[subject[1:]] = "id"
        group.text = self._star(group, self.random.choice((1, 1, 2, 2, 3)))
        for step in self.random.choices(STEPS, k=self.random.choice((0, 0, 1, 1, 1, 2, 2, 3, 4))):
            if self.chance(RARE / 2):
                group.text += f" {self.anything(group)}"
            if depth > 0 or step in FLAT:
                group.text += f" {step(self, group, depth - 1)}"
        return group

    def _star(self, group: Group, number: int) -> str:
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

    def _within(self, at: Group, number: int, outer: Sequence[str] = ()) -> Group:
        """Patterns on the same subject, or at times on a thing it names."""
        ids = [name for name, kind in at.typed.items() if kind == "id" and name not in outer]
        subject = f"?{self.random.choice(ids)}" if ids and self.chance(0.2) else at.subject
        table = at.table if subject == at.subject else self.random.choice(sorted(self.of.subjects))
        group = Group("", table, subject)
        group.text = self._star(group, number)
        return group

    def optional(self, at: Group, depth: int) -> str:
        """OPTIONAL, at times with a filter that may look outside, or with another in it."""
        group = self._within(at, self.random.randint(1, 2))
        text = self._with_known(at, group)
        if depth > 0 and self.chance(0.25):
            text += f" {self.optional(group, depth - 1)}"
        if self.chance(0.3):
            text += f" FILTER{self.truth({**at.typed, **group.typed})}"
        at.typed |= group.typed
        return f"OPTIONAL {{ {text} }}"

    def _with_known(self, at: Group, group: Group) -> str:
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

    def linked(self, at: Group, _: int) -> str:
        """What is told of a thing that is named."""
        ids = [name for name, kind in at.typed.items() if kind == "id"]
        if not ids:
            return ""
        name, new = self.random.choice(ids), self.name("l")
        at.typed[new] = MIXED
        if self.chance(0.3):
            return f"?{name} {self._path()} ?{new} ."
        link = self.random.choice((*LINKS, "^mt:gaveTo"))
        at.typed[new] = "id" if link == "^mt:gaveTo" else self.of.kinds[link]
        return f"?{name} {link} ?{new} ."

    def _path(self) -> str:
        """A path through the store, and at times through rows."""
        return self.random.choice(PATHS)

    def joined(self, at: Group, _: int) -> str:
        """Patterns on another subject that meet a value."""
        ids = [name for name, kind in at.typed.items() if kind in ("id", "text")]
        if not ids:
            return ""
        value = self.random.choice(ids)
        columns = [one for one in self.of.values if self.of.kinds[property_of(*one)] == at.typed[value]]
        table, column = self.random.choice(columns)
        group = Group("", table, f"?{self.name('j')}")
        group.typed[group.subject[1:]] = "id"
        text = f"{self._star(group, 1)} {group.subject} {property_of(table, column)} ?{value} ."
        at.typed |= group.typed
        return text

    def filter(self, at: Group, _: int) -> str:
        """FILTER."""
        return f"FILTER{self.truth(at.typed)}"

    def bind(self, at: Group, _: int) -> str:
        """BIND."""
        name = self.name("b")
        text, kind = self.expressions.any(at.typed or {"unbound": "text"})
        at.typed[name] = MIXED
        return f"BIND({text} AS ?{name})" if kind else ""

    def exists(self, at: Group, depth: int) -> str:
        """EXISTS, NOT EXISTS or MINUS, at times with a filter that looks outside."""
        word = self.random.choice(("FILTER NOT EXISTS", "FILTER EXISTS", "MINUS"))
        group = self._within(at, 1)
        test = f" FILTER{self.truth({**at.typed, **group.typed})}" if self.chance(0.3) else ""
        if depth > 0 and self.chance(0.1):
            test += f" {self.optional(group, 0)}"
        return f"{word} {{ {self._with_known(at, group)}{test} }}"

    def union(self, at: Group, depth: int) -> str:
        """UNION of properties, in the same variable at times."""
        branches = []
        common, kinds = self.name("u"), set()
        for _ in range(self.random.randint(2, 3)):
            group = self._within(at, 1)
            if self.chance(0.6):
                column = self.columns(group.table, 1)[0]
                prop = property_of(group.table, column)
                group.text = f"{group.subject} {prop} ?{common} ."
                kinds.add(self.of.kinds[prop])
            if self.chance(0.2):
                group.text += f" FILTER{self.truth({**at.typed, **group.typed})}"
            if depth > 0 and self.chance(0.1):
                group.text += f" {self.optional(group, 0)}"
            at.typed |= group.typed
            branches.append(f"{{ {group.text} }}")
        at.typed[common] = kinds.pop() if len(kinds) == 1 else MIXED
        return " UNION ".join(branches)

    def values(self, at: Group, _: int) -> str:
        """VALUES of a property, at times with UNDEF."""
        column, other = (self.columns(at.table, 1)[0] for _ in range(2))
        one, two, prop = self.name("w"), self.name("w"), property_of(at.table, column)
        told, more = self.of.values[at.table, column], self.of.values[at.table, other]
        at.typed[one] = self.of.kinds[prop]
        if self.chance(0.3):
            at.typed[two] = MIXED
            rows = [f"({self.random.choice(told)} {self.random.choice((*more, 'UNDEF'))})" for _ in range(2)]
            return f"VALUES (?{one} ?{two}) {{ {' '.join(rows)} }} {at.subject} {prop} ?{one} ."
        some = [*self.random.sample(told, k=min(2, len(told))), *(["UNDEF"] if self.chance(0.1) else [])]
        return f"VALUES ?{one} {{ {' '.join(some)} }} {at.subject} {prop} ?{one} ."

    def inner(self, at: Group, _: int) -> str:
        """A SELECT within, on a variable outside."""
        ids = [name for name, kind in at.typed.items() if kind == "id"]
        if not ids:
            return ""
        name, new = self.random.choice(ids), self.name("n")
        table = self.random.choice(sorted(self.of.subjects))
        columns = [one for one in self.columns(table, 9) if TABLES[table].columns[one].kind == "id"]
        if not columns:
            return ""
        body = f"?{self.name('i')} {property_of(table, columns[0])} ?{name}"
        at.typed[new] = "integer"
        kind = self.random.random()
        if kind < 0.5:
            return f"{{ SELECT ?{name} (COUNT(*) AS ?{new}) {{ {body} }} GROUP BY ?{name} }}"
        at.typed.pop(new)
        distinct = "DISTINCT " if kind < 0.75 else ""
        limit = f" LIMIT {self.random.randint(1, 5)}" if self.chance(0.6) else ""
        order = f"ORDER BY {'DESC' if kind > 0.9 else ''}(?{name})"
        return f"{{ SELECT {distinct}?{name} {{ {body} }} {order}{limit} }}"

    def nested(self, at: Group, _: int) -> str:
        """A group in braces with a filter of its own."""
        group = self._within(at, 1)
        at.typed |= group.typed
        return f"{{ {group.text} FILTER{self.truth(group.typed)} }}"

    def in_graph(self, at: Group, _: int) -> str:
        """Patterns on named graphs."""
        ids = [name for name, kind in at.typed.items() if kind == "id"]
        subject = f"?{self.random.choice(ids)}" if ids else f"?{self.name('g')}"
        name, graph = self.name("g"), self.name("g")
        at.typed |= {name: MIXED, graph: "id"}
        link = self.random.choice(("rdfs:label", "mt:gaveTo", "mt:amount", "mt:payee", "?p"))
        where = self.random.choice((f"?{graph}", f"?{graph}", "<graph/some>"))
        return f"GRAPH {where} {{ {subject} {link} ?{name} }}"

    def anything(self, at: Group) -> str:
        """A variable for a property, with its values told at times."""
        prop, value = self.name("p"), self.name("o")
        at.typed |= {prop: "code", value: MIXED}
        names = [property_of(at.table, column) for column in self.columns(at.table, 2)]
        told = f"VALUES ?{prop} {{ {' '.join(names)} }} " if self.chance(0.8) else ""
        return f"{told}{at.subject} ?{prop} ?{value} ."


Step = Callable[[Groups, Group, int], str]
FLAT: tuple[Step, ...] = (
    *(Groups.linked, Groups.linked, Groups.joined, Groups.filter, Groups.filter, Groups.filter, Groups.bind),
    *(Groups.values, Groups.exists, Groups.nested, Groups.optional),
)
STEPS: tuple[Step, ...] = (
    *FLAT,
    *FLAT,
    Groups.optional,
    Groups.optional,
    Groups.exists,
    Groups.union,
    Groups.union,
    Groups.inner,
    Groups.in_graph,
)
