"""What would make a start slow, and serves nothing here; called before all else of the window.

PySide puts an import of its own in the place of Python's: it reads the source of each module, to
see whether that wants Qt's names in snake_case, and keeps all it has read. And Python looks for
garbage over and over while modules are made, which is none; see `common/collecting.py` for later.
"""

import builtins
import gc

from PySide6 import QtCore

_OF_PYTHON = "__orig_import__"
"""The name by which PySide keeps the import it has taken the place of."""


def make_haste() -> None:
    """Let modules be imported as Python does it, and nothing be collected meanwhile."""
    assert QtCore.__name__  # it is its import that has taken the place
    names = vars(builtins)
    names["__import__"] = names.get(_OF_PYTHON, names["__import__"])
    gc.disable()
