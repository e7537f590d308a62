"""From model and flow to paper, on one QPainter, and what the screen draws the same way."""
