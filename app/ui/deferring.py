"""Modules that are made when something of them is first asked for, not when they are imported.

Python's own `importlib.util.LazyLoader` makes a module as soon as anybody looks at its spec, which
PySide does with every one of its own.
"""

import sys
from collections.abc import Collection, Sequence
from functools import partial
from importlib.machinery import ModuleSpec
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.abc import Loader, MetaPathFinder
else:  # what they are made of takes longer to import than they save
    Loader = MetaPathFinder = object

_MAKER = "__maker__"
_making = RLock()


class Deferring(MetaPathFinder):
    """Finds some modules as others find them, and lets them be made later.

    `looked_up` names functions that are taken from a module without asking it, as C does; they are
    there at once.
    """

    def __init__(self, names: Collection[str], looked_up: Collection[str] = ()) -> None:
        self._names = names
        self._looked_up = looked_up

    def be_asked_first(self) -> None:
        """Be asked where modules are before all others, from now on."""
        if sys.meta_path[0] is not self:
            sys.meta_path[:] = [self, *(other for other in sys.meta_path if other is not self)]

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in self._names:
            return None
        for other in sys.meta_path:
            spec = None if other is self else other.find_spec(fullname, path, target)
            if spec is not None and spec.loader is not None:
                spec.loader = _Maker(spec, spec.loader, self._looked_up)
                return spec
        return None


class _Later(ModuleType):
    """A module that is not made yet. What it lacks is asked for here: then it is made."""

    def __getattr__(self, name: str) -> object:
        with _making:
            maker = vars(self).pop(_MAKER, None)
            if isinstance(maker, _Maker):
                maker.make(self)
            if name in vars(self):
                found: object = vars(self)[name]
                return found
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")


class _Maker(Loader):
    """Stands in the place of a module's loader until that is to do its work."""

    def __init__(self, spec: ModuleSpec, loader: Loader, looked_up: Collection[str]) -> None:
        self._spec = spec
        self._loader = loader
        self._name = spec.name
        self._functions = [
            function
            for module, function in (name.rsplit(".", 1) for name in looked_up)
            if module == spec.name
        ]

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Later(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        vars(module)[_MAKER] = self
        for function in self._functions:
            vars(module)[function] = partial(_made_and_called, module, function)

    def make(self, module: ModuleType) -> None:
        """Make it by the name it was found by: it may have been given another since."""
        given = self._spec.name
        self._spec.name, self._spec.loader = self._name, self._loader
        try:
            self._loader.exec_module(module)
        finally:
            self._spec.name = given


def _made_and_called(module: ModuleType, function: str, *arguments: object) -> object:
    del vars(module)[function]
    return getattr(module, function)(*arguments)
