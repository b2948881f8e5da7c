"""Measures Layline: planted faults, real papers, speed; nothing here is part of the product."""
