"""Sets and groups: who belongs to them, and what is said of some or all."""
