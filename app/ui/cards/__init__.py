"""Actioncards: the wall of cards as they will print, one card large, and what to print."""
