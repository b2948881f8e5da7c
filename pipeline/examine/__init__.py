"""Owns looking at things outside the line: one document, a summary in a file, pages that are already out."""
