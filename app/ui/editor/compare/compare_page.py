"""Two versions of a document: pictures side by side, and what differs in words at the right."""

from collections.abc import Callable, Iterable, Sequence
from html import escape

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from app.model.compare.changes import Comparison, How, compare
from app.model.compare.word_differences import TextPiece, TextSide
from app.model.danish.notation import counted
from app.model.library.card import ActionCard
from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure
from app.model.library.stored_version import VersionState
from app.model.library.version_work import AnyPage
from app.printing.card_pages import card_pages
from app.printing.change_note import Changed, Difference, how_text
from app.printing.sheet import VersionMark
from app.printing.tool_pages import tool_pages
from app.ui.editor.compare.change_words import ChangeTeller, shortened
from app.ui.editor.compare.compare_marks import ComparedView
from app.ui.editor.findings.finding_lines import FindingLine
from app.ui.editor.findings.findings_strip import FindingsStrip
from app.ui.editor.sheets.card_preview import CardPreview
from app.ui.flow.motion import USUAL
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.shortcuts import answer
from app.ui.look.detail_panel import DetailPanel
from app.ui.look.page_stack import Pages
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Chip, Label, second_line
from app.ui.wall.large_sheet import LargeSheet

_TONES = {
    How.ADDED: ("done", "plus"),
    How.REMOVED: ("off", "dash"),
    How.CHANGED: ("wait", "edit"),
    How.MOVED: ("soon", "path"),
}


class Compared(Struct, frozen=True):
    """What is compared: two documents, each with the name it goes by. There may be none before.

    `number` is the version of the one after, `before_number` that of the one before; `said` is
    what its writer says of what has changed.
    """

    after: AnyPage
    after_name: str
    number: int
    before: AnyPage | None = None
    before_name: str = ""
    before_number: int = 0
    said: str = ""


