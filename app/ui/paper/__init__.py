"""A print before it is printed: its pages on the screen, and the pages that a name stands for."""
