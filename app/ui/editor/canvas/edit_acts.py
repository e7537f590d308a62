"""What one can do to steps and ways, whichever hand, key, menu or link asks for it."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from app.model.edits import adding, copying, deleting, kinds, moving, ways
from app.model.edits.rule import may
from app.model.errors import Refused
from app.model.library.procedure import Procedure, Step, StepKind
from app.ui.editor.canvas import step_clipboard
from app.ui.editor.canvas.gesture_ask import AskedWhere, ask_target, ask_way_on
from app.ui.editor.drafts.edit import Edit, doing
from app.ui.editor.drafts.editor_session import EditorSession


class HowDeleted(Struct, frozen=True):
    """What was said of a step that cannot just be deleted: which way is kept, whether others may
    cease to ask for it, and whether what nothing else leads to goes along.
    """

    keep: int | None = None
    release: bool = False
    orphans: bool = False


PLAINLY = HowDeleted()


class EditActs(QObject):
    """Does what is asked for, and tells which step to show next.

    Signals: `step_made` with a new step that is to be named; `step_shown` with the step to choose
    after an act; `open_asked` with a step whose title is to be written.
    """

    step_made = Signal(str)
    step_shown = Signal(str)
    open_asked = Signal(str)

    def __init__(self, session: EditorSession[Procedure], host: QWidget) -> None:
        super().__init__(host)
        self._session = session
        self._host = host
        self.chosen: str | None = None
        self.anchor: Callable[[], QRect | None] = lambda: None

    @property
    def procedure(self) -> Procedure:
        """The document as it stands."""
        return self._session.document

    # New steps

    def add_after(self, step_id: str) -> None:
        """Add a step after one; a choice gets a new way with a step on it."""
        step = self.procedure.step(step_id)
        if step.is_decision:
            self._make(doing(adding.add_branch, step_id, title=_new_title()))
        else:
            self._make(doing(adding.add_after, step_id, title=_new_title()))

    def add_before(self, step_id: str) -> None:
        """Add a step before one."""
        self._make(doing(adding.add_before, step_id, title=_new_title()))

    def add_between(self, source: str, way: int) -> None:
        """Add a step on a way."""
        self._make(doing(adding.add_between, source, way, title=_new_title()))

    def add_branch(self, source: str, role: str) -> None:
        """Add a way to a new step in a lane."""
        self._make(doing(adding.add_branch, source, role=role, title=_new_title()))

    def add_way_to_new(self, source: str, title: str = "") -> None:
        """Add a way to a new step in the same lane; one that has a title already is named."""
        if title:
            self._select_new(doing(adding.add_branch, source, title=title))
        else:
            self._make(doing(adding.add_branch, source, title=_new_title()))

    def add_end(self, source: str) -> None:
        """Add a way from a step to a new end."""
        title = QCoreApplication.translate("editor", "Afslutning")
        self._make(doing(adding.add_branch, source, title=title, kind=StepKind.END))

    # Ways

    def may_add_way(self, source: str, target: str) -> bool:
        """Whether a way could be drawn there."""
        return may(ways.connect, self.procedure, source, target)

    def add_way(self, source: str, target: str) -> None:
        """Draw a way from a step to another."""
        edit = doing(ways.connect, source, target)
        if self._session.edit(edit):
            self.step_shown.emit(source)

    def ask_way(self, source: str) -> None:
        """Ask where a new way from a step is to lead."""
        found = [step for step in self.procedure.steps if self.may_add_way(source, step.id)]
        asked = AskedWhere(self._host, self.anchor())
        add, begin = partial(self.add_way, source), partial(self.add_way_to_new, source)
        ask_target(asked, self.procedure, found, add, begin)

    # Deleting

    def delete(self, step_id: str) -> None:
        """Delete a step; where it is not clear how to go on, ask or offer what can be done."""
        self._delete(step_id)

    # Moving

    def move_along(self, step_id: str, by: int) -> None:
        """Let a step change places with its neighbour; where it cannot, move it in the order."""
        change = moving.move_later if by > 0 else moving.move_earlier
        if may(change, self.procedure, step_id) or not self._move_in_order(step_id, by):
            self._session.edit(doing(change, step_id))
        self.step_shown.emit(step_id)

    def move_in_order(self, step_id: str, by: int) -> None:
        """Move a step in the order that numbers the steps; its ways stay as they are."""
        position = [step.id for step in self.procedure.steps].index(step_id)
        if 0 <= position + by < len(self.procedure.steps):
            self._session.edit(doing(moving.move_in_document, step_id, position + by))
            self.step_shown.emit(step_id)

    def move_across(self, step_id: str, by: int) -> None:
        """Give a step to the role in the lane beside it."""
        roles = self.procedure.roles
        role = self.procedure.step(step_id).role
        place = roles.index(role) + by if role in roles else 0
        if 0 <= place < len(roles):
            self.give_role(step_id, roles[place])

    def give_role(self, step_id: str, role: str) -> None:
        """Give a step to a role."""
        if self.procedure.step(step_id).role != role:
            self._session.edit(doing(moving.move_to_role, step_id, role))
        self.step_shown.emit(step_id)

    def may_move_between(self, step_id: str, source: str, way: int) -> bool:
        """Whether a step could be moved onto a way."""
        procedure = self.procedure
        is_its_own = source == step_id or procedure.step(source).next[way].to == step_id
        return not is_its_own and may(moving.move_onto_way, procedure, step_id, source, way)

    def move_between(self, step_id: str, source: str, way: int) -> None:
        """Move a step onto a way."""
        self._session.edit(doing(moving.move_onto_way, step_id, source, way))
        self.step_shown.emit(step_id)

    # Kind

    def turn_into_decision(self, step_id: str) -> None:
        """Let a step choose between its ways."""
        self._session.edit(doing(kinds.turn_into_decision, step_id))
        self.step_shown.emit(step_id)

    # Copies

    def duplicate(self, step_id: str) -> None:
        """Put a copy of a step after it."""
        self._select_new(doing(copying.duplicate, step_id))

    def copy(self, step_id: str) -> None:
        """Copy a step, to be pasted here or in another procedure."""
        step_clipboard.put(copying.copy_steps(self.procedure, (step_id,)))

    def cut(self, step_id: str) -> None:
        """Copy a step and delete it."""
        self.copy(step_id)
        self._delete(step_id, name="cut_step")

    def paste(self, step_id: str) -> None:
        """Put the copied steps after one; after a choice on a way of their own."""
        clip = step_clipboard.take()
        if clip is None:
            return
        step = self.procedure.step(step_id)
        if step.is_end:
            self._paste_before(step, clip)
        elif step.is_decision:
            self._select_new(doing(copying.paste_as_branch, clip, step_id).named("paste"))
        else:
            self._select_new(doing(copying.paste_after, clip, step_id).named("paste"))

    # Other

    def open(self, step_id: str) -> None:
        """Let the title of a step be written."""
        self.open_asked.emit(step_id)

    # Inner workings

    def _make(self, edit: Edit[Procedure]) -> None:
        """Add a step with a title to be written over."""
        made = self._done(edit)
        if made:
            self.step_made.emit(made[0])

    def _select_new(self, edit: Edit[Procedure]) -> None:
        made = self._done(edit)
        if made:
            self.step_shown.emit(made[0])

    def _done(self, edit: Edit[Procedure]) -> Sequence[str]:
        """Do an edit, and return the steps that are new."""
        before = self.procedure.by_id
        if not self._session.edit(edit):
            return ()
        return [step.id for step in self.procedure.steps if step.id not in before]

    def _move_in_order(self, step_id: str, by: int) -> bool:
        """Move a step in the order of the document; tells whether that changed anything."""
        position = [step.id for step in self.procedure.steps].index(step_id)
        edit = doing(moving.move_in_document, step_id, position + by)
        try:
            is_other = edit.change(self.procedure) != self.procedure
        except Refused:
            return False
        return is_other and self._session.edit(edit)

    def _paste_before(self, step: Step, clip: copying.Clip) -> None:
        """Put copied steps before an end, on the first way that leads to it."""
        for source in self.procedure.steps:
            for index, way in enumerate(source.next):
                if way.to == step.id:
                    edit = doing(copying.paste_on_way, clip, source.id, index).named("paste")
                    self._select_new(edit)
                    return

    def _delete(self, step_id: str, name: str = "delete_step", how: HowDeleted = PLAINLY) -> None:
        edit = doing(
            deleting.delete_step,
            step_id,
            keep=how.keep,
            release=how.release,
            orphans=how.orphans,
        ).named(name)
        after = self._neighbour(step_id)
        try:
            edit.change(self.procedure)
        except Refused as refused:
            self._offer(refused, step_id, name, how)
            return
        if self._session.edit(edit):
            self.step_shown.emit(after if after in self.procedure.by_id else "")

    def _neighbour(self, step_id: str) -> str:
        """Return the step that is looked at when one is gone: the one after, else before."""
        steps = [step.id for step in self.procedure.steps]
        position = steps.index(step_id)
        goals = [way.to for way in self.procedure.step(step_id).next if way.to != step_id]
        beside = [*goals, *steps[position + 1 :], *reversed(steps[:position])]
        return beside[0] if beside else ""

    def _offer(self, refused: Refused, step_id: str, name: str, how: HowDeleted) -> None:
        """Say why a step cannot be deleted, and offer what can be done about it."""
        again = partial(self._delete, step_id, name)
        if refused.code == "edit_choose_way":
            asked = AskedWhere(self._host, self.anchor())
            ask_way_on(asked, self.procedure, step_id, lambda way: again(replace(how, keep=way)))
        elif refused.code == "edit_step_needed":
            words = QCoreApplication.translate("editor", "Slet, og fjern kravene")
            self._session.tell(refused, (words, lambda: again(replace(how, release=True))))
        elif refused.code == "edit_unreachable":
            words = QCoreApplication.translate("editor", "Slet også dem, intet andet fører til")
            self._session.tell(refused, (words, lambda: again(replace(how, orphans=True))))
        else:
            self._session.tell(refused)


def _new_title() -> str:
    return QCoreApplication.translate("editor", "Nyt trin")
