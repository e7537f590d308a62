"""The ways from anywhere to anything, and the notes of what was opened."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.model.library.target import Target
from app.services import finding
from app.ui.base.desk import Desk
from app.ui.shell.main_window import MainWindow
from app.ui.targets.goals import KEYS, LEGEND, RECKONER, Goal

if TYPE_CHECKING:
    from app.ui.find.law_page import LawPlace
    from app.ui.find.palette import Palette
    from app.ui.find.reckoner import ReckonerPlace
    from app.ui.procedures.procedure_place import ProceduresPlace
    from app.ui.wall.wall_place import WallPlace

LAW = "law"
_PLACES = {"card": "cards", "tool": "tools", "provision": LAW}


class Trails(QObject):
    """Connects the palette and the page of a provision with the places of the window."""

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = window
        window.add_page(LAW, lambda: self.law, beside="procedures")
        window.add_page(RECKONER, lambda: self.reckoner, beside="procedures")
        window.find_requested.connect(self._on_find_requested)
        window.find_here_requested.connect(lambda finder: self.palette.open_in(finder))

    @cached_property
    def law(self) -> "LawPlace":
        """The page of a provision."""
        from app.ui.find.law_page import LawPlace

        place = LawPlace(self._desk)
        place.provision_shown.connect(lambda ref: self._note(Target("provision", ref)))
        return place

    @cached_property
    def reckoner(self) -> "ReckonerPlace":
        """The page that reckons deadlines."""
        from app.ui.find.reckoner import ReckonerPlace

        return ReckonerPlace(self._desk)

    @cached_property
    def palette(self) -> "Palette":
        """The palette of Ctrl+K."""
        from app.ui.find.palette import Palette

        palette = Palette(self._desk, self._window)
        palette.target_chosen.connect(self.open)
        palette.goal_chosen.connect(self._go_to)
        return palette

    def follow_procedures(self, place: "ProceduresPlace") -> None:
        """Note which procedures are opened."""
        place.procedure_shown.connect(lambda slug: self._note(Target("procedure", slug)))

    def follow_sheets(self, place: "WallPlace", kind: str) -> None:
        """Note which sheets are shown large."""
        place.sheet_shown.connect(lambda slug: self._note(Target(kind, slug)))

    def open(self, target: Target) -> None:
        """Go to a place in the library."""
        if target.kind in _PLACES:
            self._window.go(_PLACES[target.kind], target.id)
        else:
            self._window.go("procedures", target)
            self._note(target)

    def _go_to(self, goal: Goal) -> None:
        """Go to a place, or to what lies over all of them."""
        if goal.place == KEYS:
            self._window.show_keys()
        elif goal.place == LEGEND:
            self._window.show_legend()
        else:
            self._window.go(goal.place, goal.target)

    def _note(self, target: Target) -> None:
        self._desk.do(lambda workplace: finding.note_opened(workplace, target), lambda _: None)

    def _on_find_requested(self) -> None:
        self.palette.open()
