"""What rows draw plain edges with; no table has a column for one."""

ENDS = ("subject", "object")
"""Columns of pairs, with paths of things."""
SIDES = {"for": "spentFor", "against": "spentAgainst"}
OUTCOMES = {"outcome-won": "won", "outcome-won-outright": "won", "outcome-lost": "lost"}
PREDICATES = ("gaveTo", *SIDES.values(), "ranIn", "inCounty", *sorted(set(OUTCOMES.values())))
