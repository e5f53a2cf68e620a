"""Which part of a graph a picture shows: a focus, contests, places, years, amounts, or what a query names."""
