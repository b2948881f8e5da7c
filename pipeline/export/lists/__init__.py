"""Owns the list of what is published, in the forms that spreadsheets and reference managers read."""
