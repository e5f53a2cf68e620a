"""A SELECT while it is put together."""

from dataclasses import dataclass, field

from graph.virtual.constants import constant
from graph.virtual.conversions import same
from graph.virtual.patterns import Node, Variable
from graph.virtual.relation import Relation, selected
from graph.virtual.terms import Value


@dataclass
class Scan:
    """A SELECT on a source while it is put together.

    Attributes:
        source: Name of a table or a SELECT in parentheses, which is `t` in expressions.
        things: What the IRIs of things start with.
        values: Variables with their values.
        conditions: What has to hold.
        joins: What stands behind the source.
    """

    source: str
    things: str
    values: dict[str, Value] = field(default_factory=dict)
    conditions: list[str] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)

    def bind(self, part: Node, value: Value) -> None:
        """Give a variable a value, or hold what has one against it."""
        if isinstance(part, Variable) and part.name not in self.values:
            self.values[part.name] = value
            return
        known = self.values[part.name] if isinstance(part, Variable) else constant(part, self.things)
        self.conditions.append(same(value, known, self.things))

    def unnested(self, values: str) -> str:
        """A name for each value of a list, which makes a row."""
        name = f"u{len(self.joins)}"
        self.joins.append(f" CROSS JOIN LATERAL (SELECT unnest({values}) AS x) AS {name}")
        return f"{name}.x"

    def relation(self) -> Relation:
        """The solutions."""
        rows = f"FROM {self.source} AS t{''.join(self.joins)}"
        conditions = f" WHERE {' AND '.join(self.conditions)}" if self.conditions else ""
        names = selected({name: value.sql for name, value in self.values.items()})
        columns = {name: value.shape for name, value in self.values.items()}
        return Relation(f"SELECT {names} {rows}{conditions}", columns)
