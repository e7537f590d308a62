"""A head gives way in a narrow window: quiet buttons, chips, the main button, the title."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.page_header import Header
from app.ui.look.widgets import Button, Chip
from tests.ui.rest import come_to_rest

Parts = tuple[Header, Button, Button]


@pytest.fixture
def parts(qtbot: QtBot) -> Iterator[Parts]:
    """A head with two quiet buttons in a window of its own."""
    header = Header()
    first, second = Button("Udskriv", "quiet", "print"), Button("Vis på møde", "quiet", "meeting")
    header.foldable = (first, second)
    for button in (first, second):
        header.buttons.addWidget(button)
    header.title.setText("Underretning")
    window = QWidget()
    qtbot.addWidget(window)
    header.setParent(window)
    window.resize(900, 100)
    header.resize(700, 72)
    window.show()
    QTest.qWaitForWindowExposed(window)
    yield header, first, second
    window.close()


def test_all_words_stand_where_there_is_room(parts: Parts) -> None:
    _, first, second = parts
    assert (first.text(), second.text()) == ("Udskriv", "Vis på møde")


def test_the_first_gives_way_before_the_others_and_comes_back(parts: Parts) -> None:
    header, first, second = parts
    layout = header.layout()
    assert layout is not None
    needed = layout.sizeHint().width()
    header.resize(needed - 5, 72)
    assert (first.text(), second.text()) == ("", "Vis på møde")
    assert first.accessibleName() == "Udskriv"
    header.resize(300, 72)
    assert (first.text(), second.text()) == ("", "")
    header.resize(needed, 72)
    assert (first.text(), second.text()) == ("Udskriv", "Vis på møde")


def test_buttons_that_belong_together_fold_together(parts: Parts) -> None:
    header, first, second = parts
    header.foldable = ((first, second),)
    layout = header.layout()
    assert layout is not None
    header.resize(layout.sizeHint().width() - 5, 72)
    assert (first.text(), second.text()) == ("", "")


def test_a_longer_title_takes_its_room(parts: Parts, qtbot: QtBot) -> None:
    header, first, _ = parts
    header.title.setText("Anbringelse uden samtykke efter en lang undersøgelse med mange ord")
    qtbot.wait_until(lambda: first.text() == "")


def test_no_button_is_cut_where_the_title_alone_is_too_long(parts: Parts) -> None:
    header, first, second = parts
    header.title.setText("Anbringelse uden samtykke efter en lang undersøgelse med mange ord")
    header.resize(320, 72)
    come_to_rest()
    assert all(button.width() >= button.sizeHint().width() for button in (first, second))


def test_a_chip_gives_way_after_the_quiet_and_the_main_button_last(parts: Parts) -> None:
    header, first, second = parts
    chip, start = Chip("Ikke godkendt her", "soon", "alert"), Button("Start forløb", "go", "start")
    header.chips.addWidget(chip)
    header.buttons.addWidget(start)
    header.last_foldable = (start,)
    layout = header.layout()
    assert layout is not None
    for width in range(layout.sizeHint().width(), 200, -10):
        header.resize(width, 72)
        come_to_rest()
        words = [bool(one.text()) for one in (first, second, start)]
        chip_is_folded = chip.saved_in(header) > 0
        assert not chip_is_folded or words[:2] == [False, False]
        assert words[2] or chip_is_folded
    assert (words[2], chip_is_folded) == (False, True)
    assert chip.accessibleName() == "Ikke godkendt her"
    chip.show_state("Godkendt", "done", "check")
    assert (chip.accessibleName(), chip.text) == ("Godkendt", "Godkendt")


def test_the_line_below_is_given_room_by_the_quiet_buttons_where_that_is_enough(
    parts: Parts,
) -> None:
    header, first, second = parts
    header.title.setText("Screening")
    header.sub.setText("Version 1, kontrolleret 8.3.2026 mod barnets lov, LBK nr. 282 af 17.3.2025")
    words = header.sub.sizeHint().width()
    seen: list[tuple[bool, bool]] = []
    for width in range(words + 400, words + 40, -10):
        header.resize(width, 72)
        come_to_rest()
        stands = bool(first.text()), bool(second.text())
        assert header.sub.width() >= words or stands == (True, True), "nothing is gained by it"
        seen += [] if seen and seen[-1] == stands else [stands]
    assert seen == [(True, True), (False, True), (False, False), (True, True)]


def test_a_button_that_comes_while_the_page_is_not_seen_leaves_the_title_its_room(
    parts: Parts,
) -> None:
    header, first, second = parts
    more = [Button(f"En knap mere {number}", "quiet", "edit") for number in range(3)]
    for button in more:
        button.hide()
        header.buttons.addWidget(button)
    header.foldable = (first, second, *more)
    header.title.setText("Undersøgelse uden samarbejde")
    come_to_rest()
    header.hide()
    for button in more:
        button.show()
    come_to_rest()
    header.show()
    come_to_rest()
    assert header.title.width() >= header.title.sizeHint().width()
