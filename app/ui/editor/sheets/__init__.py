"""A card or a tool under edit: its print at the left, its form at the right, findings below."""
