"""Redigér: a procedure or a card is written, checked, approved and published in the window."""
