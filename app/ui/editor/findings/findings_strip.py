"""The strip below the flow: each finding with its place, what it is, and the mend as a link."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from app.model.danish.notation import counted
from app.model.findings import Severity
from app.ui.editor.findings.finding_lines import FindingLine, Path
from app.ui.keys import keys
from app.ui.keys.focus import holds_keyboard, let_go
from app.ui.keys.key_kinds import Key
from app.ui.keys.shortcuts import answer
from app.ui.look.column_scroll import ColumnScroll
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Button, Chip, ElidedLabel, Label, second_line, surface

_SEEN_ROWS = 3
_ROW = 34
_HEAD = 34
_NARROWEST = 320
_EDGE, _GAP = 20, 12
_WORDS = 150
"""Where less is left for the words, what mends stands below them."""


class ErrorChip(Chip):
    """How many errors: ink, not red, as red is what is overdue."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("ink"))
        radius = self.height() / 2
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.end()

    def show_count(self, words: str) -> None:
        """Show how many there are."""
        self.show_state(words, "plain")
        self._text.set_color("surface")


class FindingRow(QFrame):
    """One finding. Enter or a click goes to its place; the link mends it.

    Why it matters is seen while it is pointed at, has the keyboard, or is the one chosen last.

    Signals: `opened`; `mend_asked`; `why_kept` when why it matters is shown to stay.
    """

    opened = Signal()
    mend_asked = Signal()
    why_kept = Signal()

    def __init__(self, line: FindingLine) -> None:
        super().__init__()
        self.setObjectName("finding")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.line = line
        self.setAccessibleName(f"{line.where}: {line.what}")
        self.setAccessibleDescription(line.why)
        self._is_chosen = self._is_below = False
        self._why = second_line(line.why, wrap=True)
        self._why.hide()
        self.mend = Button(line.mend, "link", on_click=self.mend_asked.emit)
        self._assemble(line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Key, Callable[[], object]] = {
            keys.PRESS: self.opened.emit,
            keys.DOWN: self.focusNextChild,
            keys.UP: self.focusPreviousChild,
        }
        if not answer(event, acts):
            super().keyPressEvent(event)

    def set_chosen(self, is_chosen: bool) -> None:
        """Keep why it matters in sight, or no longer."""
        self._is_chosen = is_chosen
        self._show_why()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_why()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_why()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_why()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_why()

    def heights(self, width: int) -> tuple[int, int]:
        """Return how tall it is without why it matters, and how tall that is, shown or not."""
        self._arrange(width)
        taken = self._taken()
        told = self._why.heightForWidth(width - taken) if self._why.text() else 0
        whole = self.heightForWidth(width)
        return whole - (0 if self._why.isHidden() else told), told

    def _taken(self) -> int:
        """Return how much of the width the words cannot have."""
        px = theme().px
        beside = (self._icon, self._place)
        return 2 * px(_EDGE) + sum(part.sizeHint().width() + px(_GAP) for part in beside)

    def _arrange(self, width: int) -> None:
        """Let what mends stand beside the words, or below where they would have no room."""
        mend, px = self.mend.sizeHint().width() + theme().px(_GAP), theme().px
        is_below = width - self._taken() - mend < px(_WORDS)
        if is_below != self._is_below:
            self._is_below = is_below
            self._grid.removeWidget(self.mend)
            place = (3, 1, 1, 3) if is_below else (0, 3, 1, 1)
            self._grid.addWidget(self.mend, *place, Qt.AlignmentFlag.AlignRight)

    def _show_why(self) -> None:
        stays = self._is_chosen or self.hasFocus()
        self._why.setVisible((stays or self.underMouse()) and bool(self._why.text()))
        if stays:
            self.why_kept.emit()

    def _assemble(self, line: FindingLine) -> None:
        px = theme().px
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(px(_EDGE), px(4), px(_EDGE), px(4))
        grid.setHorizontalSpacing(px(_GAP))
        grid.setVerticalSpacing(0)
        self._icon = IconLabel(line.icon, line.color, 17)
        self._place = Label(line.where, weight=SEMIBOLD, points=9.5)
        self._place.setMinimumWidth(px(60))
        grid.addWidget(self._icon, 0, 0)
        grid.addWidget(self._place, 0, 1)
        what = Label(line.what, points=9.5, wrap=True)
        grid.addWidget(what, 0, 2)
        grid.addWidget(self.mend, 0, 3, Qt.AlignmentFlag.AlignRight)
        self.mend.setVisible(bool(line.mend))
        if line.marked:
            marked = second_line(line.marked, wrap=True)
            marked.setTextFormat(Qt.TextFormat.RichText)
            grid.addWidget(marked, 1, 2, 1, 2)
        grid.addWidget(self._why, 2, 2, 1, 2)
        for words in (what, self._why):
            words.setMinimumSize(1, 1)  # as tall as it is at its width, not as if it were narrow
        grid.setColumnStretch(2, 1)


