"""One word put right, in the text where it stands."""

from typing import TypeVar, cast

from app.model.danish.spelling import Path, with_word
from app.model.edits.edited_texts import line_of
from app.model.edits.rule import edit
from app.model.errors import Refused
from app.model.library.card import ActionCard
from app.model.library.procedure import Procedure
from app.model.library.tool import Tool

D = TypeVar("D", Procedure, ActionCard, Tool)


@edit
def correct_word(procedure: Procedure, path: Path, word: str, by: str) -> Procedure:
    """Put another word in the place of one. `Refused`: edit_no_such_text, cpr_in_document."""
    return _corrected(procedure, path, word, by)


def correct_sheet_word(sheet: D, path: Path, word: str, by: str) -> D:
    """Put another word in the place of one on a card or tool. See `correct_word`."""
    return _corrected(sheet, path, word, by)


def _corrected(document: D, path: Path, word: str, by: str) -> D:
    new = line_of(by)
    try:
        return cast("D", with_word(document, path, word, new))
    except (KeyError, IndexError):
        raise Refused("edit_no_such_text", word=word) from None
