"""The test suites of the W3C for SPARQL, put to whatever answers queries."""
