"""The fields at the head and the foot of a card."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.model.card import ActionCard
from app.model.edits import cards as edits
from app.ui.editor.card.spec import CardBench, CardField, CardShown
from app.ui.editor.form.fields.chosen import ChosenBox
from app.ui.editor.form.fields.deadline import law_choice
from app.ui.editor.form.fields.ways import Picker
from app.ui.editor.form.fields.writing import GrowingText
from app.ui.editor.form.finder import Choice
from app.ui.editor.form.law_rank import law_rank
from app.ui.editor.form.spec import Path

tr = QCoreApplication.translate


class CardText(CardField):
    """A text of one paragraph."""

    def __init__(
        self,
        bench: CardBench,
        hint: str,
        read: Callable[[ActionCard], str],
        change: Callable[..., ActionCard],
    ) -> None:
        super().__init__(bench)
        self._read = read
        self.text = GrowingText("", hint, is_line=True)
        self.text.setObjectName("boxed")
        self.widget = self.text
        self.text.written.connect(lambda text: self.write(change, text, merge=change.__name__))
        self.text.focused.connect(lambda has_focus: None if has_focus else self.leave())

    def refresh(self, shown: CardShown) -> None:
        self.text.show_text(self._read(shown.card))

    def focus(self, path: Path) -> None:
        self.text.setFocus()
        self.text.selectAll()


class CardTheme(CardField):
    """The theme it hangs under."""

    def __init__(self, bench: CardBench) -> None:
        super().__init__(bench)
        self.picker = Picker(tr("editor", "Tema"))
        self.widget = self.picker
        self.picker.activated.connect(lambda _: self.pick(edits.set_card_theme, self.picker.picked))

    def refresh(self, shown: CardShown) -> None:
        themes = [(one.id, one.title) for one in shown.library.catalogue.themes]
        self.picker.offer(themes, shown.card.theme)


class CardRoles(CardField):
    """Who uses it."""

    def __init__(self, bench: CardBench) -> None:
        super().__init__(bench)
        self.box = ChosenBox(tr("editor", "Tilføj rolle"), tr("editor", "Søg i roller"))
        self.widget = self.box
        self.box.offer(self._choices)
        self.box.chosen_changed.connect(lambda roles: self.pick(edits.set_card_roles, roles))

    def refresh(self, shown: CardShown) -> None:
        known = {choice.id: choice for choice in self._choices()}
        self.box.show_chosen([known.get(role, Choice(role, role)) for role in shown.card.roles])

    def _choices(self) -> list[Choice]:
        roles = self.bench.library().catalogue.roles
        return [Choice(role.id, role.title, role.summary) for role in roles]


class CardLaw(CardField):
    """The provisions it rests on."""

    def __init__(self, bench: CardBench) -> None:
        super().__init__(bench)
        words = tr("editor", "Find § eller ord"), tr("editor", "Paragraf eller ord, fx 136 stk 2")
        self.box = ChosenBox(*words, law_rank)
        self.widget = self.box
        self.box.offer(self._choices)
        self.box.chosen_changed.connect(lambda refs: self.pick(edits.set_card_law, refs))

    def refresh(self, shown: CardShown) -> None:
        catalogue = shown.library.catalogue
        self.box.show_chosen([law_choice(ref, catalogue) for ref in shown.card.law])

    def _choices(self) -> list[Choice]:
        catalogue = self.bench.library().catalogue
        return [law_choice(one.ref, catalogue) for one in catalogue.provisions]


def title(bench: CardBench) -> CardField:
    """Make the field for the title, which states the aim in few words."""
    hint = tr("editor", "Målet i få ord")
    return CardText(bench, hint, lambda card: card.title, edits.set_card_title)


def aim(bench: CardBench) -> CardField:
    """Make the field for what is achieved."""
    hint = tr("editor", "Hvad er opnået, når kortet er brugt?")
    return CardText(bench, hint, lambda card: card.aim, edits.set_card_aim)


def when(bench: CardBench) -> CardField:
    """Make the field for the moment it is used."""
    hint = tr("editor", "… samtalen begynder")
    return CardText(bench, hint, lambda card: card.when, edits.set_card_when)


def deadline(bench: CardBench) -> CardField:
    """Make the field for how long there is, in words."""
    hint = tr("editor", "Fx 24 timer")
    return CardText(bench, hint, lambda card: card.deadline, edits.set_card_deadline)


def note(bench: CardBench) -> CardField:
    """Make the field for the aside."""
    hint = tr("editor", "Noget at huske, der ikke er et punkt")
    return CardText(bench, hint, lambda card: card.note, edits.set_card_note)
