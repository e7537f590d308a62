"""What is typed: kept at each pause, never lost to a refusal or a busy database."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.model.errors import Refused, Told, Trouble
from app.model.run.shared_notes import merged
from app.ui.base import keeping
from app.ui.base.keeping import KeepState, Typed, TypedWriting
from tests.ui.rest import come_to_rest

_PAUSE = 20


class Disk:
    """Takes writes as the store does, and fails as it is told to."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.refuses: Told | None = None
        self.asked: list[str] = []
        self._waiting: list[Callable[[], None]] = []
        self.is_slow = False

    def write(
        self, value: str, base: str, kept: Callable[[], None], failed: Callable[[Told], None]
    ) -> None:
        self.asked.append(value)

        def answer() -> None:
            error = self.refuses
            if error is None and "010180-1234" in value:
                error = Refused("cpr_in_note")
            if error is not None:
                failed(error)
            else:
                self.text = merged(base, value, self.text)
                kept()

        if self.is_slow:
            self._waiting.append(answer)
        else:
            answer()

    def answer(self) -> None:
        """Answer what was asked first."""
        self._waiting.pop(0)()


def _stands(what: Typed[str] | TypedWriting) -> KeepState:
    return what.standing


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch, qapp: QObject) -> None:
    monkeypatch.setattr(keeping, "PAUSE_MS", _PAUSE)
    monkeypatch.setattr(keeping, "LONGEST_MS", 2 * _PAUSE)
    monkeypatch.setattr(keeping, "AGAIN_MS", _PAUSE)


def test_it_is_kept_at_a_pause(qtbot: QtBot) -> None:
    disk = Disk()
    typed = Typed("", disk.write)
    typed.type("Skolen ringer")
    assert _stands(typed) is KeepState.TYPED
    qtbot.waitUntil(lambda: typed.standing is KeepState.KEPT)
    assert disk.text == "Skolen ringer"


def test_who_types_without_a_pause_is_kept_all_the_same(qtbot: QtBot) -> None:
    disk = Disk()
    typed = Typed("", disk.write)
    letters = iter("Skolen ringer klokken ni, og moderen er orienteret. " * 20)

    def type_on() -> bool:
        typed.type(typed.value + next(letters))
        return bool(disk.text)

    qtbot.waitUntil(type_on)


def test_a_refused_line_takes_no_other_with_it(qtbot: QtBot) -> None:
    disk = Disk()
    typed = Typed("", disk.write)
    typed.type("Skolen ringer.\nBarnet har 010180-1234.")
    typed.flush()
    assert _stands(typed) is KeepState.REFUSED
    assert disk.text == ""
    typed.type("Skolen ringer.\nBarnet har ro på.")
    assert _stands(typed) is KeepState.TYPED
    typed.flush()
    assert disk.text == "Skolen ringer.\nBarnet har ro på."
    assert _stands(typed) is KeepState.KEPT


def test_what_was_written_over_after_a_refusal_does_not_come_back(qtbot: QtBot) -> None:
    disk = Disk("Gammel note")
    typed = Typed(disk.text, disk.write)
    for text in ("Barnet har 010180-1234.", "Ny tekst"):
        typed.type(text)
        typed.flush()
    assert disk.text == "Ny tekst"


def test_what_is_refused_is_not_asked_again_until_it_is_changed(qtbot: QtBot) -> None:
    disk = Disk()
    typed = Typed("", disk.write)
    typed.type("010180-1234")
    typed.flush()
    qtbot.wait(5 * _PAUSE)
    assert disk.asked == ["010180-1234"]


def test_a_line_typed_while_the_database_is_busy_is_kept_when_it_is_free(qtbot: QtBot) -> None:
    disk = Disk("Linje et.")
    typed = Typed("Linje et.", disk.write)
    disk.refuses = Trouble("locked")
    typed.type("Linje et.\nLinje to.")
    typed.flush()
    assert _stands(typed) is KeepState.FAILED
    typed.type("Linje et.\nLinje to.\nLinje tre.")
    disk.refuses = None
    qtbot.waitUntil(lambda: typed.standing is KeepState.KEPT)
    assert disk.text == "Linje et.\nLinje to.\nLinje tre."


