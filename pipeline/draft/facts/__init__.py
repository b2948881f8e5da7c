"""Owns the facts of a study that can be read off a paper's own words by rules, one fact a file."""
