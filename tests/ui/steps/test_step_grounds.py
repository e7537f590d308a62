"""The law of a step is read whole, also where the name of an act is a long word."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.files import read_library
from app.paths import SHIPPED_LIBRARY
from app.ui.steps.step_grounds import LawSection


def test_no_word_of_a_name_is_cut(qtbot: QtBot) -> None:
    catalogue = read_library(SHIPPED_LIBRARY).library.catalogue
    one_of_each_act = {one.ref.partition(":")[0]: one.ref for one in catalogue.provisions}
    section = LawSection()
    qtbot.addWidget(section)
    section.resize(300, 4000)
    section.show_law([*one_of_each_act.values()], catalogue)
    section.show()
    names = [name for name in section.findChildren(QLabel) if "loven" in name.text()]
    assert names
    for name in names:
        words = (name.fontMetrics().horizontalAdvance(word) for word in name.text().split(" "))
        assert max(words) <= name.width(), name.text()
