"""Measures the parser on pairs of PDF and JATS of the same article, beside other readers of PDF."""