def test_trouble_is_tried_again_by_itself_with_what_stands_there_now(qtbot: QtBot) -> None:
    disk = Disk()
    disk.refuses = Trouble("disk_full")
    typed = Typed("", disk.write)
    typed.type("Vigtigt")
    typed.flush()
    disk.refuses = None
    qtbot.waitUntil(lambda: disk.text == "Vigtigt")


def test_what_is_typed_while_a_write_is_on_its_way_is_kept_after_it(qtbot: QtBot) -> None:
    disk = Disk()
    disk.is_slow = True
    typed = Typed("", disk.write)
    typed.type("Anden")
    typed.flush()
    typed.type("Anden, tredje")
    typed.flush()
    assert disk.asked == ["Anden"]
    disk.answer()
    qtbot.waitUntil(lambda: disk.asked == ["Anden", "Anden, tredje"])
    disk.answer()
    assert _stands(typed) is KeepState.KEPT


def test_what_another_window_wrote_stays_beside_it(qtbot: QtBot) -> None:
    disk = Disk("Fælles")
    typed = Typed("Fælles", disk.write)
    typed.type("Fælles\nMin")
    disk.text = "Fælles\nDeres"
    assert not typed.show_stored(disk.text)
    typed.flush()
    assert disk.text == "Fælles\nDeres\nMin"
    assert typed.show_stored(disk.text)
    assert typed.value == disk.text


def test_typing_back_to_what_is_stored_is_nothing_to_keep(qtbot: QtBot) -> None:
    disk = Disk("Før")
    typed = Typed("Før", disk.write)
    typed.type("010180-1234")
    typed.flush()
    typed.type("Før")
    typed.flush()
    assert _stands(typed) is KeepState.KEPT
    assert disk.text == "Før"


def test_the_program_knows_how_the_worst_stands(qtbot: QtBot) -> None:
    good, bad = Disk(), Disk()
    bad.refuses = Trouble("disk_full")
    writing = TypedWriting()
    first, second = writing.begin("a", "", good.write), writing.begin("b", "", bad.write)
    assert _stands(writing) is KeepState.KEPT
    first.type("et")
    second.type("to")
    assert _stands(writing) is KeepState.TYPED
    writing.flush()
    assert _stands(writing) is KeepState.FAILED
    assert writing.unkept == (second,)
    bad.refuses = None
    with qtbot.waitSignal(writing.changed):
        writing.flush()
    assert _stands(writing) is KeepState.KEPT


def test_who_comes_back_to_a_place_finds_what_is_not_kept_there(qtbot: QtBot) -> None:
    disk = Disk()
    disk.refuses = Trouble("disk_full")
    writing = TypedWriting()
    writing.begin("trin 3", "", disk.write).type("Vigtigt")
    writing.flush()
    assert writing.begin("trin 3", "", disk.write).value == "Vigtigt"
    assert writing.begin("trin 4", "", disk.write).value == ""


def test_what_is_typed_goes_when_it_is_kept_and_nobody_writes_in_it(qtbot: QtBot) -> None:
    disk, writing = Disk(), TypedWriting()
    disk.is_slow = True
    first = writing.begin("trin 3", "", disk.write)
    first.type("Vigtigt")
    second = writing.begin("trin 3", "", disk.write)
    assert second is first
    gone: list[object] = []
    first.destroyed.connect(lambda: gone.append(first))
    first.leave()
    writing.flush()
    second.leave()
    come_to_rest()
    assert gone == [], "it is on its way"
    disk.answer()
    qtbot.waitUntil(lambda: bool(gone))
    assert writing.begin("trin 3", disk.text, disk.write).value == "Vigtigt"


def test_what_is_typed_belongs_to_the_writing_and_no_name_holds_it(qtbot: QtBot) -> None:
    disk, writing = Disk(), TypedWriting()
    gone: list[bool] = []
    writing.begin("trin 3", "", disk.write).destroyed.connect(lambda: gone.append(True))
    come_to_rest()
    assert gone == []
