"""Owns reading pages: HTML, Markdown, JSON and plain text as blocks whose lines are known."""
