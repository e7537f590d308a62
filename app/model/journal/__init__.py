"""What a run holds in whole Danish sentences: the note to the journal, and tools filled in."""
