"""Owns the forms of a model's replies: what is asked for, one question a file."""
