"""When things are said to have been, and in which order."""
