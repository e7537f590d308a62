"""Tips: plain words in a small box."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.theme import theme
from app.ui.look.tip_words import tip_words


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[QWidget]:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    yield widget
    QToolTip.hideText()


def shown() -> QLabel:
    """Return the box of the tip that is shown."""
    boxes = [one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel")]
    assert boxes
    box = boxes[-1]
    assert isinstance(box, QLabel)
    return box


def test_a_tip_has_little_air_round_its_words(host: QWidget, qtbot: QtBot) -> None:
    QToolTip.showText(QPoint(10, 10), "Vis på møde (F5)", host)
    qtbot.wait_until(lambda: shown().text() == "Vis på møde (F5)")
    words = shown().fontMetrics().boundingRect("Vis på møde (F5)")
    assert shown().width() - words.width() <= theme().px(26)
    assert shown().height() - words.height() <= theme().px(18)


def test_a_long_tip_is_read_in_several_lines() -> None:
    says = "Kommunen skal kvittere for underretningen senest 6 hverdage efter, at den er modtaget."
    assert tip_words(says).splitlines() == [
        "Kommunen skal kvittere for underretningen senest 6 hverdage",
        "efter, at den er modtaget.",
    ]
    assert tip_words("Et\nTo") == "Et\nTo"


def test_what_somebody_wrote_is_never_taken_for_code() -> None:
    words = tip_words('<b>Akut</b> & <img src="x.png">')
    assert Qt.mightBeRichText(words)
    assert "&lt;b&gt;Akut" in words
    assert "<img" not in words
