"""What the comparison tells: what is new with all it holds, what changed word by word."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.compare.changes import How
from app.model.compare.word_differences import TextPiece, TextSide
from app.model.edits.adding import add_after
from app.model.edits.checklists import add_items
from app.model.edits.step_fields import set_guide
from app.model.library.procedure import Procedure
from app.services.shipped import shipped_shelf
from app.ui.editor.compare.change_words import ChangeTeller, shortened
from app.ui.editor.compare.compare_note import preview_note
from app.ui.editor.compare.compare_page import Compared, ComparePage

LIBRARY = shipped_shelf().library
BEFORE = LIBRARY.procedure_by_id["screening"]


def with_a_new_step() -> Procedure:
    after = add_after(BEFORE, "saml-viden", title="Ring til skolen")
    after = set_guide(after, "ring-til-skolen", "Spørg, hvordan barnet har det.")
    return add_items(after, "ring-til-skolen", ["Skolen er ringet op", "Svaret er skrevet"])


def test_a_new_step_is_told_with_all_it_holds(qapp: QApplication) -> None:
    told = ChangeTeller(BEFORE, with_a_new_step(), LIBRARY).tell()
    new = next(one for one in told if one.how is How.ADDED)
    texts = {one.name: "".join(piece.text for piece in one.pieces) for one in new.differences}
    assert texts["Vejledning"] == "Spørg, hvordan barnet har det."
    assert texts["Tjekliste"] == "Skolen er ringet op\nSvaret er skrevet"
    assert "Titel" not in texts


def test_what_is_the_same_is_shortened_without_joining_the_words_beside_it() -> None:
    long = "Barnet er hørt, og det er skrevet ned. " * 8
    same, new = TextPiece(TextSide.SAME, long), TextPiece(TextSide.ADDED, "Ring.")
    first, _, last = shortened((same, new, TextPiece(TextSide.SAME, f" {long}")))
    assert first.text.startswith("… ")
    assert first.text.endswith("skrevet ned. ")
    assert last.text.startswith(" Barnet er hørt")
    assert last.text.endswith(" …")


def test_the_first_version_can_be_read_whole_before_it_is_approved(qtbot: QtBot) -> None:
    page = ComparePage()
    qtbot.addWidget(page)
    page.show_compared(Compared(BEFORE, "Version 1", 1), LIBRARY)
    assert [changed.id for changed in page.changes] == ["", *(s.id for s in BEFORE.steps)]
    assert all(changed.how is How.ADDED for changed in page.changes)
    guide = BEFORE.step("vurder").guide.splitlines()[0]
    said = "".join(p.text for c in page.changes for d in c.differences for p in d.pieces)
    assert guide.replace("**", "") in said


def test_what_is_compared_is_previewed_as_a_note(qtbot: QtBot) -> None:
    page = ComparePage()
    qtbot.addWidget(page)
    compared = Compared(with_a_new_step(), "Kladden", 2, BEFORE, "Version 1")
    page.show_compared(compared, LIBRARY)
    preview = preview_note(
        page, LIBRARY.catalogue, shipped_shelf().versions["procedure", "screening"].created
    )
    assert preview is not None
    said = " ".join(text for one in preview.pages for text in one.texts())
    assert "Kladden i stedet for version 1" in said
    assert "Skolen er ringet op" in said
    preview.close()
