"""A Word text beside the flow it becomes: its lines at the left, the picture at the right."""

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.flow import lay_out
from app.model.danish.notation import counted
from app.model.word import proposal_correcting
from app.model.word.outline import PassedOver
from app.model.word.procedure_building import first_line_of
from app.model.word.proposal import Becomes
from app.printing.flow_paint import measure_title
from app.ui.editor.drafts.undo_keys import bind_undo
from app.ui.editor.form.fields.ways_field import Picker
from app.ui.editor.form.fields.writing_fields import LineBox as Field
from app.ui.editor.word.word_line_words import passed_over_text
from app.ui.editor.word.word_lines import WordList
from app.ui.editor.word.word_menu import LineActs, LineChoice, line_menu
from app.ui.editor.word.word_rows import rows_of
from app.ui.editor.word.word_session import WordSession
from app.ui.flow import FlowPane
from app.ui.keys import keys
from app.ui.keys.key_words import with_key
from app.ui.keys.shortcuts import bind
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, ElidedLabel, Label, second_line, surface

_PICTURE_MS = 120
_PICTURE_ID = "fra-word"
"""The picture keeps its place while the title, and so the id, is written."""


class WordPage(QWidget):
    """Puts the parts together around one session.

    Signals: `counted` when what is told in the head of the page is other than before.
    """

    counted = Signal()

    def __init__(
        self, session: WordSession, passed_over: tuple[tuple[PassedOver, int], ...] = ()
    ) -> None:
        super().__init__()
        self.session = session
        self._catalogue = session.known.catalogue
        self.title = Field(self.tr("Titel"), self.tr("Hvad proceduren skal hedde"))
        self.theme_picker = Picker(self.tr("Tema"))
        self.lines = WordList()
        self.flow = FlowPane()
        self.to_look_at = Button("", "link", "alert", self.go_to_next)
        self._counts = Label(points=9, color="ink_2", wrap=True)
        self._unread = second_line(passed_over_text(passed_over), wrap=True)
        self._unread.setVisible(bool(self._unread.text()))
        self._picture = QTimer(self)
        self._picture.setSingleShot(True)
        self._picture.setInterval(_PICTURE_MS)
        self._picture.timeout.connect(self.draw_now)
        self._menu_acts = LineActs(
            self._become_choice, self._set_role, self.lines.edit_current, self._merge, self._move
        )
        self._assemble()
        self._connect()
        self._show()
        self.draw_now()
        self.flow.view.fit_reading()
        self.lines.go_to(session.proposal.lines[0].id)

    def focus_start(self) -> None:
        """Take the keyboard."""
        self.lines.setFocus()

    def go_to_next(self) -> None:
        """Go to the next line that is to be looked at, from the top again after the last."""
        marked = [row.line.id for row in self.lines.rows.rows if row.remarks]
        if not marked:
            return
        at = self.lines.currentIndex().row()
        places = [self.session.proposal.place(line) for line in marked]
        following = [line for line, place in zip(marked, places, strict=True) if place > at]
        line = (following or marked)[0]
        self.lines.go_to(line)
        self._on_current_changed(line)
        self.lines.setFocus()

    def draw_now(self) -> None:
        """Draw the flow as it would become."""
        self._picture.stop()
        procedure = replace(self.session.built.procedure, id=_PICTURE_ID)
        self.flow.show_flow(procedure, lay_out(procedure, measure_title), self._catalogue)
        self._select_step()

    def undo(self) -> None:
        """Take back the last change."""
        self.lines.leave_editor()
        self.session.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.lines.leave_editor()
        self.session.redo()

    # What is shown

    def _show(self) -> None:
        proposal, built = self.session.proposal, self.session.built
        self.title.show_text(proposal.title)
        themes = [(one.id, one.title) for one in self._catalogue.themes]
        self.theme_picker.offer([("", self.tr("Vælg tema")), *themes], proposal.theme)
        self.lines.show_rows(rows_of(proposal, built, self._catalogue))
        self._counts.setText(self._counts_text())
        marked = sum(bool(row.remarks) for row in self.lines.rows.rows)
        words = counted(marked, self.tr("linje at se på"), self.tr("linjer at se på"))
        self.to_look_at.setText(words)
        self.to_look_at.setAccessibleName(words)
        self.to_look_at.setVisible(bool(marked))
        self.counted.emit()

    def _counts_text(self) -> str:
        proposal, procedure = self.session.proposal, self.session.built.procedure
        steps = [step for step in procedure.steps if not step.is_end]
        items = sum(len(step.checklist) for step in steps)
        refs = {ref for step in steps for ref in step.law} | set(procedure.law)
        deadlines = sum(step.deadline is not None for step in steps)
        left = sum(line.becomes is Becomes.LEFT_OUT for line in proposal.lines)
        parts = [
            counted(len(steps), self.tr("trin"), self.tr("trin")),
            counted(items, self.tr("tjekpunkt"), self.tr("tjekpunkter")),
            counted(deadlines, self.tr("frist"), self.tr("frister")),
            counted(len(refs), self.tr("lovhenvisning"), self.tr("lovhenvisninger")),
        ]
        if left:
            words = counted(left, self.tr("linje"), self.tr("linjer"))
            parts.append(self.tr("{} udelades").format(words))
        return " · ".join(parts)

    def panes(self) -> Sequence[QWidget]:
        return (self._words, self.flow)

    def _assemble(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self._words = self._left()
        split.addWidget(self._words)
        split.addWidget(self.flow)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setSizes([theme().px(560), theme().px(760)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(split, 1)

    def _left(self) -> QWidget:
        left = surface("panel")
        left.setMinimumWidth(theme().px(380))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.lines, 1)
        column.addWidget(KeyHints())
        return left

    def _head(self) -> QWidget:
        head = surface("form")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for position, (words, field) in enumerate(
            ((self.tr("Titel"), self.title), (self.tr("Tema"), self.theme_picker))
        ):
            label = Label(words, points=9.5, color="ink_2")
            label.setBuddy(field)
            grid.addWidget(label, 0, position)
            grid.addWidget(field, 1, position)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        told = QHBoxLayout()
        told.setSpacing(12)
        told.addWidget(self._counts, 1)
        told.addWidget(self.to_look_at)
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(6)
        column.addLayout(grid)
        column.addLayout(told)
        column.addWidget(self._unread)
        return head

    # Changing

    def _connect(self) -> None:
        session, lines = self.session, self.lines
        session.document_changed.connect(self._on_changed)
        self.title.written.connect(self._on_title_written)
        self.title.editingFinished.connect(session.seal)
        self.theme_picker.activated.connect(lambda _: self._on_theme_picked())
        lines.current_changed.connect(self._on_current_changed)
        lines.become_asked.connect(self._become)
        lines.required_asked.connect(self._require)
        lines.menu_asked.connect(self._open_menu)
        lines.move_asked.connect(self._move)
        lines.merge_asked.connect(self._merge)
        lines.text_written.connect(self._on_text_written)
        lines.split_asked.connect(self._on_split_asked)
        lines.merge_typed.connect(self._on_merge_typed)
        self.flow.step_selected.connect(self._on_step_selected)
        self.flow.step_activated.connect(self._on_step_selected)
        bind_undo(self, self.undo, self.redo)
        bind(self, keys.WORD_NEXT, self.go_to_next)
        self.to_look_at.setToolTip(with_key(self.tr("Gå til den næste"), keys.WORD_NEXT))

    def _open_menu(self, place: QPoint) -> None:
        row = self.lines.current
        if row is not None:
            menu = line_menu(row.line, self._catalogue, self._menu_acts, self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def _become(self, becomes: Becomes) -> None:
        self._become_choice(LineChoice(becomes))

    def _become_choice(self, choice: LineChoice) -> None:
        chosen = self.lines.chosen
        self.session.change(
            "word_become",
            lambda proposal: proposal_correcting.become(
                proposal, chosen, choice.becomes, kind=choice.kind, required=choice.required
            ),
        )

    def _require(self) -> None:
        """Let check items be required, or no longer; other lines become required ones."""
        row = self.lines.current
        is_required = row is not None and row.line.is_required
        self._become_choice(LineChoice(Becomes.ITEM, required=not is_required))

    def _set_role(self, role: str) -> None:
        chosen = self.lines.chosen
        self.session.change(
            "word_role", lambda proposal: proposal_correcting.set_role(proposal, chosen, role)
        )

    def _move(self, by: int) -> None:
        chosen = self.lines.chosen
        self.session.change("word_move", lambda one: proposal_correcting.move(one, chosen, by))

    def _merge(self) -> None:
        row = self.lines.current
        if row is not None:
            self._merge_line(row.line.id)

    def _merge_line(self, line: int) -> None:
        place = self.session.proposal.place(line)
        if self.session.change("word_merge", lambda one: proposal_correcting.merge_up(one, line)):
            self.lines.go_to(self.session.proposal.lines[place - 1].id)

    # Slots

    def _on_changed(self) -> None:
        self._show()
        self._picture.start()

    def _on_title_written(self, text: str) -> None:
        if text.strip():
            self.session.change(
                "set_title", lambda one: proposal_correcting.set_title(one, text), merge="title"
            )

    def _on_theme_picked(self) -> None:
        picked = self.theme_picker.picked
        self.session.change("set_theme", lambda one: proposal_correcting.set_theme(one, picked))

    def _on_text_written(self, line: int, text: str) -> None:
        if text.strip() and text != self.session.proposal.line(line).text:
            self.session.change(
                "word_text", partial(proposal_correcting.set_text, line_id=line, typed=text)
            )

    def _on_split_asked(self, line: int, text: str, at: int) -> None:
        self.session.change(
            "word_split", lambda one: proposal_correcting.split(one, line, at, typed=text)
        )

    def _on_merge_typed(self, line: int, text: str) -> None:
        self._on_text_written(line, text)
        self._merge_line(line)

    def _on_current_changed(self, _line: int) -> None:
        self._select_step()

    def _select_step(self) -> None:
        """Choose the step in the picture that the current line belongs to."""
        row = self.lines.current
        spot = self.session.built.spots.get(row.line.id) if row else None
        self.flow.select(spot.step if spot and spot.step else None)

    def _on_step_selected(self, step: str) -> None:
        line = first_line_of(self.session.built, step)
        if line is not None:
            self.lines.go_to(line)


class KeyHints(QFrame):
    """The keys that do most of the work, as tall as the bar of the flow beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = self.tr(
            "Enter: skift · T trin · P punkt · K krav · V vejledning · U udelad · "
            "F2: ret og del · M: saml · Alt+pil op og ned: flyt"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(ElidedLabel(words, points=8.5, color="ink_3"), 1)
        self._resize()
        theme().changed.connect(self._resize)

    def _resize(self) -> None:
        self.setFixedHeight(theme().px(40))
