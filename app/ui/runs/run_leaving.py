"""How texts, deadlines and timelines leave the program, and what is said when they have."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.model.danish.notation import capital, counted
from app.model.outgoing.outgoing_blocks import Outgoing
from app.printing.timeline_places import Strip
from app.services import journal
from app.services.run_core import RunView
from app.services.workplace import Workplace
from app.ui.base.desk import Desk
from app.ui.fields.file_dialogs import Filed, ask_where_to_save
from app.ui.runs.text_clipboard import copy_text


class Leaving(QObject):
    """Takes along what a page offers; owned by the page."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk

    def copy(self, text: Outgoing) -> None:
        """Copy a text, and say which it was."""
        copy_text(text)
        self._desk.messages.done(
            self.tr("Kopieret: {}").format(text.title), self.tr("Sæt teksten ind i journalen.")
        )

    def save_word(self, text: Outgoing) -> None:
        """Save a text as a Word file where the user says."""

        def save(path: Path) -> None:
            now = self._desk.now()
            self._desk.do_beside(lambda: journal.save_text(text, path, now), self._say_saved)

        ask_where_to_save(self._page, Filed.JOURNAL, journal.file_name(text), save)

    def save_deadlines(self, name: str, save: Callable[[Workplace, Path], int]) -> None:
        """Save deadlines as a calendar file where the user says; `save` tells how many."""

        def keep(path: Path) -> None:
            self._desk.do(
                lambda workplace: save(workplace, path), lambda count: self._say_kept(count, path)
            )

        ask_where_to_save(self._page, Filed.CALENDAR, name, keep)

    def print_timeline(self, strips: Sequence[Strip], title: str) -> None:
        """Show a timeline as it will print."""
        from app.ui.runs.timeline_print import preview_timeline

        preview_timeline(self._page.window(), strips, title, self._desk.now())

    def print_run(self, view: RunView) -> None:
        """Show a run as it will print."""
        from app.ui.runs.run_print import preview_run

        catalogue = self._desk.shelf.library.catalogue
        preview_run(self._page.window(), view, catalogue, self._desk.now())

    def print_step(self, view: RunView, step: str) -> None:
        """Show a step of a run as the card it will print as."""
        from app.ui.runs.run_print import preview_step

        preview_step(self._page.window(), view, step, self._desk.shelf.library.catalogue)

    def _say_saved(self, path: Path) -> None:
        self._desk.messages.done(self.tr("Gemt som {}").format(path))

    def _say_kept(self, count: int, path: Path) -> None:
        saved = counted(count, self.tr("frist er gemt"), self.tr("frister er gemt"))
        line = self.tr("Åbn filen med Outlook. Gem den igen, når fristerne har ændret sig: {}")
        self._desk.messages.done(capital(saved), line.format(path))
