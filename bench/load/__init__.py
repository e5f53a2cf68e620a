"""What is asked of a server to see how it bears it."""
