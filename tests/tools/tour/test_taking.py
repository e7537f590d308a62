"""The guided tour: what is seen is written as numbered pictures, and nothing else is left."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.model.times import ZONE
from tools.journey.cases import AT_A_GATE
from tools.tour.guide import Guide
from tools.tour.taking import Walk, take_tour

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _morning(guide: Guide) -> None:
    guide.open()
    guide.picture("i-dag")
    guide.take_up(AT_A_GATE.number)
    guide.do_step("Underretning", "Tal med barnet", is_talk=True)
    guide.picture("barnet-er-hoert")
    guide.close()


def test_a_walk_leaves_a_picture_of_each_place_it_was_shown(
    tmp_path: Path, qapp: QApplication
) -> None:
    begin = datetime(2026, 11, 26, 8, 5, tzinfo=ZONE)
    walk = Walk("prøve", begin, _morning, {"user_name": "rådgiver"}, (AT_A_GATE,))
    out = tmp_path / "ud" / "tur"
    out.mkdir(parents=True)
    for earlier in ("01-dengang.png", "24-timers-vurdering.pdf", "mine-egne-noter.txt"):
        (out / earlier).touch()
    take_tour(out, (walk,))
    left = sorted(path.name for path in out.iterdir())
    pictures = ["01-i-dag.png", "02-samtale-hoert.png", "03-barnet-er-hoert.png"]
    assert left == [*pictures, "mine-egne-noter.txt"], "those of an earlier tour are gone"


def test_a_folder_that_cannot_be_written_in_is_told_of_before_anybody_walks(
    tmp_path: Path, qapp: QApplication
) -> None:
    (tmp_path / "ud").touch()
    with pytest.raises(OSError, match="ud"):
        take_tour(tmp_path / "ud", ())
