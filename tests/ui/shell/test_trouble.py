"""What is said when the data were fetched from a backup."""

from datetime import UTC, datetime

import pytest

from app.model.recovery import Recovery
from app.ui.shell.trouble import recovery_text

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
KEPT = "roed-traad-beskadiget-20261126-110000.sqlite3"


@pytest.mark.parametrize(
    ("came", "said"),
    [
        (Recovery(KEPT, "kopi", 2, 9, 3, made=NOW), "3 hændelser mere er læst"),
        (Recovery(KEPT, "kopi", 2, 9, 0, made=NOW), "Ingen nyere hændelser kunne læses"),
        (Recovery(KEPT, "", 2, 9, 9), "Der var ingen hel sikkerhedskopi"),
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
