"""The panel at the right of the editor: the chosen step, or the procedure itself, to be written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.model.library.procedure import Step
from app.ui.editor.form.form_area import FormArea
from app.ui.editor.form.form_builder import Form
from app.ui.editor.form.form_spec import Bench, Path, Shown
from app.ui.editor.form.procedure_form import procedure_specs
from app.ui.editor.form.step_form import step_specs
from app.ui.editor.form.text_form_fields import LineField
from app.ui.keys.focus import holds_keyboard, show_or_hide
from app.ui.keys.kept import follow_layout
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, ElidedLabel
from app.ui.steps.panel_sections import StationDisc

_WIDTH, _LEAST = 440, 340
_SHARE = 0.42


class _StepDisc(StationDisc):
    """The number of a step that is edited; it changes when steps are moved."""

    def show_text(self, text: str) -> None:
        self._text = text
        self.update()


class EditPanel(QFrame):
    """Shows one of two forms, with a line above that says which and leads to the other.

    Signals: `procedure_asked` when the procedure's own form is wanted; `step_asked` when that of
    the chosen step is; `title_entered` when Enter finishes a title. `above` and `below` are for
    what is no part of the document.
    """

    procedure_asked = Signal()
    step_asked = Signal()
    title_entered = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.setProperty("surface", "detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Skriv trinnet eller proceduren"))
        self._bench = bench
        self._whole: Form[Bench, Shown] | None = None
        self.steps = Form(step_specs(), bench)
        self._follow_title(self.steps)
        self._disc = _StepDisc("")
        self._what = ElidedLabel(points=9.5, color="ink_2")
        self._other = Button("", "link")
        self._other.setProperty("plain", True)
        self._other.clicked.connect(self._on_other)
        self._shown: Shown | None = None
        self._area = FormArea()
        self.above, self.below = QVBoxLayout(), QVBoxLayout()
        self._assemble()
        self._resize()
        theme().changed.connect(self._resize)

    @property
    def form(self) -> Form[Bench, Shown]:
        """The form that is shown."""
        is_step = self._shown is not None and self._shown.step is not None
        return self.steps if is_step else self.whole

    @property
    def whole(self) -> Form[Bench, Shown]:
        """The form of the procedure itself, made when it is first asked for."""
        if self._whole is None:
            self._whole = Form(procedure_specs(), self._bench)
            self._follow_title(self._whole)
            self._forms.addWidget(self._whole)
            follow_layout(self)
        return self._whole

    def show_thing(self, shown: Shown) -> None:
        """Show a step or the procedure; another one from its top."""
        is_other = self._shown is None or _name(self._shown) != _name(shown)
        self._shown = shown
        self._show_line(shown)
        self.form.show_thing(shown)
        show_or_hide(self.steps, self._other, is_shown=shown.step is not None)
        if self._whole is not None:
            show_or_hide(self._whole, self._other, is_shown=shown.step is None)
        if is_other:
            self._area.to_top()

    def focus_path(self, path: Path) -> None:
        """Put the cursor where a path in the step or the procedure leads."""
        field = self.form.focus_path(path)
        if field is not None:
            self._area.bring_into_sight(field)

    def stand_at(self, key: str) -> None:
        """Have the keyboard in the field of a part; the cursor stays where it is there already."""
        field = self.form.field(key)
        if field is not None and not holds_keyboard(field.widget):
            self.focus_path((key,))

    def _show_line(self, shown: Shown) -> None:
        step = shown.step
        number = shown.procedure.numbers.get(step.id) if step else None
        self._disc.setVisible(number is not None)
        self._disc.show_text(str(number or ""))
        if step is None:
            self._what.setText(self.tr("Sagsprocedure"))
            self._other.say(self.tr("Til trinnet"))
        else:
            self._what.setText(_kind_of(step, self.tr("Trin"), self.tr("Afslutning")))
            self._other.say(self.tr("Om sagsproceduren"))

    def _assemble(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme().px(8))
        line.addWidget(self._disc)
        line.addWidget(self._what, 1)
        line.addWidget(self._other)
        inner = self._area.column
        inner.addLayout(self.above)
        inner.addLayout(line)
        self._forms = QVBoxLayout()
        self._forms.addWidget(self.steps)
        inner.addLayout(self._forms)
        inner.addLayout(self.below)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area)

    def _follow_title(self, form: Form[Bench, Shown]) -> None:
        title = form.field("title")
        if isinstance(title, LineField):
            title.line.left_by_enter.connect(self.title_entered)

    def _on_other(self) -> None:
        if self._shown is not None and self._shown.step is None:
            self.step_asked.emit()
        else:
            self.procedure_asked.emit()

    def fit(self, room: int) -> None:
        """Take as much width as there is for it beside the flow."""
        wanted = min(theme().px(_WIDTH), max(theme().px(_LEAST), round(room * _SHARE)))
        if wanted != self.width():
            self.setFixedWidth(wanted)

    def _resize(self) -> None:
        self.setFixedWidth(theme().px(_WIDTH))
        parent = self.parentWidget()
        if parent is not None:
            self.fit(parent.width())


def _name(shown: Shown) -> str:
    return shown.step.id if shown.step else ""


def _kind_of(step: Step, step_word: str, end_word: str) -> str:
    return end_word if step.is_end else step_word
