"""The panel beside a large sheet: what it is for, who uses it, and the steps it belongs to."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.catalogue import Catalogue
from app.model.notation import counted
from app.model.procedure import Procedure
from app.model.uses import Use
from app.printing.face import role_names
from app.ui.common.detail import DetailPanel
from app.ui.common.texts import step_label
from app.ui.common.widgets import SEMIBOLD, Label, second_line
from app.ui.steps import sections


class SheetPanel(DetailPanel):
    """Says in words what the sheet itself does not.

    Signals: `step_requested` with the ids of a procedure and of a step in it; `law_requested`
    with a reference.
    """

    step_requested = Signal(str, str)
    law_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Om arket"))

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
        self.show_sections(
            (
                sections.section(heading, aim) if words else None,
                sections.section(self.tr("Hvem"), Label(who, wrap=True)) if who else None,
                self._uses(tuple(uses)),
                sections.law(law, catalogue, self.law_requested.emit),
            )
        )

    def _uses(self, uses: tuple[Use, ...]) -> QWidget:
        """The steps that use it, by procedure, each a link."""
        title = self.tr("Bruges i")
        if not uses:
            none = self.tr("Ingen trin henviser til det endnu.")
            return sections.section(title, Label(none, color="ink_2", wrap=True))
        count = sum(len(steps) for _, steps in uses)
        words = second_line(counted(count, self.tr("trin"), self.tr("trin")))
        return sections.section(title, *self._procedures(uses), count=words)

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
        return sections.plain_link(
            label, partial(self.step_requested.emit, procedure.id, step), name
        )
