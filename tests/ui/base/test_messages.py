"""Where each thing is told, how long it stands, and how it goes away again."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.model.errors import Refused, Trouble
from app.ui.base.messages import Message, Messages, StandingMessages, Tone
from app.ui.look import toast as toasts
from app.ui.look.banner import Banner
from app.ui.look.toast import Toast
from app.ui.shell.furnishing import Furnishing

NOTE = Message("En nyere version er udgivet")
TROUBLE = Message("Der er ikke plads på disken", tone=Tone.TROUBLE, follows=True, about="note")
NEWS = Message("Programmet har fået nye tekster", follows=True)
SAVED = Message("Gemt som notat.docx", tone=Tone.DONE)


@pytest.fixture
def standing() -> StandingMessages:
    return StandingMessages()


def test_a_message_of_a_place_is_seen_there_and_nowhere_else(standing: StandingMessages) -> None:
    standing.tell(NOTE, "editor")
    assert standing.shown_in("editor") is NOTE
    assert standing.shown_in("runs") is None


def test_what_was_told_goes_when_the_place_shows_something_else(standing: StandingMessages) -> None:
    standing.tell(NEWS, "editor", "et kort")
    standing.tell(NOTE, "editor", "et kort")
    standing.move_on("editor", "et kort")
    assert standing.shown_in("editor") is NOTE
    standing.move_on("editor", "et andet")
    assert standing.shown_in("editor") is NEWS


def test_what_concerns_the_program_is_seen_everywhere(standing: StandingMessages) -> None:
    standing.tell(NEWS, "procedures")
    assert standing.shown_in("runs") is NEWS


def test_the_newest_is_shown_and_the_other_again_when_it_is_closed(
    standing: StandingMessages,
) -> None:
    standing.tell(TROUBLE, "runs")
    standing.tell(NOTE, "runs")
    assert standing.shown_in("runs") is NOTE
    standing.close(NOTE)
    assert standing.shown_in("runs") is TROUBLE


def test_a_note_takes_the_room_of_the_note_before_it(standing: StandingMessages) -> None:
    standing.tell(Message("Den første"), "runs")
    standing.tell(NOTE, "runs")
    standing.close(NOTE)
    assert standing.shown_in("runs") is None


def test_news_do_not_take_the_room_of_trouble(standing: StandingMessages) -> None:
    standing.tell(TROUBLE, "runs")
    standing.tell(NEWS, "runs")
    standing.close(NEWS)
    assert standing.shown_in("runs") is TROUBLE


def test_what_is_to_be_decided_is_not_hidden_by_what_is_told_meanwhile(
    standing: StandingMessages,
) -> None:
    held = Message("Programmet er stadig åbent", tone=Tone.TROUBLE, follows=True, held=True)
    standing.tell(held, "runs")
    standing.tell(TROUBLE, "runs")
    assert standing.shown_in("runs") is held
    standing.close(held)
    assert standing.shown_in("runs") is TROUBLE


def test_trouble_that_is_over_is_gone_and_a_note_is_not(standing: StandingMessages) -> None:
    standing.tell(NOTE, "runs")
    standing.tell(TROUBLE, "runs")
    standing.settle("note")
    assert standing.shown_in("runs") is NOTE


def test_success_of_another_thing_takes_no_trouble_away(standing: StandingMessages) -> None:
    standing.tell(TROUBLE, "runs")
    standing.settle("tick")
    assert standing.shown_in("runs") is TROUBLE


def test_the_same_trouble_with_several_things_is_told_once(standing: StandingMessages) -> None:
    standing.tell(TROUBLE, "runs")
    again = replace(TROUBLE, about="tick")
    standing.tell(again, "runs")
    standing.close(again)
    assert standing.shown_in("runs") is None


def test_a_refusal_goes_when_what_was_refused_is_kept_after_all(standing: StandingMessages) -> None:
    refused = Message("Noten er ikke gemt", tone=Tone.WARNING, about="note")
    standing.tell(refused, "runs")
    standing.settle("note")
    assert standing.shown_in("runs") is None


def test_trouble_follows_into_every_place_and_a_refusal_stays_in_its_own() -> None:
    told: list[Message] = []
    messages = Messages()
    messages.told.connect(told.append)
    messages.tell(Trouble("disk_full", path="x"))
    messages.tell(Refused("looks_like_cpr"))
    assert [(one.tone, one.follows) for one in told] == [
        (Tone.TROUBLE, True),
        (Tone.WARNING, False),
    ]


class Page(QWidget):
    """A page with a field to write in, a banner above it and a toast over it."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner()
        self.field = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addWidget(self.field, 1)
        self.toast = Toast(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.resize(900, 500)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.field.setFocus()
    return page


def test_success_moves_nothing_and_goes_by_itself(
    page: Page, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toasts, "LEAST_MS", 30)
    monkeypatch.setattr(toasts, "MS_A_SIGN", 0)
    before = page.field.geometry()
    page.toast.show_message(SAVED)
    assert page.toast.isVisible()
    assert page.field.geometry() == before
    assert page.rect().contains(page.toast.geometry())
    qtbot.waitUntil(lambda: not page.toast.isVisible())
    assert page.toast.text == ""


def test_all_of_what_is_said_is_seen(page: Page) -> None:
    page.toast.show_message(SAVED)
    line = "Kvitteringen står under Indstillinger. Sikkerhedskopier følger efter. " * 2
    page.toast.show_message(Message("Forløbet er slettet", line, Tone.DONE))
    labels = [one for one in page.toast.findChildren(QLabel) if one.isVisible()]
    assert [one.text() for one in labels] == ["Forløbet er slettet", line]
    assert all(one.height() >= one.heightForWidth(one.width()) for one in labels)


def test_success_stays_while_the_mouse_is_on_it(page: Page) -> None:
    page.toast.show_message(SAVED)
    here = QPointF(20, 20)
    QApplication.sendEvent(page.toast, QEnterEvent(here, here, here))
    assert not page.toast.is_going
    QApplication.sendEvent(page.toast, QEvent(QEvent.Type.Leave))
    assert page.toast.is_going


def test_success_stays_while_the_keyboard_is_in_it_and_gives_it_back(page: Page) -> None:
    page.toast.show_message(SAVED)
    page.toast.take_focus()
    assert not page.toast.is_going
    QTest.keyClick(holder(), Qt.Key.Key_Escape)
    assert not page.toast.isVisible()
    assert page.field.hasFocus()


def holder() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_a_banner_that_is_closed_gives_the_keyboard_back(page: Page) -> None:
    page.banner.show_message(NOTE)
    page.field.setFocus()
    QTest.keyClick(page.field, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.banner.isAncestorOf(holder())
    QTest.keyClick(holder(), Qt.Key.Key_Escape)
    assert not page.banner.isVisible()
    assert page.field.hasFocus()


def test_what_mends_a_message_is_pressed_once_and_takes_it_away(page: Page) -> None:
    pressed: list[str] = []
    page.banner.show_message(Message("Kladden", mend=("Saml", lambda: pressed.append("saml"))))
    page.banner.take_focus()
    QTest.keyClick(holder(), Qt.Key.Key_Space)
    assert pressed == ["saml"]
    assert not page.banner.isVisible()


def test_escape_anywhere_closes_what_is_told_but_not_trouble(house: Furnishing) -> None:
    window = house.window
    window.go("procedures")
    house.desk.messages.tell(Trouble("disk_full", path="x"))
    house.desk.messages.say("Vælg først et trin")
    house.desk.messages.done("Gemt som notat.docx")
    for _ in range(3):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.toast_text == ""
    assert window.banner_text.startswith("Der er ikke plads på disken")


def test_a_message_of_one_place_is_not_seen_in_another(house: Furnishing) -> None:
    window = house.window
    window.go("procedures")
    house.desk.messages.say("Vælg først et trin")
    window.go("runs")
    assert window.banner_text == ""
    window.go("procedures")
    assert window.banner_text.startswith("Vælg først et trin")
