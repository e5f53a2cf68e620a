"""R08: parts and their total fit each other, in one scope."""

from collections.abc import Iterator

from graph.findings.figures.set_sizes import contests_beside
from graph.findings.finding import Finding
from graph.findings.money.totals import ID, against_parts, side_by_side
from graph.findings.rule import Rule
from graph.findings.statements import Statements


def _find(known: Statements) -> Iterator[Finding]:
    yield from against_parts(known)
    yield from side_by_side(known)
    yield from contests_beside(known)


RULE = Rule(
    ID,
    "Parts against total",
    "Amounts told of single contests or people come to no more than the total of the same payer over them, "
    "as far as place and period agree. One amount is taken for each contest, the largest, as several may "
    "tell of the same money. Totals that leave out each other's place are not parts of each other, and "
    "counts of contests may differ in scope.",
    "Both stand as stated; stated totals are never added to single amounts.",
    _find,
)
