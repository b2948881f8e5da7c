"""Owns the preview: the site as it would be now, built beside the one that is out, and served on this machine alone."""
