"""Faults that are planted by program into good summaries of real papers, and what the checks see of them."""
