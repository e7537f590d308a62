"""The note on what is new in a version: every word of it, and which words are new."""

from app.model.compare.changes import How
from app.model.compare.word_differences import word_difference
from app.printing.change_note import Changed, Difference, change_note_pages, lines_of, note_face
from app.printing.fonts import SEMIBOLD
from app.printing.page_marks import Rule, TextMark
from app.printing.sheet import VersionMark
from app.printing.step_list_pages import procedure_face
from tests.printing.sample import CATALOGUE, PROCEDURE

FACE = note_face(
    procedure_face(PROCEDURE, CATALOGUE, VersionMark(3)),
    "Version 3 i stedet for version 2",
    "udskrevet 25.11.2026",
)
GUIDE = Difference("Vejledning", word_difference("Ring til skolen i dag", "Ring til hjemmet i dag"))
CHANGED = Changed("modtag", "1 Modtag", How.CHANGED, differences=(GUIDE,))


def test_the_note_says_which_versions_and_what_changed() -> None:
    (page,) = change_note_pages(FACE, [CHANGED])
    said = " ".join(page.texts())
    for words in ("Ændringsnote", "Version 3 i stedet for version 2", "1 Modtag (ændret)"):
        assert words in said
    assert "udskrevet 25.11.2026" in said


def test_what_is_new_is_bold_and_what_is_gone_is_struck_through() -> None:
    (page,) = change_note_pages(FACE, [CHANGED])
    text = next(block for block in page.blocks if block.kind == "text")
    by_words = {mark.text: mark for mark in text.texts()}
    assert by_words["hjemmet"].weight == SEMIBOLD
    gone = by_words["skolen"]
    through = [mark for mark in text.marks if isinstance(mark, Rule)]
    assert [(rule.x1, round(rule.x2 - rule.x1, 3)) for rule in through] == [
        (gone.x, round(gone.width, 3))
    ]
    assert gone.y - gone.size < through[0].y1 < gone.y


def test_words_put_in_for_others_stand_apart_from_them() -> None:
    (line,) = lines_of(word_difference("Ring til skolen", "Ring til hjemmet"))
    assert "".join(run.text for run in line) == "Ring til skolen hjemmet"


def test_what_is_new_as_a_whole_is_set_as_text_to_read() -> None:
    guide = Difference("Vejledning", word_difference("", "Ring først.\nSkriv så."))
    (page,) = change_note_pages(FACE, [Changed("ny", "2 Ring", How.ADDED, differences=(guide,))])
    texts = [mark for block in page.blocks for mark in block.marks if isinstance(mark, TextMark)]
    lines = {mark.text: mark.weight for mark in texts}
    assert lines["Ring først."] != SEMIBOLD
    assert "Skriv så." in lines


def test_many_changes_go_on_over_pages_and_nothing_is_left_out() -> None:
    many = [
        Changed(str(number), f"{number} Trin", How.CHANGED, differences=(GUIDE,) * 3)
        for number in range(40)
    ]
    pages = change_note_pages(FACE, many)
    assert len(pages) > 1
    said = " ".join(text for page in pages for text in page.texts())
    assert all(f"{number} Trin" in said for number in range(40))
