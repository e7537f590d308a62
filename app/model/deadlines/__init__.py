"""When deadlines run out, and how that was counted."""
