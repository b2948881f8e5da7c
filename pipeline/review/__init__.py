"""Owns the rules of review, as pure functions: what may be decided, what a decision does, how the chain is kept."""
