"""Texts that go out to others and come in from them: what belongs together, what is new, what
clashes.
"""
