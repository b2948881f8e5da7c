"""Owns the way to the network: public addresses only, bounded, at the pace that each service allows."""
