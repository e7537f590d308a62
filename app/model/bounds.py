"""How long what people write may be: more is no text that anybody reads, and slow to lay out."""

LONGEST_LINE = 500
LONGEST_TEXT = 50_000
MOST_LINES = 2_000
MOST_POINTS = 200
"""So many lines become points of a list in one go: each is a row of its own."""

LONGEST_LIST = 10_000
"""A setting with several words or days in it."""

LONGEST_QUESTION = 200
"""More than anybody searches for in one go; a search takes longer with each word."""
