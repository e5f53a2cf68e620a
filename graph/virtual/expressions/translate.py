"""All that is translated of expressions."""

from graph.virtual.expressions.casts import CASTS
from graph.virtual.expressions.comparison import COMPARISON
from graph.virtual.expressions.dates import DATES
from graph.virtual.expressions.logic import LOGIC
from graph.virtual.expressions.numbers import NUMERIC
from graph.virtual.expressions.regular import REGULAR
from graph.virtual.expressions.scope import Lookup, Scope
from graph.virtual.expressions.strings import TEXTUAL

TRANSLATIONS = {**LOGIC, **COMPARISON, **NUMERIC, **TEXTUAL, **REGULAR, **DATES, **CASTS}


def scope_of(lookup: Lookup, things: str) -> Scope:
    """What translates the expressions of one relation.

    Args:
        lookup: Gives its variables.
        things: What the IRIs of things start with.
    """
    return Scope(lookup, things, TRANSLATIONS)
