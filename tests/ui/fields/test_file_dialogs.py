"""The dialog that asks for a file: Danish, where one last was, and never over another file."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.paths import RESOURCES
from app.ui.fields.file_dialogs import (
    Filed,
    ask_for_file,
    ask_for_folder,
    ask_where_to_save,
    last_folders,
)
from app.ui.shell.furnishing import Furnishing
from tests.ui import file_dialog

_ENGLISH = re.compile(
    r"\b(look|files?|type|folder|directory|open|save|cancel|name|size|date|sided|binding|page|"
    r"set|off|all|print|pages|back|forward|view|list|detail|create|new|delete|rename|show|hidden)\b",
    re.IGNORECASE,
)
_ACROSS = Qt.Orientation.Horizontal
_SAME_IN_DANISH = {"Type", "Type:"}


def _do_nothing(_: Path) -> None:
    """Nobody waits for the answer."""


@pytest.fixture
def host(qtbot: QtBot, tmp_path: Path) -> Iterator[QWidget]:
    """A window that asks, and folders that nobody has been in before."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    last_folders().take({})
    yield widget
    last_folders().take({})


def words_in(dialog: QDialog) -> list[str]:
    """All words that a dialog shows or speaks."""
    words: list[str] = [dialog.windowTitle()]
    for widget in dialog.findChildren(QWidget):
        words += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            words.append(widget.text())
        if isinstance(widget, QGroupBox):
            words.append(widget.title())
        if isinstance(widget, QComboBox):
            words += [widget.itemText(row) for row in range(widget.count())]
        if isinstance(widget, QTreeView):
            model = widget.model()
            words += [str(model.headerData(at, _ACROSS)) for at in range(model.columnCount())]
            root = widget.rootIndex()
            words += [str(model.index(row, 2, root).data()) for row in range(model.rowCount(root))]
    return [word.replace("&", "") for word in words if word]


def english_in(dialog: QDialog) -> list[str]:
    return [w for w in words_in(dialog) if _ENGLISH.search(w) and w not in _SAME_IN_DANISH]


def test_every_word_of_the_dialogs_is_danish(host: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "undermappe").mkdir()
    (tmp_path / "a.ukendt").write_bytes(b"\0\1\2")
    last_folders().take(dict.fromkeys((Filed.PDF, Filed.WORD, Filed.DATA), str(tmp_path)))
    asked: list[Callable[[], None]] = [
        partial(ask_where_to_save, host, Filed.PDF, "Kort.pdf", _do_nothing),
        partial(ask_for_file, host, Filed.WORD, "Hent fra Word", _do_nothing),
        partial(ask_for_folder, host, Filed.DATA, "Vælg en mappe", _do_nothing),
    ]
    for ask in asked:
        ask()
        dialog = file_dialog.file_dialog()
        qtbot.wait_until(lambda: "Mappe" in words_in(file_dialog.file_dialog()))
        assert english_in(dialog) == []
        file_dialog.cancel(qtbot)


def test_the_print_dialog_is_danish_too(qtbot: QtBot) -> None:
    dialog = QPrintDialog(QPrinter())
    qtbot.addWidget(dialog)
    assert english_in(dialog) == []


def test_our_words_are_those_of_the_file_they_are_made_from(qapp: object) -> None:
    """`make words` was run after the last change."""
    folder = RESOURCES / "translations"
    compiled = QTranslator()
    assert compiled.load("qt_da", str(folder))
    for context in ElementTree.parse(folder / "qt_da.ts").getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            source, comment = message.findtext("source") or "", message.findtext("comment")
            assert compiled.translate(name, source, comment) == message.findtext("translation")


