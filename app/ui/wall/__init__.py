"""A wall of sheets as they will print, and one of them large: what cards and tools share."""
