"""Owns drafting by the Batch API: what would be asked is gathered and sent as files; the replies come back later."""
