"""Reads JATS XML (NLM 2.0 to JATS 1.4, NXML as PMC serves it) into a `Paper`."""
