"""Owns what can be said of a text alone: sentences, numbers, quotes, what is visible; strings in, spans out."""
