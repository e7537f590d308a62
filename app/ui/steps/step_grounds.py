"""What a step rests on and comes with: its provisions, its cards and tools."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.danish.notation import law_label
from app.model.library.catalogue import Catalogue, Library
from app.model.library.procedure import Step
from app.ui.keys.kept import KeptRows
from app.ui.look.theme import theme
from app.ui.look.widgets import Label
from app.ui.steps.panel_sections import LINK_EDGE, LinkRow, Section, WrapLink

_NAME = (82, 110)
"""Least and most room for the name of a provision; more only where a word of it needs it."""

_Linked = tuple[str, str, str]
"""The kind (card or tool), the id and the title of what belongs to a step."""


class LawSection(Section):
    """Each provision with its meaning in one line, its name a link to all that cites it.

    Signals: `law_requested` with a reference.
    """

    law_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("step", "Lov"))
        self._rows: KeptRows[_LawRow, tuple[str, str, str]] = KeptRows(
            self.body, self._make, _LawRow.show_provision
        )
        theme().changed.connect(self._fit)

    def show_law(self, refs: Sequence[str], catalogue: Catalogue) -> None:
        """Show what is referred to, or nothing where there is no reference."""
        self.setVisible(bool(refs))
        self._rows.show(
            [(ref, law_label(ref, catalogue), self._says(ref, catalogue)) for ref in refs]
        )
        self._fit()

    def _fit(self) -> None:
        rows = self._rows.shown
        least, most = (theme().px(one) for one in _NAME)
        wanted = max((row.wanted for row in rows), default=0)
        word = max((row.longest_word for row in rows), default=0)  # none is cut
        for row in rows:
            row.link.setFixedWidth(max(min(max(wanted, least), most), word))

    def _says(self, ref: str, catalogue: Catalogue) -> str:
        provision = catalogue.provision(ref)
        return provision.says if provision else self.tr("Står ikke i lovregistret.")

    def _make(self) -> "_LawRow":
        row = _LawRow()
        row.link.chosen.connect(self.law_requested)
        return row


class _LawRow(QWidget):
    """One provision."""

    def __init__(self) -> None:
        super().__init__()
        self.link = WrapLink()
        self._label = ""
        self._meaning = Label(wrap=True, selectable=True)
        self._meaning.setContentsMargins(0, LINK_EDGE, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._meaning, 1, Qt.AlignmentFlag.AlignTop)

    @property
    def wanted(self) -> int:
        """How wide its name is on one line."""
        return self._width_of(self._label)

    @property
    def longest_word(self) -> int:
        """How wide the longest part of its name is that is never broken."""
        return max(map(self._width_of, self._label.split(" ")))

    def show_provision(self, provision: tuple[str, str, str]) -> None:
        """Show another provision."""
        ref, self._label, says = provision
        name = self.tr("Lov: {}").format(self._label)
        self.link.show_link(self._label, name, ref)
        self._meaning.setText(says)

    def _width_of(self, words: str) -> int:
        return self._meaning.fontMetrics().horizontalAdvance(words) + 2 * LINK_EDGE + 1


class LinkedSection(Section):
    """Cards and tools that belong to a step.

    Signals: `card_requested` and `tool_requested` with an id.
    """

    card_requested = Signal(str)
    tool_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("step", "Til trinnet"))
        self._rows: KeptRows[LinkRow, _Linked] = KeptRows(self.body, self._make, self._fill)

    def show_step(self, step: Step, library: Library) -> None:
        """Show what belongs to a step, or nothing where nothing does."""
        cards = [library.card_by_id[slug] for slug in step.cards if slug in library.card_by_id]
        tools = [library.tool_by_id[slug] for slug in step.tools if slug in library.tool_by_id]
        found = [("card", card.id, card.title) for card in cards]
        found += [("tool", tool.id, tool.title) for tool in tools]
        self.setVisible(bool(found))
        self._rows.show(found)

    def _make(self) -> LinkRow:
        row = LinkRow()
        row.chosen.connect(self._on_chosen)
        return row

    def _fill(self, row: LinkRow, linked: _Linked) -> None:
        kind, slug, title = linked
        is_card = kind == "card"
        word = self.tr("Actioncard") if is_card else self.tr("Værktøj")
        icon = "cards" if is_card else "tools"
        row.show_link(title, f"{word}: {title}", f"{kind}:{slug}", icon=icon, aside=word)

    def _on_chosen(self, target: str) -> None:
        kind, _, slug = target.partition(":")
        if kind == "card":
            self.card_requested.emit(slug)
        else:
            self.tool_requested.emit(slug)
