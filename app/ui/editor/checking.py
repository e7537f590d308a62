"""The checker beside the one who writes: off the user's thread, and only when there is a pause."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.model.authoring import AnyPage
from app.model.catalogue import Library
from app.model.checker import check_document
from app.model.findings import Finding
from app.ui.common.desk import Desk

_PAUSE_MS = 250


class Checking(QObject):
    """Checks the newest document, and no other twice.

    Signals: `checked` with the findings and the document they are about.
    """

    checked = Signal(object, object)

    def __init__(self, desk: Desk, library: Callable[[], Library], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._library = library
        self._document: AnyPage | None = None
        self._is_checking = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.check_now)

    def check_soon(self, document: AnyPage) -> None:
        """Check a document when nothing has changed for a moment."""
        self._document = document
        self._pause.start()

    def check_now(self) -> None:
        """Check the newest document at once."""
        document, library = self._document, self._library()
        if document is None or self._is_checking:
            return
        self._is_checking = True
        self._desk.do(
            lambda _: check_document(document, library),
            lambda found: self._on_found(found, document),
        )

    def _on_found(self, found: tuple[Finding, ...], document: AnyPage) -> None:
        if not isValid(self):  # the page was left meanwhile
            return
        self._is_checking = False
        if document is self._document:
            self.checked.emit(found, document)
        else:
            self.check_now()
