"""Owns the way from bytes to a `Paper`: one file a format."""
