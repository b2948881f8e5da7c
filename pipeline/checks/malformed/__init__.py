"""Owns the checks for text that no person could have written."""
