"""A line of pills of which one is chosen: a filter, or whose things one sees."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup

from app.ui.look.widgets import Button
from app.ui.look.wrapping import Wrapping


class OneOf(Wrapping):
    """The pills, beside each other, in more lines where there is no room.

    Tab stops at the chosen one; the arrow keys choose the next.

    Signals: `chosen` with the key of the pill that was chosen by mouse, key or otherwise.
    """

    chosen = Signal(object)

    def __init__(self, name: str, choices: Iterable[tuple[object, str]]) -> None:
        super().__init__(spacing=4)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._names = dict(choices)
        self.buttons: dict[object, Button] = {}
        for key, words in self._names.items():
            button = Button(words, "filter")
            button.setCheckable(True)
            self._group.addButton(button)
            self.row.addWidget(button)
            self.buttons[key] = button
        first = next(iter(self._names))
        self._value = first
        self.buttons[first].setChecked(True)
        for key, button in self.buttons.items():
            button.toggled.connect(lambda on, key=key: self._on_toggled(key, on=on))

    @property
    def value(self) -> object:
        """The key of the pill that is chosen."""
        return self._value

    def sizeHint(self) -> QSize:
        """Want room for all in one line."""
        sizes = [button.sizeHint() for button in self.buttons.values()]
        width = sum(size.width() for size in sizes) + self.row.spacing() * (len(sizes) - 1)
        return QSize(width, max(size.height() for size in sizes))

    def choose(self, key: object) -> None:
        """Choose a pill; that is told as if it was clicked."""
        self.buttons[key].setChecked(True)

    def focus_chosen(self) -> None:
        """Put the focus on the pill that is chosen."""
        self.buttons[self._value].setFocus()

    def show_counts(self, counts: Mapping[object, tuple[int, str]]) -> None:
        """Say behind each pill how many it has; the word for what is counted is spoken."""
        for key, (count, words) in counts.items():
            self.buttons[key].say(f"{self._names[key]}  {count}")
            self.buttons[key].setAccessibleName(f"{self._names[key]}, {words}")
            self.buttons[key].setToolTip(words)

    def _on_toggled(self, key: object, *, on: bool) -> None:
        if on and key != self._value:
            self._value = key
            self.chosen.emit(key)
