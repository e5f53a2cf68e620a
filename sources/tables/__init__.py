"""Publishers' files become rows: reading, layouts, and what several layouts share."""
