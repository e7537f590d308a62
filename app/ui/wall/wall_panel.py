"""The panel beside a large sheet: what it is for, who uses it, and the steps it belongs to."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.danish.notation import counted
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.model.library.uses import Use
from app.printing.card_face import role_names
from app.ui.look.detail_panel import DetailPanel
from app.ui.look.widgets import SEMIBOLD, Label
from app.ui.says.kind_texts import step_label
from app.ui.steps.panel_sections import Section, plain_link
from app.ui.steps.step_grounds import LawSection


class SheetPanel(DetailPanel):
    """Says in words what the sheet itself does not.

    Signals: `step_requested` with the ids of a procedure and of a step in it; `law_requested`
    with a reference.
    """

    step_requested = Signal(str, str)
    law_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("wall", "Om arket"))

    def show_sheet(
        self,
        purpose: tuple[str, str],
        roles: tuple[str, ...],
        law: tuple[str, ...],
        uses: Iterable[Use],
        catalogue: Catalogue,
    ) -> None:
        """Show what is known of a sheet; `purpose` is a heading and what it is for."""
        who = role_names(roles, catalogue)
        heading, words = purpose
        aim = Label(words, wrap=True, selectable=True)
        provisions = LawSection()
        provisions.show_law(law, catalogue)
        provisions.law_requested.connect(self.law_requested)
        self.show_sections(
            (
                Section(heading, aim) if words else None,
                Section(self.tr("Hvem"), Label(who, wrap=True)) if who else None,
                self._uses(tuple(uses)),
                provisions if law else None,
            )
        )

    def _uses(self, uses: tuple[Use, ...]) -> QWidget:
        """The steps that use it, by procedure, each a link."""
        title = self.tr("Bruges i")
        if not uses:
            none = self.tr("Ingen trin henviser til det endnu.")
            return Section(title, Label(none, color="ink_2", wrap=True))
        count = sum(len(steps) for _, steps in uses)
        words = counted(count, self.tr("trin"), self.tr("trin"))
        return Section(title, *self._procedures(uses), count=words)

    def _procedures(self, uses: tuple[Use, ...]) -> Iterator[QWidget]:
        for procedure, steps in uses:
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 4)
            column.setSpacing(0)
            column.addWidget(Label(procedure.title, weight=SEMIBOLD, wrap=True))
            for step in steps:
                column.addWidget(self._link(procedure, step.id))
            yield box

    def _link(self, procedure: Procedure, step: str) -> QWidget:
        label = step_label(procedure, step)
        name = self.tr("Gå til trin {} i {}").format(label, procedure.title)
        return plain_link(label, partial(self.step_requested.emit, procedure.id, step), name)
