"""Reads PDFs through a GROBID server: the way over HTTP, and from its TEI to a `Paper`."""
