"""Columns of slots, ordered so that few lines cross."""
