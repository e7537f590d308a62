"""The menu of a line: all that it can become, and what can be done with it."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QActionGroup, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from app.model.catalogue import Catalogue
from app.model.procedure import StepKind
from app.model.word.proposal import Becomes, Line
from app.printing.flow_paint.marks import paint_kind
from app.ui.common.icons import line_icon
from app.ui.common.theme import theme
from app.ui.editor.word.words import becomes_icon, choice_text

_SIDE = 20


class Choice(Struct, frozen=True):
    """What a line can become."""

    becomes: Becomes
    kind: StepKind | None = None
    required: bool | None = None
    keys: str = ""

    def is_of(self, line: Line) -> bool:
        """Whether a line is that already."""
        if self.becomes is not line.becomes:
            return False
        is_kind = self.kind is None or self.kind is line.kind
        return is_kind and (self.required is None or self.required == line.is_required)


class Acts(Struct, frozen=True):
    """What the menu does; all of it for the chosen lines."""

    become: Callable[[Choice], None]
    set_role: Callable[[str], None]
    edit: Callable[[], None]
    merge: Callable[[], None]
    move: Callable[[int], None]


def choices() -> tuple[tuple[Choice, ...], ...]:
    """Return all that a line can become, in groups."""
    steps = tuple(
        Choice(Becomes.STEP, kind, keys="T" if kind is StepKind.ACTIVITY else "")
        for kind in StepKind
    )
    return (
        steps,
        (
            Choice(Becomes.ITEM, required=False, keys="P"),
            Choice(Becomes.ITEM, required=True, keys="K"),
            Choice(Becomes.GUIDE, keys="V"),
            Choice(Becomes.HEADING, keys="O"),
            Choice(Becomes.WAY, keys="E"),
        ),
        tuple(
            Choice(becomes)
            for becomes in (Becomes.WHO, Becomes.DEADLINE, Becomes.LAW, Becomes.JOURNAL)
        ),
        tuple(
            Choice(becomes)
            for becomes in (Becomes.TITLE, Becomes.PURPOSE, Becomes.APPLIES, Becomes.TRIGGER)
        ),
        (Choice(Becomes.LEFT_OUT, keys="U"),),
    )


def line_menu(line: Line, catalogue: Catalogue, acts: Acts, host: QWidget) -> QMenu:
    """Return the menu of a line."""
    menu = QMenu(host)
    one_of = QActionGroup(menu)
    for group in choices():
        for choice in group:
            words = choice_text(choice.becomes, choice.kind, required=bool(choice.required))
            action = menu.addAction(_icon(choice), _with_keys(words, choice.keys))
            action.setCheckable(True)
            action.setChecked(choice.is_of(line))
            one_of.addAction(action)
            action.triggered.connect(partial(_do, acts.become, choice))
        menu.addSeparator()
    _add_acts(menu, line, catalogue, acts)
    return menu


def _add_acts(menu: QMenu, line: Line, catalogue: Catalogue, acts: Acts) -> None:
    tr = partial(QCoreApplication.translate, "word")
    if line.is_step:
        roles = menu.addMenu(line_icon("person"), tr("Hvem gør det?"))
        _add_roles(roles, line, [(role.id, role.title) for role in catalogue.roles], acts)
    for words, icon, keys, act in (
        (tr("Ret teksten, eller del linjen"), "edit", "F2", acts.edit),
        (tr("Saml med linjen før"), "link", "M", acts.merge),
        (tr("Flyt op"), "chev-u", "Alt+Up", partial(acts.move, -1)),
        (tr("Flyt ned"), "chev-d", "Alt+Down", partial(acts.move, 1)),
    ):
        action = menu.addAction(line_icon(icon), _with_keys(words, keys))
        action.triggered.connect(partial(_run, act))


def _add_roles(menu: QMenu, line: Line, roles: Sequence[tuple[str, str]], acts: Acts) -> None:
    found = QCoreApplication.translate("word", "Som teksten siger")
    one_of = QActionGroup(menu)
    for role, title in (("", found), *roles):
        action = menu.addAction(title)
        action.setCheckable(True)
        action.setChecked(line.role == role)
        one_of.addAction(action)
        action.triggered.connect(partial(_set_role, acts, role))


def _with_keys(words: str, keys: str) -> str:
    """Tell the key; the list listens for it itself."""
    if not keys:
        return words
    return f"{words}\t{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}"


def _icon(choice: Choice) -> QIcon:
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


def _do(become: Callable[[Choice], None], choice: Choice, _checked: bool = False) -> None:
    become(choice)


def _set_role(acts: Acts, role: str, _checked: bool = False) -> None:
    acts.set_role(role)


def _run(act: Callable[[], None], _checked: bool = False) -> None:
    act()
