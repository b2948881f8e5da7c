"""Owns the review line by line, as plain words: for screen readers, braille lines and simple terminals."""
