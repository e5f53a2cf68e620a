"""A query as it is asked, and what it may meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store
from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.needed import needed
from graph.virtual.parts import may_stay_at_row, parts_of
from graph.virtual.patterns import Constant, Patterns
from graph.virtual.rest import Rest
from graph.virtual.terms import NotTranslatedError

Found = QuerySolutions | QueryBoolean | QueryTriples
AGGREGATE = "AggregateJoin"


@dataclass(frozen=True, slots=True)
class Question:
    """A query.

    Attributes:
        text: The query.
        given: What is given with it, as `pyoxigraph.Store.query` has it.
        parsed: The query as rdflib has it.
        values: Values that are given to its variables.
        names: What a SELECT selects, in order.
    """

    text: str
    given: Mapping[str, Any]
    parsed: CompValue
    values: Mapping[str, Constant]
    names: Sequence[str]

    def patterns(self) -> Patterns:
        """What reads its patterns."""
        return Patterns(self.values)

    def put_to(self, store: Store) -> Found:
        """What it finds in a store."""
        return store.query(self.text, **self.given)

    @property
    def aggregates(self) -> bool:
        """Whether anything is counted or summed in it."""
        return _aggregates(self.parsed)

    def has_iri(self, start: str) -> bool:
        """Whether an IRI in it, or given to a variable, has this start."""
        return start in f"{self.parsed}{list(self.values.values())}"

    def meets(self, rest: Rest) -> tuple[bool, bool]:
        """Whether it may meet rows, and plain edges of rows."""
        if self.parsed.name == "DescribeQuery":
            return True, True
        wanted = needed(self.parsed, self.patterns())
        try:
            parts = [parts_of(star.patterns, rest.tables) for star in wanted.stars]
            stays = any(may_stay_at_row(pattern, rest.tables, rest.store) for pattern in wanted.staying)
        except NotTranslatedError:
            return True, True
        return any(part.stars for part in parts) or stays, any(part.edges for part in parts)


def _aggregates(part: object) -> bool:
    if isinstance(part, CompValue):
        return part.name == AGGREGATE or any(_aggregates(one) for one in part.values())
    return isinstance(part, list) and any(_aggregates(one) for one in part)
