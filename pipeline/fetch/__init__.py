"""Owns the way from what an editor names (a file, a folder, a list) to bytes with a known media type."""
