"""Owns the static site: from pages and their cards to files, each with its path, its media type and its bytes."""
