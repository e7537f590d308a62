"""Redigér: procedures, cards and tools written, checked, approved and published in the window."""
