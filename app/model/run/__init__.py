"""One procedure followed in one case: its log, and all that is folded from it."""
