"""Exports of NetFile, with which cities and counties of California receive campaign statements."""
