"""Backups are named so that one can be told from another, and by what they hold."""

from datetime import UTC, datetime, timedelta

from app.model.recovery import Backup, BackupKind, Held
from app.ui.settings.backup_words import backup_words, held_words, when_words

MADE = datetime(2026, 11, 23, 8, 40, 12, tzinfo=UTC)


def backup(after: timedelta) -> Backup:
    return Backup(str(after), MADE + after, 3_000_000, BackupKind.ASKED, is_readable=True)


def test_two_backups_of_one_minute_are_told_apart_by_their_seconds() -> None:
    first, second, third = (backup(timedelta(seconds=gone)) for gone in (0, 31, 60))
    found = (third, second, first)
    assert [when_words(one, found).replace("\xa0", " ") for one in found] == [
        "23.11.2026 kl. 9.41",
        "23.11.2026 kl. 9.40.43",
        "23.11.2026 kl. 9.40.12",
    ]
    assert backup_words(first, found) != backup_words(second, found)


def test_what_a_backup_holds_is_told_of_runs_texts_and_drafts() -> None:
    assert held_words(Held(0, 1, 6)) == "0 forløb, 1 udgivet tekst og 6 kladder"
