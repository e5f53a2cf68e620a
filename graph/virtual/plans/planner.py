"""What plans a query: each part of its algebra becomes a relation.

The algebra is rdflib's. What has no exact counterpart raises NotTranslatedError, and the query goes the
ordinary way.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rdflib.plugins.sparql.parserutils import CompValue

from graph.virtual.bgp import GraphPatterns
from graph.virtual.constants import constant
from graph.virtual.expressions.scope import Scope
from graph.virtual.expressions.translate import scope_of
from graph.virtual.loose_joins import Condition
from graph.virtual.modifiers import extend
from graph.virtual.patterns import Patterns
from graph.virtual.plans.algebra import variables_in
from graph.virtual.relation import Relation
from graph.virtual.terms import NotTranslatedError, Value


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans one query.

    Attributes:
        graph: Answers patterns.
        patterns: Reads them.
        plans: How each kind of part is planned, by rdflib's name of it.
    """

    graph: GraphPatterns
    patterns: Patterns
    plans: "Mapping[str, Plan]"

    @property
    def things(self) -> str:
        """What the IRIs of things start with."""
        return self.graph.store.things

    def plan(self, part: CompValue) -> Relation:
        """The solutions of a part of a query.

        Raises:
            NotTranslatedError: It has no exact counterpart.
        """
        if part.name not in self.plans:
            raise NotTranslatedError(part.name)
        return self.plans[part.name](self, part)

    def scope(self, relation: Relation) -> Scope:
        """What translates expressions on a relation."""
        return scope_of(self.lookup(relation), self.things)

    def lookup(self, relation: Relation) -> Callable[[str], Value]:
        """Gives variables as expressions; one that has a value everywhere has it here too."""

        def look(name: str) -> Value:
            given = None if name in relation.columns else self.patterns.values.get(name)
            return relation.value(name) if given is None else constant(given, self.things)

        return look

    def condition(self, left: Relation, expr: object) -> Condition:
        """Makes an expression a condition on the solutions of two sides."""

        def made(found: Callable[[str], Value | None]) -> str:
            given = self.lookup(left)
            return scope_of(lambda name: found(name) or given(name), self.things).condition(expr)

        return made

    def with_values(self, relation: Relation, triples: object) -> Relation:
        """Solutions with the variables of patterns that were given a value."""
        for name in sorted(variables_in(triples) & self.patterns.values.keys()):
            relation = extend(relation, name, constant(self.patterns.values[name], self.things))
        return relation

    def refuse_given(self, names: Sequence[str]) -> None:
        """Refuse to bind a variable that was given a value."""
        if self.patterns.values.keys() & set(names):
            raise NotTranslatedError("a variable that is bound in the query and has a value")


Plan = Callable[[Planner, Any], Relation]
"""Plans one kind of part."""