class ChangeBox(QFrame):
    """One thing that changed. A click shows it in the pictures.

    Signals: `opened`.
    """

    opened = Signal()

    def __init__(self, changed: Changed) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("finding")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(f"{changed.title}, {how_text(changed.how)}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(4), px(10), px(4), px(10))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Label(changed.title, weight=SEMIBOLD, wrap=True), 1)
        head.addWidget(_how_chip(changed.how), 0, Qt.AlignmentFlag.AlignTop)
        if changed.moved and changed.how is not How.MOVED:
            head.addWidget(_how_chip(How.MOVED), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for difference in changed.differences:
            group = QVBoxLayout()
            group.setSpacing(px(1))
            group.addWidget(second_line(difference.name))
            group.addWidget(WordsLabel(difference, is_new=changed.how is How.ADDED))
            column.addLayout(group)

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


class WordsLabel(Label):
    """A text with what was taken out struck through, and what was put in on a ground.

    Where all of it is new it is a plain text to read.
    """

    def __init__(self, difference: Difference, *, is_new: bool) -> None:
        super().__init__(wrap=True, selectable=True)
        self._difference, self._is_new = difference, is_new
        self.setTextFormat(Qt.TextFormat.RichText)
        self._write()
        theme().changed.connect(self._write)

    def _write(self) -> None:
        pieces = self._difference.pieces
        if self._is_new:
            self.setText(_lines("".join(piece.text for piece in pieces)))
        else:
            self.setText(html_of_pieces(shortened(pieces)))


class Half(QFrame):
    """One of the two: its name, and its picture as a flow or as it is printed."""

    def __init__(self, ground: str) -> None:
        super().__init__()
        self.setProperty("surface", ground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = Label(points=9.5, weight=SEMIBOLD, color="ink_2")
        self.flow = ComparedView()
        self.print = CardPreview()
        self.sheets = LargeSheet()
        self._pages = Pages()
        self._pages.addWidget(self.flow)
        self._pages.addWidget(self.print)
        self._pages.addWidget(self.sheets)
        line = QHBoxLayout()
        line.setContentsMargins(20, 8, 20, 8)
        line.addWidget(self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._pages, 1)

    @property
    def start(self) -> QWidget | None:
        """What of it can have the keyboard; a card can only be looked at."""
        shown = self._pages.currentWidget()
        return None if shown is self.print else shown

    def show_document(
        self, document: AnyPage, library: Library, became: dict[str, How], version: VersionMark
    ) -> None:
        """Show a document, and what became of the steps that are in it."""
        if isinstance(document, Procedure):
            here = {step: how for step, how in became.items() if step in document.by_id}
            self.flow.show_compared(document, library.catalogue, here)
            self._pages.setCurrentWidget(self.flow)
        elif isinstance(document, ActionCard):
            self.print.show_pages(card_pages(document, library.catalogue, version))
            self._pages.setCurrentWidget(self.print)
        else:
            pages = tool_pages(document, library.catalogue, version)
            self.sheets.show_pages(pages, document.title, document.purpose)
            self._pages.setCurrentWidget(self.sheets)


class ComparePage(QWidget):
    """Shows what differs; the words lead to the places in the pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.old, self.new = Half("side"), Half("paper")
        self.before, self.after = self.old.flow, self.new.flow
        self.words = DetailPanel(self.tr("Hvad der er ændret"))
        self.findings = FindingsStrip()
        self.compared: Compared | None = None
        self.changes: tuple[Changed, ...] = ()
        self._first: ChangeBox | None = None
        self._assemble()
        for view, other in ((self.before, self.after), (self.after, self.before)):
            view.step_selected.connect(other.select)
        self.findings.place_asked.connect(self._on_place_asked)
        theme().changed.connect(self._restyle)
        self._restyle()

    def show_compared(
        self, compared: Compared, library: Library, lines: Sequence[FindingLine] | None = None
    ) -> None:
        """Show two documents; where there is none before, the one there is.

        `lines` are what the checker says of the one after, for one who is to judge it.
        """
        self.show_lines(lines)
        before = compared.before
        self.compared = compared
        self.changes = ChangeTeller(before, compared.after, library).tell()
        self.old.setVisible(before is not None)
        self.old.name.setText(compared.before_name)
        self.new.name.setText(compared.after_name)
        became = {} if before is None else _became(compare(before, compared.after))
        if before is not None:
            mark = VersionMark(compared.before_number)
            self.old.show_document(before, library, became, mark)
        mark = VersionMark(compared.number, VersionState.DRAFT)
        self.new.show_document(compared.after, library, became, mark)
        self._show_words(compared)
        if self.changes:
            self.show_change(next((one for one in self.changes if one.id), self.changes[0]))

    def focus_start(self) -> None:
        """Take the keyboard: in the picture, or at the first change of what has no steps."""
        (self.new.start or self._first or self.words).setFocus()

    def show_change(self, changed: Changed) -> None:
        """Show one change in the pictures."""
        for view in (self.before, self.after):
            view.select(changed.id or None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = round(self.width() * 0.36)
        self.words.setFixedWidth(min(theme().px(420), max(theme().px(300), room)))
        for view in (self.before, self.after):
            view.fit_lanes()

    def show_lines(self, lines: Sequence[FindingLine] | None) -> None:
        """Show what is found below the pictures; nothing is mended here."""
        self.findings.setVisible(lines is not None)
        self.findings.show_lines([replace(one, mend="", edit=None) for one in lines or ()])

    def _on_place_asked(self, step_id: str, *_: object) -> None:
        for view in (self.before, self.after):
            view.select(step_id or None)

    def _show_words(self, compared: Compared) -> None:
        count = len(self.changes)
        if compared.before is None:
            head = self.tr("Hele teksten er ny")
        elif not count:
            head = self.tr("Ingen forskel")
        else:
            head = counted(count, self.tr("sted er ændret"), self.tr("steder er ændret"))
        boxes = [self._box(changed) for changed in self.changes]
        self._first = boxes[0] if boxes else None
        said = Label(compared.said, wrap=True, selectable=True)
        self.words.show_sections((*((said,) if compared.said else ()), _headed(head, boxes)))

    def _box(self, changed: Changed) -> ChangeBox:
        box = ChangeBox(changed)
        box.opened.connect(lambda: self.show_change(changed))
        return box

    def _assemble(self) -> None:
        halves = QHBoxLayout()
        halves.addWidget(self.old, 1)
        halves.addWidget(self.new, 1)
        left = QVBoxLayout()
        left.addLayout(halves, 1)
        left.addWidget(self.findings)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for layout in (row, left, halves):
            layout.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.words)
        self.findings.hide()

    def _restyle(self) -> None:
        wanted = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        for view in (self.before, self.after):
            view.set_motion(min(wanted, USUAL))
            view.set_ink(theme().ink)
            view.set_scale(theme().scale)


def html_of_pieces(pieces: Iterable[TextPiece]) -> str:
    """Write a difference in the colours in force."""
    ink = theme().ink
    looks = {
        TextSide.SAME: f"color:{ink.ink_2}",
        TextSide.ADDED: f"color:{ink.ink};background-color:{ink.accent_tint}",
        TextSide.REMOVED: f"color:{ink.ink_3};text-decoration:line-through",
    }
    return "".join(
        f'<span style="{looks[piece.side]}">{_lines(piece.text)}</span>' for piece in pieces
    )


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _became(comparison: Comparison) -> dict[str, How]:
    return {part.id: part.how for part in comparison.parts if part.path[0] == "steps"}


def _how_chip(how: How) -> Chip:
    tone, icon = _TONES[how]
    return Chip(how_text(how), tone, icon)


def _headed(head: str, boxes: Sequence[QWidget]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(second_line(head))
    column.addSpacing(theme().px(8))
    for box in boxes:
        column.addWidget(box)
    return whole
