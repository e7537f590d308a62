"""The hand: it hits what one sees, and refuses what one could not do."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tools.hand import Hand, NotThereError, Stage


class _Room(QWidget):
    """A window with a little of everything."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Prøve")
        self.said: list[str] = []
        column = QVBoxLayout(self)
        self.button = QPushButton("&Gem")
        self.button.clicked.connect(lambda: self.said.append("gem"))
        self.field = QLineEdit()
        self.field.setAccessibleName("Navn")
        self.menu_button = QPushButton("Mere")
        self.menu_button.clicked.connect(self._open_menu)
        self.box = QCheckBox("Husk det")
        self.colour = QComboBox()
        self.colour.setAccessibleName("Farve")
        self.colour.addItems(["Rød", "Grøn", "Blå"])
        for widget in (
            *(self.button, self.field, self.menu_button, self.box, self.colour),
            self._long(),
        ):
            column.addWidget(widget)
        self.resize(400, 420)

    def _long(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        for number in range(30):
            button = QPushButton(f"Nummer {number}")
            button.clicked.connect(lambda _=False, number=number: self.said.append(str(number)))
            column.addWidget(button)
        area = QScrollArea()
        area.setWidget(inner)
        return area

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction("Slet\tDel", lambda: self.said.append("slet"))
        menu.exec(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))


@pytest.fixture
def room(qtbot: QtBot) -> _Room:
    room = _Room()
    qtbot.addWidget(room)
    room.show()
    qtbot.waitExposed(room)
    return room


def test_a_click_hits_the_button_with_these_words(room: _Room) -> None:
    stage = Stage()
    stage.play(lambda: Hand(stage).click("Gem"))
    assert room.said == ["gem"]


def test_letters_go_to_the_field_that_was_clicked(room: _Room) -> None:
    stage = Stage()
    hand = Hand(stage)

    def story() -> None:
        hand.click("Navn")
        hand.type("Ærø, 27.11")
        assert hand.focus == "Navn"
        assert hand.value_of("Navn") == "Ærø, 27.11"

    stage.play(story)


def test_what_is_scrolled_away_is_brought_into_sight_with_the_wheel(room: _Room) -> None:
    stage = Stage()
    hand = Hand(stage)

    def story() -> None:
        assert not hand.sees("Nummer 29")
        hand.click("Nummer 29")
        assert hand.sees("Nummer 29")

    stage.play(story)
    assert room.said == ["29"]


def test_a_menu_that_waits_for_its_answer_is_answered(room: _Room) -> None:
    stage = Stage()
    hand = Hand(stage)

    def story() -> None:
        hand.click("Mere")
        hand.click("Slet")

    stage.play(story)
    assert room.said == ["slet"]


def test_what_is_covered_cannot_be_clicked_and_the_cover_is_named(room: _Room) -> None:
    cover = QPlainTextEdit(room)
    cover.setAccessibleName("Ark")
    cover.setGeometry(room.rect())
    cover.show()
    stage = Stage()
    with pytest.raises(NotThereError, match="is covered by"):
        stage.play(lambda: Hand(stage, looks=3).click("Gem"))
    assert room.said == []


def test_what_is_disabled_cannot_be_clicked(room: _Room) -> None:
    room.button.setEnabled(False)
    stage = Stage()
    with pytest.raises(NotThereError, match="is disabled"):
        stage.play(lambda: Hand(stage, looks=3).click("Gem"))


def test_what_is_hidden_is_not_there(room: _Room) -> None:
    room.button.hide()
    stage = Stage()
    with pytest.raises(NotThereError, match="There is no »Gem«"):
        stage.play(lambda: Hand(stage, looks=3).click("Gem"))


def test_a_label_over_a_button_lets_the_click_through_only_where_it_does(room: _Room) -> None:
    label = QLabel("Ny", room.button)
    label.setGeometry(room.button.rect())
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.show()
    stage = Stage()
    stage.play(lambda: Hand(stage).click("Gem"))
    assert room.said == ["gem"]


def test_an_assistive_action_is_done_as_a_screen_reader_does_it(room: _Room) -> None:
    stage = Stage()
    stage.play(lambda: Hand(stage).tells("Husk det", "Toggle"))
    assert room.box.isChecked()


def test_a_picture_shows_what_is_seen(room: _Room, tmp_path: Path) -> None:
    stage = Stage()
    stage.play(lambda: Hand(stage).picture(tmp_path / "seen.png"))
    assert (tmp_path / "seen.png").stat().st_size > 1000


def test_what_can_be_ticked_is_told_from_what_can_be_pressed(room: _Room) -> None:
    stage = Stage()
    hand = Hand(stage)

    def story() -> None:
        boxes = [thing for thing in hand.things(within="Pr …") if thing.is_box]
        assert [(box.names, box.is_checked) for box in boxes] == [(("Husk det",), False)]
        hand.click("Husk det")
        assert hand.finds("Husk det").is_checked

    stage.play(story)


def test_what_lies_behind_another_window_is_not_there(room: _Room, qtbot: QtBot) -> None:
    cover = QPushButton("Forrest")
    qtbot.addWidget(cover)
    cover.setGeometry(room.geometry().adjusted(-5, -5, 5, 5))
    cover.show()
    cover.activateWindow()
    qtbot.waitUntil(cover.isActiveWindow)
    stage = Stage()
    hand = Hand(stage)

    def story() -> None:
        assert hand.has("Forrest")
        assert not hand.has("Gem")

    stage.play(story)


def test_one_of_several_is_chosen_in_the_list_that_opens(room: _Room) -> None:
    stage = Stage()
    hand = Hand(stage)

    def story() -> None:
        hand.choose("Farve", "Blå")
        hand.choose("Farve", "Grøn")
        assert hand.value_of("Farve") == "Grøn"

    stage.play(story)


def test_what_cannot_be_done_fails_in_the_story(room: _Room) -> None:
    stage = Stage()
    with pytest.raises(NotThereError, match="cannot be told to Fly"):
        stage.play(lambda: Hand(stage).tells("Gem", "Fly"))


def test_the_keyboard_goes_back_to_the_window_when_a_small_one_is_gone(
    room: _Room, qtbot: QtBot
) -> None:
    small = QLabel("En lille")
    qtbot.addWidget(small)
    small.show()
    small.activateWindow()
    qtbot.waitUntil(small.isActiveWindow)
    stage = Stage()
    hand = Hand(stage)

    def story() -> None:
        stage.ask(small.close)
        hand.click("Navn")
        hand.type("her")
        assert hand.value_of("Navn") == "her"

    stage.play(story)


def test_a_story_that_fails_before_an_open_menu_ends_all_the_same(room: _Room) -> None:
    stage = Stage()
    hand = Hand(stage, looks=3)

    def story() -> None:
        hand.click("Mere")
        hand.click("Findes ikke")

    with pytest.raises(NotThereError, match="Findes ikke"):
        stage.play(story)
