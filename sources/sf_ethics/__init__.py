"""Pages of the San Francisco Ethics Commission on the money of an election."""
