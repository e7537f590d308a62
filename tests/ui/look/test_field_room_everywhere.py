"""Every field of the program that one can write in has a bound."""

import ast
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app import paths
from app.model.library.stored_version import Kind
from app.services import runs
from app.ui.look.field_room import room_of
from app.ui.runs.tool.tool_field_editors import RowsEditor
from app.ui.shell.furnishing import Furnishing
from app.ui.targets.editor_targets import EditTarget
from tests.ui.conftest import Clock

UI = Path(paths.__file__).parent / "ui"

BARE = {"QLineEdit", "QTextEdit", "QPlainTextEdit", "QTextBrowser", "QSpinBox", "QDoubleSpinBox"}
KNOWN = {
    ("look/field_room.py", "QLineEdit"),  # the line with a bound
    ("fields/growing_text.py", "QPlainTextEdit"),  # has a room
    ("editor/form/fields/writing_fields.py", "QTextEdit"),  # has a room
    ("fields/calm_fields.py", "QSpinBox"),  # a bound number
    ("look/richtext.py", "QTextBrowser"),  # is only read
    ("look/keys_page.py", "QTextBrowser"),  # is only read
}


def test_no_field_is_made_of_what_has_no_bound() -> None:
    made = {
        (str(path.relative_to(UI).as_posix()), name)
        for path in UI.rglob("*.py")
        for name in _made_in(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert made == KNOWN


def test_every_field_of_every_place_has_a_bound(house: Furnishing, clock: Clock) -> None:
    for key in ("procedures", "runs", "cards", "tools", "meeting", "settings"):
        house.window.go(key)
    fields = set(_fields_of(house.window))
    library = house.desk.shelf.library
    for kind, slug in (
        (Kind.PROCEDURE, "underretning"),
        (Kind.CARD, library.cards[0].id),
        (Kind.TOOL, "fremgangskurve"),
    ):
        house.window.go("editor", EditTarget(kind, slug))
        fields |= set(_fields_of(house.window))
    house.desk.do(
        lambda workplace: runs.start_run(
            workplace, procedure="underretning", case_number="2026-04417", trigger=clock.now
        ),
        lambda run: house.window.go("runs", run),
    )
    tools = {one for step in library.procedure_by_id["underretning"].steps for one in step.tools}
    for tool in sorted(tools):
        house.runs.open_tool(tool)
        fields |= set(_fields_of(house.window))
    house.runs.open_tool("fremgangskurve")
    rows = house.runs.tool.form.editors["kurve"]
    assert isinstance(rows, RowsEditor)
    rows.table.setCurrentCell(0, 1)
    cell = rows.table.item(0, 1)
    assert cell is not None
    rows.table.editItem(cell)
    QTest.keyClick(house.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    fields |= set(_fields_of(house.window))
    boundless = [one for one in fields if room_of(one) is None]
    assert len(fields) > 100
    assert boundless == [], [one.accessibleName() for one in boundless]


def _made_in(tree: ast.AST) -> Iterator[str]:
    """Give what is called or derived from under a name of Qt."""
    for node in ast.walk(tree):
        used = node.bases if isinstance(node, ast.ClassDef) else []
        used = [node.func] if isinstance(node, ast.Call) else used
        yield from (name.id for name in used if isinstance(name, ast.Name) and name.id in BARE)


def _fields_of(window: QWidget) -> Iterator[QWidget]:
    lines = window.findChildren(QLineEdit)
    plain, rich = window.findChildren(QPlainTextEdit), window.findChildren(QTextEdit)
    fields: list[QLineEdit | QPlainTextEdit | QTextEdit] = [*lines, *plain, *rich]
    yield from (one for one in fields if not one.isReadOnly())
