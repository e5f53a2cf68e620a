"""RDF files that a researcher has, as a source of the same graph."""
