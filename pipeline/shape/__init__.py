"""Says in words what a value of data must be, and where it is not: for settings, edits and summaries alike."""
