"""Owns how lists of papers are read: one file a format, each entry with its line number."""