class FindingsStrip(QFrame):
    """All findings; errors first.

    Signals: `place_asked` with the step ("" for the procedure), the path from there, and the
    words to mark there; `edit_asked` with the step and an `Edit`; `keyboard_left` when the last
    finding is gone while the keyboard was in it.
    """

    place_asked = Signal(str, object, str)
    edit_asked = Signal(str, object)
    keyboard_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Fund"))
        self.errors = ErrorChip()
        self.warnings = Chip(tone="soon")
        self._none = Chip(self.tr("Ingen fund"), "done", "check-circle")
        self._says = ElidedLabel(points=8.5, color="ink_3")
        self._rows: list[FindingRow] = []
        self._shown: tuple[tuple[object, ...], ...] | None = None
        self._list = QVBoxLayout()
        self._scroll = ColumnScroll()
        self._assemble()
        self._resize()
        theme().changed.connect(self._resize)

    @property
    def lines(self) -> tuple[FindingLine, ...]:
        """What is shown, ready to be read."""
        return tuple(row.line for row in self._rows)

    @property
    def rows(self) -> Sequence[FindingRow]:
        """What is shown, one row a finding."""
        return self._rows

    def show_lines(self, lines: Sequence[FindingLine]) -> None:
        """Show what was found in a document."""
        seen = tuple(line.looks for line in lines)
        if seen == self._shown:
            return
        self._shown = seen
        self._show_counts(lines)
        before, self._rows = self._rows, self._rows_of(lines)
        for position, row in enumerate(self._rows):
            if self._list.indexOf(row) != position:
                self._list.insertWidget(position, row)
                row.show()  # at once, so that it can take the keyboard
        for position, row in enumerate(before):
            if row not in self._rows:
                self._let_go(row, position)
        self._scroll.setVisible(bool(self._rows))
        self._resize()

    def _rows_of(self, lines: Sequence[FindingLine]) -> list[FindingRow]:
        """Return a row for each line; one that looks the same is kept."""
        known = {row.line.looks: row for row in self._rows}
        rows = []
        for line in lines:
            row = known.pop(line.looks, None) or self._row(line)
            row.line = line
            rows.append(row)
        return rows

    def _let_go(self, row: FindingRow, position: int) -> None:
        """Take a row away; one goes on in the one that stands there then, or the one before."""
        rows = self._rows
        if not rows and holds_keyboard(row):
            self.keyboard_left.emit()
        self._list.removeWidget(row)
        let_go(row, rows[min(position, len(rows) - 1)] if rows else self)

    def _row(self, line: FindingLine) -> FindingRow:
        row = FindingRow(line)
        row.opened.connect(lambda: self._choose(row, row.line.step, row.line.path))
        row.mend_asked.connect(lambda: self._mend(row))
        row.why_kept.connect(lambda: self._bring_into_sight(row))
        return row

    def _bring_into_sight(self, row: FindingRow) -> None:
        """Scroll to a row when it is as tall as it is to be."""
        QTimer.singleShot(0, row, lambda: self._scroll.ensureWidgetVisible(row, 0, 0))

    def _mend(self, row: FindingRow) -> None:
        line = row.line
        if line.edit is not None:
            self.edit_asked.emit(line.step, line.edit)
        else:
            self._choose(row, line.mend_step, line.mend_path)

    def _choose(self, chosen: FindingRow, step: str, path: Path) -> None:
        for row in self._rows:
            row.set_chosen(row is chosen)
        self.place_asked.emit(step, path, chosen.line.words)

    def _show_counts(self, found: Sequence[FindingLine]) -> None:
        errors = sum(one.severity is Severity.ERROR for one in found)
        warnings = len(found) - errors
        self.errors.setVisible(bool(errors))
        self.errors.show_count(self.tr("{} fejl").format(errors))
        self.warnings.setVisible(bool(warnings))
        words = counted(warnings, self.tr("advarsel"), self.tr("advarsler"))
        self.warnings.show_state(words, "soon")
        self._none.setVisible(not found)
        self._says.setText(
            self.tr("Fejl skal rettes før udgivelse")
            if errors
            else self.tr("Advarsler er jeres valg")
            if warnings
            else ""
        )

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 20, 0)
        head.setSpacing(10)
        head.addWidget(Label(self.tr("Fund"), points=10, weight=SEMIBOLD))
        for chip in (self.errors, self.warnings, self._none):
            chip.hide()
            head.addWidget(chip)
        head.addStretch(1)
        head.addWidget(self._says)
        self._head = surface("paper")
        self._head.setLayout(head)
        inner = surface("paper")
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        inner.setLayout(self._list)
        self._scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._scroll)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._resize()  # rows made while it was hidden have their looks, and their height, now

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._resize()

    def _resize(self) -> None:
        px = theme().px
        self._head.setFixedHeight(px(_HEAD))
        width = max(self.width(), px(_NARROWEST))
        heights = [row.heights(width) for row in self._rows]
        seen = sum(bare for bare, _ in heights[:_SEEN_ROWS])
        told = max((why for _, why in heights), default=0)  # nothing moves when it is shown
        more = px(_ROW) // 2 if len(self._rows) > _SEEN_ROWS else 0
        self._scroll.setFixedHeight(seen + max(more, told) + 4)
