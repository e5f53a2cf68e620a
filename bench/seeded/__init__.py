"""Made-up worlds of claims: clean ones, and the same with contradictions planted in them."""
