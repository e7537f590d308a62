"""Backups in words: when one was made, why, and how large it is."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from app.model.danish.notation import counted, date_label, listed, time_label
from app.model.recovery import Backup, BackupKind, Held


def when_words(backup: Backup, among: Iterable[Backup] = ()) -> str:
    """Say when a backup was made: to the minute, or the second where another looks like it."""
    words = _to_the_minute(backup.made)
    alike = any(
        (one.kind, _to_the_minute(one.made)) == (backup.kind, words)
        for one in among
        if one != backup
    )
    return f"{words}.{backup.made.second:02}" if alike else words


def _to_the_minute(moment: datetime) -> str:
    return f"{date_label(moment)} {time_label(moment)}"


def held_words(held: Held) -> str:
    """Say what there is to be missed."""
    translate = QCoreApplication.translate
    return listed(
        [
            counted(held.runs, translate("settings", "forløb"), translate("settings", "forløb")),
            counted(
                held.texts,
                translate("settings", "udgivet tekst"),
                translate("settings", "udgivne tekster"),
            ),
            counted(held.drafts, translate("settings", "kladde"), translate("settings", "kladder")),
        ]
    )


def backup_words(backup: Backup, among: Iterable[Backup] = ()) -> str:
    """Name a backup so that it can be told from the others."""
    translate = QCoreApplication.translate
    why = {
        BackupKind.DAILY: translate("settings", "den daglige"),
        BackupKind.ASKED: translate("settings", "taget på ønske"),
        BackupKind.BEFORE_UPGRADE: translate("settings", "før en ny udgave af programmet"),
        BackupKind.BEFORE_RESTORE: translate("settings", "før en kopi blev hentet tilbage"),
        BackupKind.BEFORE_DELETION: translate("settings", "før noget blev slettet"),
        BackupKind.RESCUED: translate("settings", "reddet, da filen forsvandt"),
        BackupKind.OTHER: backup.name,
    }
    size = QLocale().formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    words = f"{when_words(backup, among)}, {why[backup.kind]}, {size}"
    return (
        words if backup.is_readable else translate("settings", "{}, kan ikke læses").format(words)
    )
