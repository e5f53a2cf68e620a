"""Random queries on the rows of a graph, to be put to two engines: the same seed gives the same queries."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Store

from ontology import PREFIXES, TABLES

NUMBERS = ("decimal", "integer")


@dataclass(frozen=True, slots=True)
class Sample:
    """What queries are made of.

    Attributes:
        values: Some values of each column of each table, as queries have them.
        subjects: Some things of each table.
    """

    values: dict[tuple[str, str], tuple[str, ...]]
    subjects: dict[str, tuple[str, ...]]


def sample(store: Store, per_column: int = 6) -> Sample:
    """Values and things of the tables that a store with all rows has."""
    values: dict[tuple[str, str], tuple[str, ...]] = {}
    subjects: dict[str, tuple[str, ...]] = {}
    for name, table in TABLES.items():
        found = store.query(
            f"SELECT DISTINCT ?s {{ ?s a mt:{table.cls} }} ORDER BY ?s LIMIT 40", prefixes=PREFIXES
        )
        things = tuple(str(row["s"]) for row in found)
        if not things:
            continue
        subjects[name] = things[:: max(1, len(things) // 8)]
        for column, term in table.columns.items():
            prop = term.property if ":" in term.property else f"mt:{term.property}"
            told = store.query(
                f"SELECT DISTINCT ?v {{ ?s a mt:{table.cls} ; {prop} ?v }} ORDER BY ?v LIMIT 60",
                prefixes=PREFIXES,
            )
            texts = [str(row["v"]) for row in told]
            if texts:
                values[name, column] = tuple(texts[:: max(1, len(texts) // per_column)])
    return Sample(values, subjects)


@dataclass(frozen=True, slots=True)
class Group:
    """A group while it grows.

    Attributes:
        typed: Its variables with the kinds of their values.
        table: The table its first patterns are on.
        subject: Their subject.
    """

    typed: dict[str, str]
    table: str
    subject: str


class Queries:
    """Makes queries, one after the other."""

    def __init__(self, of: Sample, seed: int) -> None:
        self._of = of
        self._random = random.Random(seed)  # noqa: S311 - queries, no secrets
        self._fresh = 0

    def __iter__(self) -> Iterator[str]:
        while True:
            yield self.query()

    def query(self) -> str:
        """One query."""
        self._fresh = 0
        body, typed = self._group()
        kind = self._random.random()
        if kind < 0.35:
            return self._aggregate(body, typed)
        if kind < 0.42:
            return f"ASK {{ {body} }}"
        names = self._random.sample(list(typed), k=self._random.randint(1, min(3, len(typed))))
        distinct = "DISTINCT " if self._chance(0.3) else ""
        extra = f" (({self._expression(typed)}) AS ?computed)" if self._chance(0.25) else ""
        order = f" ORDER BY {' '.join('?' + name for name in names)}" if self._chance(0.3) else ""
        return f"SELECT {distinct}{' '.join('?' + name for name in names)}{extra} {{ {body} }}{order}"

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _name(self, start: str) -> str:
        self._fresh += 1
        return f"{start}{self._fresh}"

    def _group(self) -> tuple[str, dict[str, str]]:
        """A group of patterns, and the kinds of its variables."""
        body, typed, table, subject = self._star()
        for step in self._random.sample(STEPS, k=self._random.randint(0, 3)):
            text, more = step(self, Group(typed, table, subject))
            body += f" {text}"
            typed |= more
        return body, typed

    def _star(self) -> tuple[str, dict[str, str], str, str]:
        table = self._random.choice(sorted(self._of.subjects))
        subject = self._name("s")
        columns = self._columns(table, self._random.randint(1, 3))
        typed = {subject: "id"}
        parts = [f"a mt:{TABLES[table].cls}"] if self._chance(0.6) else []
        if self._chance(0.05):
            parts.append(f"?{self._name('p')} ?{self._name('o')}")
        parts += [self._part(table, column, typed) for column in columns]
        start = self._random.choice(self._of.subjects[table]) if self._chance(0.06) else f"?{subject}"
        if start != f"?{subject}":
            typed.pop(subject)
            typed.setdefault("unbound", "text")
        return f"{start} {' ; '.join(parts)} .", typed, table, start

    def _columns(self, table: str, number: int) -> list[str]:
        known = [column for name, column in self._of.values if name == table]
        return self._random.sample(known, k=min(number, len(known)))

    def _part(self, table: str, column: str, typed: dict[str, str]) -> str:
        """A property with a variable or a value."""
        prop = self._property(table, column)
        if self._chance(0.12):
            return f"{prop} {self._random.choice(self._of.values[table, column])}"
        term = TABLES[table].columns[column]
        if term.kind == "id" and self._chance(0.15):
            name = self._name("x")
            typed[name] = "label"
            return f"{prop}/rdfs:label ?{name}"
        name = self._name("v")
        typed[name] = term.kind
        return f"{prop} ?{name}"

    def _property(self, table: str, column: str) -> str:
        name = TABLES[table].columns[column].property
        return name if ":" in name else f"mt:{name}"

    def optional(self, at: Group) -> tuple[str, dict[str, str]]:
        """OPTIONAL on the subject, at times with a filter."""
        more: dict[str, str] = {}
        parts = [
            self._part(at.table, column, more)
            for column in self._columns(at.table, self._random.randint(1, 2))
        ]
        test = f" FILTER({self._condition({**at.typed, **more})})" if self._chance(0.2) else ""
        return f"OPTIONAL {{ {at.subject} {' ; '.join(parts)}{test} }}", more

    def linked(self, at: Group) -> tuple[str, dict[str, str]]:
        """What is told of a thing that is named."""
        ids = [name for name, kind in at.typed.items() if kind == "id"]
        if not ids:
            return "", {}
        name, new = self._random.choice(ids), self._name("l")
        prop = self._random.choice(
            (
                "rdfs:label",
                "mt:stateCode",
                "mt:dataset",
                "mt:gaveTo",
                "^mt:gaveTo",
                "a",
                "mt:ranIn",
                "mt:gaveTo+",
            )
        )
        kind = {"rdfs:label": "label", "mt:stateCode": "text"}.get(prop, "id" if prop != "a" else "code")
        return f"?{name} {prop} ?{new} .", {new: kind}

    def filter(self, at: Group) -> tuple[str, dict[str, str]]:
        """FILTER."""
        return f"FILTER({self._condition(at.typed)})", {}

    def _condition(self, typed: dict[str, str]) -> str:
        test = self._test(typed)
        if self._chance(0.2):
            test = f"!({test})"
        if self._chance(0.25):
            test = f"({test}) {self._random.choice(('&&', '||'))} ({self._test(typed)})"
        return test

    def _test(self, typed: dict[str, str]) -> str:
        name, kind = self._random.choice(list(typed.items()))
        choices = [
            f"BOUND(?{name})",
            f"STRLEN(STR(?{name})) > {self._random.randint(3, 40)}",
            f"isIRI(?{name})",
        ]
        if kind in NUMBERS:
            number = self._random.choice(("0", "1", "12.5", "100", "5000", "-3.25"))
            choices = [
                f"?{name} {self._random.choice(('<', '>=', '=', '!='))} {number}",
                f"?{name} * 2 > {number} + ?{name}",
                f"?{name} IN ({number}, 250, 7)",
            ]
        elif kind in ("text", "label"):
            choices += [
                f'CONTAINS(?{name}, "{self._random.choice("aeAE 12")}")',
                f'STRSTARTS(STR(?{name}), "{self._random.choice("ABCH2")}")',
                f'?{name} < "M"',
                f'LANG(?{name}) = "en"',
                f'?{name} = "GA"',
            ]
        else:
            others = [other for other, same in typed.items() if same == kind]
            choices.append(f"?{name} = ?{self._random.choice(others)}")
        return self._random.choice(choices)

    def _expression(self, typed: dict[str, str]) -> str:
        name, kind = self._random.choice(list(typed.items()))
        if kind in NUMBERS:
            return self._random.choice(
                (
                    f"?{name} / 3",
                    f"?{name} * 1.5 - 2",
                    f"ROUND(?{name} / 7)",
                    f"IF(?{name} > 100, ?{name}, 0.5)",
                    f"ABS(-?{name})",
                    f"FLOOR(?{name} / 2.5)",
                    f"CEIL(?{name})",
                )
            )
        if kind in ("text", "label"):
            return self._random.choice(
                (
                    f"SUBSTR(?{name}, 1, 4)",
                    f'CONCAT(?{name}, "-")',
                    f"STR(?{name})",
                    f"STRLEN(?{name})",
                    f'COALESCE(?{name}, "none")',
                )
            )
        return self._random.choice((f"STR(?{name})", f"COALESCE(?nothing, ?{name})", f"BOUND(?{name})"))

    def bind(self, at: Group) -> tuple[str, dict[str, str]]:
        """BIND."""
        return f"BIND({self._expression(at.typed)} AS ?{self._name('b')})", {}

    def exists(self, at: Group) -> tuple[str, dict[str, str]]:
        """EXISTS, NOT EXISTS or MINUS."""
        part = self._part(at.table, self._columns(at.table, 1)[0], {})
        word = self._random.choice(("FILTER NOT EXISTS", "FILTER EXISTS", "MINUS"))
        return f"{word} {{ {at.subject} {part} }}", {}

    def union(self, at: Group) -> tuple[str, dict[str, str]]:
        """UNION of two properties."""
        one: dict[str, str] = {}
        other: dict[str, str] = {}
        first = self._part(at.table, self._columns(at.table, 1)[0], one)
        second = self._part(at.table, self._columns(at.table, 1)[0], other)
        return f"{{ {at.subject} {first} }} UNION {{ {at.subject} {second} }}", {**one, **other}

    def within(self, at: Group) -> tuple[str, dict[str, str]]:
        """A SELECT within, on a variable outside."""
        ids = [name for name, kind in at.typed.items() if kind == "id"]
        if not ids:
            return "", {}
        name, count = self._random.choice(ids), self._name("n")
        prop = self._random.choice(
            ("mt:payer", "mt:payee", "mt:contest", "mt:dataset", "mt:filing", "mt:sourceFile")
        )
        inner = f"SELECT ?{name} (COUNT(*) AS ?{count}) {{ ?{self._name('i')} {prop} ?{name} }}"
        return f"{{ {inner} GROUP BY ?{name} }}", {count: "integer"}

    def values(self, at: Group) -> tuple[str, dict[str, str]]:
        """VALUES of a property."""
        column = self._columns(at.table, 1)[0]
        name = self._name("w")
        told = self._of.values[at.table, column]
        some = " ".join(self._random.sample(told, k=min(2, len(told))))
        return f"VALUES ?{name} {{ {some} }} {at.subject} {self._property(at.table, column)} ?{name} .", {
            name: TABLES[at.table].columns[column].kind
        }

    def _aggregate(self, body: str, typed: dict[str, str]) -> str:
        keys = self._random.sample(list(typed), k=self._random.randint(0, min(2, len(typed))))
        parts = []
        for _ in range(self._random.randint(1, 3)):
            name, kind = self._random.choice(list(typed.items()))
            distinct = "DISTINCT " if self._chance(0.3) else ""
            numeric = ("SUM", "AVG", "MIN", "MAX") if kind in NUMBERS else ("MIN", "MAX")
            function = self._random.choice(("COUNT", "COUNT", *numeric))
            parts.append(f"({function}({distinct}?{name}) AS ?{self._name('r')})")
        if self._chance(0.4):
            parts.append("(COUNT(*) AS ?all)")
        selected = " ".join([*("?" + key for key in keys), *parts])
        group = f" GROUP BY {' '.join('?' + key for key in keys)}" if keys else ""
        having = f" HAVING (COUNT(*) > {self._random.randint(0, 2)})" if keys and self._chance(0.3) else ""
        return f"SELECT {selected} {{ {body} }}{group}{having}"


Step = Callable[[Queries, Group], tuple[str, dict[str, str]]]
STEPS: Sequence[Step] = (
    Queries.optional,
    Queries.optional,
    Queries.linked,
    Queries.linked,
    Queries.filter,
    Queries.filter,
    Queries.bind,
    Queries.exists,
    Queries.union,
    Queries.within,
    Queries.values,
)
