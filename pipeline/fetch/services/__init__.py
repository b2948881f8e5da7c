"""Owns what is known of the services that describe articles: one file a service."""
