"""Rød tråd: case procedures for child-and-family departments, as picture, checklist and card."""
