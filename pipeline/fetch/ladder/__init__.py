"""Owns the way to the full text: one file a rung, tried from the best to the last, each on record."""
