"""Who is who: candidates for a merge, decisions by people, and what follows from them."""
