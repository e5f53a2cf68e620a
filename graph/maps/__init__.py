"""Contests on a map: which counties a place has, how wide the margin was, and the outlines to draw."""
