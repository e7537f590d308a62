"""Choosing ways in the picture of a run, and by their keys: the same door as in the panel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.model.run.rules import may_choose
from app.services.run_core import RunView
from app.ui.flow.flow_tips import TipLines
from app.ui.keys import keys
from app.ui.keys.shortcuts import bind_numbers
from app.ui.runs.step.run_acts import ChooseWay
from app.ui.runs.step.way_choice import way_meaning, way_tip
from app.ui.says.kind_texts import step_label

if TYPE_CHECKING:
    from app.ui.runs.run_page import RunPage


class WayChoosing:
    """Lets a run's page choose ways where they are seen. Owned by the page, as a part of it."""

    def __init__(self, page: "RunPage") -> None:
        self._page = page
        page.flow.let_choose(self.tell)
        page.flow.way_chosen.connect(self._on_clicked)
        bind_numbers(page, keys.WAY, self._on_key)

    def choose(self, step_id: str, way: int) -> None:
        """Choose a way as it is done in the panel, which shows the step then."""
        if self.tell(step_id, way):
            self._page.select(step_id)
            self._page.actions_of_run.ask(ChooseWay(step_id, way))

    def tell(self, step_id: str, way: int) -> TipLines:
        """Say what a way would mean; nothing where it is chosen already or may not be."""
        view = self._page.view
        if view is None or may_choose(view.state, view.procedure, step_id, way):
            return ()
        found = view.state.steps[step_id]
        if not found.relevant or found.way == way:
            return ()
        step = view.procedure.step(step_id)
        return way_tip(view.procedure, step, way, self._page.outlook_of(view, step_id))

    def say(self, step_id: str, view: RunView) -> None:
        """Let a screen reader know what was chosen, and what it leaves out."""
        step, place = view.procedure.step(step_id), view.state.steps[step_id].way
        if place is None:
            return
        way = step.next[place]
        outlook = self._page.outlook_of(view, step_id)
        meaning = way_meaning(view.procedure, way, place, outlook)
        chosen = QCoreApplication.translate("runs", "Valgt: {}").format(
            way.when or step_label(view.procedure, way.to)
        )
        words = ". ".join(word for word in (chosen, meaning) if word)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, words))

    def _on_clicked(self, step_id: str, way: int) -> None:
        """Choose a way; one that was decided on is changed only where one has it before one."""
        view = self._page.view
        is_done = view is not None and view.state.steps[step_id].is_done
        if is_done and self._page.panel.shown != step_id:
            self._page.select(step_id)
        else:
            self.choose(step_id, way)

    def _on_key(self, position: int) -> None:
        self.choose(self._page.panel.shown, position)
        self._page.panel.choice.come_along(position)
