"""Runs the checks: on a summary, on any JSON, on a page."""
