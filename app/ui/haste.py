"""What would make a start slow, and serves nothing here; called before all else of the window.

PySide brings along what explains its functions to those who ask for their signatures, and what
writes stubs of them, as sources that are compiled at every start. It puts an import of its own in
the place of Python's, which reads the source of each module, to see whether that wants Qt's names
in snake_case, and keeps all it has read. SQLAlchemy takes in what only asynchronous programs and
plugins need, and drivers that are not ours. And Python looks for garbage over and over while
modules are made, which is none; see `base/collecting.py` for later.
"""

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from app.ui.deferring import Deferring

_EXPLAINING = "shibokensupport"
_RARELY_ASKED = frozenset(
    {
        f"{_EXPLAINING}.signature.errorhandler",
        f"{_EXPLAINING}.signature.layout",
        f"{_EXPLAINING}.signature.lib.enum_sig",
        f"{_EXPLAINING}.signature.lib.pyi_generator",
        f"{_EXPLAINING}.signature.mapping",
        f"{_EXPLAINING}.signature.parser",
        "asyncio",
        "importlib.metadata",
        "sqlalchemy.dialects.sqlite.aiosqlite",
        "sqlalchemy.dialects.sqlite.pysqlcipher",
        "tempfile",
    }
)
_LOOKED_UP = frozenset({f"{_EXPLAINING}.signature.mapping.update_mapping", "asyncio.iscoroutine"})


def make_haste() -> None:
    """Let modules be imported as Python does it, rare ones later, and nothing be collected."""
    gc.disable()
    deferring = Deferring(_RARELY_ASKED, looked_up=_LOOKED_UP)
    deferring.be_asked_first()
    with _before_the_finder_of_pyside(deferring):
        import_module("PySide6.QtCore")


@contextmanager
def _before_the_finder_of_pyside(deferring: Deferring) -> Iterator[None]:
    """Stay the first to be asked, and keep Python's import."""
    names = vars(builtins)
    imported = names["__import__"]

    def importing(name: str, *how: object, **more: object) -> object:
        if name.startswith(_EXPLAINING):
            deferring.be_asked_first()
        return imported(name, *how, **more)

    names["__import__"] = importing
    try:
        yield
    finally:
        names["__import__"] = imported
