"""What it means that a deadline runs out, and when it counts at all: said of the whole of it."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Deadline, Whose
from app.ui.editor.form.fields.ways_field import Picker
from app.ui.keys.focus import show_or_hide
from app.ui.keys.toggling import Switch
from app.ui.look.theme import theme

_FIRST, _APPLIES = "first", "applies"
_ENDS = "ends"
_ALWAYS = ""


class MeaningEditor(QWidget):
    """Whose time runs out, which of several holds, and when none does.

    Signals: `changed` with the deadline after the user changed it.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._deadline = Deadline()
        self.meaning = Picker(self.tr("Hvem skal nå det"))
        self.rule = Picker(self.tr("Hvilken frist gælder"))
        self.unless = Picker(self.tr("Når den er nået før"))
        self.once_chosen = QCheckBox(self.tr("Ses først, når vejen hertil er valgt"))
        self._once_chosen = Switch(self.once_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        for widget in (self.rule, self.meaning, self.unless, self.once_chosen):
            column.addWidget(widget)
        for picker in (self.meaning, self.rule, self.unless):
            picker.activated.connect(lambda _: self._tell())
        self._once_chosen.turned.connect(lambda _: self._tell())

    def show_deadline(self, deadline: Deadline, catalogue: Catalogue) -> None:
        """Show what stands in the document."""
        self._deadline = deadline
        self.meaning.offer(
            (
                (Whose.OURS.value, self.tr("Vi skal nå det")),
                (Whose.FAMILY.value, self.tr("Familiens frist: aldrig overskredet")),
                (Whose.AUTHORITY.value, self.tr("En anden myndigheds frist: aldrig overskredet")),
                (_ENDS, self.tr("Noget gælder til da, og ikke længere")),
            ),
            _ENDS if deadline.ends else deadline.whose.value,
        )
        self.rule.offer(
            (
                (_FIRST, self.tr("Den frist gælder, der kommer først")),
                (_APPLIES, self.tr("Den hændelse gælder, der udløser fristen")),
            ),
            _APPLIES if deadline.one_of else _FIRST,
        )
        show_or_hide(self.rule, self.meaning, is_shown=bool(deadline.several))
        events = ((event.id, event.title) for event in catalogue.events)
        words = self.tr("Nået før, når denne dato er kendt fra start: {}")
        self.unless.offer(
            (
                (_ALWAYS, self.tr("Tæller i hvert forløb")),
                *((event, words.format(title)) for event, title in events),
            ),
            deadline.unless or _ALWAYS,
        )
        self._once_chosen.show(deadline.once_chosen)

    def _tell(self) -> None:
        chosen = self._chosen()
        if chosen != self._deadline:
            self.changed.emit(chosen)

    def _chosen(self) -> Deadline:
        meaning, several = self.meaning.picked, self._deadline.several
        applies = bool(several) and self.rule.picked == _APPLIES
        return replace(
            self._deadline,
            first_of=() if applies else several,
            one_of=several if applies else (),
            whose=Whose.OURS if meaning == _ENDS else Whose(meaning),
            ends=meaning == _ENDS,
            unless=self.unless.picked or None,
            once_chosen=self.once_chosen.isChecked(),
        )
