"""Forløb: the list of runs, and one run with its thread, its checklist and what comes next."""
