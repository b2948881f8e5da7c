"""Measures the facts that the extractor reads off papers against labels that were made by reading."""
