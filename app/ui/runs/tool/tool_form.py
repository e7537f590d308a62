"""A tool to fill in: its text, its fields, and which of its leaves are to be taken along."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.model.journal.filled_tool import leaves_to_choose
from app.model.library.tool import FieldKind, Tool, ToolField
from app.model.library.tool_body import Advice, Leaf, Piece, Prose, tool_leaves
from app.model.library.tool_pictures import curve_of, network_of
from app.model.run.state import Filled
from app.printing.filled_tool_pages import Picture
from app.ui.keys.toggling import Switch
from app.ui.look.richtext import RichText
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Label, clear_layout, second_line, surface
from app.ui.runs.tool.tool_field_editors import FieldEditor, editor_of
from app.ui.runs.tool.tool_picture import WIDTH, PictureView


class ToolForm(QWidget):
    """Shows a tool with what stands in it. One stops at its fields; its text is only read.

    Signals: `changed` with the id of the field in which the user has written or chosen, and with
    an empty one when it is what is taken along.
    """

    changed = Signal(str)

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._is_apart = False
        self._leaves: dict[str, LeafBox] = {}
        self.editors: dict[str, FieldEditor] = {}
        self.picture_views: dict[str, PictureView] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(12))
        self.setMaximumWidth(theme().px(WIDTH))

    @property
    def written(self) -> Filled:
        """What stands in it."""
        fields = {name: editor.text for name, editor in self.editors.items() if editor.text}
        rows = {name: editor.rows for name, editor in self.editors.items() if editor.rows}
        left_out = tuple(title for title, leaf in self._leaves.items() if not leaf.is_taken)
        return Filled(fields, rows, left_out=left_out)

    @property
    def pictures(self) -> list[Picture]:
        """The pictures of what stands in it."""
        return [one.picture for one in self.picture_views.values() if one.picture is not None]

    def show_tool(self, tool: Tool, stored: Filled, *, is_closed: bool) -> None:
        """Show a tool with what is stored of it."""
        clear_layout(self._rows)
        self.editors, self.picture_views, self._leaves = {}, {}, {}
        self._rows.addWidget(Label(tool.purpose, color="ink_2", wrap=True))
        choices = leaves_to_choose(tool)
        self._is_apart = tool.apart
        if choices and tool.apart:
            words = self.tr("Hver del går til sin egen modtager. Der tages én med ad gangen.")
            self._rows.addWidget(second_line(words))
        for leaf in tool_leaves(tool):
            box = LeafBox(leaf, may_choose=bool(choices) and _says_more(leaf) and not is_closed)
            for widget in self._widgets(leaf.pieces, tool.title):
                box.add(widget)
            if choices:
                box.show_taken(leaf.title not in stored.left_out)
                box.changed.connect(partial(self._on_leaf_changed, leaf.title))
                self._leaves[leaf.title] = box
            self._rows.addWidget(box)
        self._rows.addStretch(1)
        for name, editor in self.editors.items():
            editor.show_value(stored.fields.get(name, ""), stored.rows.get(name, ()))
            editor.set_read_only(is_read_only=is_closed)
            editor.changed.connect(partial(self._on_changed, name))
        self._draw()

    def begin(self) -> None:
        """Put the keyboard in the first field that nothing stands in."""
        open_ones = [one for one in self._taken() if one.isEnabled()]
        empty = [one for one in open_ones if not one.text and not one.rows]
        for editor in (empty or open_ones)[:1]:
            editor.setFocus()

    def settle(self) -> bool:
        """Read all fields that are to be taken along; the first that cannot be is gone to."""
        unread = [editor for editor in self._taken() if not editor.settle()]
        for editor in unread[:1]:
            editor.setFocus()
        return not unread

    def _taken(self) -> list[FieldEditor]:
        """Return the fields of the leaves that are taken along."""
        folded = [leaf for leaf in self._leaves.values() if not leaf.is_taken]
        editors = self.editors.values()
        return [one for one in editors if not any(leaf.isAncestorOf(one) for leaf in folded)]

    def _widgets(self, pieces: Iterable[Piece], name: str) -> Iterable[QWidget]:
        for piece in pieces:
            if isinstance(piece, Prose):
                yield _text(name, piece.markdown)
            elif isinstance(piece, Advice):
                yield _advice(piece.markdown)
            elif piece.id not in self.editors:
                yield from self._field(piece)

    def _field(self, field: ToolField) -> Iterable[QWidget]:
        editor = self.editors[field.id] = editor_of(field, self._clock)
        yield editor
        if field.kind is FieldKind.ROWS:
            picture = self.picture_views[field.id] = PictureView(field.label)
            yield picture

    def _on_leaf_changed(self, title: str) -> None:
        """Let go of the others when one is taken that is for somebody of its own."""
        if self._is_apart and title and self._leaves[title].is_taken:
            for other, leaf in self._leaves.items():
                if other not in ("", title):
                    leaf.show_taken(is_taken=False)
        self.changed.emit("")

    def _on_changed(self, name: str) -> None:
        self._draw()
        self.changed.emit(name)

    def _draw(self) -> None:
        for name, view in self.picture_views.items():
            editor = self.editors[name]
            found = curve_of(editor.field, editor.rows) or network_of(editor.field, editor.rows)
            view.show_picture(found)


def _says_more(leaf: Leaf) -> bool:
    """Tell whether there is more in a leaf than what speaks to whoever fills the tool in."""
    return bool(leaf.title) or not all(isinstance(piece, Advice) for piece in leaf.pieces)


def _text(name: str, markdown: str) -> RichText:
    """Return a text to read; one can point at it to copy of it, and Tab passes it by."""
    text = RichText(name)
    text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    text.show_markdown(markdown)
    return text


def _advice(markdown: str) -> QWidget:
    """Return what speaks to whoever fills the tool in, and says that it does."""
    words = QCoreApplication.translate("runs", "Til dig, der udfylder. Kommer ikke med.")
    box = surface("quote")
    column = QVBoxLayout(box)
    column.setContentsMargins(theme().px(12), theme().px(8), theme().px(12), theme().px(8))
    column.setSpacing(theme().px(2))
    column.addWidget(second_line(words))
    plain = "\n".join(line.lstrip().removeprefix(">") for line in markdown.splitlines())
    column.addWidget(_text(words, plain))
    return box


class LeafBox(QWidget):
    """One leaf: its title, and whether it is taken along; one that is not is folded away.

    Signals: `changed` when the user has chosen.
    """

    changed = Signal()

    def __init__(self, leaf: Leaf, *, may_choose: bool) -> None:
        super().__init__()
        title = leaf.title or (self.tr("Indledning") if may_choose else "")
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))
        self._tick = QCheckBox(self.tr("Tag med"))
        self._tick.setAccessibleName(self.tr("Tag med: {}").format(title))
        self._tick.setChecked(True)
        self._tick.setVisible(may_choose)
        self._switch = Switch(self._tick)
        self._switch.turned.connect(self._on_turned)
        head = QHBoxLayout()
        head.addWidget(Label(title, points=13, weight=SEMIBOLD, wrap=True), 1)
        head.addWidget(self._tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(8) if title else 0, 0, 0)
        column.setSpacing(theme().px(10))
        if title:
            column.addLayout(head)
        column.addWidget(self._inside)

    @property
    def is_taken(self) -> bool:
        """Whether it is to be taken along."""
        return self._tick.isChecked()

    def add(self, widget: QWidget) -> None:
        """Add something at its end."""
        self._column.addWidget(widget)

    def show_taken(self, is_taken: bool) -> None:
        """Show whether it is taken along."""
        self._switch.show(is_taken)
        self._inside.setVisible(is_taken)

    def _on_turned(self, is_taken: bool) -> None:
        self._inside.setVisible(is_taken)
        self.changed.emit()
