"""Random queries on the graph of `awkward_rows.py` with paths along plain edges and beyond."""

import random
from collections.abc import Iterator

EDGES = ("gaveTo", "gaveTo", "gaveTo", "gaveTo", "ranIn", "spentFor", "won")
OTHERS = ("payee", "payer", "partOf", "about", "dataset")
SIGNS = "+*?+"
VARIABLES = ("?a", "?b", "?c")
THINGS = (
    *("<party/x/a>", "<party/x/b>", "<committee/x/a>", "<committee/x/b>", "<committee/x/A>"),
    *("<committee/x/store>", "<committee/x/none>", "<candidate/x/a>", "<contest/x/a>", "<place/a>"),
    *("<nobody/x>", '"GA"', "12", "<contribution/x/a>", "<dataset/one>"),
)


class PathQueries:
    """Makes queries, one after the other; the same seed gives the same."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - for tests

    def __iter__(self) -> Iterator[str]:
        while True:
            yield self._query()

    def _query(self) -> str:
        group = self._group()
        kinds = (f"SELECT * {{ {group} }}", f"SELECT ?b (COUNT(*) AS ?n) {{ {group} }} GROUP BY ?b")
        others = (f"SELECT DISTINCT ?a {{ {group} }}", f"ASK {{ {group} }}", f"DESCRIBE ?a {{ {group} }}")
        return self._random.choice((*kinds, kinds[0], kinds[0], *others))

    def _group(self) -> str:
        group = " ".join(self._triple() for _ in range(self._random.choice((1, 1, 2, 2, 3))))
        behind = (
            *("", "", ""),
            f" OPTIONAL {{ {self._triple()} }}",
            f" MINUS {{ {self._triple()} }}",
            f" FILTER NOT EXISTS {{ {self._triple()} }}",
            f" VALUES ?a {{ {self._random.choice(THINGS)} {self._random.choice(THINGS)} }}",
        )
        return group + self._random.choice(behind)

    def _triple(self) -> str:
        kinds = (
            *[f"{self._end()} {self._path()} {self._end()} ."] * 6,
            f"{self._end()} ?p {self._end()} .",
            f"{self._random.choice(VARIABLES)} a mt:Committee .",
            f"{self._random.choice(VARIABLES)} mt:city ?city .",
            f"?gift mt:payee {self._end()} ; mt:amount ?amount .",
        )
        return self._random.choice(kinds)

    def _end(self) -> str:
        return self._random.choice(VARIABLES if self._random.random() < 0.6 else THINGS)

    def _path(self, depth: int = 0) -> str:
        chosen = self._random.random()
        if depth > 2 or chosen < 0.4:
            return f"mt:{self._random.choice(EDGES if self._random.random() < 0.75 else OTHERS)}"
        if chosen < 0.5:
            return f"^({self._path(depth + 1)})"
        if chosen < 0.7:
            return f"({self._path(depth + 1)}{self._random.choice('/|')}{self._path(depth + 1)})"
        return f"({self._path(depth + 1)}){self._random.choice(SIGNS)}"
