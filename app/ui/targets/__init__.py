"""What each place can be asked to show, known to all of them without the place itself."""
