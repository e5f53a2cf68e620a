"""The shapes, and where in the sources something breaks them."""
