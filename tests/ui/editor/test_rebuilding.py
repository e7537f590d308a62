"""What ships can be written in the window: a shipped procedure is rebuilt there and is the same."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from app.ui.editor.rebuilding import Rebuilder, same_but_ids
from tests.ui.conftest import Clock
from tests.ui.editor.test_place import Houses


@pytest.mark.parametrize("slug", ["proevehandling"])
def test_a_shipped_procedure_is_rebuilt_by_hand(
    folder: Path, clock: Clock, qapp: QApplication, slug: str
) -> None:
    houses = Houses(folder, clock)
    house = houses.open_for("Mette")
    house.window.go("editor")
    wanted = house.desk.shelf.library.procedure_by_id[slug]
    rebuilder = Rebuilder(house.editor, wanted)
    built = rebuilder.rebuild()
    assert built == replace(same_but_ids(wanted, rebuilder.ids), id=built.id)
    houses.close()
