"""The use cases, and the one door to them for the window and the command line."""
