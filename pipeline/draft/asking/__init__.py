"""Owns the talk with a model's server: one question out, one kept and named reply back."""
