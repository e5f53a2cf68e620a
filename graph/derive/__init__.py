"""From sources to quads, and what follows from claims: events and plain edges."""
