"""Whatever one does in the window: undo restores, and the picture is the layout of the text."""

from time import monotonic

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.flow import lay_out
from app.model.checks.structure_checks import structure_findings
from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure
from app.printing.flow_paint import measure_title
from app.services.library import Shelf
from app.ui.base.desk import Desk
from app.ui.base.tasks import DirectTasks
from app.ui.editor.canvas.placeholders import as_drawn
from app.ui.editor.drafts.editor_session import EditorSession
from app.ui.editor.procedure_page import ProcedurePage
from app.ui.look.theme import theme
from tests.ui.editor.conftest import CATALOGUE, NOW, Place, procedure

Key, Mod = Qt.Key, Qt.KeyboardModifier
KEYS = (
    (Key.Key_Return, Mod.NoModifier),
    (Key.Key_Return, Mod.ShiftModifier),
    (Key.Key_Delete, Mod.NoModifier),
    (Key.Key_Up, Mod.AltModifier),
    (Key.Key_Down, Mod.AltModifier),
    (Key.Key_Left, Mod.AltModifier),
    (Key.Key_Right, Mod.AltModifier),
    (Key.Key_Down, Mod.AltModifier | Mod.ShiftModifier),
    (Key.Key_D, Mod.ControlModifier),
    (Key.Key_C, Mod.ControlModifier),
    (Key.Key_X, Mod.ControlModifier),
    (Key.Key_V, Mod.ControlModifier),
)
LOOKING = st.integers(0, 30)


class Editing(RuleBasedStateMachine):
    """Chooses steps, presses keys, draws ways, undoes and redoes."""

    @initialize()
    def open_page(self) -> None:
        self.kept: list[bytes] = []
        shelf = Shelf(Library(CATALOGUE, procedures=(procedure(),)), {})
        self.desk = Desk(Place(), shelf, DirectTasks(), lambda: NOW)  # type: ignore[arg-type] # no folder
        self.session: EditorSession[Procedure] = EditorSession(
            procedure(), self._keep, self.desk, monotonic
        )
        self.window = QWidget()
        theme().dress(self.window)
        self.window.resize(1200, 800)
        self.page = ProcedurePage(self.desk, self.session)
        self.page.setParent(self.window)
        self.page.resize(self.window.size())
        self.window.show()
        self.page.flow.view.set_motion(0)

    def _keep(self, document: Procedure, done: object, failed: object) -> None:
        self.kept.append(msgspec.json.encode(document))
        if callable(done):
            done()

    @rule(position=LOOKING, key=st.sampled_from(KEYS), in_list=st.booleans())
    def press(self, position: int, key: tuple[Qt.Key, Qt.KeyboardModifier], in_list: bool) -> None:
        steps = self.session.document.steps
        self.page.select(steps[position % len(steps)].id)
        QTest.keyClick(self.page.flow.list if in_list else self.page.flow.view, *key)

    @rule(source=LOOKING, goal=LOOKING)
    def draw(self, source: int, goal: int) -> None:
        steps = self.session.document.steps
        self.page.acts.add_way(steps[source % len(steps)].id, steps[goal % len(steps)].id)

    @rule(position=LOOKING, way=LOOKING, step=LOOKING)
    def carry(self, position: int, way: int, step: int) -> None:
        steps = self.session.document.steps
        source = steps[position % len(steps)]
        if source.next:
            carried = steps[step % len(steps)].id
            self.page.acts.move_between(carried, source.id, way % len(source.next))

    @rule()
    def undo(self) -> None:
        self.page.undo()

    @rule()
    def redo(self) -> None:
        self.page.redo()

    @rule()
    def keep(self) -> None:
        self.session.keep()

    @precondition(lambda self: hasattr(self, "page"))
    @invariant()
    def nothing_is_broken(self) -> None:
        assert not structure_findings(self.session.document)

    @precondition(lambda self: hasattr(self, "page"))
    @invariant()
    def the_picture_is_the_layout(self) -> None:
        view, document = self.page.flow.edit_view, self.session.document
        assert view.document == document
        assert view.picture == lay_out(as_drawn(document), measure_title)
        assert view.drawing is not None
        assert view.drawing.picture == view.picture
        assert self.page.flow.list.rows.rowCount() == len(document.steps)

    @precondition(lambda self: bool(getattr(self, "kept", [])))
    @invariant()
    def the_draft_is_a_document(self) -> None:
        kept = msgspec.json.decode(self.kept[-1], type=Procedure)
        assert kept == self.session.document or not self.session.is_kept

    def teardown(self) -> None:
        if not hasattr(self, "page"):
            return
        while self.session.undo_name:
            self.page.undo()
        assert self.session.document == procedure()
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_whatever_one_does_nothing_breaks(qapp: QApplication) -> None:
    run_state_machine_as_test(
        Editing,
        settings=settings(max_examples=8, stateful_step_count=25),
    )
