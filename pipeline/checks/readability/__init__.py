"""Owns the checks for pages that those they are for cannot follow."""
