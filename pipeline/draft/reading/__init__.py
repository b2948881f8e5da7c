"""Owns a paper seen as sentences that know where they stand and what they are for."""
