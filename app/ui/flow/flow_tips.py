"""Small tips in the flow: a deadline in words, a law in one line."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.model.danish.notation import (
    act_label,
    authority_label,
    capital,
    deadline_words,
    due_label,
    informing_words,
    late_words,
    law_label,
)
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure, Step
from app.model.run.state import RunState
from app.printing.flow_paint.strokes import brush, pen
from app.printing.ink import LIGHT, Ink
from app.ui.look.theme import theme

translate = QCoreApplication.translate
_PAD, _EDGE, _BELOW = 11, 8, 6
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
    if at and at.due and now and at.due.is_binding:
        lines.append((translate("flow", "Udløber"), due_label(at.due, now)))
    elif at and at.due and now:
        whose = authority_label(step.role, catalogue)
        lines.append(("", capital(informing_words(at.due, now, whose=whose))))
    for part in deadline.parts:
        if part.law:
            lines.append(_law_line(part.law, catalogue))
        elif part.reason:
            lines.append((translate("flow", "Ikke et lovkrav"), part.reason))
    if late := late_words(deadline):
        lines.append(("", late))
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


class Tip(QLabel):
    """A few lines over the flow, beside what was clicked; gone with the next click or key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._ink = LIGHT
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setMargin(_PAD)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def says(self) -> str:
        """All that the tip says now; empty when it is hidden."""
        return self.accessibleName() if self.isVisibleTo(self._over) else ""

    def set_ink(self, ink: Ink) -> None:
        """Change colours."""
        self._ink = ink
        self.hide()

    def show_lines(self, lines: TipLines, beside: QRect, width: int) -> None:
        """Show lines below `beside`, or above it where the parent ends."""
        self.setFont(theme().font(9.5))
        self.setText("".join(_paragraph(lead, says, self._ink) for lead, says in lines))
        self.setAccessibleName(" ".join(part for line in lines for part in line if part))
        width = min(width, self._over.width() - 2 * _EDGE)
        self.resize(width, self.heightForWidth(width))
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
        super().paintEvent(event)

    def _place(self, beside: QRect) -> QPoint:
        area = self._over.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        below = beside.bottom() + _BELOW
        is_low = below + self.height() > area.bottom()
        y = max(area.top(), beside.top() - _BELOW - self.height()) if is_low else below
        x = min(max(beside.left(), area.left()), area.right() - self.width())
        return QPoint(x, y)


def _paragraph(lead: str, says: str, ink: Ink) -> str:
    bold = f'<b style="color:{ink.ink_2}">{escape(lead)}</b><br>' if lead else ""
    return f'<p style="margin:0 0 4px 0;color:{ink.ink}">{bold}{escape(says)}</p>'
