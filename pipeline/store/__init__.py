"""Owns the database and everything under `data/`: its only reader and writer."""
