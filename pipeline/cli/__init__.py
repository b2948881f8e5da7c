"""Owns the commands: each parses its arguments, calls one function of a room below, and renders the answer."""
