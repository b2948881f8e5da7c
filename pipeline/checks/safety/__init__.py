"""Owns the checks for pages that could lead a patient astray although each statement is true."""
