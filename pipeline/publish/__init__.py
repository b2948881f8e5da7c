"""Owns the gate: approved -> verified -> rendered -> linted -> written, and nothing else leaves."""
