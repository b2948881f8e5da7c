"""Owns the ways from a paper to a model's draft: in one step, in two, or by parts where the paper is too long."""
