"""One step in words: what the panel beside the flow shows, in reading and in a run."""
