"""Layline turns research papers into plain-language pages that a patient can trust."""

__version__ = "0.1.0"
