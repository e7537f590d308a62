"""What the speller is told by the house: the words of its registers, and those it has added."""

from PySide6.QtCore import QObject

from app.model.danish.spelling import known_words
from app.services.settings import add_own_word
from app.ui.base.desk import Desk
from app.ui.base.speller import speller


class HouseWords(QObject):
    """Keeps the speller up to date, and keeps the words that are added."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: frozenset[str] = frozenset()
        desk.shelf_changed.connect(self._read)
        desk.settings_changed.connect(self._tell)
        speller().word_added.connect(self._keep)
        self._read()

    def _read(self) -> None:
        catalogue = self._desk.shelf.library.catalogue
        self._desk.do_beside(lambda: known_words(catalogue), self._on_read, owner=self)

    def _on_read(self, known: frozenset[str]) -> None:
        self._known = known
        self._tell()

    def _tell(self) -> None:
        speller().know(self._known, self._desk.settings.own_words)

    def _keep(self, word: str) -> None:
        self._desk.do(lambda workplace: add_own_word(workplace, word), lambda _: None)
