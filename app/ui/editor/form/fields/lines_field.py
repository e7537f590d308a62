"""A list of short texts, told of as a whole: headings, answers, columns."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.model.library.procedure import CheckItem
from app.ui.editor.form.fields.items_field import ItemsBox


class LinesBox(ItemsBox):
    """Writes lines as a checklist is written.

    Signals: `lines_written` with all lines, and the place of the one that is typed in, or -1.
    """

    lines_written = Signal(object, int)

    def __init__(self, add: str) -> None:
        super().__init__(add)
        self._texts: list[str] = []
        self.item_written.connect(self._on_item_written)
        self.item_added.connect(self._on_item_added)
        self.items_pasted.connect(self._on_items_pasted)
        self.item_removed.connect(self._on_item_removed)
        self.item_moved.connect(self._on_item_moved)

    def show_lines(self, texts: Sequence[str]) -> None:
        """Show what stands in the document."""
        self._texts = list(texts)
        self.show_items([CheckItem(text) for text in texts])

    def _on_item_written(self, position: int, text: str) -> None:
        if text.strip():
            self._tell([*self._texts[:position], text, *self._texts[position + 1 :]], position)

    def _on_item_added(self, position: int, text: str) -> None:
        self._tell([*self._texts[:position], text, *self._texts[position:]], position)

    def _on_items_pasted(self, position: int, new: Sequence[str]) -> None:
        self._tell([*self._texts[:position], *new, *self._texts[position:]])

    def _on_item_removed(self, position: int) -> None:
        self._tell([*self._texts[:position], *self._texts[position + 1 :]])

    def _on_item_moved(self, position: int, to: int) -> None:
        texts = list(self._texts)
        texts.insert(to, texts.pop(position))
        self._tell(texts)

    def _tell(self, texts: list[str], position: int = -1) -> None:
        self.lines_written.emit(texts, position)
