"""Small tips in the flow: a deadline in words, a law in one line."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.model.catalogue import Catalogue
from app.model.notation import act_label, capital, deadline_words, due_label, law_label
from app.model.procedure import Procedure, Step
from app.model.state import RunState
from app.printing.flow_paint.strokes import brush, pen
from app.printing.ink import LIGHT, Ink
from app.ui.common.widgets import SEMIBOLD, Label

translate = QCoreApplication.translate
TipLines = Sequence[tuple[str, str]]
"""Pairs of a bold lead and what it says; either may be empty."""


def deadline_tip(
    step: Step,
    procedure: Procedure,
    catalogue: Catalogue,
    state: RunState | None,
    now: datetime | None,
) -> TipLines:
    """Say a step's deadline in words, when it runs out in this run, and who set it."""
    deadline = step.deadline
    if deadline is None:
        return ()
    lines = [("", deadline_words(deadline, procedure, catalogue))]
    at = state.steps.get(step.id) if state else None
    if at and at.due and now:
        lines.append((translate("flow", "Udløber"), due_label(at.due, now)))
    for part in deadline.parts:
        if part.law:
            lines.append(_law_line(part.law, catalogue))
        elif part.reason:
            lines.append((translate("flow", "Ikke et lovkrav"), part.reason))
    return tuple(dict.fromkeys(lines))


def law_tip(step: Step, catalogue: Catalogue) -> TipLines:
    """Say each of a step's provisions in one line."""
    return tuple(_law_line(ref, catalogue) for ref in step.law)


def _law_line(ref: str, catalogue: Catalogue) -> tuple[str, str]:
    known = catalogue.provision(ref)
    label = law_label(ref, catalogue)
    if known:
        return label, known.says
    return label, capital(act_label(ref.partition(":")[0], catalogue))


class Tip(QFrame):
    """A few lines over the flow, beside what was clicked; gone with the next click or key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._ink = LIGHT
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 10)
        self._column.setSpacing(2)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def text(self) -> str:
        """All that the tip says now; empty when it is hidden."""
        return self.accessibleName() if self.isVisibleTo(self._over) else ""

    def set_ink(self, ink: Ink) -> None:
        """Change colours."""
        self._ink = ink
        self.update()

    def show_lines(self, lines: TipLines, beside: QRect, width: int) -> None:
        """Show lines below `beside`, or above it where the parent ends."""
        self._clear()
        for lead, says in lines:
            if lead:
                self._column.addWidget(Label(lead, points=9, weight=SEMIBOLD, color="ink_2"))
            self._column.addWidget(Label(says, points=9.5, wrap=True))
        self.setAccessibleName(" ".join(part for line in lines for part in line if part))
        self.setFixedWidth(min(width, self._over.width() - 16))
        height = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(height, self._column.totalMinimumSize().height()))
        self.move(self._place(beside))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen(self._ink.part, 1.0))
        painter.setBrush(brush(self._ink.surface))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _place(self, beside: QRect) -> QPoint:
        area = self._over.rect().adjusted(8, 8, -8, -8)
        below = beside.bottom() + 6
        is_low = below + self.height() > area.bottom()
        y = max(area.top(), beside.top() - 6 - self.height()) if is_low else below
        x = min(max(beside.left(), area.left()), area.right() - self.width())
        return QPoint(x, y)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
