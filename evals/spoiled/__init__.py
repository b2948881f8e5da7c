"""Spoils what was approved, after its approval and in every way that we know, and looks at what still leaves."""
