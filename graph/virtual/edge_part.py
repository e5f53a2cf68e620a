"""What plain edges of rows hold for a part of a query, as tables for DuckDB."""

from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.tables.edge_names import ENDS
from graph.virtual.anything import PROPERTY
from graph.virtual.lookup import MOST, Values
from graph.virtual.mapping import Edge
from graph.virtual.parts import edges_of
from graph.virtual.patterns import Node, Pattern, Variable
from graph.virtual.relation import Relation, nothing
from graph.virtual.rest import Rest
from graph.virtual.select import Scan
from graph.virtual.terms import Shape, Value, quoted

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Near:
    """Edges of one property, as SQL names them: all, or those in rows that were looked up."""

    edge: Edge
    name: str
    rows: "pa.Table | None" = None


@dataclass
class EdgePart:
    """Plain edges of rows, for one query.

    Attributes:
        rest: The edges.
        connection: Where they are views, and those that were found become tables.
    """

    rest: Rest
    connection: "DuckDBPyConnection"
    _numbers: Iterator[int] = field(default_factory=count)

    def find(self, pattern: Pattern, values: Values) -> list[Near]:
        """The edges of rows that a pattern may hold for, by property.

        Args:
            pattern: Its property may be a variable.
            values: What is known of variables; edges of other things may be left out.
        """
        subjects, targets = (self._paths(end, values) for end in (pattern.subject, pattern.object))
        found = edges_of(pattern, self.rest.tables)
        if not found or (subjects is None and targets is None):
            return [Near(edge, f"e{number}") for number, edge in found]
        is_back = subjects is None or (targets is not None and len(targets) < len(subjects))
        known = map(self.rest.steps.number, sorted((targets if is_back else subjects) or ()))
        numbers = [number for number in known if number is not None]
        return [self._near(edge, numbers, back=is_back) for _, edge in found]

    def _paths(self, end: Node, values: Values) -> Collection[str] | None:
        if isinstance(end, Variable):
            return values.get(end.name)
        things = self.rest.tables.things
        return (end.value.removeprefix(things),) if isinstance(end, NamedNode) else ()

    def _near(self, edge: Edge, numbers: Sequence[int], *, back: bool) -> Near:
        """The edges from some things, or to them."""
        import pyarrow as pa

        here, there = array("I"), array("I")
        for number in numbers:
            reached = self.rest.steps.reached(edge.name, number, back=back)
            here.extend([number] * len(reached))
            there.frombytes(reached.tobytes())
        ends = (self.rest.steps.paths(end) for end in (here, there))
        rows = pa.table(dict(zip(ENDS[::-1] if back else ENDS, ends, strict=True)))
        name = f"near{next(self._numbers)}"
        self.connection.register(name, rows)
        return Near(edge, name, rows)


def edges_relation(pattern: Pattern, near: Sequence[Near], things: str) -> Relation:
    """The solutions of a pattern among edges of some properties."""
    if not near:
        return nothing(dict.fromkeys(pattern.variables))
    selects = [
        f'SELECT "subject", {quoted(one.edge.predicate)} AS p, "object" FROM {one.name}' for one in near
    ]
    made = Scan(f"({' UNION ALL '.join(selects)})", things)
    subjects = dict.fromkeys(start for one in near for start in one.edge.subjects)
    made.bind(pattern.subject, Value('t."subject"', Shape("id", starts=tuple(subjects))))
    if isinstance(pattern.predicate, Variable):
        made.bind(pattern.predicate, Value("t.p", PROPERTY))
    targets = dict.fromkeys(start for one in near for start in one.edge.objects)
    made.bind(pattern.object, Value('t."object"', Shape("id", starts=tuple(targets))))
    return made.relation()


def things_near(pattern: Pattern, near: Sequence[Near]) -> dict[str, set[str]]:
    """The things that the variables at the ends of a pattern are, by name, where they are few."""
    rows = [one.rows for one in near if one.rows is not None]
    if len(rows) < len(near) or sum(some.num_rows for some in rows) > MOST:
        return {}
    ends = zip((pattern.subject, pattern.object), ENDS, strict=True)
    return {
        part.name: {path for some in rows for path in some.column(end).to_pylist()}
        for part, end in ends
        if isinstance(part, Variable)
    }
