"""Fields of one text: a title, a line, a text in Markdown, a list of headings."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import counted
from app.model.edits import procedure_fields, step_fields
from app.model.library.procedure import Procedure
from app.ui.editor.drafts.edit import Edit, doing
from app.ui.editor.form.fields.lines_field import LinesBox
from app.ui.editor.form.fields.markdown_field import MarkdownBox
from app.ui.editor.form.fields.writing_fields import GrowingText, LineBox
from app.ui.editor.form.form_spec import Bench, Field, Path, Shown

Read = Callable[[Shown], str]
Change = Callable[[Procedure, str], Procedure]
"""Writes a text of the procedure."""

StepChange = Callable[[Procedure, str, str], Procedure]
"""Writes a text of a step, by its id."""

TextEdit = Callable[[Field, str], Edit[Procedure]]
"""Wishes for what was written in a field."""

_HEADING = "## "


def of_step(change: StepChange) -> TextEdit:
    """Write a text of the step that is shown."""
    return lambda field, text: doing(change, field.step.id, text)


def of_procedure(change: Change) -> TextEdit:
    """Write a text of the procedure."""
    return lambda _, text: doing(change, text)


class LineField(Field):
    """One line of a step or of the procedure."""

    def __init__(self, bench: Bench, read: Read, edit: TextEdit, hint: str = "") -> None:
        super().__init__(bench)
        self._read, self._edit = read, edit
        self.line = LineBox("", hint)
        self.widget = self.line
        self.line.written.connect(self._on_written)
        self.line.editingFinished.connect(self.leave)

    def refresh(self, shown: Shown) -> None:
        self.line.show_text(self._read(shown))

    def focus(self, path: Path) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def leave(self) -> None:
        super().leave()
        is_held = self.line.is_held
        if self.shown is not None and not is_held and self.line.text() != self._read(self.shown):
            self.line.setText(self._read(self.shown))

    def _on_written(self, text: str) -> None:
        edit = self._edit(self, text)
        self.write(edit, merge=edit.name)


class LongLineField(Field):
    """One paragraph of the procedure that may take several lines."""

    def __init__(self, bench: Bench, name: str, hint: str, read: Read, change: Change) -> None:
        super().__init__(bench)
        self._read = read
        self.text = GrowingText(name, hint, is_line=True)
        self.text.setObjectName("boxed")
        self.widget = self.text
        self.text.written.connect(
            lambda text: self.write(doing(change, text), merge=change.__name__)
        )
        self.text.focused.connect(lambda has_focus: None if has_focus else self.leave())

    def refresh(self, shown: Shown) -> None:
        self.text.show_text(self._read(shown))


class MarkdownField(Field):
    """A text of several paragraphs."""

    def __init__(self, bench: Bench, name: str, hint: str, read: Read, edit: TextEdit) -> None:
        super().__init__(bench)
        self._read, self._edit = read, edit
        self.box = MarkdownBox(name, hint)
        self.widget = self.box
        self.box.written.connect(self._on_written)
        self.box.focused.connect(lambda has_focus: None if has_focus else self.leave())

    def refresh(self, shown: Shown) -> None:
        self.box.show_text(self._read(shown).rstrip("\n"))

    def _on_written(self, text: str) -> None:
        edit = self._edit(self, text)
        self.write(edit, merge=edit.name)


class HeadingsField(Field):
    """What the note to the journal has headings for, one a line."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        add = QCoreApplication.translate("editor", "Tilføj overskrift")
        self.box = LinesBox(add)
        self.widget = self.box
        self.box.lines_written.connect(self._on_lines_written)
        self.box.line_left.connect(self.leave)

    def begin(self) -> None:
        self.box.forget_begun()

    def begin_again(self, words: str) -> None:
        self.box.begin_again(words)

    def refresh(self, shown: Shown) -> None:
        self.box.show_lines(self._lines())

    def count(self, shown: Shown) -> str:
        translate = QCoreApplication.translate
        lines = len(self._lines())
        one, many = translate("editor", "overskrift"), translate("editor", "overskrifter")
        return counted(lines, one, many) if lines else ""

    def _lines(self) -> list[str]:
        lines = (line.strip() for line in self.step.document.splitlines())
        return [line.lstrip("#").strip() for line in lines if line]

    def _on_lines_written(self, lines: Sequence[str], position: int) -> None:
        text = "\n".join(f"{_HEADING}{' '.join(line.split())}" for line in lines if line.strip())
        merge = f"heading-{position}" if position >= 0 else ""
        self.write(doing(step_fields.set_headings, self.step.id, text), merge=merge)


def step_title(bench: Bench) -> Field:
    """Make the field for the title of a step."""
    return LineField(bench, _title_of, of_step(step_fields.set_step_title))


def guide(bench: Bench) -> Field:
    """Make the field for the guidance of a step."""
    return MarkdownField(
        bench,
        QCoreApplication.translate("editor", "Vejledning"),
        QCoreApplication.translate("editor", "Hvad gør man, og hvad skal man tænke på?"),
        lambda shown: shown.step.guide if shown.step else "",
        of_step(step_fields.set_guide),
    )


def procedure_title(bench: Bench) -> Field:
    """Make the field for the title of a procedure."""
    return LineField(
        bench, lambda shown: shown.procedure.title, of_procedure(procedure_fields.set_title)
    )


def _title_of(shown: Shown) -> str:
    return shown.step.title if shown.step else ""
