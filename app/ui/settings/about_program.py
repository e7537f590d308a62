"""The program in the settings: which version it is, which law it follows, how one begins."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.model.danish.law_notation import MAIN_ACT
from app.model.danish.notation import capital, counted, date_label
from app.ui.base.desk import Desk
from app.ui.look.field_room import BoundedLine
from app.ui.look.widgets import Button
from app.ui.settings.settings_group import Group, button_row
from app.version import VERSION


class AboutGroup(Group):
    """What the program and its library are.

    `targets` are what one can go to, by key. Signals: `welcome_requested`.
    """

    welcome_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("settings", "Om Rød tråd"))
        self._desk = desk
        self.version, self.law = BoundedLine(VERSION), BoundedLine()
        self._begin = Button(
            self.tr("Vis velkomsten"), icon="info", on_click=self.welcome_requested.emit
        )
        for line in (self.version, self.law):
            line.setReadOnly(True)
        self.targets: dict[str, QWidget] = {
            "version": self.version,
            "law": self.law,
            "welcome": self._begin,
        }
        self.add("version", self.version, self._library_words())
        self.add("law", self.law, self.tr("Den udgave af loven, som lovregistret følger."))
        self.add_part("welcome", button_row(self._begin), self._begin)
        self._show_law()
        desk.shelf_changed.connect(self._show_law)

    def _show_law(self) -> None:
        act = self._desk.shelf.library.catalogue.act_by_id.get(MAIN_ACT)
        if act is not None:
            words = self.tr("{}, {} af {}")
            self.law.setText(words.format(capital(act.title), act.number, date_label(act.date)))
            self.law.setCursorPosition(0)

    def _library_words(self) -> str:
        library = self._desk.shelf.library
        return self.tr("I biblioteket: {}, {} og {}.").format(
            counted(len(library.procedures), self.tr("sagsprocedure"), self.tr("sagsprocedurer")),
            counted(len(library.cards), self.tr("actioncard"), self.tr("actioncards")),
            counted(len(library.tools), self.tr("værktøj"), self.tr("værktøjer")),
        )
