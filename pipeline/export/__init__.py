"""Owns the way from an approved summary to bytes: one file a format."""
