"""Each line of a menu has a letter that no other line of it has."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.model.library.procedure import CheckItem
from app.model.run.run import Mark
from app.model.run.state import ItemState
from app.paths import RESOURCES
from app.ui.keys.menus import Menu, choose_letters, give_letters, letter_of
from app.ui.runs.leaving_menu import LeavingButton
from app.ui.runs.run_header import RunHeader
from app.ui.runs.step.item_marking import Markable, MarkBox

APP = RESOURCES.parent / "app"


def letters(menu: QMenu) -> list[str]:
    give_letters(menu)
    return [letter_of(line.text()) for line in menu.actions() if not line.isSeparator()]


def test_a_line_gets_its_key_or_the_first_letter_that_is_free(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    menu = Menu(window)
    lines = ("Et krav\tK", "Klip\tCtrl+X", "&Indsæt", "Igen & igen", "Åbn", "12 Tal med barnet")
    for line in lines:
        menu.addAction(line)
    assert letters(menu) == ["k", "l", "i", "g", "å", "1"]
    assert letters(menu) == ["k", "l", "i", "g", "å", "1"], "it keeps its letter"
    assert menu.actions()[3].text() == "I&gen && igen"


@given(st.lists(st.text(st.sampled_from("abcæø & Å1"), min_size=1), max_size=12))
def test_no_two_lines_have_the_same_letter(lines: list[str]) -> None:
    places = choose_letters(lines)
    given = [line[at].casefold() for line, at in zip(lines, places, strict=True) if at is not None]
    kept = [letter for line in lines if (letter := letter_of(line))]
    assert len(given) == len(set(given))
    assert not set(given) & set(kept)


def box() -> MarkBox:
    item = Markable(
        step="modtag",
        at=0,
        item=CheckItem("Tid"),
        state=ItemState(Mark.DONE),
        who="",
        reasons=(),
        hindrance="du har selv gjort det",
        may_mark=True,
    )
    found = MarkBox(lambda _: None)
    found.show_mark(item)
    return found


@pytest.mark.parametrize("make", [box, RunHeader, lambda: LeavingButton("Kopiér hele forløbet")])
def test_the_menus_of_a_run_have_a_letter_for_each_line(make: type[QWidget], qtbot: QtBot) -> None:
    holder = make()
    qtbot.addWidget(holder)
    menu = holder.marks_menu() if isinstance(holder, MarkBox) else holder.findChild(Menu)
    assert menu is not None
    found = letters(menu)
    assert len(found) > 2
    assert all(found)
    assert len(found) == len(set(found))


def test_every_menu_of_the_program_gives_its_lines_letters() -> None:
    made = {
        path.relative_to(APP).as_posix()
        for path in APP.rglob("*.py")
        if re.search(r"QMenu\(|\.addMenu\(", path.read_text(encoding="utf-8"))
    }
    assert made == {"ui/keys/menus.py", "ui/runs/list/row_menu.py"}
    row = (APP / "ui/runs/list/row_menu.py").read_text(encoding="utf-8")
    assert "QMenu(" not in row, "it adds a menu of the house"


def test_a_letter_chooses_while_the_menu_is_open(qtbot: QtBot) -> None:
    window, chosen = QWidget(), list[str]()
    qtbot.addWidget(window)
    menu = Menu(window)
    for words in ("Afvent …", "Afslut …"):
        menu.addAction(words).triggered.connect(lambda _=False, words=words: chosen.append(words))
    window.show()
    menu.popup(window.rect().center())
    QTest.keyClick(menu, Qt.Key.Key_F)
    assert [words.replace("&", "") for words in chosen] == ["Afslut …"]
