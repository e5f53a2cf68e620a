"""SPARQL over a built graph: asked in a process that can be stopped, answered as rows and files."""
