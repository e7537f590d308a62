"""As much as there is room for is taken at one stroke, whatever it is made of."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model.bounds import LONGEST_TEXT
from app.ui.editor.form.fields.markdown_field import MarkdownText
from tests.counting import calls

_MOST_CALLS = 40 * LONGEST_TEXT
"""Going over it again for each sign makes thousands of calls for each, which took minutes."""

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
def test_a_long_text_is_taken_at_one_stroke(
    qapp: QApplication, sign: str, *, is_html: bool
) -> None:
    field = MarkdownText("Vejledning", "")
    field.show()
    strokes: list[int] = []
    field.document().contentsChange.connect(lambda at, gone, come: strokes.append(come))
    with calls() as made:
        field.insertFromMimeData(_copied(sign * (LONGEST_TEXT // len(sign)), is_html=is_html))
        QTest.qWait(1)
    assert made.number < _MOST_CALLS
    assert len(strokes) <= 2, "it is put in, and laid out, as a whole"
    field.deleteLater()
