"""Findings in the graph and for people."""
