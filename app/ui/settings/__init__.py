"""Indstillinger: who one is, how the window looks, how days are counted, data and backups."""
