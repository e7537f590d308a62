"""The menu of a line: all that it can become, and what can be done with it."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.model.library.catalogue import Catalogue
from app.model.library.procedure import StepKind
from app.model.word.proposal import Becomes, ProposalLine
from app.printing.flow_paint.state_marks import paint_kind
from app.ui.editor.word.word_line_words import becomes_icon, choice_text
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.key_words import in_menu
from app.ui.keys.menus import Menu
from app.ui.look.icons import line_icon
from app.ui.look.theme import theme

_SIDE = 20


class LineChoice(Struct, frozen=True):
    """What a line can become."""

    becomes: Becomes
    kind: StepKind | None = None
    required: bool | None = None
    key: Key | None = None

    def is_of(self, line: ProposalLine) -> bool:
        """Whether a line is that already."""
        if self.becomes is not line.becomes:
            return False
        is_kind = self.kind is None or self.kind is line.kind
        return is_kind and (self.required is None or self.required == line.is_required)


class LineActs(Struct, frozen=True):
    """What the menu does; all of it for the chosen lines."""

    become: Callable[[LineChoice], None]
    set_role: Callable[[str], None]
    edit: Callable[[], None]
    merge: Callable[[], None]
    move: Callable[[int], None]


def choices() -> tuple[tuple[LineChoice, ...], ...]:
    """Return all that a line can become, in groups: what is chosen most, then the rest."""
    steps = tuple(
        LineChoice(Becomes.STEP, kind, key=keys.WORD_STEP if kind is StepKind.ACTIVITY else None)
        for kind in StepKind
    )
    often = (
        LineChoice(Becomes.ITEM, required=False, key=keys.WORD_ITEM),
        LineChoice(Becomes.ITEM, required=True, key=keys.WORD_REQUIRED),
        LineChoice(Becomes.GUIDE, key=keys.WORD_GUIDE),
        LineChoice(Becomes.HEADING, key=keys.WORD_HEADING),
        LineChoice(Becomes.WAY, key=keys.WORD_WAY),
    )
    of_step = (Becomes.WHO, Becomes.DEADLINE, Becomes.LAW, Becomes.JOURNAL)
    of_whole = (Becomes.TITLE, Becomes.PURPOSE, Becomes.APPLIES, Becomes.TRIGGER)
    left_out = (LineChoice(Becomes.LEFT_OUT, key=keys.WORD_OUT),)
    return steps, often, tuple(map(LineChoice, of_step)), tuple(map(LineChoice, of_whole)), left_out


def line_menu(line: ProposalLine, catalogue: Catalogue, acts: LineActs, host: QWidget) -> Menu:
    """Return the menu of a line."""
    translate = QCoreApplication.translate
    menu = Menu(host)
    steps, often, of_step, of_whole, left_out = choices()
    _add_choices(menu, steps, line, acts)
    menu.addSeparator()
    _add_choices(menu, often, line, acts)
    for words, icon, group in (
        (translate("word", "Oplysning om trinnet"), "info", of_step),
        (translate("word", "Om hele proceduren"), "procedures", of_whole),
    ):
        _add_choices(menu.add_menu(line_icon(icon), words), group, line, acts)
    menu.addSeparator()
    _add_choices(menu, left_out, line, acts)
    menu.addSeparator()
    _add_acts(menu, line, catalogue, acts)
    return menu


def _add_choices(
    menu: Menu, group: Sequence[LineChoice], line: ProposalLine, acts: LineActs
) -> None:
    for choice in group:
        words = choice_text(choice.becomes, choice.kind, required=bool(choice.required))
        action = menu.addAction(_icon(choice), in_menu(words, choice.key))
        _mark(action, is_now=choice.is_of(line))
        action.triggered.connect(partial(_do, acts.become, choice))


def _mark(action: QAction, *, is_now: bool) -> None:
    """Let what a line is now stand out, and be told to a screen reader."""
    action.setCheckable(True)
    action.setChecked(is_now)
    font = action.font()
    font.setBold(is_now)
    action.setFont(font)


def _add_acts(menu: Menu, line: ProposalLine, catalogue: Catalogue, acts: LineActs) -> None:
    translate = QCoreApplication.translate
    if line.is_step:
        roles = menu.add_menu(line_icon("person"), translate("word", "Hvem gør det?"))
        _add_roles(roles, line, [(role.id, role.title) for role in catalogue.roles], acts)
    for words, icon, key, act in (
        (translate("word", "Ret teksten, eller del linjen"), "edit", keys.WORD_EDIT, acts.edit),
        (translate("word", "Saml med linjen før"), "", keys.WORD_MERGE, acts.merge),
        (translate("word", "Flyt op"), "chev-u", keys.WORD_UP, partial(acts.move, -1)),
        (translate("word", "Flyt ned"), "chev-d", keys.WORD_DOWN, partial(acts.move, 1)),
    ):
        action = menu.addAction(in_menu(words, key))
        if icon:
            action.setIcon(line_icon(icon))
        action.triggered.connect(partial(_run, act))


def _add_roles(
    menu: Menu, line: ProposalLine, roles: Sequence[tuple[str, str]], acts: LineActs
) -> None:
    found = QCoreApplication.translate("word", "Som teksten siger")
    for role, title in (("", found), *roles):
        action = menu.addAction(title)
        _mark(action, is_now=line.role == role)
        action.triggered.connect(partial(_set_role, acts, role))


def _icon(choice: LineChoice) -> QIcon:
    if choice.kind is None:
        return line_icon(becomes_icon(choice.becomes))
    side = theme().px(_SIDE)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height = side * 0.62
    paint_kind(painter, choice.kind, QRectF(0, (side - height) / 2, side, height), theme().ink)
    painter.end()
    return QIcon(pixmap)


def _do(become: Callable[[LineChoice], None], choice: LineChoice, _checked: bool = False) -> None:
    become(choice)


def _set_role(acts: LineActs, role: str, _checked: bool = False) -> None:
    acts.set_role(role)


def _run(act: Callable[[], None], _checked: bool = False) -> None:
    act()
