"""Owns what medical and research words mean, and which of them occur in a text."""
