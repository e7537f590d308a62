"""Værktøjer: the wall of tools as they will print, and one tool large with its pages."""
