"""A change of the look: what is shown has it at once, and what is hidden when it is shown."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.theme import theme
from app.ui.look.widgets import Button
from app.ui.paper.print_preview import PrintPreview
from app.ui.shell.furnishing import Furnishing


class _Restyled(QObject):
    """Counts how often Qt takes a widget through the style sheet."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        self.count += event.type() is QEvent.Type.StyleChange
        return False


def test_it_goes_through_what_is_shown_and_not_through_what_is_hidden(
    house: Furnishing,
) -> None:
    house.window.go("cards")
    house.window.go("procedures")
    shown = _Restyled(_named(house.procedures, "Udskriv"))
    hidden = _Restyled(_named(house.cards, "Udskriv"))
    theme().set_appearance("dark")
    # Qt tells twice of a newer sheet wherever a widget stands, and once of the usual one.
    assert (shown.count, hidden.count) == (2, 0)
    theme().set_appearance("light")
    assert (shown.count, hidden.count) == (3, 0)


def test_what_was_hidden_and_what_opens_later_have_it_when_they_are_shown(
    house: Furnishing, qtbot: QtBot
) -> None:
    window = house.window
    for key in ("cards", "settings", "procedures"):
        window.go(key)
    usual = _heights(house.procedures)
    for zoom in (200, 100):
        theme().set_zoom(zoom)
        wanted = {theme().px(30) + 2}
        for key in ("procedures", "cards", "settings", "meeting"):
            window.go(key)
            assert _heights(window.place(key)) == wanted, (key, zoom)
        window.go("procedures")
        _named(house.procedures, "Udskriv").click()
        preview = window.findChild(PrintPreview)
        assert preview is not None
        assert _heights(preview) == wanted
        QTest.keyClick(preview, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: window.findChild(PrintPreview) is None)  # its pages are large
    assert _heights(house.procedures) == usual


def _named(part: QWidget, name: str) -> Button:
    return next(one for one in part.findChildren(Button) if one.accessibleName().startswith(name))


def _heights(part: QWidget) -> set[int]:
    """Return how tall the main buttons that are seen would be."""
    seen = (one for one in part.findChildren(Button) if one.isVisible())
    kinds = {"go", "outline"}
    return {
        one.sizeHint().height()
        for one in seen
        if one.property("kind") in kinds and not one.property("small") and not one.objectName()
    }
