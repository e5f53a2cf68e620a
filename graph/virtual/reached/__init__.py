"""Which triples a query can meet, as few as can be told: what one part has found narrows the next."""
