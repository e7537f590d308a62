"""Every reason an edit may be refused for is said in words, and names what it is about."""

import re
from pathlib import Path

from app.model.checks.structure_checks import STRUCTURE
from app.model.edits.rule import refusal
from app.model.edits.ways import delete_way
from app.ui.says.edit_refusals import edit_refusals
from app.ui.says.told_texts import told_text
from tests.model.make import flow

EDITS = Path(__file__).parents[3] / "app" / "model" / "edits"


def test_every_code_of_an_edit_has_its_sentence() -> None:
    raised = {f"edit_{code}" for code in STRUCTURE}
    for path in EDITS.glob("*.py"):
        raised |= set(re.findall(r'"(edit_[a-z_]+)"', path.read_text(encoding="utf-8")))
    raised -= {"edit_item", "edit_card_item", "edit_field"}
    assert raised == set(edit_refusals())


def test_a_refusal_says_what_and_where() -> None:
    refused = refusal(delete_way, flow("modtag > slut\nslut!"), "modtag", 0)
    assert refused
    assert told_text(refused)[0] == "Så har »Modtag« ingen vej videre"
