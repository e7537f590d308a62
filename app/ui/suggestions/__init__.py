"""Suggestions where they belong: written at a step, a card or a tool, seen and answered there."""
