"""The window: the rail with its places, and what is the same in all of them."""
