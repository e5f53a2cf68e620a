"""Findings: what the claims of all sources say of each other, worked out by general rules."""
