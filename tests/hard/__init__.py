"""Experiments that take minutes: damage, kills, crowds, full disks, restores.

`make test-hard` runs them, with real processes and real files, and prints what came of them.
"""
