"""Two versions of a tool: its text is compared by its fields, which are shown by their labels."""

from msgspec.structs import replace

from app.model.edits.tools import add_field, edit_field, remove_field
from app.model.library.catalogue import Library
from app.model.library.tool import FieldKind
from app.ui.editor.compare.change_words import ChangeTeller
from tests.ui.editor.conftest import CATALOGUE
from tests.ui.editor.sheets.test_tool_page import TOOL


def test_fields_stand_in_the_text_by_their_labels() -> None:
    after = remove_field(add_field(TOOL, "Næste møde", FieldKind.DATE), "sted")
    text = ChangeTeller(TOOL, after, Library(CATALOGUE)).tell()[0].differences[0]
    said = [(piece.side.value, piece.text.strip()) for piece in text.pieces]
    assert next(words for side, words in said if side == "removed").startswith("[ Sted ]")
    assert [words for side, words in said if side == "added"][-1].endswith("[ Næste møde ]")


def test_texts_are_compared_as_they_are_read() -> None:
    before = replace(TOOL, body="## Aftaler\n- Hvem ringer?\n")
    after = replace(TOOL, body="## Aftaler\n- Hvem **ringer** og hvornår?\n")
    (changed,) = ChangeTeller(before, after, Library(CATALOGUE)).tell()
    said = "".join(piece.text for piece in changed.differences[0].pieces)
    assert said == "Aftaler\n• Hvem ringer og hvornår?"
    (only_looks,) = ChangeTeller(
        before, replace(before, body="# Aftaler\n- Hvem *ringer*?\n"), Library(CATALOGUE)
    ).tell()
    assert only_looks.differences[0].name == "Tekst, kun opsætningen"


def test_a_kind_of_field_is_named() -> None:
    after = edit_field(TOOL, "emner", kind=FieldKind.ROWS)
    (changed,) = ChangeTeller(TOOL, after, Library(CATALOGUE)).tell()
    assert (changed.title, changed.differences[0].name) == ("Emner", "Slags")
    assert [piece.text for piece in changed.differences[0].pieces] == ["Tekst", "Tabel"]


def test_leaves_that_are_for_several_people_are_named() -> None:
    (changed,) = ChangeTeller(TOOL, replace(TOOL, apart=True), Library(CATALOGUE)).tell()
    said = changed.differences[0]
    assert said.name == "Dele hver for sig"
    assert [piece.text for piece in said.pieces] == ["nej", "ja"]


def test_other_documents_keep_their_braces() -> None:
    before = replace(TOOL, purpose="Før {{x}}")
    after = replace(before, purpose="Nu {{x}}")
    (changed,) = ChangeTeller(before, after, Library(CATALOGUE)).tell()
    assert "[ x ]" in "".join(piece.text for piece in changed.differences[0].pieces)
