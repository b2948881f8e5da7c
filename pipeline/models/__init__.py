"""Owns what every room speaks: frozen types for papers, summaries, findings and decisions, without any I/O."""
