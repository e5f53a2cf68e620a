"""How names, places, jobs and contests are weighed: comparisons, their levels, and the weights."""
