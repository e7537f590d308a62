"""The fields that stand at the head and the foot of cards and tools alike."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from app.model.library.procedure import Checked
from app.ui.editor.drafts.edit import doing
from app.ui.editor.form.fields.checked_field import CheckedBox
from app.ui.editor.form.fields.chosen_field import ChosenBox
from app.ui.editor.form.fields.deadline_field import law_choice
from app.ui.editor.form.fields.ways_field import Picker
from app.ui.editor.form.fields.writing_fields import GrowingText
from app.ui.editor.form.form_spec import Path
from app.ui.editor.form.law_rank import law_rank
from app.ui.editor.sheets.sheet_spec import S, SheetBench, SheetField, SheetShown
from app.ui.keys.toggling import Switch
from app.ui.lists.finder import FinderChoice

translate = QCoreApplication.translate


class TextField(SheetField[S]):
    """A text of one paragraph."""

    def __init__(
        self,
        bench: SheetBench[S],
        hint: str,
        read: Callable[[S], str],
        change: Callable[[S, str], S],
    ) -> None:
        super().__init__(bench)
        self._read = read
        self.text = GrowingText("", hint, is_line=True)
        self.text.setObjectName("boxed")
        self.widget = self.text
        self.text.written.connect(
            lambda text: self.write(doing(change, text), merge=change.__name__)
        )
        self.text.focused.connect(lambda has_focus: None if has_focus else self.leave())

    def refresh(self, shown: SheetShown[S]) -> None:
        self.text.show_text(self._read(shown.document))

    def focus(self, path: Path) -> None:
        self.text.setFocus()
        self.text.selectAll()


class CheckField(SheetField[S]):
    """Something that is so or not."""

    def __init__(
        self,
        bench: SheetBench[S],
        words: str,
        read: Callable[[S], bool],
        change: Callable[[S, bool], S],
    ) -> None:
        super().__init__(bench)
        self._read = read
        self.box = QCheckBox(words)
        self.widget = self.box
        self._switch = Switch(self.box)
        self._switch.turned.connect(lambda is_on: self.pick(doing(change, is_on)))

    def refresh(self, shown: SheetShown[S]) -> None:
        self._switch.show(self._read(shown.document))


class SheetThemeField(SheetField[S]):
    """The theme it hangs under."""

    def __init__(self, bench: SheetBench[S], change: Callable[[S, str], S]) -> None:
        super().__init__(bench)
        self.picker = Picker(translate("editor", "Tema"))
        self.widget = self.picker
        self.picker.activated.connect(lambda _: self.pick(doing(change, self.picker.picked)))

    def refresh(self, shown: SheetShown[S]) -> None:
        themes = [(one.id, one.title) for one in shown.library.catalogue.themes]
        self.picker.offer(themes, shown.document.theme)


class RolesField(SheetField[S]):
    """Who uses it."""

    def __init__(self, bench: SheetBench[S], change: Callable[[S, Iterable[str]], S]) -> None:
        super().__init__(bench)
        self.box = ChosenBox(
            translate("editor", "Tilføj rolle"), translate("editor", "Søg i roller")
        )
        self.widget = self.box
        self.box.offer(self._choices)
        self.box.chosen_changed.connect(lambda roles: self.pick(doing(change, roles)))

    def refresh(self, shown: SheetShown[S]) -> None:
        known = {choice.id: choice for choice in self._choices()}
        roles = shown.document.roles
        self.box.show_chosen([known.get(role, FinderChoice(role, role)) for role in roles])

    def _choices(self) -> list[FinderChoice]:
        roles = self.bench.library().catalogue.roles
        return [FinderChoice(role.id, role.title, role.summary) for role in roles]


class SheetCheckedField(SheetField[S]):
    """Which act it was checked against, and when."""

    def __init__(self, bench: SheetBench[S], change: Callable[[S, Checked | None], S]) -> None:
        super().__init__(bench)
        self.box = CheckedBox(bench.today)
        self.widget = self.box
        self.box.checked_set.connect(lambda checked: self.pick(doing(change, checked)))

    def refresh(self, shown: SheetShown[S]) -> None:
        self.box.show_checked(shown.document.checked, shown.library.catalogue.acts)


class LawField(SheetField[S]):
    """The provisions it rests on."""

    def __init__(self, bench: SheetBench[S], change: Callable[[S, Iterable[str]], S]) -> None:
        super().__init__(bench)
        words = (
            translate("editor", "Find § eller ord"),
            translate("editor", "Paragraf eller ord, fx 136 stk 2"),
        )
        self.box = ChosenBox(*words, law_rank)
        self.widget = self.box
        self.box.offer(self._choices)
        self.box.chosen_changed.connect(lambda refs: self.pick(doing(change, refs)))

    def refresh(self, shown: SheetShown[S]) -> None:
        catalogue = shown.library.catalogue
        self.box.show_chosen([law_choice(ref, catalogue) for ref in shown.document.law])

    def _choices(self) -> list[FinderChoice]:
        catalogue = self.bench.library().catalogue
        return [law_choice(one.ref, catalogue) for one in catalogue.provisions]