def test_it_begins_among_the_users_documents(
    host: QWidget, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    ask_where_to_save(host, Filed.PDF, "Kort.pdf", _do_nothing)
    assert file_dialog.proposed() == tmp_path / "Kort.pdf"
    file_dialog.cancel(qtbot)


def test_no_name_is_proposed_where_a_file_is_asked_for(
    host: QWidget, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the documents' folder is not there."""
    missing = str(tmp_path / "Documents")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: missing)
    ask_for_file(host, Filed.BUNDLE, "Hent ind", _do_nothing)
    assert file_dialog.proposed() == Path.home()
    file_dialog.cancel(qtbot)


def test_each_kind_of_file_remembers_its_folder(
    host: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "kort").mkdir()
    (tmp_path / "breve").mkdir()
    chosen: list[Path] = []
    ask_where_to_save(host, Filed.PDF, "Kort.pdf", chosen.append)
    file_dialog.choose(qtbot, tmp_path / "kort" / "et.pdf")
    ask_where_to_save(host, Filed.JOURNAL, "Notat.docx", chosen.append)
    file_dialog.choose(qtbot, tmp_path / "breve" / "et.docx")
    ask_where_to_save(host, Filed.PDF, "Kort.pdf", chosen.append)
    assert file_dialog.proposed() == tmp_path / "kort" / "Kort.pdf"
    file_dialog.cancel(qtbot)
    (tmp_path / "breve").rmdir()
    ask_where_to_save(host, Filed.JOURNAL, "Notat.docx", chosen.append)
    assert file_dialog.proposed().parent != tmp_path / "breve", "it is no longer there"
    file_dialog.cancel(qtbot)
    assert [path.name for path in chosen] == ["et.pdf", "et.docx"]


@pytest.mark.parametrize("typed", ["mit kort", "mit kort.v2", "MIT.PDF"])
def test_a_name_gets_its_ending(host: QWidget, tmp_path: Path, qtbot: QtBot, typed: str) -> None:
    chosen: list[Path] = []
    ask_where_to_save(host, Filed.PDF, "Kort.pdf", chosen.append)
    file_dialog.choose(qtbot, tmp_path / typed)
    name = typed if typed.endswith(".PDF") else f"{typed}.pdf"
    assert chosen == [tmp_path / name]


@pytest.mark.parametrize("typed", ["alt", "alt.pdf", "alt.v2"])
def test_a_file_is_written_over_only_after_a_question(
    host: QWidget, tmp_path: Path, qtbot: QtBot, typed: str
) -> None:
    there = tmp_path / (typed if typed.endswith(".pdf") else f"{typed}.pdf")
    there.write_text("x", encoding="utf-8")
    chosen: list[Path] = []
    ask_where_to_save(host, Filed.PDF, "Kort.pdf", chosen.append)
    said = file_dialog.answer_next_question(with_yes=False)
    file_dialog.type_path(tmp_path / typed)
    assert said
    assert "findes allerede" in said[0]
    assert chosen == []
    file_dialog.answer_next_question(with_yes=True)
    file_dialog.type_path(tmp_path / typed)
    assert chosen == [there]


def test_a_folder_is_chosen_and_remembered(host: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "data").mkdir()
    chosen: list[Path] = []
    ask_for_folder(host, Filed.DATA, "Vælg en mappe", chosen.append)
    file_dialog.choose(qtbot, tmp_path / "data")
    assert chosen == [tmp_path / "data"]
    assert last_folders().of(Filed.DATA) == tmp_path / "data"


def test_the_folders_outlive_the_program(house: Furnishing, tmp_path: Path, qtbot: QtBot) -> None:
    ask_where_to_save(house.window, Filed.CALENDAR, "Frister.ics", _do_nothing)
    file_dialog.choose(qtbot, tmp_path / "mine.ics")
    assert house.desk.settings.folders == {"calendar": str(tmp_path)}
    unsayable = tmp_path / "010190-1234"
    unsayable.mkdir()
    ask_where_to_save(house.window, Filed.CALENDAR, "Frister.ics", _do_nothing)
    file_dialog.choose(qtbot, unsayable / "mine.ics")
    assert house.desk.settings.folders == {"calendar": str(tmp_path)}
    assert house.window.banner_text == ""
    assert last_folders().of(Filed.CALENDAR) == unsayable
