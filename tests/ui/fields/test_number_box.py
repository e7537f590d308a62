"""A number says what it counts, one of it and several."""

from pytestqt.qtbot import QtBot

from app.ui.editor.form.deadline_words import unit_choices
from app.ui.fields.calm_fields import NumberBox


def test_one_day_is_no_days(qtbot: QtBot) -> None:
    box = NumberBox()
    qtbot.addWidget(box)
    box.setRange(1, 90)
    box.count_in("dag", "dage")
    assert box.text() == "1 dag"
    box.setValue(2)
    assert box.text() == "2 dage"


def test_the_units_of_a_deadline_follow_its_amount() -> None:
    names = [name for _, name in unit_choices(1)]
    assert names == ["time", "dag", "hverdag", "arbejdsdag", "uge", "måned"]
    assert [name for _, name in unit_choices(2)][-2:] == ["uger", "måneder"]
