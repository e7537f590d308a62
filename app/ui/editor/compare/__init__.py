"""Two versions side by side: what was added, removed, changed and moved, and texts word by word."""
