"""The fields of the procedure itself: theme, trigger, lanes, and what it was checked against."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.model.edits import procedure_fields
from app.model.ids import CHILD_ROLE
from app.model.times import day_of
from app.ui.editor.drafts.edit import doing
from app.ui.editor.form.chosen_form_field import ChosenField, law_listing, procedure_listing
from app.ui.editor.form.fields.checked_field import CheckedBox
from app.ui.editor.form.fields.line_carrying import Grip, asked_way
from app.ui.editor.form.fields.ways_field import Picker
from app.ui.editor.form.fields.writing_fields import LineBox
from app.ui.editor.form.form_spec import Bench, Field, Path, Shown
from app.ui.editor.form.text_form_fields import MarkdownField, of_procedure
from app.ui.keys import keys
from app.ui.keys.focus import let_go
from app.ui.keys.shortcuts import asks
from app.ui.lists.finder import FinderBox, FinderChoice
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, ElidedLabel
from app.ui.says.kind_texts import role_title

translate = QCoreApplication.translate
_NONE = "-"


class ThemeField(Field):
    """The theme it stands under."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.picker = Picker(translate("editor", "Tema"))
        self.widget = self.picker
        self.picker.activated.connect(
            lambda _: self.pick(doing(procedure_fields.set_theme, self.picker.picked))
        )

    def refresh(self, shown: Shown) -> None:
        themes = [(one.id, one.title) for one in shown.library.catalogue.themes]
        self.picker.offer(themes, self.procedure.theme)


class TriggerField(Field):
    """What starts the clock, in words and as an event of the library."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.line = LineBox(
            translate("editor", "Uret starter, når"), translate("editor", "Fx Klagen er modtaget")
        )
        self.event_ref = Picker(translate("editor", "Hændelse"))
        self.widget = QWidget()
        self.widget.setFocusProxy(self.line)
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addWidget(self.line)
        column.addWidget(self.event_ref)
        self.line.written.connect(self._on_written)
        self.line.editingFinished.connect(self.leave)
        self.event_ref.activated.connect(lambda _: self._on_picked())

    def refresh(self, shown: Shown) -> None:
        self.line.show_text(self.procedure.trigger)
        events = [(one.id, one.title) for one in shown.library.catalogue.events]
        none = (_NONE, translate("editor", "Ingen hændelse i biblioteket"))
        self.event_ref.offer([none, *events], self.procedure.trigger_event or _NONE)

    def _on_written(self, text: str) -> None:
        event = self.procedure.trigger_event
        self.write(doing(procedure_fields.set_trigger, text, event), merge="trigger")

    def _on_picked(self) -> None:
        """An event brings its own words where none are written."""
        picked = self.event_ref.picked
        event = None if picked == _NONE else picked
        words = self.procedure.trigger
        if event and not words.strip() and self.shown is not None:
            words = self.shown.library.catalogue.event_by_id[event].title
        self.pick(doing(procedure_fields.set_trigger, words, event))


class LaneLine(QFrame):
    """One role; the child's stays first.

    Signals: `move_asked` with a direction; `removed`.
    """

    move_asked = Signal(int)
    removed = Signal()

    def __init__(self, title: str, icon: str, *, is_fixed: bool) -> None:
        super().__init__()
        self.setObjectName("item")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.grip = Grip(self.tr("Træk for at flytte (Alt+pil op og ned)"))
        away = Button("", "quiet", "close", self.removed.emit, tip=self.tr("Fjern rollen"))
        away.setObjectName("away")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme().px(5), 0, theme().px(5))
        row.setSpacing(theme().px(6))
        row.addWidget(self.grip)
        row.addWidget(IconLabel(icon, "ink_3", 16))
        row.addWidget(ElidedLabel(title), 1)
        row.addWidget(away)
        self.grip.setEnabled(not is_fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if way := asked_way(event):
            self.move_asked.emit(way)
        elif asks(event, keys.REMOVE_ROLE):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class LanesField(Field):
    """The roles and their order, from left to right in the picture."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.widget = QWidget()
        self._lines: dict[str, LaneLine] = {}
        self.add = Button(translate("editor", "Tilføj rolle"), "link", "plus", self._on_add)
        self._finder = FinderBox(self.widget, translate("editor", "Søg i roller"))
        self._finder.chosen.connect(lambda role: self.pick(doing(procedure_fields.add_role, role)))
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.add)
        self.widget.setFocusProxy(self.add)

    def line(self, role: str) -> LaneLine:
        """Return the line of a role."""
        return self._lines[role]

    def refresh(self, shown: Shown) -> None:
        roles = shown.procedure.roles
        for gone in self._lines.keys() - set(roles):
            beside = self._beside(gone, roles)
            line = self._lines.pop(gone)
            self._column.removeWidget(line)
            let_go(line, beside)
        for position, role in enumerate(roles):
            if role not in self._lines:
                self._lines[role] = self._line(role, shown)
            self._column.insertWidget(position, self._lines[role])
        self._lines = {role: self._lines[role] for role in roles}

    def focus(self, path: Path) -> None:
        roles = self.procedure.roles
        if path and isinstance(path[0], int) and path[0] < len(roles):
            self._lines[roles[path[0]]].setFocus()
        else:
            self.add.setFocus()

    def _beside(self, gone: str, roles: tuple[str, ...]) -> QWidget:
        """Return where one goes on when a role is gone: the role after it, or the one before."""
        known = list(self._lines)
        position = known.index(gone)
        left = [*known[position + 1 :], *reversed(known[:position])]
        return next((self._lines[role] for role in left if role in roles), self.add)

    def _line(self, role: str, shown: Shown) -> LaneLine:
        catalogue = shown.library.catalogue
        known = catalogue.role_by_id.get(role)
        icon = "child" if role == CHILD_ROLE else known.icon if known else "person"
        line = LaneLine(role_title(role, catalogue), icon, is_fixed=role == CHILD_ROLE)
        line.removed.connect(lambda: self.pick(doing(procedure_fields.remove_role, role)))
        line.move_asked.connect(lambda by: self._move(role, self.procedure.roles.index(role) + by))
        line.grip.carried.connect(lambda height: self._on_carried(role, height))
        return line

    def _move(self, role: str, position: int) -> None:
        if 0 <= position < len(self.procedure.roles):
            self.pick(doing(procedure_fields.move_role, role, position))

    def _on_carried(self, role: str, height: int) -> None:
        """Move a lane past its neighbour as soon as the mouse is there; one step of undo."""
        y = self.widget.mapFromGlobal(QPoint(0, height)).y()
        roles = self.procedure.roles
        others = [self._lines[one] for one in roles if one != role]
        wanted = sum(line.geometry().center().y() < y for line in others)
        is_child_first = roles[0] == CHILD_ROLE and wanted == 0
        if wanted != roles.index(role) and not is_child_first:
            self.write(doing(procedure_fields.move_role, role, wanted), merge=f"lane-{role}")

    def _on_add(self) -> None:
        if self.shown is None:
            return
        roles = self.shown.library.catalogue.roles
        new = [role for role in roles if role.id not in self.procedure.roles]
        choices = [FinderChoice(role.id, role.title, role.summary) for role in new]
        self._finder.open_at(self.add, choices)


