"""The table lane: rows of publishers' files become quads a column at a time, never a row at a time."""
