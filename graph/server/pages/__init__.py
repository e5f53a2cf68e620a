"""Pages for people: each module gathers what one kind of page says, and its template says it."""
