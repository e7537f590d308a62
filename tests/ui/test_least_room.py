"""In the smallest window with the largest type, no page is wider than the window."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind
from app.services import authoring
from app.services.settings import change_settings
from app.services.workplace import Workplace
from app.ui.look.theme import theme
from app.ui.shell.furnishing import Furnishing
from app.ui.targets.editor_targets import EditTarget

WHICH: dict[str, Any] = {"kind": Kind.PROCEDURE, "slug": "underretning"}


@pytest.fixture(autouse=True)
def largest_type() -> Iterator[None]:
    yield
    theme().set_zoom(100)


def with_findings(workplace: Workplace) -> None:
    """Write a draft that the checker has much to say of."""
    change_settings(workplace, role="teamleder")
    document = authoring.document_version(workplace, **WHICH, number=1)
    assert isinstance(document, Procedure)
    unready = replace(document, checked=None, trigger="", title="Modtag")
    authoring.keep_draft(workplace, document=unready, base=1)


def has_room(part: QWidget) -> bool:
    return part.minimumSizeHint().width() <= part.width()


def test_every_page_has_room_in_the_smallest_window(house: Furnishing, qtbot: QtBot) -> None:
    window = house.window
    house.desk.do(with_findings, lambda _: None)
    window.go("settings")
    theme().set_zoom(200)
    window.resize(window.minimumSize())
    for key in ("procedures", "runs", "cards", "tools", "meeting", "settings"):
        window.go(key)
        place = window.place(key)
        qtbot.wait_until(partial(has_room, place))
    window.go("editor", EditTarget(**WHICH))
    qtbot.wait_until(partial(has_room, house.editor))
