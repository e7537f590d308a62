"""The flow as it is edited: what the hand can take hold of, what it does, and how the picture
moves.
"""
