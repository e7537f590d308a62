"""Menus in which each line has a letter: pressed while the menu is open, it chooses the line."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QWidget

_LOOSE = re.compile(r"(?<!&)&(?=\s|$)")
"""An »og« that is written as a sign, and marks no letter."""
_MARKED = re.compile(r"&([^\s&])")


class Menu(QMenu):
    """A menu of the program's own. Its lines get their letters when it opens."""

    def __init__(self, parent: QWidget, title: str = "") -> None:
        super().__init__(title, parent)
        self.aboutToShow.connect(self._on_about_to_show)

    def add_menu(self, icon: QIcon, words: str) -> "Menu":
        """Add a menu that opens from a line of this one."""
        inner = Menu(self, words)
        inner.setIcon(icon)
        self.addMenu(inner)
        return inner

    def _on_about_to_show(self) -> None:
        give_letters(self)


def give_letters(menu: QMenu) -> None:
    """Give each line of a menu a letter that no other has; a line that has one keeps it."""
    lines = [action for action in menu.actions() if not action.isSeparator() and action.text()]
    letters = choose_letters([line.text() for line in lines])
    for line, place in zip(lines, letters, strict=True):
        _mark(line, place)


def choose_letters(lines: Sequence[str]) -> list[int | None]:
    """Return the place of the letter that each line gets; None where it has one, or none is left.

    A key that the line tells of is its letter, where it is in the words. Else it is the first
    letter, the beginning of another word, or any other letter, in that order.
    """
    taken = {letter for line in lines if (letter := letter_of(line))}
    places: list[int | None] = [None] * len(lines)
    for wish in (_told, _first, _any):
        for number, line in enumerate(lines):
            if places[number] is not None or letter_of(line):
                continue
            free = (at for at in wish(line) if line[at].casefold() not in taken)
            places[number] = at = next(free, None)
            if at is not None:
                taken.add(line[at].casefold())
    return places


def letter_of(line: str) -> str:
    """Return the letter that is marked in a line; empty where none is."""
    found = _MARKED.search(line.replace("&&", ""))
    return found[1].casefold() if found is not None else ""


def _told(line: str) -> Iterator[int]:
    words, _, key = line.partition("\t")
    if len(key) == 1:
        yield from (at for at, sign in enumerate(words) if sign.casefold() == key.casefold())


def _first(line: str) -> Iterator[int]:
    yield from list(_letters(line))[:1]


def _any(line: str) -> Iterator[int]:
    places = list(_letters(line))
    yield from (at for at in places if not line[at - 1].isalnum())
    yield from places


def _letters(line: str) -> Iterator[int]:
    words = line.partition("\t")[0]
    return (at for at, sign in enumerate(words) if sign.isalnum())


def _mark(line: QAction, position: int | None) -> None:
    text = line.text()
    if position is not None:
        text = _LOOSE.sub("&&", text[:position]) + "&" + _LOOSE.sub("&&", text[position:])
    if text != line.text():
        line.setText(text)
