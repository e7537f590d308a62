"""Questions that a gesture cannot answer itself, asked in a small window beside it."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from app.model.library.procedure import Procedure, Step
from app.ui.lists.finder import FinderBox, FinderChoice
from app.ui.says.kind_texts import step_label


class AskedWhere(Struct, frozen=True):
    """Where a question is asked: over which widget, and beside what of it, if anything."""

    host: QWidget
    beside: QRect | None = None


def ask_target(
    asked: AskedWhere,
    procedure: Procedure,
    steps: Sequence[Step],
    answer: Callable[[str], None],
    begin: Callable[[str], None],
) -> FinderBox:
    """Ask which step a way is to lead to; `begin` gets the title of one that is to be made.

    It is empty where nothing was typed.
    """
    translate = QCoreApplication.translate
    choices = [FinderChoice(step.id, step_label(procedure, step.id)) for step in steps]
    finder = _ask(asked, translate("editor", "Vejen fører til trin …"), choices, answer)
    finder.offer_new(translate("editor", "Nyt trin"))
    finder.new_asked.connect(begin)
    return finder


def ask_way_on(
    asked: AskedWhere, procedure: Procedure, step_id: str, answer: Callable[[int], None]
) -> FinderBox:
    """Ask by which of its ways one goes on when a choice is gone."""
    hint = QCoreApplication.translate("editor", "Gå videre ad vejen …")
    choices = [
        FinderChoice(str(position), way.when or "→", f"→ {step_label(procedure, way.to)}")
        for position, way in enumerate(procedure.step(step_id).next)
    ]
    return _ask(asked, hint, choices, lambda chosen: answer(int(chosen)))


def _ask(
    asked: AskedWhere,
    hint: str,
    choices: Sequence[FinderChoice],
    answer: Callable[[str], None],
) -> FinderBox:
    finder = FinderBox(asked.host, hint)
    finder.chosen.connect(answer)
    finder.closed.connect(finder.deleteLater)
    finder.open_at(asked.host, choices, asked.beside)
    return finder
