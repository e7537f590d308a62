"""Every signal of the window is sent by its owner and heard by somebody."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest

from app import paths
from app.ui.shell.furnishing import Furnishing

UI = Path(paths.__file__).parent / "ui"


class Declared(Struct, frozen=True):
    """A signal and where it is declared."""

    module: str
    owner: str
    name: str


def test_every_signal_is_sent_and_heard_somewhere() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in UI.rglob("*.py")}
    everything = "\n".join(texts.values())
    heard = set(re.findall(r"\.(\w+)\.connect\(", everything))
    # It is sent by its owner, or by whoever it is handed to.
    sent = set(re.findall(r"\.(\w+)\b(?!\.connect)", everything))
    declared = [one for path, text in texts.items() for one in _declared(path, text)]
    deaf = [one for one in declared if one.name not in heard]
    silent = [one for one in declared if one.name not in sent]
    assert len(declared) > 100
    assert deaf == [], f"nobody hears {deaf}"
    assert silent == [], f"nobody sends {silent}"


def test_every_signal_of_the_window_and_its_places_is_connected(house: Furnishing) -> None:
    places = [house.window.place(key) for key in ("procedures", "runs", "cards", "tools")]
    places += [house.window.place(key) for key in ("meeting", "settings", "editor")]
    QTest.keyClick(house.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    for owner in (house.window, house.window.rail, *places):
        unheard = [name for name in _signals_of(type(owner)) if not _is_heard(owner, name)]
        assert unheard == [], f"{type(owner).__name__}: nobody hears {unheard}"


def test_nobody_sends_the_signals_of_another() -> None:
    sent = [
        f"{path.relative_to(UI)}:{node.lineno}"
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "emit" and not _is_own(node.value)
    ]
    assert sent == []


def _is_own(signal: ast.expr) -> bool:
    """Whether a signal is named as `self.<signal>`."""
    owner = signal.value if isinstance(signal, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id == "self"


def _declared(path: Path, text: str) -> Iterator[Declared]:
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.ClassDef):
            continue
        for line in node.body:
            if _is_signal(line):
                assert isinstance(line, ast.Assign)
                target = line.targets[0]
                assert isinstance(target, ast.Name)
                yield Declared(str(path.relative_to(UI)), node.name, target.id)


def _is_signal(line: ast.stmt) -> bool:
    value = line.value if isinstance(line, ast.Assign) else None
    return (
        isinstance(value, ast.Call)
        and isinstance(value.func, ast.Name)
        and value.func.id == "Signal"
    )


def _signals_of(kind: type) -> Iterator[str]:
    for base in kind.__mro__:
        if base.__module__.startswith("app.ui"):
            yield from (name for name, value in vars(base).items() if isinstance(value, Signal))


def _is_heard(owner: QObject, name: str) -> bool:
    meta = owner.metaObject()
    methods = (meta.method(number) for number in range(meta.methodCount()))
    found = (method for method in methods if method.name().toStdString() == name)
    signature = next(method.methodSignature().toStdString() for method in found)
    return bool(owner.receivers(f"2{signature}"))
