"""Jobs of the command line: each does one thing without the window, and says it in Danish."""
