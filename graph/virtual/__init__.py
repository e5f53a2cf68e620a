"""Rows that stay in tables and are asked as triples: SPARQL over columns, joined with the triple store."""
