"""The text of a tool, with fields put in where the cursor is."""

from PySide6.QtCore import QCoreApplication, Signal

from app.model.edits import tools as edits
from app.model.library.tool import FieldKind, Tool
from app.ui.editor.drafts.edit import Edit, doing
from app.ui.editor.form.fields.markdown_field import MarkdownBox
from app.ui.editor.sheets.sheet_spec import SheetBench, SheetField, SheetShown
from app.ui.editor.sheets.tool_words import kind_name, kind_says, with_labels
from app.ui.lists.finder import FinderBox, FinderChoice, holds_words
from app.ui.look.widgets import Button

translate = QCoreApplication.translate

_NEW = "+"
"""Begins the id of a choice that is a new field of a kind."""
_LAST = 3


class BodyField(SheetField[Tool]):
    """The text, in Markdown; a button puts a field in at the cursor.

    Signals: `field_added` with the id of a field that is new.
    """

    field_added = Signal(str)

    def __init__(self, bench: SheetBench[Tool]) -> None:
        super().__init__(bench)
        hint = translate("editor", "Skriv vejledning og overskrifter, og sæt felterne ind")
        self.box = MarkdownBox(translate("editor", "Tekst"), hint)
        self.box.reading = self._as_read
        self.widget = self.box
        self.insert = Button(
            translate("editor", "Felt"), "quiet", "plus", self._on_insert, small=True
        )
        self.insert.setToolTip(translate("editor", "Sæt et felt ind, hvor markøren står"))
        self.insert.setAccessibleName(self.insert.toolTip())
        self.box.add_tool(self.insert)
        self._finder = FinderBox(
            self.box, translate("editor", "Søg, eller skriv navnet på et nyt felt"), _rank
        )
        self._finder.chosen.connect(self._on_found)
        self.box.written.connect(self._on_written)
        self.box.focused.connect(lambda has_focus: None if has_focus else self.leave())

    def refresh(self, shown: SheetShown[Tool]) -> None:
        self.box.show_text(shown.document.body.rstrip("\n"))

    def place(self, field_id: str) -> None:
        """Put a field in at the cursor, and go on below it."""
        if self.pick(doing(edits.place_field, field_id, self._line())):
            self._stand_below(field_id)

    def _tool(self) -> Tool:
        assert self.shown is not None
        return self.shown.document

    def _line(self) -> int:
        """Return the line before which a field goes: an empty one is not left above it."""
        block = self.box.text.textCursor().block()
        return block.blockNumber() + (1 if block.text().strip() else 0)

    def _stand_below(self, field_id: str) -> None:
        text = self.box.text
        found = text.document().find(f"{{{{{field_id}}}}}")
        if not found.isNull():
            found.movePosition(found.MoveOperation.EndOfBlock)
            text.setTextCursor(found)
        text.setFocus()

    def _on_written(self, typed: str) -> None:
        body = self._tool().body
        end = body[len(body.rstrip("\n")) :]
        self.write(doing(edits.set_tool_body, f"{typed}{end}" if typed else ""), merge="body")

    def _on_insert(self) -> None:
        tool = self._tool()
        placed = edits.placed_fields(tool)
        waiting = [field for field in tool.fields if field.id not in placed]
        choices = [FinderChoice(one.id, one.label, kind_name(one.kind)) for one in waiting]
        choices += map(_new_choice, FieldKind)
        self._finder.open_at(self.insert, choices)

    def _on_found(self, found: str) -> None:
        if not found.startswith(_NEW):
            self.place(found)
            return
        kind, line = FieldKind(found.removeprefix(_NEW)), self._line()
        known = {field.id for field in self._tool().fields}
        typed = " ".join(self._finder.search.text().split())
        is_kind = holds_words(typed, _new_choice(kind)) is not None
        label = translate("editor", "Nyt felt") if is_kind else typed
        if self.pick(Edit("add_field", lambda tool: edits.add_field(tool, label, kind, line=line))):
            new = next(field.id for field in self._tool().fields if field.id not in known)
            self._stand_below(new)
            self.field_added.emit(new)

    def _as_read(self, text: str) -> str:
        return with_labels(text, self._tool())


def _new_choice(kind: FieldKind) -> FinderChoice:
    words = translate("editor", "Nyt felt: {}").format(kind_name(kind).lower())
    return FinderChoice(f"{_NEW}{kind.value}", words, kind_says(kind))


def _rank(typed: str, choice: FinderChoice) -> int | None:
    """Find fields by their words; what is called nothing yet can be called what was typed."""
    found = holds_words(typed, choice)
    return _LAST if found is None and choice.id.startswith(_NEW) else found
