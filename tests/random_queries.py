"""Random queries on the rows of a graph, to be put to two engines: the same seed gives the same queries."""

from collections.abc import Iterator

from random_expressions import NUMBERS
from random_groups import Groups
from random_sample import MIXED, Sample
from random_stars import Group

FUNCTIONS = ("COUNT", "COUNT", "SUM", "SUM", "AVG", "MIN", "MAX")
ORDERS = ("?{}", "DESC(?{})", "ASC(?{})")


class Queries:
    """Makes queries, one after the other."""

    def __init__(self, of: Sample, seed: int) -> None:
        self._groups = Groups(of, seed)
        self._random = self._groups.random
        self._chance = self._groups.chance

    def __iter__(self) -> Iterator[str]:
        while True:
            yield self.query()

    def query(self) -> str:
        """One query."""
        self._groups.start()
        group = self._groups.group()
        while not group.typed:
            group = self._groups.group()
        kind = self._random.random()
        if kind < 0.35:
            return self._aggregate(group)
        if kind < 0.41:
            return f"ASK{self._dataset()} {{ {group.text} }}"
        if kind < 0.46:
            return self._construct(group)
        if kind < 0.47:
            return f"DESCRIBE ?{self._random.choice(list(group.typed))} {{ {group.text} }}"
        return self._select(group)

    def _dataset(self) -> str:
        if self._chance(0.02):
            return self._random.choice((" FROM <graph/some>", " FROM NAMED <graph/some>"))
        return ""

    def _select(self, group: Group) -> str:
        if self._chance(0.04):
            return f"SELECT *{self._dataset()} {{ {group.text} }}"
        is_sliced = self._chance(0.15)
        known = [name for name, kind in group.typed.items() if kind != MIXED or not is_sliced]
        names = self._random.sample(known, k=self._random.randint(min(1, len(known)), min(3, len(known))))
        selected = [f"?{name}" for name in names]
        orders = [self._random.choice(ORDERS).format(name) for name in names]
        if not is_sliced and (self._chance(0.35) or not names):
            selected.append(f"({self._groups.expressions.any(group.typed)} AS ?computed)")
        word = self._random.choice(("", "", "", "DISTINCT ", "DISTINCT "))
        if not selected:
            selected = ["(1 AS ?one)"]
        end = f" ORDER BY {' '.join(orders)}" if orders and (is_sliced or self._chance(0.3)) else ""
        if is_sliced:
            end += f" LIMIT {self._random.randint(0, 8)}" if self._chance(0.8) else ""
            end += f" OFFSET {self._random.randint(0, 4)}" if self._chance(0.4) else ""
        return f"SELECT {word}{' '.join(selected)}{self._dataset()} {{ {group.text} }}{end}"

    def _construct(self, group: Group) -> str:
        names = list(group.typed)
        triples = " . ".join(
            f"?{self._random.choice(names)} {self._random.choice(('mt:seen', 'rdfs:label', '?' + names[-1]))}"
            f" ?{self._random.choice(names)}"
            for _ in range(self._random.randint(1, 2))
        )
        return f"CONSTRUCT {{ {triples} }} {{ {group.text} }}"

    def _aggregate(self, group: Group) -> str:
        """A query with groups, or one group, and results of each."""
        typed = group.typed
        keys = self._random.sample(list(typed), k=self._random.randint(0, min(2, len(typed))))
        selected, by = [f"?{key}" for key in keys], [f"?{key}" for key in keys]
        if self._chance(0.12):
            name = self._groups.name("k")
            by.append(f"({self._groups.expressions.any(typed, 1)} AS ?{name})")
            selected.append(f"?{name}")
        results = range(self._random.randint(1, 3))
        selected += [f"({self._result(typed, keys)} AS ?{self._groups.name('r')})" for _ in results]
        if self._chance(0.3):
            selected.append("(COUNT(*) AS ?all)")
        end = f" GROUP BY {' '.join(by)}" if by else ""
        if self._chance(0.2):
            compare = self._random.choice((">", "<=", "!="))
            end += f" HAVING ({self._of_one(typed)} {compare} {self._random.randint(0, 3)})"
        return f"SELECT {' '.join(selected)}{self._dataset()} {{ {group.text} }}{end}"

    def _result(self, typed: dict[str, str], keys: list[str]) -> str:
        if keys and self._chance(0.06):
            return f"SAMPLE(?{self._random.choice(keys)})"
        one = self._of_one(typed)
        if self._chance(0.15):
            other = self._random.choice((self._of_one(typed), "2", "COUNT(*)"))
            return f"({one} {self._random.choice(('+', '-', '*', '/'))} {other})"
        return f"COALESCE({one}, 0)" if self._chance(0.1) else one

    def _of_one(self, typed: dict[str, str]) -> str:
        """An aggregate."""
        name, kind = self._random.choice(list(typed.items()))
        distinct = "DISTINCT " if self._chance(0.3) else ""
        function = self._random.choice(FUNCTIONS)
        if self._chance(0.03):
            return f"COUNT({distinct}*)"
        if self._chance(0.06):
            joined = f'GROUP_CONCAT({distinct}?{name}; separator="--")'  # its order is open
            return self._random.choice((f"STRLEN({joined})", f"LANG({joined})"))
        if function in ("SUM", "AVG"):
            numeric = [one for one, is_kind in typed.items() if is_kind in NUMBERS]
            if not numeric and self._chance(0.9):
                return f"COUNT({distinct}?{name})"
            what = f"?{self._random.choice(numeric or [name])}"
            if self._chance(0.2):
                what = self._groups.expressions.number(typed)
            return f"{function}({distinct}{what})"
        if function in ("MIN", "MAX") and kind == MIXED:
            function = "COUNT"
        return f"{function}({distinct}?{name})"
