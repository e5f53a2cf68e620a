"""What rows draw plain edges with; no table has a column for one."""

SIDES = {"for": "spentFor", "against": "spentAgainst"}
OUTCOMES = {"outcome-won": "won", "outcome-won-outright": "won", "outcome-lost": "lost"}
PREDICATES = ("gaveTo", *SIDES.values(), "ranIn", "inCounty", *sorted(set(OUTCOMES.values())))
