"""How Danes write and read what the model holds: all Danish grammar, which a translation must
redo.
"""
