"""The one way to ask where a file is, or where it is to be saved.

On Linux it is Qt's own dialog: that of the desktop follows the desktop's language, and differs
from one desktop to the next; Qt's is Danish with the rest of the program. On Windows and macOS it
is the system's, which has the places people know (the shared drives, OneDrive). Without a screen
there is no system to ask, so it is Qt's own there too.
"""

import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHeaderView, QToolButton, QTreeView, QWidget

from app.ui.look.icons import line_icon
from app.ui.look.theme import theme

_Location = QStandardPaths.StandardLocation


class Filed(StrEnum):
    """What is saved or opened; each kind remembers its own folder."""

    JOURNAL = "journal"
    CALENDAR = "calendar"
    PDF = "pdf"
    BUNDLE = "bundle"
    WORD = "word"
    TEXTS = "texts"
    DATA = "data"


_ENDINGS = {
    Filed.JOURNAL: ".docx",
    Filed.CALENDAR: ".ics",
    Filed.PDF: ".pdf",
    Filed.BUNDLE: ".roedtraad",
}
"""What a saved file's name ends in, whatever was typed."""


class LastFolders(QObject):
    """Where files of each kind were last put or found, for as long as the program runs.

    Signals: `changed` with a kind and its folder, for whoever keeps them longer.
    """

    changed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._folders: dict[str, str] = {}

    def take(self, folders: Mapping[str, str]) -> None:
        """Use what was kept."""
        self._folders = dict(folders)

    def of(self, kind: Filed) -> Path:
        """Return where to begin: the last folder of the kind, else the user's documents."""
        kept = self._folders.get(kind, "")
        documents = QStandardPaths.writableLocation(_Location.DocumentsLocation)
        begins = (Path(folder) for folder in (kept, documents) if folder)
        return next((folder for folder in begins if folder.is_dir()), Path.home())

    def remember(self, kind: Filed, folder: Path) -> None:
        """Begin here next time."""
        if self._folders.get(kind) != str(folder):
            self._folders[kind] = str(folder)
            self.changed.emit(kind, str(folder))


_last = LastFolders()


def last_folders() -> LastFolders:
    """Return the folders of the running program."""
    return _last


class _Wanted(Struct, frozen=True):
    """What a dialog asks for."""

    kind: Filed
    title: str
    mode: QFileDialog.FileMode
    accept: QFileDialog.AcceptMode = QFileDialog.AcceptMode.AcceptOpen


def ask_where_to_save(
    host: QWidget, kind: Filed, name: str, then: Callable[[Path], None], title: str = ""
) -> None:
    """Ask for a name and a place, and go on with them; nothing happens where one cancels.

    Whoever names a file that is there is asked whether it may be written over.
    """
    wanted = _Wanted(
        kind,
        title or QCoreApplication.translate("file_dialogs", "Gem"),
        QFileDialog.FileMode.AnyFile,
        QFileDialog.AcceptMode.AcceptSave,
    )
    dialog = _FileDialog(host, wanted, then)
    dialog.selectFile(name)
    dialog.open()


def ask_for_file(
    host: QWidget, kind: Filed, title: str, then: Callable[[Path], None], begun: Path | None = None
) -> None:
    """Ask for a file that is there; `begun` is one that was chosen before."""
    dialog = _FileDialog(host, _Wanted(kind, title, QFileDialog.FileMode.ExistingFile), then)
    if begun is not None and begun.exists():
        dialog.setDirectory(str(begun.parent))
        dialog.selectFile(begun.name)
    dialog.open()


def ask_for_folder(host: QWidget, kind: Filed, title: str, then: Callable[[Path], None]) -> None:
    """Ask for a folder."""
    _FileDialog(host, _Wanted(kind, title, QFileDialog.FileMode.Directory), then).open()


