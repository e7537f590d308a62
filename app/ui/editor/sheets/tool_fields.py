"""The list of a tool's fields, and what else stands in its form."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.danish.notation import counted
from app.model.edits import tools as edits
from app.model.library.tool import FieldKind, Tool, ToolField
from app.ui.editor.drafts.edit import Edit, doing
from app.ui.editor.form.fields.line_carrying import Carrying
from app.ui.editor.form.form_spec import FieldSpec, Path
from app.ui.editor.sheets.sheet_fields import (
    CheckField,
    LawField,
    RolesField,
    SheetCheckedField,
    SheetThemeField,
    TextField,
)
from app.ui.editor.sheets.sheet_spec import SheetBench, SheetField, SheetShown
from app.ui.editor.sheets.tool_field_box import FieldBox
from app.ui.editor.sheets.tool_text import BodyField
from app.ui.editor.sheets.tool_words import kind_name, kind_says
from app.ui.keys.focus import let_go
from app.ui.lists.finder import FinderBox, FinderChoice
from app.ui.look.widgets import Button

translate = QCoreApplication.translate

Bench = SheetBench[Tool]
Shown = SheetShown[Tool]
Spec = FieldSpec[Bench, Shown]


class FieldsField(SheetField[Tool]):
    """All fields, in the order of the list; where each is printed, the text decides.

    Signals: `place_asked` with the id of a field that is to stand where the cursor is.
    """

    place_asked = Signal(str)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.widget = QWidget()
        self.boxes: list[FieldBox] = []
        self._changed: FieldBox | None = None
        self.add = Button(translate("editor", "Tilføj felt"), "link", "plus", self._on_add)
        self._finder = FinderBox(self.widget, translate("editor", "Hvilken slags felt?"))
        self._finder.chosen.connect(lambda kind: self.add_kind(FieldKind(kind)))
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.add)
        self._carrying = Carrying(self._column, self.boxes, self._on_moved)
        self.widget.setFocusProxy(self.add)

    def refresh(self, shown: Shown) -> None:
        tool = shown.document
        while len(self.boxes) > len(tool.fields):
            gone = self.boxes.pop()
            self._column.removeWidget(gone)
            let_go(gone, self.boxes[-1].label if self.boxes else self.add)
        while len(self.boxes) < len(tool.fields):
            self._add_box()
        placed = frozenset(edits.placed_fields(tool))
        for box, field in zip(self.boxes, tool.fields, strict=True):
            box.show_field(field, is_placed=field.id in placed)

    def count(self, shown: Shown) -> str:
        fields = len(shown.document.fields)
        return (
            counted(fields, translate("editor", "felt"), translate("editor", "felter"))
            if fields
            else ""
        )

    def focus(self, path: Path) -> None:
        ids = [field.id for field in self._tool().fields]
        if not path or path[0] not in ids:
            self.add.setFocus()
            return
        box = self.boxes[ids.index(str(path[0]))]
        if len(path) < 2 or path[1] == "label":
            box.label.setFocus()
            return
        box.open()
        lists = {"options": box.details.options, "columns": box.details.columns}
        goal = lists.get(str(path[1]))
        if goal is None:
            box.label.setFocus()
        elif len(path) > 2 and isinstance(path[2], int):
            goal.focus_line(path[2])
        else:
            goal.add.setFocus()

    def say(self, words: str) -> None:
        """Say at the field itself why what was typed is not kept: the list may be long."""
        for box in self.boxes:
            box.say(words if box is self._changed else "")

    def name(self, field_id: str) -> None:
        """Let a field that is new be named."""
        ids = [field.id for field in self._tool().fields]
        if field_id in ids:
            label = self.boxes[ids.index(field_id)].label
            label.setFocus()
            label.selectAll()

    def add_kind(self, kind: FieldKind) -> None:
        """Add a field of a kind at the end, ready to be named."""
        label = translate("editor", "Nyt felt")
        if self.pick(Edit("add_field", lambda tool: edits.add_field(tool, label, kind))):
            box = self.boxes[-1]
            if kind in (FieldKind.CHOICE, FieldKind.ROWS):
                box.open()
            self.name(self._tool().fields[-1].id)

    def _tool(self) -> Tool:
        assert self.shown is not None
        return self.shown.document

    def _field(self, box: FieldBox) -> ToolField:
        return self._tool().fields[self.boxes.index(box)]

    def _add_box(self) -> None:
        box = FieldBox()
        details = box.details
        box.labelled.connect(partial(self._on_labelled, box))
        box.kind_picked.connect(
            lambda kind: self._change(box, "kind", partial(edits.edit_field, kind=kind))
        )
        box.removed.connect(partial(self._on_removed, box))
        box.place_asked.connect(lambda: self.place_asked.emit(self._field(box).id))
        box.move_asked.connect(partial(self._on_move_asked, box))
        box.left.connect(self.leave)
        box.grip.carried.connect(partial(self._carrying.carry, box))
        box.grip.put_down.connect(partial(self._carrying.put_down, box))
        details.hint_written.connect(
            lambda text: self._change(box, "hint", partial(edits.edit_field, hint=text))
        )
        details.options_written.connect(
            lambda lines, at: self._change(
                box, "options", partial(edits.edit_field, options=lines), f"-{at}"
            )
        )
        details.columns_written.connect(
            lambda lines, at: self._change(
                box, "columns", partial(edits.edit_field, columns=lines), f"-{at}"
            )
        )
        details.lines_set.connect(
            lambda lines: self._change(box, "lines", partial(edits.edit_field, lines=lines))
        )
        self.boxes.append(box)
        self._column.insertWidget(self._column.count() - 1, box)

    def _on_labelled(self, box: FieldBox, text: str) -> None:
        """Name a field; one that is filled in nowhere yet is called by it in the text too."""
        published = self.bench.library().tool_by_id.get(self._tool().id)
        settled = {field.id for field in published.fields} if published else set()
        self._change(box, "label", partial(edits.edit_field, label=text, settled=settled))

    def _change(
        self, box: FieldBox, what: str, change: Callable[[Tool, str], Tool], at: str = ""
    ) -> None:
        """Change one thing about a field; the letters of a word are one step."""
        field, self._changed = self._field(box), box
        merge = "" if what == "kind" or at == "--1" else f"{self.boxes.index(box)}-{what}{at}"
        edit = Edit[Tool](f"set_field_{what}", lambda tool: change(tool, field.id))
        self.write(edit, merge=merge)

    def _on_add(self) -> None:
        kinds = [FinderChoice(kind.value, kind_name(kind), kind_says(kind)) for kind in FieldKind]
        self._finder.open_at(self.add, kinds)

    def _on_removed(self, box: FieldBox) -> None:
        """Take a field away with its box, so that what is open in the others stays open."""
        field, place = self._field(box), self.boxes.index(box)
        self.boxes.append(self.boxes.pop(place))
        if self.pick(doing(edits.remove_field, field.id)):
            beside = self.boxes[place : place + 1] or self.boxes[-1:]
            (beside[0].label if beside else self.add).setFocus()

    def _on_move_asked(self, box: FieldBox, by: int) -> None:
        place = self.boxes.index(box) + by
        if 0 <= place < len(self.boxes):
            begun = self.boxes.index(box)
            self.boxes.insert(place, self.boxes.pop(begun))
            self._column.insertWidget(place, box)
            self._on_moved(begun, place)
            box.label.setFocus()

    def _on_moved(self, begun: int, position: int) -> None:
        """The boxes stand in their new order already, each with what is open in it."""
        self.pick(doing(edits.move_field, self._tool().fields[begun].id, position))


def tool_specs() -> Sequence[Spec]:
    """Return the fields of a tool, from above."""
    return (
        Spec(("title",), translate("editor", "Titel"), _title, beside=True),
        Spec(("purpose",), translate("editor", "Bruges til"), _purpose, beside=True),
        Spec(("theme",), translate("editor", "Tema"), _theme, beside=True),
        Spec(("body",), translate("editor", "Tekst"), BodyField),
        Spec(("apart",), translate("editor", "Dele"), _apart),
        Spec(("fields",), translate("editor", "Felter"), FieldsField),
        Spec(("roles",), translate("editor", "Hvem"), _roles),
        Spec(("law",), translate("editor", "Lov"), _law),
        Spec(("checked",), translate("editor", "Kontrolleret"), _checked),
    )


def _title(bench: Bench) -> SheetField[Tool]:
    hint = translate("editor", "Hvad er det for et skema?")
    return TextField(bench, hint, lambda tool: tool.title, edits.set_tool_title)


def _purpose(bench: Bench) -> SheetField[Tool]:
    hint = translate("editor", "Hvad får man hjælp til?")
    return TextField(bench, hint, lambda tool: tool.purpose, edits.set_tool_purpose)


def _theme(bench: Bench) -> SheetField[Tool]:
    return SheetThemeField(bench, edits.set_tool_theme)


def _apart(bench: Bench) -> SheetField[Tool]:
    words = translate("editor", "Hver del går til sin egen modtager, så én tages med ad gangen")
    return CheckField(bench, words, lambda tool: tool.apart, edits.set_tool_apart)


def _roles(bench: Bench) -> SheetField[Tool]:
    return RolesField(bench, edits.set_tool_roles)


def _law(bench: Bench) -> SheetField[Tool]:
    return LawField(bench, edits.set_tool_law)


def _checked(bench: Bench) -> SheetField[Tool]:
    return SheetCheckedField(bench, edits.set_tool_checked)
