"""The menu of a step: every gesture by name, with the key that does the same."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QWidget

from app.model.library.procedure import Step
from app.ui.editor.canvas import step_clipboard
from app.ui.editor.canvas.edit_acts import EditActs
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.key_words import in_menu
from app.ui.keys.menus import Menu
from app.ui.look.icons import line_icon

_Line = tuple[str, str, Key | None, Callable[[str], object]]


def open_step_menu(acts: EditActs, at: QPoint, host: QWidget) -> None:
    """Open the menu of the chosen step, if there is one."""
    if acts.chosen is not None:
        step_menu(acts, acts.procedure.step(acts.chosen), host).exec(at)


def step_menu(acts: EditActs, step: Step, host: QWidget) -> Menu:
    """Return what can be done with a step, as a menu."""
    menu = Menu(host)
    for group in _groups(acts, step):
        if menu.actions() and group:
            menu.addSeparator()
        for words, icon, key, act in group:
            action = menu.addAction(line_icon(icon), words) if icon else menu.addAction(words)
            # The key is told, not given: the flow and the step list listen for it themselves.
            action.setText(in_menu(words, key))
            action.triggered.connect(partial(_do, act, step.id))
    return menu


def _groups(acts: EditActs, step: Step) -> tuple[tuple[_Line, ...], ...]:
    translate = QCoreApplication.translate
    adding: list[_Line] = [(translate("editor", "Omdøb"), "edit", keys.RENAME, acts.open)]
    if not step.is_end:
        adding.append(
            (translate("editor", "Nyt trin efter"), "plus", keys.STEP_AFTER, acts.add_after)
        )
    adding.append((translate("editor", "Nyt trin før"), "", keys.STEP_BEFORE, acts.add_before))
    if not step.is_end:
        adding += [
            (translate("editor", "Ny vej til et trin …"), "path", keys.NEW_WAY, acts.ask_way),
            (translate("editor", "Ny vej til en afslutning"), "", keys.NEW_END, acts.add_end),
        ]
    if not (step.is_end or step.is_decision):
        adding.append(
            (translate("editor", "Gør til en beslutning"), "", None, acts.turn_into_decision)
        )
    moving: tuple[_Line, ...] = (
        (
            translate("editor", "Flyt op"),
            "chev-u",
            keys.STEP_UP,
            lambda at: acts.move_along(at, -1),
        ),
        (
            translate("editor", "Flyt ned"),
            "chev-d",
            keys.STEP_DOWN,
            lambda at: acts.move_along(at, 1),
        ),
        (
            translate("editor", "Til rollen til venstre"),
            "arrow-l",
            keys.STEP_LEFT,
            lambda at: acts.move_across(at, -1),
        ),
        (
            translate("editor", "Til rollen til højre"),
            "arrow-r",
            keys.STEP_RIGHT,
            lambda at: acts.move_across(at, 1),
        ),
    )
    copying: list[_Line] = [
        (translate("editor", "Kopiér"), "copy", keys.COPY_STEP, acts.copy),
        (translate("editor", "Klip"), "", keys.CUT_STEP, acts.cut),
    ]
    if step_clipboard.take() is not None:
        copying.append((translate("editor", "Sæt ind efter"), "", keys.PASTE_STEP, acts.paste))
    if not step.is_end:
        copying.append((translate("editor", "Dublér"), "", keys.DUPLICATE, acts.duplicate))
    return (
        tuple(adding),
        moving,
        tuple(copying),
        ((translate("editor", "Slet"), "trash", keys.DELETE_STEP, acts.delete),),
    )


def _do(act: Callable[[str], object], step_id: str, _checked: bool = False) -> None:
    act(step_id)
