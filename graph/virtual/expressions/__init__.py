"""Expressions of SPARQL in SQL, family by family."""
