"""Owns the reviewer's terminal app; its screens come with the review issue."""
