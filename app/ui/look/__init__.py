"""How the window looks: colours, sizes, icons, and the small widgets that all places are made
of.
"""
