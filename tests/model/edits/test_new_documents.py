"""A copy begins as another document stands, under a name of its own."""

import pytest
from msgspec.structs import replace

from app.model.edits.new_documents import copy_of
from app.model.edits.tools import add_field, new_tool, set_tool_checked
from app.model.errors import Refused
from tests.model.make import CHECKED

MADE = add_field(new_tool(title="Dagsorden", theme="tema"), "Emner")
TOOL = set_tool_checked(MADE, CHECKED)


def test_a_copy_has_all_but_id_and_title_and_is_checked_by_nobody() -> None:
    copied = copy_of(TOOL, title="Dagsorden (kopi)", taken={"dagsorden"})
    assert (copied.id, copied.title) == ("dagsorden-kopi", "Dagsorden (kopi)")
    assert replace(copied, id=TOOL.id, title=TOOL.title) == MADE


def test_a_copy_never_takes_an_id_that_is_taken() -> None:
    assert copy_of(TOOL, title="Dagsorden", taken={"dagsorden"}).id == "dagsorden-2"


def test_a_copy_needs_a_title() -> None:
    with pytest.raises(Refused):
        copy_of(TOOL, title=" ")
