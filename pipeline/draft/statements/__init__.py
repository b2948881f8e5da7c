"""Owns the choice of the sentences that stand in each part of an extracted summary, one part a file."""
