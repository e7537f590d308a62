"""What is said of data that cannot be opened, and of those that were fetched from a backup."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.model.errors import Trouble
from app.model.recovery import Recovery
from app.ui.shell.trouble_place import TroublePlace, recovery_text

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
KEPT = "roed-traad-beskadiget-20261126-110000.sqlite3"


@pytest.mark.parametrize(
    ("came", "said"),
    [
        (Recovery(KEPT, "kopi", 2, 9, 3, made=NOW), "3 hændelser mere er læst"),
        (Recovery(KEPT, "kopi", 2, 9, 0, made=NOW), "Ingen nyere hændelser kunne læses"),
        (Recovery(KEPT, "", 2, 9, 9), "ingen hel sikkerhedskopi. Der er 2 forløb. 9 hændelser er"),
        (Recovery(KEPT, "kopi", 2, 9, 0, lost=1, made=NOW), "1 hændelse kunne ikke læses"),
    ],
)
def test_it_is_said_what_came_back_and_what_did_not(came: Recovery, said: str) -> None:
    _, line = recovery_text(came, NOW)
    assert said in line
    assert KEPT in line


def test_nothing_is_said_of_a_damaged_file_where_there_was_none() -> None:
    _, line = recovery_text(Recovery("", "kopi", 2, 9, 0, made=NOW), NOW)
    assert "beskadiget" not in line


@pytest.mark.parametrize("code", ["damaged", "log_cut", "missing", "found_damaged"])
def test_no_backup_is_promised_where_there_is_none(code: str, qtbot: QtBot) -> None:
    with_one = TroublePlace(Trouble(code, kept="dagligt-2026-11-25.sqlite3", folder="/data"))
    without = TroublePlace(Trouble(code, kept="", folder="/data"))
    for place in (with_one, without):
        qtbot.addWidget(place)
    assert with_one.first.text() == "Hent sikkerhedskopien"
    assert "sikkerhedskopien" in with_one.text
    assert without.first.text() == "Hent det, der kan læses"
    assert "sikkerhedskopien" not in without.text


def test_where_nothing_could_be_fetched_nothing_is_said_to_be() -> None:
    heading, line = recovery_text(Recovery(KEPT, "", 0, 0, 0), NOW)
    assert heading == "Der kunne ingen forløb hentes"
    assert "0 hændelser er læst" in line
