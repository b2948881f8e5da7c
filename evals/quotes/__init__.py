"""Measures quotes: true ones spoiled by typography are located, altered ones are refused, and how fast."""