class CheckedField(Field):
    """Which act the text was checked against, and when."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.box = CheckedBox(self._today)
        self.widget = self.box
        self.box.checked_set.connect(
            lambda checked: self.pick(doing(procedure_fields.set_checked, checked))
        )

    def refresh(self, shown: Shown) -> None:
        self.box.show_checked(shown.procedure.checked, shown.library.catalogue.acts)

    def _today(self) -> date:
        assert self.shown is not None
        return day_of(self.shown.now)


def purpose(bench: Bench) -> Field:
    """Make the field for what the procedure is for."""
    return MarkdownField(
        bench,
        translate("editor", "Formål"),
        translate("editor", "Hvad skal barnet og familien have ud af det?"),
        lambda shown: shown.procedure.purpose,
        of_procedure(procedure_fields.set_purpose),
    )


def applies(bench: Bench) -> Field:
    """Make the field for when the procedure applies."""
    return MarkdownField(
        bench,
        translate("editor", "Hvornår"),
        translate("editor", "Hvornår bruges proceduren, og hvornår ikke?"),
        lambda shown: shown.procedure.applies,
        of_procedure(procedure_fields.set_applies),
    )


def law(bench: Bench) -> Field:
    """Make the field for the law of the whole."""
    return ChosenField(
        bench, law_listing(), lambda shown: shown.procedure.law,
        lambda field, refs: field.pick(doing(procedure_fields.set_law, refs)),
    )  # fmt: skip


def related(bench: Bench) -> Field:
    """Make the field for procedures that stand close."""
    return ChosenField(
        bench, procedure_listing(translate("editor", "Tilføj procedure")),
        lambda shown: shown.procedure.related,
        lambda field, slugs: field.pick(doing(procedure_fields.set_related, slugs)),
    )  # fmt: skip
