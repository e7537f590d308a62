"""Lists of rows: what they hold, how they are grouped, and finding something in them."""
