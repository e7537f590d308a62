"""A list of short texts, told of as a whole: headings, answers, columns."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.model.procedure import CheckItem
from app.ui.editor.form.fields.items import ItemsBox


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

    def _on_item_written(self, place: int, text: str) -> None:
        if text.strip():
            self._tell([*self._texts[:place], text, *self._texts[place + 1 :]], place)

    def _on_item_added(self, place: int, text: str) -> None:
        self._tell([*self._texts[:place], text, *self._texts[place:]], place)

    def _on_items_pasted(self, place: int, new: Sequence[str]) -> None:
        self._tell([*self._texts[:place], *new, *self._texts[place:]])

    def _on_item_removed(self, place: int) -> None:
        self._tell([*self._texts[:place], *self._texts[place + 1 :]])

    def _on_item_moved(self, place: int, to: int) -> None:
        texts = list(self._texts)
        texts.insert(to, texts.pop(place))
        self._tell(texts)

    def _tell(self, texts: list[str], place: int = -1) -> None:
        self.lines_written.emit(texts, place)
