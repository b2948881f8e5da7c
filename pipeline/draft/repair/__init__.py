"""Owns the way back: what the checks hold against a draft, put before the model, and its mends put into the draft."""
