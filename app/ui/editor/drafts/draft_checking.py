"""The checker beside the one who writes: off the user's thread, and only when there is a pause."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from app.model.checks.checker import check_document
from app.model.danish.spelling import TextWords, misspelt, words_by_text
from app.model.errors import Told
from app.model.findings import Finding
from app.model.library.catalogue import Library
from app.model.library.version_work import AnyPage
from app.ui.base.desk import Desk
from app.ui.base.speller import speller

_PAUSE_MS = 250


class _FoundInDraft(Struct, frozen=True):
    """What is found in a document, and its words to be judged by the dictionary."""

    document: AnyPage
    findings: tuple[Finding, ...]
    texts: tuple[TextWords, ...]


class Checking(QObject):
    """Checks the newest document, and no other twice.

    The spelling comes when the dictionary has answered, and is then told of with the rest.

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
        self._found: _FoundInDraft | None = None
        speller().learned.connect(self._tell)

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
        self._desk.do_beside(
            lambda: _FoundInDraft(
                document, check_document(document, library), words_by_text(document)
            ),
            lambda found: self._on_found(found, document),
            self._on_not_checked,
            owner=self,
        )

    def _on_not_checked(self, _: Told) -> bool:
        self._is_checking = False
        return False

    def _on_found(self, found: _FoundInDraft, document: AnyPage) -> None:
        self._is_checking = False
        if document is self._document:
            self._found = found
            speller().ask_about(word for text in found.texts for word in text.words)
            self._tell()
        else:
            self.check_now()

    def _tell(self) -> None:
        """Tell what is known now of the newest document that was checked."""
        found = self._found
        if found is None:
            return
        wrong = misspelt(found.document, found.texts, speller().is_wrong, speller().best)
        self.checked.emit((*found.findings, *wrong), found.document)
