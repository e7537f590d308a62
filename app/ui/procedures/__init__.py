"""Procedurer: the themes and their procedures, the flow, and the chosen step in words."""
