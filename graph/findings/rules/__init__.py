"""One rule a module: each has a `RULE`, and adding a rule adds a file."""
