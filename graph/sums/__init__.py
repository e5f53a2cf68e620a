"""Sums of money that are safe: nothing counted twice, nothing mixed, and what is left out is named."""
