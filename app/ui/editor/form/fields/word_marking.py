"""Words marked where one writes, so that what a finding is about need not be looked for."""

import re

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def finds(words: str, text: str) -> re.Match[str] | None:
    """Find words in a text, whatever marks stand between them."""
    parts = _WORD.findall(words)
    if not parts:
        return None
    pattern = r"\W+".join(map(re.escape, parts))
    return re.search(rf"(?<!\w){pattern}(?!\w)", text)


def mark_words(field: QWidget | None, words: str) -> None:
    """Select words in a field that one can write in; the first time they stand there."""
    if isinstance(field, QTextEdit):
        found = finds(words, field.toPlainText())
        if found:
            cursor = field.textCursor()
            cursor.setPosition(found.start())
            cursor.setPosition(found.end(), QTextCursor.MoveMode.KeepAnchor)
            field.setTextCursor(cursor)
    elif isinstance(field, QLineEdit):
        found = finds(words, field.text())
        if found:
            field.setSelection(found.start(), found.end() - found.start())
