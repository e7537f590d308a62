"""All keys by place on one page, over the window; F1 opens it wherever one is."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from app.ui.keys import keys
from app.ui.keys.key_kinds import Key, Where
from app.ui.keys.key_words import all_words, with_key
from app.ui.keys.keys import KEYS
from app.ui.keys.overlay import Overlay
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, Label, SearchField, page_title

_WIDEST = 760


class KeysPage(Overlay):
    """Lists the keys, those of the place one comes from first; a field finds among them.

    Signals: `legend_requested` when the signs of the picture are asked for instead.
    """

    legend_requested = Signal()

    def __init__(self, host: QWidget, *, has_legend: bool = False) -> None:
        super().__init__(host)
        self._first: tuple[Where, ...] = ()
        self.setProperty("surface", "paper")
        self.setAccessibleName(self.tr("Taster"))
        self._field = SearchField(self.tr("Find en tast"), self.tr("Find en tast"))
        self._text = QTextBrowser()
        self._text.setAccessibleName(self.tr("Tasterne efter sted"))
        self._text.setTabChangesFocus(True)
        self._legend = Button(self.tr("Tegnforklaring"), "quiet", "legend", self._on_legend)
        self._legend.setVisible(has_legend)
        self._close = Button("", "quiet", "close", self.close_overlay)
        self._close.setToolTip(with_key(self.tr("Luk"), keys.LEAVE))
        self._close.setAccessibleName(self.tr("Luk tasterne"))
        self._assemble()
        self._field.textChanged.connect(self._show)
        self._field.left_downwards.connect(self._text.setFocus)
        theme().changed.connect(self._restyle)

    def open_at(self, first: Sequence[Where]) -> None:
        """Show the keys, with those of some places first."""
        self._first = tuple(first)
        self._field.clear()
        self._show()
        self.open()

    @property
    def text(self) -> str:
        """What stands on the page."""
        return self._text.toPlainText()

    def take_focus(self) -> None:
        self._text.setFocus(Qt.FocusReason.TabFocusReason)

    def place(self) -> None:
        room = min(theme().px(_WIDEST), self.width() - 2 * theme().px(24))
        side = (self.width() - room) // 2
        self._column.setContentsMargins(side, theme().px(24), side, theme().px(24))

    def _restyle(self) -> None:
        self.place()
        self._show()

    def _show(self, *_: object) -> None:
        ink, px = theme().ink, theme().px
        self._text.document().setDefaultFont(theme().font())
        self._text.document().setDefaultStyleSheet(
            f"p.head {{ color: {ink.ink_2}; font-size: {theme().scale * 11:.1f}pt; "
            f"font-weight: 600; margin: {px(14)}px 0 {px(4)}px 0; }}"
            f"td {{ color: {ink.ink}; padding: {px(3)}px {px(12)}px {px(3)}px 0; }}"
            f"td.key {{ color: {ink.accent}; font-weight: 600; }}"
        )
        found = list(_found(self._order(), self._field.text()))
        nothing = escape(self.tr("Ingen tast passer. Prøv et kortere ord."))
        self._text.setHtml("".join(_section(*part) for part in found) or f"<p>{nothing}</p>")

    def _order(self) -> list[Where]:
        """Return the places: where one is, what works everywhere, then the others."""
        wanted = [*self._first, Where.WINDOW, Where.LISTS, *Where]
        return list(dict.fromkeys(wanted))

    def _on_legend(self) -> None:
        self.close_overlay()
        self.legend_requested.emit()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(page_title(self.tr("Taster")))
        head.addStretch(1)
        head.addWidget(self._field)
        head.addWidget(self._legend)
        head.addWidget(self._close)
        words = self.tr(
            "Alt i programmet kan gøres med tastaturet. Tab går videre, Skift+Tab tilbage."
        )
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addLayout(head)
        self._column.addWidget(Label(words, color="ink_2", wrap=True))
        self._column.addWidget(self._text, 1)


def _found(places: Iterable[Where], typed: str) -> Iterable[tuple[str, list[tuple[str, str]]]]:
    """Return headings with their keys and what those do, as far as they hold what was typed."""
    words = typed.casefold().split()
    for place in places:
        title = QCoreApplication.translate("keys", str(place.value))
        rows = [_row(key) for key in KEYS if key.where is place]
        fitting = [
            row
            for row in rows
            if all(word in f"{title} {row[0]} {row[1]}".casefold() for word in words)
        ]
        if fitting:
            yield title, fitting


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text.casefold() for word in words)


def _row(key: Key) -> tuple[str, str]:
    either = QCoreApplication.translate("keys", " eller ")
    return either.join(all_words(key)), QCoreApplication.translate("keys", key.does)


def _section(title: str, rows: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<tr><td class="key" width="34%">{escape(words)}</td><td>{escape(does)}</td></tr>'
        for words, does in rows
    )
    return f'<p class="head">{escape(title)}</p><table width="100%" cellspacing="0">{lines}</table>'
