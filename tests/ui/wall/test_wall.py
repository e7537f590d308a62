"""Sheets on a wall are drawn as one reads, those in sight before the rest."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.printing.paper import A5
from app.ui.wall.wall import Tile, Wall


def test_the_first_sheets_are_drawn_first(qtbot: QtBot) -> None:
    drawn: list[str] = []

    def draw(sheet: str, width: int) -> QImage:
        drawn.append(sheet)
        return QImage(width, width, QImage.Format.Format_RGB32)

    wall = Wall("Actioncards", draw, A5)
    qtbot.addWidget(wall)
    wall.resize(900, 700)
    wall.hang([Tile(f"k{n}", f"Kort {n}", "", "Udgivet", "check", 1) for n in range(30)])
    wall.show()
    qtbot.wait_until(lambda: bool(drawn) and not wall.is_drawing)
    assert drawn == [f"k{n}" for n in range(len(drawn))]
    assert len(drawn) < 30, "what is not in sight is not drawn"
    seen = len(drawn)
    wall.verticalScrollBar().setValue(wall.verticalScrollBar().maximum())
    qtbot.wait_until(lambda: len(drawn) > seen and not wall.is_drawing)
    assert "k29" in drawn
    assert drawn[seen:] == sorted(drawn[seen:], key=lambda one: int(one[1:]))
