"""Choosing the procedure of a new run: by its theme, or by typing some of its name."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.model.library.catalogue import Library
from app.printing.line_icons import paint_icon
from app.ui.keys import keys
from app.ui.keys.shortcuts import asks
from app.ui.library.procedure_rows import themed
from app.ui.lists.finder import FinderBox, FinderChoice
from app.ui.look.theme import theme
from app.ui.look.widgets import Button

_SHOWN = 34
"""So many letters of a title are shown at once."""


class ProcedurePicker(Button):
    """A field that opens the list of procedures; a letter typed in it is searched for at once.

    Signals: `picked` with the id of the procedure that was chosen.
    """

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("", "pick", on_click=self._on_clicked)
        self._choices: tuple[FinderChoice, ...] = ()
        self._chosen = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._finder = FinderBox(self, self.tr("Find sagsprocedure"))
        self._finder.chosen.connect(self._on_chosen)
        self.show_library(Library())

    @property
    def chosen(self) -> str:
        """The id of the chosen procedure; empty when none is."""
        return self._chosen

    def show_library(self, library: Library, chosen: str = "") -> None:
        """Offer the procedures of a library, with one of them chosen, or none."""
        self._choices = tuple(_choices(library))
        self._show(chosen)

    def sizeHint(self) -> QSize:
        """Be as wide whichever is chosen, so that nothing beside it moves."""
        letters = QFontMetrics(self.font()).averageCharWidth() * _SHOWN
        return QSize(letters + theme().px(48), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme().px(14)
        x = self.width() - side - theme().px(8)
        sign = QRectF(x, (self.height() - side) / 2, side, side)
        paint_icon(painter, "chev-d", sign, theme().ink.ink_2)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if asks(event, keys.DOWN):
            self._open()
        elif text.strip() and text.isprintable():
            self._open(text)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        self._open()

    def _open(self, typed: str = "") -> None:
        self._finder.open_at(self, self._choices)
        self._finder.search.setText(typed)

    def _on_chosen(self, procedure: str) -> None:
        self._show(procedure)
        self.picked.emit(procedure)

    def _show(self, chosen: str) -> None:
        titles = {choice.id: choice.title for choice in self._choices}
        self._chosen = chosen if chosen in titles else ""
        words = titles.get(self._chosen, "")
        self.say(words or self.tr("Vælg sagsprocedure"))
        self.setToolTip(words)
        self.setAccessibleName(self.tr("Sagsprocedure"))
        self.setAccessibleDescription(words or self.tr("Ingen er valgt"))


def _choices(library: Library) -> Iterator[FinderChoice]:
    """Give the procedures by theme, as one meets them in the work."""
    for group, found in themed(library):
        for one in found:
            yield FinderChoice(
                one.id, one.title, group=group.title, words=f"{one.summary} {one.trigger}"
            )
