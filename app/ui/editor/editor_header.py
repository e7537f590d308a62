"""The head of the editor: what is edited, how it is kept, and the way to a published version."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import moment_label, time_label
from app.model.library.stored_version import VersionInfo
from app.model.times import day_of
from app.ui.editor.canvas.edit_words import edit_text
from app.ui.keys import keys
from app.ui.keys.key_words import with_key
from app.ui.library.version_words import version_state
from app.ui.look.page_header import Header
from app.ui.look.widgets import Button, Chip


class EditHeader(Header):
    """Title, state, and the buttons; which of them are shown is for the place to say."""

    def __init__(self) -> None:
        super().__init__()
        self.chip = Chip()
        self.chips.addWidget(self.chip)
        self.undo = Button(self.tr("Fortryd"), "quiet", "undo")
        self.redo = Button(self.tr("Gentag"), "quiet", "redo")
        self.versions = Button(self.tr("Versioner"), "quiet", "review")
        self.versions.setCheckable(True)
        self.compare = Button(self.tr("Sammenlign"), icon="scale")
        self.print_note = Button(self.tr("Udskriv ændringer"), "quiet", "print")
        self.back_words = self.tr("Tilbage til teksten")
        self.back = Button(self.back_words, icon="arrow-l")
        self.take_back = Button(self.tr("Træk tilbage"))
        self.send_back = Button(self.tr("Send tilbage"))
        self.trial = Button(self.tr("Prøv i en periode"))
        self.send = Button(self.tr("Send til godkendelse"), "go")
        self.approve = Button(self.tr("Godkend og udgiv"), "go", "check")
        self.drop_trial = Button(self.tr("Drop den"))
        self.keep_trial = Button(self.tr("Behold den"), "go", "check")
        self.make_draft = Button(self.tr("Lav kladde"), "go", "check")
        self.keep_all = Button(self.tr("Behold vores overalt"))
        self.stop = Button(self.tr("Afbryd"), icon="close")
        self.take_in = Button(self.tr("Hent ind"), "go", "check")
        self.share = Button(self.tr("Del"), "quiet", "share")
        self.from_others = Button(self.tr("Hent ind"), "quiet", "bring-in")
        self.from_word = Button(self.tr("Hent fra Word"), icon="inbox")
        self.new_card = Button(self.tr("Nyt actioncard"), icon="plus")
        self.new_tool = Button(self.tr("Nyt værktøj"), icon="plus")
        self.new_procedure = Button(self.tr("Ny sagsprocedure"), "go", "plus")
        self.leave = Button(self.tr("Luk"), "quiet", "close")
        self.all_buttons = (
            self.undo, self.redo, self.versions, self.print_note, self.compare, self.back,
            self.take_back, self.send_back, self.trial, self.drop_trial, self.send, self.approve,
            self.keep_trial,
            self.make_draft, self.keep_all, self.stop, self.take_in, self.share,
            self.from_others, self.from_word, self.new_card, self.new_tool, self.new_procedure,
            self.leave,
        )  # fmt: skip
        self._shown: set[Button] = set()
        quiet = (self.leave, self.print_note, self.versions, (self.undo, self.redo))
        begin = (self.from_word, self.new_card, self.new_tool)
        self.foldable = (*quiet, (self.share, self.from_others), self.compare, *begin)
        for button in self.all_buttons:
            self.buttons.addWidget(button)
        for button, key in (
            (self.leave, keys.LEAVE_EDITOR),
            (self.print_note, keys.PRINT_CHANGES),
            (self.versions, keys.VERSIONS),
            (self.new_procedure, keys.BEGIN),
            (self.compare, keys.COMPARE),
            (self.send, keys.SEND_DRAFT),
            (self.approve, keys.PUBLISH),
            (self.keep_trial, keys.PUBLISH),
            (self.make_draft, keys.MAKE_DRAFT),
            (self.take_in, keys.TAKE_IN),
        ):
            button.set_key(key)
        self._tips = {button: button.toolTip() for button in self.all_buttons}
        self.show_history("", "")
        self.show_buttons(())

    def show_overview(self, title: str, line: str) -> None:
        """Head what is in hand, where nothing is written."""
        self.versions.setChecked(False)  # they are of one document alone
        self.title.setText(title)
        begin = (self.new_procedure, self.new_card, self.new_tool, self.from_word)
        self.show_buttons((*begin, self.share, self.from_others))
        self.chip.hide()
        self.show_line(line)

    def show_buttons(self, shown: Iterable[Button]) -> None:
        """Show these buttons and no others; the way out is always there."""
        kept = self._shown = {*shown, self.leave}
        for button in self.all_buttons:
            button.setVisible(button in kept)

    def shows(self, button: Button) -> bool:
        """Whether a button is one of those that are shown now."""
        return button in self._shown

    def show_version(self, info: VersionInfo | None, words: str = "") -> None:
        """Show how far what is shown has come; `words` where it is no version yet."""
        if info is None:
            self.chip.show_state(words, "wait", "edit")
            return
        text, tone, icon = version_state(info)
        self.chip.show_state(words or text, tone, icon)

    def show_history(self, undo_name: str, redo_name: str) -> None:
        """Say what undo takes back and what redo does again."""
        told = (
            (self.undo, undo_name, self.tr("Fortryd"), keys.UNDO_EDIT),
            (self.redo, redo_name, self.tr("Gentag"), keys.REDO_EDIT),
        )
        # The one that works first: it gets the keyboard when the other no longer does.
        for button, name, words, key in sorted(told, key=lambda one: not one[1]):
            says = f"{words}: {edit_text(name)}" if name else words
            button.setEnabled(bool(name))
            button.setToolTip(with_key(says, key))
            button.setAccessibleName(says)

    def show_compared_with(self, number: int) -> None:
        """Say on its button which version a draft is compared with."""
        words = self.tr("Sammenlign med version {}").format(number)
        self.compare.say(words)
        self.compare.setToolTip(with_key(words, keys.COMPARE))

    def show_line(self, words: str, blocker: str = "", button: Button | None = None) -> None:
        """Write the line below the title; a blocker says why a button cannot be used."""
        self.sub.setText(" · ".join(part for part in (words, blocker) if part))
        if button is not None:
            button.setEnabled(not blocker)
            button.setToolTip(blocker or self._tips[button])
            button.setAccessibleDescription(blocker)

    def wait(self, *, is_waiting: bool) -> None:
        """Let the main actions rest while the band below asks for something."""
        resting = (self.send, self.approve, self.send_back, self.trial)
        for button in (*resting, self.drop_trial, self.keep_trial):
            button.setVisible(not is_waiting and button in self._shown)


def kept_words(at: datetime | None, now: datetime) -> str:
    """Say when a draft was kept last."""
    translate = QCoreApplication.translate
    if at is None:
        return translate("editor", "Intet er ændret endnu")
    is_today = day_of(at) == day_of(now)
    when = time_label(at) if is_today else moment_label(at, now)
    return translate("editor", "Gemt {}").format(when)


def errors_words(errors: int) -> str:
    """Say what must be put right before a draft can be sent; empty when nothing must."""
    if not errors:
        return ""
    words = QCoreApplication.translate("editor", "ret {} fejl, før du sender til godkendelse")
    return words.format(errors)
