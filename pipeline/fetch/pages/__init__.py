"""Owns pages that are already out, as a site serves them: its pages, its sitemaps, the DOIs on them."""
