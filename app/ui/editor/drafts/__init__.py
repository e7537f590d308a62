"""One document while it is changed: edits with undo, the draft kept at each pause, the checker
beside.
"""
