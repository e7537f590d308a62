"""What a newer program has written in the folder: told once, and all else is usable."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from app.model.danish.notation import counted, listed
from app.model.library.stored_version import Kind, VersionState
from app.services.library import Shelf
from app.ui.base.desk import Desk

_NAMED = 3
"""So many texts are named; of more it is told how many."""


class NewerTexts(QObject):
    """Tells of texts that cannot be read here, and again when there are others."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._told: tuple[str, str] = ("", "")
        desk.shelf_changed.connect(self.tell)

    def tell(self, shelf: Shelf) -> None:
        """Tell of what is in the folder and not on the shelf."""
        words = newer_words(shelf)
        if words != self._told and words[0]:
            self._desk.messages.warn(*words, follows=True)
        self._told = words


def newer_words(shelf: Shelf) -> tuple[str, str]:
    """Say which texts a newer program wrote, and what that means: a heading, and a line below.

    Both are empty where there are none.
    """
    if not shelf.newer:
        return "", ""
    translate = QCoreApplication.translate
    pages = [one for one in shelf.newer if one.info.kind is not Kind.CATALOGUE]
    published = [one for one in pages if one.info.state is VersionState.PUBLISHED]
    drafts = len(pages) - len(published)
    parts = []
    if published:
        said = translate("newer", "{} kan ikke vises her.")
        parts.append(said.format(_named([one.title for one in published])))
    if any(one.info.kind is Kind.PROCEDURE for one in published):
        parts.append(translate("newer", "Et forløb, der følger den version, kan ikke åbnes her."))
    if drafts:
        said = translate("newer", "{} kan ikke vises her.")
        one, more = translate("newer", "kladde"), translate("newer", "kladder")
        parts.append(said.format(counted(drafts, one, more)))
    if len(pages) < len(shelf.newer):
        parts.append(translate("newer", "Bibliotekets lister vises, som de var før."))
    parts.append(
        translate(
            "newer",
            "Alt andet kan bruges, og intet er ændret. Opdatér programmet på denne computer.",
        )
    )
    heading = translate("newer", "Noget er skrevet af en nyere udgave af Rød tråd")
    return heading, " ".join(parts)


def _named(titles: Sequence[str]) -> str:
    named = [f"»{title}«" for title in titles[:_NAMED]]
    more = len(titles) - len(named)
    if more:
        translate = QCoreApplication.translate
        named.append(counted(more, translate("newer", "anden"), translate("newer", "andre")))
    return listed(named)
