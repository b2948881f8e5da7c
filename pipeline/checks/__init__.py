"""Owns the checks that hold a summary, and anything that is printed, against the paper and against good form."""
