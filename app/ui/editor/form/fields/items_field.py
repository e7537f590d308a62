"""The checklist as it is written: Enter adds a line, keys and mouse put the lines in order."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.model.library.procedure import CheckItem, Tag
from app.ui.editor.form.fields.line_carrying import Carrying, Grip, asked_way
from app.ui.editor.form.fields.writing_fields import GrowingText
from app.ui.keys.focus import holds_keyboard, let_go
from app.ui.keys.menus import Menu
from app.ui.keys.toggling import Switch
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, second_line
from app.ui.says.kind_texts import tag_text

_TAG_ICONS = {
    Tag.CHILD_VOICE: "voice",
    Tag.ASSESSMENT: "scale",
    Tag.DOCUMENTATION: "journal",
    Tag.NETWORK: "people",
}


class Marking(Struct, frozen=True):
    """The mark that a line can get: its word, and what it means. Tags are for checklists."""

    word: str
    tip: str
    has_tags: bool = False


class ItemLine(QFrame):
    """One line: its grip, its words, what it is about, and whether it is required.

    Signals: `written` with its words; `required_set`; `advice_set`; `tags_set` with its tags;
    `enter_pressed`, `emptied`, `removed`; `move_asked` with a direction; `up_asked`, `down_asked`.
    """

    written = Signal(str)
    required_set = Signal(bool)
    advice_set = Signal(bool)
    tags_set = Signal(object)
    removed = Signal()
    move_asked = Signal(int)

    def __init__(self, marking: Marking | None) -> None:
        super().__init__()
        self.setObjectName("item")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tags: tuple[Tag, ...] = ()
        self._is_advice = False
        self.grip = Grip(self.tr("Træk for at flytte (Alt+pil op og ned)"))
        self.text = GrowingText("", is_line=True)
        self.text.setPlaceholderText(self.tr("Skriv, hvad der er opnået"))
        self.text.installEventFilter(self)
        self.text.written.connect(self.written)
        self._marking = marking
        self.text.takes_lines = True
        self.required = Button(marking.word if marking else "")
        self.required.setObjectName("pill")
        self.required.setCheckable(True)
        self.required.setToolTip(marking.tip if marking else "")
        self._required = Switch(self.required)
        self._required.turned.connect(self.required_set)
        self.tags = Button("", "quiet", "badge", self._on_tags_asked, tip=self.tr("Mærk punktet"))
        self.tags.setObjectName("away")
        self._signs = QHBoxLayout()
        self._signs.setSpacing(theme().px(3))
        self._assemble()

    def show_place(self, position: int) -> None:
        """Be called by the place it stands in now."""
        self.text.setAccessibleName(self.tr("Punkt {}").format(position + 1))

    def show_item(self, item: CheckItem) -> None:
        """Show what stands in the document."""
        self.text.show_text(item.text)
        self._required.show(item.required)
        self._show_tools()
        if (item.tags, item.advice) != (self._tags, self._is_advice):
            self._tags, self._is_advice = item.tags, item.advice
            self._show_signs()

    def tags_menu(self) -> Menu:
        """Return the menu of what a line can be about."""
        menu = Menu(self)
        for tag in Tag:
            action = menu.addAction(tag_text(tag))
            action.setCheckable(True)
            action.setChecked(tag in self._tags)
            action.toggled.connect(partial(self._on_tag, tag))
        menu.addSeparator()
        advice = menu.addAction(self.tr("Vores egen anbefaling"))
        advice.setCheckable(True)
        advice.setChecked(self._is_advice)
        advice.toggled.connect(self.advice_set)
        menu.addSeparator()
        menu.addAction(self.tr("Slet punktet")).triggered.connect(self.removed)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if way := asked_way(event):
            self.move_asked.emit(way)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._show_tools)
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_tools()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_tools()

    def _assemble(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(theme().px(4))
        row.addWidget(self.grip)
        row.addWidget(self.text, 1)
        row.addLayout(self._signs)
        for tool in (self.tags, self.required):
            policy = tool.sizePolicy()
            policy.setRetainSizeWhenHidden(tool in self._marks())
            tool.setSizePolicy(policy)
            tool.installEventFilter(self)
            row.addWidget(tool)
        self._show_tools()

    def _resize(self) -> None:
        self.required.setFont(theme().font(8.5))

    def _show_tools(self) -> None:
        """Show what can be set where one is; what is set is always seen."""
        tools = (self.text, self.tags, self.required)
        is_here = self.underMouse() or any(tool.hasFocus() for tool in tools)
        is_here = is_here and bool(self.text.text.strip())
        self.tags.setVisible(self.tags in self._marks() and is_here)
        is_marked = is_here or self.required.isChecked()
        self.required.setVisible(self.required in self._marks() and is_marked)

    def _marks(self) -> tuple[Button, ...]:
        """Return the buttons that this kind of line has."""
        if self._marking is None:
            return ()
        return (self.tags, self.required) if self._marking.has_tags else (self.required,)

    def _show_signs(self) -> None:
        while (item := self._signs.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for tag in self._tags:
            color = "child_ink" if tag is Tag.CHILD_VOICE else "ink_3"
            sign = IconLabel(_TAG_ICONS[tag], color, 15)
            sign.setToolTip(tag_text(tag))
            self._signs.addWidget(sign)
        if self._is_advice:
            self._signs.addWidget(second_line(self.tr("anbefaling")))

    def _on_tags_asked(self) -> None:
        self.tags_menu().exec(self.tags.mapToGlobal(QPoint(0, self.tags.height())))

    def _on_tag(self, tag: Tag, is_on: bool) -> None:
        kept = tuple(one for one in self._tags if one is not tag)
        self.tags_set.emit((*kept, tag) if is_on else kept)


class ItemsBox(QWidget):
    """All lines. It asks for what the user wants; what is shown comes back from the document.

    Signals: `item_written` with a place and words; `item_added` with a place and words;
    `items_pasted` with a place and lines; `item_removed`, `item_moved` with places;
    `item_required`, `item_advised` and `item_tagged` with a place and the new value; `line_left`.
    """

    item_written = Signal(int, str)
    item_added = Signal(int, str)
    items_pasted = Signal(int, object)
    item_removed = Signal(int)
    item_moved = Signal(int, int)
    item_required = Signal(int, bool)
    item_advised = Signal(int, bool)
    item_tagged = Signal(int, object)
    line_left = Signal()

    def __init__(self, add: str, marking: Marking | None = None) -> None:
        super().__init__()
        self._marking = marking
        self._lines: list[ItemLine] = []
        self._fresh: int | None = None
        self._kept = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.add = Button(add, "link", "plus", self._on_add)
        self._column.addWidget(self.add)
        self._carrying = Carrying(self._column, self._lines, self.item_moved.emit)
        self.setFocusProxy(self.add)

    @property
    def lines(self) -> Sequence[ItemLine]:
        """The lines there are; one that is being begun is among them."""
        return self._lines

    def show_items(self, items: Sequence[CheckItem]) -> None:
        """Show what stands in the document; a line that was just begun stays where it is."""
        self._kept = len(items)
        shown = list(items)
        if self._fresh is not None and self._is_fresh_open():
            shown.insert(min(self._fresh, len(shown)), CheckItem(""))
        else:
            self._fresh = None
        while len(self._lines) > len(shown):
            self._drop(len(self._lines) - 1)
        while len(self._lines) < len(shown):
            self._add_line()
        for position, (line, item) in enumerate(zip(self._lines, shown, strict=True)):
            line.show_place(position)
            if position != self._fresh:
                line.show_item(item)

    def forget_begun(self) -> None:
        """Take away a line that was begun and not written."""
        self._end_fresh()

    def focus_line(self, position: int) -> None:
        """Put the cursor at the end of a line, or of the one nearest to where it would be."""
        if not self._lines:
            self.add.setFocus()
            return
        text = self._lines[max(0, min(position, len(self._lines) - 1))].text
        text.setFocus()
        text.moveCursor(text.textCursor().MoveOperation.End)

    def begin_line(self, position: int) -> None:
        """Open an empty line at a place; it is added when something is written in it."""
        if self._fresh is not None and self._is_fresh_open():
            begun = self._lines[self._fresh].text
            if begun.text.strip():
                begun.setFocus()
                return
        self._open_line(position).text.setFocus()

    def begin_again(self, words: str) -> None:
        """Open a line with words that could not be kept as they are."""
        self._open_line(len(self._lines)).text.show_words(words)

    def _open_line(self, position: int) -> ItemLine:
        self._end_fresh()
        self._fresh = position
        line = self._add_line()
        self._lines.insert(position, self._lines.pop())
        self._column.insertWidget(position, line)
        line.show_item(CheckItem(""))
        for number, one in enumerate(self._lines):
            one.show_place(number)
        return line

    def _add_line(self) -> ItemLine:
        line = ItemLine(self._marking)
        line.written.connect(partial(self._on_written, line))
        line.required_set.connect(partial(self._on_required, line))
        line.advice_set.connect(partial(self._on_advice, line))
        line.tags_set.connect(partial(self._on_tags, line))
        line.removed.connect(lambda: self._remove(line))
        line.text.emptied.connect(lambda: self._remove(line, focus_before=True))
        line.move_asked.connect(partial(self._on_move_asked, line))
        line.text.enter_pressed.connect(lambda: self._on_enter(line))
        line.text.up_asked.connect(lambda: self.focus_line(self._lines.index(line) - 1))
        line.text.down_asked.connect(lambda: self.focus_line(self._lines.index(line) + 1))
        line.text.focused.connect(partial(self._on_focused, line))
        line.text.lines_pasted.connect(partial(self._on_pasted, line))
        line.grip.carried.connect(partial(self._on_carried, line))
        line.grip.put_down.connect(partial(self._carrying.put_down, line))
        self._lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        return line

    def _place(self, line: ItemLine) -> int:
        return self._lines.index(line)

    def _on_required(self, line: ItemLine, is_on: bool) -> None:
        if self._place(line) != self._fresh:
            self.item_required.emit(self._place(line), is_on)

    def _on_advice(self, line: ItemLine, is_on: bool) -> None:
        if self._place(line) != self._fresh:
            self.item_advised.emit(self._place(line), is_on)

    def _on_tags(self, line: ItemLine, tags: object) -> None:
        if self._place(line) != self._fresh:
            self.item_tagged.emit(self._place(line), tags)

    def _on_written(self, line: ItemLine, text: str) -> None:
        place = self._place(line)
        if place == self._fresh:
            if text.strip():
                kept, self._fresh = self._kept, None
                self.item_added.emit(place, text)
                if self._kept == kept:  # it was refused, and stands there until it is mended
                    self._fresh = place
        else:
            self.item_written.emit(place, text)

    def _on_pasted(self, line: ItemLine, lines: Sequence[str]) -> None:
        """Several lines become several points, after the one they were pasted in."""
        place = self._place(line)
        is_fresh = place == self._fresh
        if is_fresh:
            self._end_fresh()
        at = place if is_fresh else place + 1
        self.items_pasted.emit(at, lines)
        self.focus_line(at + len(lines) - 1)

    def _on_enter(self, line: ItemLine) -> None:
        place = self._place(line)
        if place == self._fresh:
            if not line.text.text.strip():
                self._end_fresh()
                self.add.setFocus()
            return
        self.line_left.emit()
        self.begin_line(place + 1)

    def _on_add(self) -> None:
        self.begin_line(len(self._lines))

    def _remove(self, line: ItemLine, *, focus_before: bool = False) -> None:
        place = self._place(line)
        if place == self._fresh:
            self._end_fresh()
        else:
            self.item_removed.emit(place)
        if focus_before:
            self.focus_line(place - 1)

    def _on_move_asked(self, line: ItemLine, by: int) -> None:
        place = self._place(line)
        if place != self._fresh and 0 <= place + by < len(self._lines):
            self.item_moved.emit(place, place + by)
            self.focus_line(place + by)

    def _on_focused(self, line: ItemLine, has_focus: bool) -> None:
        if has_focus:
            return
        self.line_left.emit()
        is_fresh = line in self._lines and self._place(line) == self._fresh
        # While a menu is open, or another program is in front, one is still in the line.
        if is_fresh and not line.text.text.strip() and not holds_keyboard(line):
            self._end_fresh()

    def _on_carried(self, line: ItemLine, height: int) -> None:
        if self._fresh is None:
            self._carrying.carry(line, height)

    def _is_fresh_open(self) -> bool:
        return self._fresh is not None and self._fresh < len(self._lines)

    def _end_fresh(self) -> None:
        """Take away a line that was begun and not written."""
        if self._fresh is None or not self._is_fresh_open():
            self._fresh = None
            return
        place, self._fresh = self._fresh, None
        self._drop(place)

    def _drop(self, position: int) -> None:
        """Take a line away; one goes on in the one that stands there then, or the one before."""
        line = self._lines.pop(position)
        self._column.removeWidget(line)
        beside = self._lines[position : position + 1] or self._lines[-1:]
        let_go(line, beside[0].text if beside else self.add)
