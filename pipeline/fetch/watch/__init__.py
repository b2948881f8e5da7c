"""Owns saved searches: what each source has to say about new papers, page by page."""
