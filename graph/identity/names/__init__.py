"""Names as printed, taken apart: of people into their parts, of organisations into their words."""
