"""The notes of a run: kept while one types, and told of where they are when they cannot be kept."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.model.errors import Told
from app.services import run_steps
from app.services.run_core import RunView
from app.services.settings import deny_name, is_no_name
from app.services.workplace import Workplace
from app.ui.base.desk import Desk
from app.ui.base.keeping import Typed
from app.ui.runs.step.name_ask import NameAsk
from app.ui.says.kind_texts import step_label

if TYPE_CHECKING:
    from app.ui.runs.run_page import RunPage


class RunNotes(QObject):
    """Keeps the notes of the run that a page shows. Owned by the page, as a part of it.

    A refusal is told at the note while that is seen; of a note that was left, the banner says at
    which step it is, and leads there.
    """

    def __init__(self, page: "RunPage", desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk

    def ask_of_names(self, names: NameAsk) -> None:
        """Let it be asked what looks like a name, and remember what is none."""
        names.know(lambda words: is_no_name(self._desk.settings, words))
        names.denied.connect(self._on_name_denied)

    def begin(self, run: str, step: str, stored: str) -> Typed[str]:
        """Begin to write in the note of a step; it is kept also when another step is shown."""

        def work(workplace: Workplace, text: str, base: str) -> RunView:
            return run_steps.write_note(workplace, run=run, step=step, text=text, base=base)

        tells = partial(self._tells, run, step)
        return self._desk.write_at(("note", run, step), stored, work, self._page.take, tells)

    def tell_of(self, run: str, left: str, shown: str) -> None:
        """Tell of a refused note that is left; at the one that is come back to, it stands."""
        self._desk.messages.settle(("note", run, shown))
        for one in self._desk.writing.unkept:
            if one.key == ("note", run, left) and one.error is not None and one.error.is_refusal:
                self._tell(run, left, one.error)

    def _on_name_denied(self, words: str) -> None:
        self._desk.do(lambda workplace: deny_name(workplace, words), lambda _: None)

    def _tells(self, run: str, step: str, error: Told) -> bool:
        if not error.is_refusal:
            return False
        if (self._page.run_id, self._page.panel.shown) != (run, step):
            self._tell(run, step, error)
        return True

    def _tell(self, run: str, step: str, error: Told) -> None:
        view, about = self._page.view, ("note", run, step)
        if view is None or run != self._page.run_id or step not in view.procedure.by_id:
            self._desk.messages.tell(error, about=about)
            return
        way = self.tr("Gå til noten"), partial(self._go_to, step)
        self._desk.messages.tell(error, way, about, where=step_label(view.procedure, step))

    def _go_to(self, step: str) -> None:
        self._page.select(step)
        self._page.panel.focus_note()
