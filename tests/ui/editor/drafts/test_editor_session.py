"""A document under edit: one step of undo a gesture, and a draft kept at each pause."""

from functools import partial

from pytestqt.qtbot import QtBot

from app.model.edits import moving, step_fields
from app.model.errors import Trouble
from app.model.library.procedure import Procedure
from app.ui.base.desk import Desk
from app.ui.editor.canvas.edit_words import edit_text
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.drafts.editor_session import EditorSession
from tests.ui.editor.conftest import Drafts, procedure

Session = EditorSession[Procedure]


def title(text: str, merge: str = "") -> Edit[Procedure]:
    def change(document: Procedure) -> Procedure:
        return step_fields.set_step_title(document, "modtag", text)

    return Edit("set_step_title", change, merge)


def move() -> Edit[Procedure]:
    return Edit("move_to_role", lambda document: moving.move_to_role(document, "tal", "leder"))


def test_an_edit_is_told_with_the_document(qtbot: QtBot, session: Session) -> None:
    with qtbot.wait_signal(session.document_changed) as heard:
        assert session.edit(title("Tag imod"))
    assert heard.args is not None
    assert heard.args[0].step("modtag").title == "Tag imod"


def test_undo_brings_the_same_document_back_and_redo_the_new_one(session: Session) -> None:
    session.edit(title("Tag imod"))
    session.edit(move())
    after = session.document
    session.undo()
    session.undo()
    assert session.document == procedure()
    session.redo()
    session.redo()
    assert session.document == after


def test_undo_has_the_name_of_the_edit(session: Session) -> None:
    session.edit(move())
    assert edit_text(session.undo_name) == "skift rolle"


def test_letters_of_one_word_are_one_step(session: Session) -> None:
    for text in ("T", "Ta", "Tag"):
        session.edit(title(text, merge="title"))
    session.undo()
    assert session.document == procedure()


def test_leaving_a_field_ends_the_step(session: Session) -> None:
    session.edit(title("Ta", merge="title"))
    session.seal()
    session.edit(title("Tag", merge="title"))
    session.undo()
    assert session.document.step("modtag").title == "Ta"


def test_a_refused_edit_is_told_and_changes_nothing(session: Session, told: list[str]) -> None:
    assert not session.edit(title("  "))
    assert session.document == procedure()
    assert len(told) == 1


def test_the_draft_is_kept_at_a_pause(qtbot: QtBot, session: Session, drafts: Drafts) -> None:
    session.edit(title("Ta"))
    session.edit(title("Tag imod"))
    assert not session.is_kept
    qtbot.wait_until(lambda: session.is_kept)
    assert [draft.step("modtag").title for draft in drafts.kept] == ["Tag imod"]


def test_what_is_kept_already_is_not_kept_again(session: Session, drafts: Drafts) -> None:
    session.keep()
    session.edit(title("Tag imod"))
    session.undo()
    session.keep()
    assert drafts.kept == []


def test_trouble_with_the_draft_is_tried_again(
    session: Session, drafts: Drafts, desk: Desk
) -> None:
    drafts.error = Trouble("disk_full")
    session.edit(title("Tag imod"))
    session.keep()
    assert not session.is_kept
    drafts.error = None
    session.keep()
    assert session.is_kept


def test_what_is_typed_while_a_draft_is_kept_is_kept_too(qtbot: QtBot, desk: Desk) -> None:
    waiting: list[partial[None]] = []
    session: Session = EditorSession(
        procedure(),
        lambda document, done, failed: waiting.append(partial(done)),
        desk,
        lambda: 0.0,
    )
    session.edit(title("Ta"))
    session.keep()
    session.edit(title("Tag imod"))
    waiting.pop()()
    assert not session.is_kept
    qtbot.wait_until(lambda: bool(waiting))
    waiting.pop()()
    assert session.is_kept
