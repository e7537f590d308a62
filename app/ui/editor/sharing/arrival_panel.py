"""What is said of the row that is current: how it stands, what can be chosen, what differs."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.model.compare.word_differences import word_difference
from app.model.danish.notation import counted
from app.model.library.catalogue import Library
from app.model.library.stored_version import Kind
from app.model.sharing.arrival_plan import ArrivalPlan, IncomingLine, IncomingPage
from app.model.sharing.text_standing import ArrivalChoice, TextStanding
from app.printing.change_note import Changed, Difference
from app.ui.editor.compare.change_words import ChangeTeller
from app.ui.editor.compare.compare_page import ChangeBox, WordsLabel
from app.ui.editor.sharing.incoming_rows import TOGETHER, Bunch, title_of
from app.ui.editor.sharing.sharing_words import (
    ICONS,
    TONES,
    about_text,
    choice_meaning,
    choice_text,
    clash_place,
    kind_word,
    line_text,
    line_title,
    register_text,
    remark_text,
    standing_text,
)
from app.ui.look.detail_panel import DetailPanel
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Button, Chip, Label, second_line, section_label

_MOST_CHANGES, _MOST_LINES = 8, 30
_LETTERS = {
    ArrivalChoice.KEEP: "B",
    ArrivalChoice.TAKE: "T",
    ArrivalChoice.MERGE: "S",
    ArrivalChoice.WAIT: "V",
}


class IncomingPanel(DetailPanel):
    """Signals: `choice_made` with an `ArrivalChoice`; `compare_asked` when both are to be seen."""

    choice_made = Signal(object)
    compare_asked = Signal()

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("sharing", "Det, der er valgt i listen"))
        self.buttons: dict[ArrivalChoice, QRadioButton] = {}
        self.compare = Button("")

    def show_bunch(
        self, bunch: Bunch, plan: ArrivalPlan, library: Library, choice: ArrivalChoice | None
    ) -> None:
        """Show what a row stands for; `library` tells what ids stand for."""
        self.buttons = {}
        parts = [self._head(bunch, plan), self._choices(bunch, choice)]
        if bunch.page is not None:
            parts += self._page(bunch.page, library, choice)
        else:
            parts += self._lines(bunch, library)
        self.show_sections(parts)

    def show_nothing(self) -> None:
        """Say what belongs here."""
        self.show_sections((Label(self.tr("Vælg noget i listen."), color="ink_2"),))

    def _resize(self) -> None:
        self.setMinimumWidth(theme().px(300))

    def _head(self, bunch: Bunch, plan: ArrivalPlan) -> QWidget:
        first, page = bunch.first, bunch.page
        register = register_text(first.key[0]) if page is None else ""
        what = kind_word(page.kind if page is not None else Kind.CATALOGUE)
        title = title_of(bunch, plan)
        if register and register != title:
            what = register
        standing = standing_text(first.standing, is_update=plan.is_update)
        parts: list[QWidget] = [
            second_line(what),
            Label(title, points=13, weight=SEMIBOLD, wrap=True),
            Chip(standing, TONES[first.standing], ICONS[first.standing]),
        ]
        remark = remark_text(page) if page is not None else ""
        if remark:
            parts.append(Label(remark, points=9.5, color="ink_2", wrap=True))
        return _column(parts, 6)

    def _choices(self, bunch: Bunch, choice: ArrivalChoice | None) -> QWidget:
        """Offer what can be chosen, each with what comes of it."""
        parts: list[QWidget] = []
        group = QButtonGroup(self)
        for offered in bunch.first.choices:
            button = QRadioButton(choice_text(offered, bunch.first))
            meaning = choice_meaning(offered, bunch.first)
            button.setToolTip(self.tr("{} (tast {} i listen)").format(meaning, _LETTERS[offered]))
            button.setAccessibleDescription(meaning)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setChecked(offered is choice)
            button.toggled.connect(partial(self._on_choice, offered))
            group.addButton(button)
            self.buttons[offered] = button
            line = second_line(meaning, wrap=True)
            line.setContentsMargins(theme().px(26), 0, 0, theme().px(4))
            parts += [button, line]
        if not parts:
            parts.append(Label(self.tr("Her er intet at vælge."), color="ink_2"))
        return _column(parts, 2)

    def _on_choice(self, offered: ArrivalChoice, is_chosen: bool) -> None:
        if is_chosen:
            self.choice_made.emit(offered)

    def _page(
        self, page: IncomingPage, library: Library, choice: ArrivalChoice | None
    ) -> Iterator[QWidget]:
        """Show what would become of ours, in words; the pictures are a button away."""
        if page.standing is TextStanding.SAME:
            return
        after = page.outcome(choice) if choice is not None else None
        changes = ChangeTeller(page.ours, after or page.theirs, library).tell()
        words = self.tr("Læs den") if page.ours is None else self.tr("Se dem side om side")
        self.compare = Button(words, icon="review", on_click=self.compare_asked.emit)
        yield _row(self.compare)
        if page.ours is None:
            yield Label(about_text(page), wrap=True)
            return
        if choice is ArrivalChoice.MERGE:
            yield from self._clashes(page)
        head = section_label(self._differs(page, len(changes), choice))
        yield _column([head, *self._boxes(changes)], 4)

    def _clashes(self, page: IncomingPage) -> Iterator[QWidget]:
        """Show what both changed: ours stays, and theirs is seen beside it."""
        clashes = page.merged.conflicts if page.merged is not None else ()
        for clash in clashes[:_MOST_CHANGES]:
            parts: list[QWidget] = [
                section_label(
                    self.tr("Begge har ændret: {}").format(clash_place(clash, page.theirs))
                )
            ]
            if isinstance(clash.mine, str) and isinstance(clash.theirs, str):
                for whose, text in (
                    (self.tr("Jeres står: {}"), clash.mine),
                    (self.tr("Deres er ikke med: {}"), clash.theirs),
                ):
                    parts.append(Label(whose.format(text.strip()), wrap=True, selectable=True))
            yield _column(parts, 2)

    def _differs(self, page: IncomingPage, count: int, choice: ArrivalChoice | None) -> str:
        if not count:
            return self.tr("Ingen forskel")
        places = counted(count, self.tr("sted"), self.tr("steder"))
        if choice is ArrivalChoice.MERGE:
            return self.tr("Samlet bliver jeres tekst ændret {}").format(places)
        if page.arrived is not None:
            return self.tr("Den nye er anderledes end jeres {}").format(places)
        return self.tr("Deres er anderledes end jeres {}").format(places)

    def _boxes(self, changes: Sequence[Changed]) -> Iterator[QWidget]:
        for changed in changes[:_MOST_CHANGES]:
            box = ChangeBox(changed)
            box.opened.connect(self.compare_asked)
            yield box
        left = len(changes) - _MOST_CHANGES
        if left > 0:
            yield second_line(self.tr("og {} til, som ses side om side").format(left))

    def _lines(self, bunch: Bunch, library: Library) -> Iterator[QWidget]:
        """Show what the lines say, with what differs where there is one of ours."""
        lines = [one for one in bunch.members if isinstance(one, IncomingLine)]
        for line in lines[:_MOST_LINES]:
            theirs, ours = line_text(line.theirs), line_text(line.ours)
            pieces = word_difference(ours, theirs)
            shown = WordsLabel(Difference("", pieces), is_new=line.ours is None)
            title = line_title(line.key, line.theirs, library.catalogue)
            is_headed = len(lines) == 1 and line.standing not in TOGETHER
            yield shown if is_headed else _column([section_label(title), shown], 2)
        if len(lines) > _MOST_LINES:
            yield second_line(self.tr("og {} til").format(len(lines) - _MOST_LINES))


def _column(parts: Sequence[QWidget], spacing: int = 0) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(spacing))
    for part in parts:
        column.addWidget(part)
    return whole


def _row(button: Button) -> QWidget:
    whole = _column([button])
    layout = whole.layout()
    if layout is not None:
        layout.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
    return whole
