"""The flow as it is edited: what the hand can take hold of, and how the picture moves."""
