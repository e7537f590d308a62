"""Misspelt words where one writes: a wave under them, and what they may be meant to be."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, QTimer
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QPainter,
    QPen,
    QPolygonF,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QTextEdit

from app.model.danish.spelling import Spelt, spelt
from app.ui.base.speller import speller
from app.ui.keys.menus import give_letters
from app.ui.look.theme import theme

_PAUSE_MS = 250
_WAVE, _STEP = 1.5, 2.0


class Spelling(QObject):
    """Looks after the words of one field. The word that is being typed is left in peace."""

    def __init__(self, field: QTextEdit | QLineEdit, show: Callable[[], None]) -> None:
        super().__init__(field)
        self._field = field
        self._show = show
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        field.textChanged.connect(self._pause.start)
        field.cursorPositionChanged.connect(self._show_again)
        speller().learned.connect(self._show_again)
        theme().changed.connect(self._show_again)

    def wrong(self) -> tuple[Spelt, ...]:
        """Return the misspelt words, save the one that the cursor is at the end of."""
        at = self._typed_to()
        return tuple(
            one for one in spelt(_text_of(self._field))
            if one.end != at and speller().is_wrong(one.word)
        )  # fmt: skip

    def word_at(self, position: int) -> Spelt | None:
        """Return the misspelt word at a place in the text, if one stands there."""
        found = (one for one in spelt(_text_of(self._field)) if one.start <= position <= one.end)
        return next((one for one in found if speller().is_wrong(one.word)), None)

    def _typed_to(self) -> int:
        if not self._field.hasFocus():
            return -1
        if isinstance(self._field, QLineEdit):
            return self._field.cursorPosition()
        return self._field.textCursor().position()

    def _ask(self) -> None:
        speller().ask_about(one.word for one in spelt(_text_of(self._field)))
        self._show()

    def _show_again(self) -> None:
        self._show()


def wave_under(field: QTextEdit, words: tuple[Spelt, ...]) -> None:
    """Draw a wave under words of a text."""
    looks = QTextCharFormat()
    looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    looks.setUnderlineColor(theme().color("soon"))
    selections = []
    for one in words:
        selection = QTextEdit.ExtraSelection()
        cursor = field.textCursor()
        cursor.setPosition(one.start)
        cursor.setPosition(one.end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, looks
        selections.append(selection)
    field.setExtraSelections(selections)


def paint_wave(painter: QPainter, left: float, right: float, y: float) -> None:
    """Draw a wave by hand, where Qt draws none."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("soon"), 1))
    points, x, is_up = QPolygonF(), left, True
    while x <= right:
        points.append(QPointF(x, y - _WAVE if is_up else y + _WAVE))
        x, is_up = x + _STEP, not is_up
    painter.drawPolyline(points)


def line_waves(field: QLineEdit, text_left: float, words: tuple[Spelt, ...]) -> None:
    """Draw waves under words of a line whose text begins at a place, which may be out of sight."""
    metrics, text = field.fontMetrics(), field.text()
    painter = QPainter(field)
    inside = QRectF(field.rect()).adjusted(4, 0, -4, 0)
    painter.setClipRect(inside)
    y = (field.height() + metrics.ascent() - metrics.descent()) / 2 + 3
    for one in words:
        left = text_left + metrics.horizontalAdvance(text[: one.start])
        paint_wave(painter, left, left + metrics.horizontalAdvance(one.word), y)
    painter.end()


def open_menu(
    menu: QMenu, event: QContextMenuEvent, wrong: Spelt | None, correct: Callable[[str], None]
) -> None:
    """Show a field's own menu, with what a misspelt word may be meant to be above it."""
    if wrong is not None:
        _offer(menu, wrong.word, correct)
    give_letters(menu)
    menu.popup(event.globalPos())


def _offer(menu: QMenu, word: str, correct: Callable[[str], None]) -> None:
    first = menu.actions()[0] if menu.actions() else None
    translate = QCoreApplication.translate
    add = QAction(translate("editor", "Tilføj »{}« til ordlisten").format(word), menu)
    add.triggered.connect(lambda: speller().add(word))
    line = QAction(menu)
    line.setSeparator(True)
    suggestions = speller().suggestions(word)
    none = (
        translate("editor", "Leder efter forslag …")
        if suggestions is None
        else translate("editor", "Ingen forslag")
    )
    offered = [_suggestion(menu, by, correct) for by in suggestions or ()]
    if not offered:
        nothing = QAction(none, menu)
        nothing.setEnabled(False)
        offered = [nothing]
    for action in (*offered, add, line):
        if first is None:
            menu.addAction(action)
        else:
            menu.insertAction(first, action)


def _suggestion(menu: QMenu, by: str, correct: Callable[[str], None]) -> QAction:
    action = QAction(by, menu)
    font = action.font()
    font.setBold(True)
    action.setFont(font)
    action.triggered.connect(lambda: correct(by))
    return action


def _text_of(field: QTextEdit | QLineEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
