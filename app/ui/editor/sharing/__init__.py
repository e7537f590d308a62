"""Texts shared with others, and texts of others looked at and brought in."""
