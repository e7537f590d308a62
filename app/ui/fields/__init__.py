"""What one writes, picks and chooses files in, wherever that is asked for."""
