"""The bulk files of the Federal Election Commission, read to the last field."""
