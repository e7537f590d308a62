"""A word of welcome: what the program is, who works here, and how one begins."""
