"""Labelled pairs of names, and how well they are told apart, here and elsewhere."""
