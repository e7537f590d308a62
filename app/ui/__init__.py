"""Qt widgets, one folder per place the user can be. Views hold no truth and no SQL."""
