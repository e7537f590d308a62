"""The keyboard: the one table of keys, who has the focus, and what holds or returns it."""
