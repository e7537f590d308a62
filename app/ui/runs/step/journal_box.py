"""*Til journalen*: the text as it will be copied, and the ways to take it along."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from app.model.journal.journal_note import JournalNote
from app.model.outgoing.outgoing_blocks import Outgoing
from app.model.outgoing.outgoing_text import plain_text
from app.printing.fonts import drawing_font
from app.ui.keys import keys
from app.ui.keys.key_words import with_key
from app.ui.look.icons import line_icon
from app.ui.look.theme import theme
from app.ui.look.widgets import Button
from app.ui.runs.leaving_menu import FILE, JOURNAL
from app.ui.runs.step.run_acts import AskFor, MenuAct
from app.ui.runs.text_clipboard import copy_text
from app.ui.steps.panel_sections import Section

_SHOWN_MS = 2_500


class JournalBox(Section):
    """The note in a quote, set in the type of paper, since that is where it goes."""

    def __init__(self, ask: AskFor) -> None:
        super().__init__(QCoreApplication.translate("runs", "Til journalen"))
        self._ask = ask
        self._note = JournalNote("", ())
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._assemble()
        theme().changed.connect(self._restyle)

    @property
    def note(self) -> JournalNote:
        """The note that is shown."""
        return self._note

    def show_note(self, note: JournalNote) -> None:
        """Show another text."""
        if note == self._note:
            return
        self._note = note
        self._text.setAccessibleName(plain_text(note, title=False))
        self._restyle()

    def _assemble(self) -> None:
        quote = QFrame()
        quote.setProperty("surface", "quote")
        quote.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(quote)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.addWidget(self._text)
        links = QHBoxLayout()
        links.setSpacing(16)
        words = self.tr("Kopiér hele forløbet")
        whole = Button(words, "link", on_click=lambda: self._ask(MenuAct(JOURNAL)))
        whole.setToolTip(with_key(whole.text(), keys.COPY_WHOLE))
        links.addWidget(whole)
        words = self.tr("Gem som Word-fil")
        save = Button(words, "link", on_click=lambda: self._ask(MenuAct(FILE)))
        save.setToolTip(with_key(save.text(), keys.SAVE_WORD))
        links.addWidget(save)
        links.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(quote)
        column.addLayout(links)
        self.body.addLayout(column)

    def _restyle(self) -> None:
        self._text.setFont(drawing_font(theme().px(13)))
        ink, gap = theme().ink, theme().px(5)
        blocks = []
        for part in self._note.parts:
            lines = [f"<b>{escape(part.heading)}</b>"] if part.heading else []
            lines += [escape(text) for text in part.paragraphs]
            blocks.append(f'<p style="margin:0 0 {gap}px 0">{"<br>".join(lines)}</p>')
        self._text.setText(f'<div style="color:{ink.ink}">{"".join(blocks)}</div>')


class CopyButton(Button):
    """*Kopiér til journal*: copies what it was given, and says for a moment that it did."""

    def __init__(self) -> None:
        super().__init__("…", "outline", "copy")
        self._offered: Outgoing | None = None
        self._source: Callable[[], Outgoing | None] = lambda: None
        self._prepare: Callable[[Callable[[], None]], None] = lambda then: then()
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(_SHOWN_MS)
        self._said.timeout.connect(self._say_what_it_does)
        self._say_what_it_does()
        self.set_key(keys.COPY_JOURNAL)
        self.clicked.connect(lambda: self._prepare(self.copy))

    def offer(self, text: Outgoing, *, is_new: bool = False) -> None:
        """Copy this text when asked. That another one was copied is no longer said of it, nor that
        one was copied that reads the same somewhere else.
        """
        if is_new or text != self._offered:
            self._said.stop()
            self._say_what_it_does()
        self._offered = text
        self._source = lambda: text

    def ask_for(self, source: Callable[[], Outgoing | None]) -> None:
        """Ask this for the text when asked; None where there is none to copy."""
        self._source = source

    def copy_after(self, prepare: Callable[[Callable[[], None]], None]) -> None:
        """Let this be done before anything is copied; it goes on with what it is given."""
        self._prepare = prepare

    def copy(self) -> None:
        """Copy the text offered."""
        found = self._source()
        if found is None:
            return
        copy_text(found)
        self._say(self.tr("Kopieret"), "check")
        self._said.start()

    def _say_what_it_does(self) -> None:
        self._say(self.tr("Kopiér til journal"), "copy")

    def _say(self, words: str, icon: str) -> None:
        self.say(words)
        self.setIcon(line_icon(icon, "ink" if icon == "copy" else "done"))
