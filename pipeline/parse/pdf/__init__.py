"""Reads a PDF into a `Paper`: words with their places, then lines, columns, reading order, and what each block is."""
