"""Owns the order of the stages: the only place where the rooms meet to make a draft."""
