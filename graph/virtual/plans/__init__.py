"""Parts of a query as relations, family by family."""