class _FileDialog(QFileDialog):
    """Begins where one last was, and remembers where one went."""

    def __init__(self, host: QWidget, wanted: _Wanted, then: Callable[[Path], None]) -> None:
        super().__init__(host.window(), wanted.title, str(last_folders().of(wanted.kind)))
        self._kind, self._then = wanted.kind, then
        self._ending = _ENDINGS.get(wanted.kind, "")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setOption(QFileDialog.Option.DontUseNativeDialog, not _has_known_dialogs())
        self.setAcceptMode(wanted.accept)
        self.setFileMode(wanted.mode)
        if wanted.mode is QFileDialog.FileMode.Directory:
            self.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            self.setNameFilters(_filters(wanted.kind, is_saved=self._is_saving))
        if self._is_saving:
            self.setDefaultSuffix(self._ending.removeprefix("."))
        self.setSidebarUrls(_places())
        self.setViewMode(QFileDialog.ViewMode.Detail)
        self._name_fields()
        self._dress()
        self._give_names_room()
        self.resize(theme().px(760), theme().px(480))
        self.fileSelected.connect(self._on_file_selected)

    @property
    def _is_saving(self) -> bool:
        return self.acceptMode() is QFileDialog.AcceptMode.AcceptSave

    def accept(self) -> None:
        """Give a name its ending first, so that the question of writing over is about that file."""
        if self._is_saving:
            named = Path(self.selectedFiles()[0])
            if self._lacks_ending(named):
                self.selectFile(f"{named}{self._ending}")
        super().accept()

    def _name_fields(self) -> None:
        """Let the fields be called what stands before them; the system names its own."""
        translate = QCoreApplication.translate
        for name, words in (
            ("fileNameEdit", translate("file_dialogs", "Filnavn")),
            ("fileTypeCombo", translate("file_dialogs", "Filtype")),
            ("lookInCombo", translate("file_dialogs", "Mappe")),
        ):
            for field in self.findChildren(QWidget, name):
                field.setAccessibleName(words)

    def _dress(self) -> None:
        """Give the buttons signs of the house, which are seen on light and on dark."""
        for name, icon in (
            ("backButton", "arrow-l"),
            ("forwardButton", "arrow-r"),
            ("toParentButton", "chev-u"),
            ("newFolderButton", "plus"),
        ):
            for button in self.findChildren(QToolButton, name):
                button.setIcon(line_icon(icon, "ink"))
        for name in ("listModeButton", "detailModeButton"):
            for button in self.findChildren(QToolButton, name):
                button.hide()

    def _give_names_room(self) -> None:
        """Let the names of files have what the other columns leave; nothing in the system's own."""
        tree = self.findChild(QTreeView)
        if tree is not None:
            tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _lacks_ending(self, path: Path) -> bool:
        return not path.name.casefold().endswith(self._ending) and not path.is_dir()

    def _on_file_selected(self, file: str) -> None:
        path = Path(file)
        if self._is_saving and self._lacks_ending(path):
            # Only a dialog of the system lets this through, and it has asked about another name.
            path = _free(path.with_name(path.name + self._ending))
        is_folder = self.fileMode() is QFileDialog.FileMode.Directory
        last_folders().remember(self._kind, path if is_folder else path.parent)
        self._then(path)


def _has_known_dialogs() -> bool:
    return sys.platform in ("win32", "darwin") and QGuiApplication.platformName() != "offscreen"


def _free(path: Path) -> Path:
    """Return a path nothing lies at: this one, or one with a number."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free


def _places() -> list[QUrl]:
    """Return what stands at the side: the folders one keeps things in, and the whole computer."""
    homes = (_Location.HomeLocation, _Location.DesktopLocation, _Location.DocumentsLocation)
    folders = dict.fromkeys(QStandardPaths.writableLocation(home) for home in homes)
    there = (QUrl.fromLocalFile(folder) for folder in folders if Path(folder).is_dir())
    return [*there, QUrl("file:")]


def _filters(kind: Filed, *, is_saved: bool) -> list[str]:
    words = {
        Filed.JOURNAL: QCoreApplication.translate("file_dialogs", "Word (*.docx)"),
        Filed.CALENDAR: QCoreApplication.translate("file_dialogs", "Kalender (*.ics)"),
        Filed.PDF: QCoreApplication.translate("file_dialogs", "PDF (*.pdf)"),
        Filed.BUNDLE: QCoreApplication.translate(
            "file_dialogs", "Bundter fra Rød tråd (*.roedtraad)"
        ),
        Filed.WORD: QCoreApplication.translate(
            "file_dialogs", "Word-dokumenter (*.docx *.docm *.dotx *.doc)"
        ),
    }
    every = QCoreApplication.translate("file_dialogs", "Alle filer (*)")
    return [words[kind]] if is_saved else [words[kind], every]
