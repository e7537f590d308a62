"""The pause points of a card: a heading and its items, in the order they are read aloud."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.notation import counted
from app.model.edits import cards as edits
from app.model.library.card import ActionCard, CardSection
from app.model.library.procedure import CheckItem
from app.ui.editor.drafts.edit import doing
from app.ui.editor.form.fields.items_field import ItemsBox, Marking
from app.ui.editor.form.fields.writing_fields import LineBox
from app.ui.editor.form.form_spec import Path
from app.ui.editor.sheets.sheet_spec import SheetBench, SheetField, SheetShown
from app.ui.keys.focus import let_go
from app.ui.look.theme import theme
from app.ui.look.widgets import Button

translate = QCoreApplication.translate


class SectionBox(QFrame):
    """One pause point.

    Signals: `titled` with what its heading says; `moved` with a direction; `removed`; `left`.
    """

    titled = Signal(str)
    moved = Signal(int)
    removed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = LineBox(self.tr("Overskrift"), self.tr("Hvornår stopper man op?"))
        marking = Marking(self.tr("Vigtigt"), self.tr("Får en ramme og ordet Vigtigt"))
        self.items = ItemsBox(self.tr("Tilføj punkt"), marking)
        self.title.written.connect(self.titled)
        self.title.editingFinished.connect(self.left)
        self.title.left_by_enter.connect(self.go_to_item)
        self._up = self._tool("chev-u", self.tr("Flyt afsnittet op"), -1)
        self._down = self._tool("chev-d", self.tr("Flyt afsnittet ned"), 1)
        away = Button("", "quiet", "close", self.removed.emit, tip=self.tr("Slet afsnittet"))
        away.setObjectName("away")
        head = QHBoxLayout()
        head.setSpacing(theme().px(4))
        head.addWidget(self.title, 1)
        for tool in (self._up, self._down, away):
            head.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addLayout(head)
        column.addWidget(self.items)

    def show_section(self, section: CardSection, *, is_first: bool, is_last: bool) -> None:
        """Show what stands in the document."""
        self.title.show_text(section.title)
        self.items.show_items([CheckItem(item.text, item.critical) for item in section.items])
        for tool, may_move in ((self._up, not is_first), (self._down, not is_last)):
            if tool.hasFocus() and not may_move:
                self.title.setFocus()
            tool.setEnabled(may_move)

    def go_to_item(self, position: int = 0) -> None:
        """Put the cursor in an item; where there is none, one is begun."""
        if self.items.lines:
            self.items.focus_line(position)
        else:
            self.items.begin_line(0)

    def focus_mover(self, by: int) -> None:
        """Stay on the button that moved it here, while it can be moved on that way."""
        tool = self._up if by < 0 else self._down
        (tool if tool.isEnabled() else self.title).setFocus()

    def _tool(self, icon: str, tip: str, by: int) -> Button:
        tool = Button("", "quiet", icon, partial(self.moved.emit, by), tip=tip)
        tool.setObjectName("away")
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return tool


class SectionsField(SheetField[ActionCard]):
    """All pause points of a card."""

    def __init__(self, bench: SheetBench[ActionCard]) -> None:
        super().__init__(bench)
        self.widget = QWidget()
        self.boxes: list[SectionBox] = []
        self.add = Button(translate("editor", "Tilføj afsnit"), "link", "plus", self._on_add)
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))
        self._column.addWidget(self.add)
        self.widget.setFocusProxy(self.add)

    def refresh(self, shown: SheetShown[ActionCard]) -> None:
        sections = shown.document.sections
        while len(self.boxes) > len(sections):
            gone = self.boxes.pop()
            self._column.removeWidget(gone)
            let_go(gone, self.boxes[-1].title if self.boxes else self.add)
        while len(self.boxes) < len(sections):
            self._add_box()
        last = len(sections) - 1
        for position, (box, section) in enumerate(zip(self.boxes, sections, strict=True)):
            box.show_section(section, is_first=position == 0, is_last=position == last)

    def count(self, shown: SheetShown[ActionCard]) -> str:
        items = sum(len(section.items) for section in shown.document.sections)
        return (
            counted(items, translate("editor", "punkt"), translate("editor", "punkter"))
            if items
            else ""
        )

    def focus(self, path: Path) -> None:
        place = path[0] if path and isinstance(path[0], int) else None
        item = path[2] if len(path) > 2 and isinstance(path[2], int) else None
        if item is not None and not self.boxes:
            self._on_add()
        elif place is None or place >= len(self.boxes):
            self.add.setFocus()
        elif item is not None:
            self.boxes[place].go_to_item(item)
        else:
            self.boxes[place].title.setFocus()

    def _add_box(self) -> None:
        box, place = SectionBox(), len(self.boxes)
        items = box.items
        box.titled.connect(partial(self._on_titled, place))
        box.moved.connect(partial(self._on_moved, place))
        box.removed.connect(partial(self._on_removed, place))
        box.left.connect(self.leave)
        items.item_written.connect(partial(self._on_written, place))
        items.item_added.connect(partial(self._on_added, place))
        items.items_pasted.connect(partial(self._on_pasted, place))
        items.item_removed.connect(lambda at: self.pick(doing(edits.remove_card_item, place, at)))
        items.item_moved.connect(
            lambda at, to: self.pick(doing(edits.move_card_item, place, at, to))
        )
        items.item_required.connect(partial(self._on_marked, place))
        items.line_left.connect(self.leave)
        self.boxes.append(box)
        self._column.insertWidget(place, box)

    def _on_add(self) -> None:
        """Add a pause point, ready to be named."""
        position = len(self.boxes)
        if self.pick(doing(edits.add_section, translate("editor", "Nyt afsnit"))):
            self.boxes[position].title.setFocus()
            self.boxes[position].title.selectAll()

    def _on_titled(self, position: int, title: str) -> None:
        self.write(doing(edits.set_section_title, position, title), merge=f"section-{position}")

    def _on_moved(self, position: int, by: int) -> None:
        if self.pick(doing(edits.move_section, position, position + by)):
            self.boxes[position + by].focus_mover(by)

    def _on_removed(self, position: int) -> None:
        """Take one away; one goes on in the one that stands there then, or the one before."""
        if self.pick(doing(edits.remove_section, position)):
            beside = self.boxes[position : position + 1] or self.boxes[-1:]
            (beside[0].title if beside else self.add).setFocus()

    def _on_written(self, position: int, item: int, text: str) -> None:
        edit = doing(edits.edit_card_item, position, item, text=text)
        self.write(edit, merge=f"{position}-{item}")

    def _on_added(self, position: int, item: int, text: str) -> None:
        edit = doing(edits.add_card_item, position, text, position=item)
        self.write(edit, merge=f"{position}-{item}")

    def _on_pasted(self, position: int, item: int, lines: Sequence[str]) -> None:
        self.write(doing(edits.add_card_items, position, lines, position=item))

    def _on_marked(self, position: int, item: int, is_critical: bool) -> None:
        edit = doing(edits.edit_card_item, position, item, critical=is_critical)
        self.write(edit.named("mark_card_item"))
