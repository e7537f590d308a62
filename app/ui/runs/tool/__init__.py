"""A tool that is filled in for a run: its fields, its pictures, and taking it along."""
