"""As much as there is room for is taken in a moment, whatever it is made of."""

import time

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model.bounds import LONGEST_TEXT
from app.ui.editor.form.fields.markdown import MarkdownText

_SECONDS = 5.0
"""Of the processor: generous on a slow machine, where it took minutes before."""

_PARAGRAPH = "<p>Dette er et afsnit med nogle ord i sig.</p>"


def _copied(text: str, *, is_html: bool = False) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    if is_html:
        data.setHtml(text)
    return data


@pytest.mark.parametrize(
    ("sign", "is_html"),
    [
        *((sign, False) for sign in ("a", "linje\n", "[", "](", "{{", "**a ", "a@", "1@", "`")),
        *((sign, True) for sign in (_PARAGRAPH, "<", "[", "<!--", "<![", "**a ")),
    ],
)
def test_a_long_text_is_taken_in_a_moment(qapp: QApplication, sign: str, *, is_html: bool) -> None:
    field = MarkdownText("Vejledning", "")
    field.show()
    began = time.process_time()
    field.insertFromMimeData(_copied(sign * (LONGEST_TEXT // len(sign)), is_html=is_html))
    QTest.qWait(1)
    assert time.process_time() - began < _SECONDS
    field.deleteLater()
