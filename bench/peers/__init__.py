"""The same triples by other converters, each in its own language and its own environment."""
