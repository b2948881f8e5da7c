"""Owns the way from a paper to a summary, by a language model or by extraction."""
