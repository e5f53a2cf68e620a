"""The ordinary way: the triples a query can meet are put into a store in memory, and it is asked."""

import io
from collections.abc import Iterable, Iterator

import polars as pl
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from graph.errors import TooManyTriplesError
from graph.tables.nquads import statements, to_nquads
from graph.virtual.lookup import Lookup
from graph.virtual.mapping import Table
from graph.virtual.patterns import Constant, Node, Pattern, Variable
from graph.virtual.rest import Rest
from graph.virtual.star_rows import star_rows
from graph.virtual.stars import Star
from graph.virtual.terms import Term

MOST = 3_000_000
"""Triples that are put into memory for one query, at most."""
PIECE = 1000
"""Rows whose triples are made at a time."""
EVERY = 2**40
SOME = "https://w3id.org/moneytrail/some"


class Memory:
    """Triples of a graph put together for one query.

    Attributes:
        made: The triples.
        rest: Everything but rows.
        lookup: Gives the rows of stars.
    """

    def __init__(self, rest: Rest, lookup: Lookup, why: str, most: int | None = None) -> None:
        """Nothing yet.

        Args:
            rest: Everything but rows.
            lookup: Gives the rows of stars.
            why: Why the query is not answered in columns, for the message when there are too many triples.
            most: Triples there is room for; None for as many as any query may have.
        """
        self.made = Store()
        self.lookup = lookup
        self.rest = rest
        self._why = why
        self._most = MOST if most is None else most
        self._seen: set[object] = set()
        self._count = 0

    @property
    def room(self) -> int:
        """How many triples there is room for."""
        return self._most - self._count

    def told(
        self, subject: NamedNode | BlankNode | None, predicate: NamedNode | None, value: Term | None
    ) -> Iterator[Quad]:
        """What the default graph has beside rows."""
        return self.rest.quads_for_pattern(subject, predicate, value, DefaultGraph())

    def add_rows(self, frame: pl.DataFrame, table: Table) -> None:
        """Add the triples of rows.

        Raises:
            TooManyTriplesError: They are too many.
        """
        self._add(statements(frame))
        text = "".join(lines_of_rows(table, frame, self.lookup.tables.base))
        self.made.bulk_load(io.BytesIO(text.encode()), RdfFormat.N_TRIPLES, lenient=True)

    def add_quads(self, quads: Iterable[Quad]) -> None:
        """Add triples of what is no row; raises as `add_rows`."""
        self.made.extend(self._counted(quads))

    def add_thing(self, thing: NamedNode | BlankNode) -> None:
        """Add all that is told of a thing, and of the blank nodes it leads to; raises as `add_rows`."""
        if isinstance(thing, NamedNode):
            star = Star(thing, (Pattern(thing, Variable("=p"), Variable("=o")),))
            for frame, table in star_rows(star, {}, self.lookup, self.room):
                self.add_rows(frame, table)
        found = list(self.told(thing, None, None))
        self.add_quads(found)
        for quad in found:
            if isinstance(quad.object, BlankNode) and quad.object not in self._seen:
                self._seen.add(quad.object)
                self.add_thing(quad.object)

    def copy(self, pattern: Pattern, graph: NamedNode | DefaultGraph | None) -> None:
        """Add all triples beside rows that a pattern can meet; raises as `add_rows`."""
        asked = (named(pattern.subject), named(pattern.predicate), _given(pattern.object), graph)
        if asked not in self._seen:
            self._seen.add(asked)
            self.made.bulk_extend(self._counted(self.rest.quads_for_pattern(*asked)))

    def _counted(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        for quad in quads:
            self._add(1)
            yield quad

    def _add(self, count: int) -> None:
        self._count += count
        if self._count > self._most:
            raise TooManyTriplesError(self._most, self._why)


def named(part: object) -> NamedNode | None:
    """The subject or predicate that a pattern names; a literal is neither, and finds what it likes."""
    return part if isinstance(part, NamedNode) else None


def _given(part: Node) -> Constant | None:
    return None if isinstance(part, Variable) else part


def lines_of_rows(table: Table, frame: pl.DataFrame, base: str) -> Iterator[str]:
    """The triples of rows as lines of N-Triples, as a build writes them."""
    end = f" <{SOME}> .\n"
    for piece in to_nquads(table.name, frame, base, SOME):
        for lines in piece["lines"]:
            yield lines.replace(end, " .\n")


def quads_of_rows(
    subject: NamedNode | None, predicate: NamedNode | None, value: NamedNode | Literal | None, lookup: Lookup
) -> Iterator[Quad]:
    """The quads of rows with these parts; None for any."""
    asked = (subject, predicate, value)
    pattern = Pattern(subject or Variable("=s"), predicate or Variable("=p"), value or Variable("=o"))
    for frame, table in star_rows(Star(pattern.subject, (pattern,)), {}, lookup, EVERY):
        for some in frame.iter_slices(PIECE):
            text = "".join(lines_of_rows(table, some, lookup.tables.base))
            for quad in parse(text, RdfFormat.N_TRIPLES):
                parts = zip((quad.subject, quad.predicate, quad.object), asked, strict=True)
                if all(wanted in (None, part) for part, wanted in parts):
                    yield quad
