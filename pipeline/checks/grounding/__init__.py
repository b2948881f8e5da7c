"""Owns the checks that hold statements against the paper."""
